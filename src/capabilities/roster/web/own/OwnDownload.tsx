import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { problemOf } from '../../../../ui/problem.ts'
import { Section } from '../../../../ui/Section.tsx'
import { saveFile } from '../../../../ui/saveFile.ts'
import { rosterApi } from '../client.ts'
import { ownProblemWords } from './words.ts'

/** Everything that is held, as a paper to read or as data to take along. */
export const OwnDownload = () => {
  const download = useMutation({
    mutationFn: (form: 'pdf' | 'json') => rosterApi.own.download.call({ form }),
    onSuccess: (file, form) => saveFile(file as File, `我的资料.${form}`),
  })
  return (
    <Section title="下载我的全部资料">
      <p className="second">
        名册资料和每次变动、学业结果的文件名称、五个一、去向和接转、介绍信、消息、登录记录，以及谁看过你的完整号码。文件里有完整号码，请妥善保管。
      </p>
      {download.error && (
        <p className="form-error" role="alert">
          {ownProblemWords(problemOf(download.error))}
        </p>
      )}
      <div className="mine-pair">
        {(['pdf', 'json'] as const).map(form => (
          <Button
            key={form}
            size="large"
            loading={download.isPending && download.variables === form}
            disabled={download.isPending}
            onClick={() => download.mutate(form)}
          >
            {form === 'pdf' ? '可阅读的 PDF' : '数据文件 JSON'}
          </Button>
        ))}
      </div>
    </Section>
  )
}
