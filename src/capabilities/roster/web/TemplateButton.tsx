import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { rosterApi } from './client.ts'
import { rosterProblemWords } from './words.ts'

/** 附件1, empty. */
export const TemplateButton = ({ cohortId }: { cohortId: string }) => {
  const { message } = App.useApp()
  const download = useMutation({
    mutationFn: () => rosterApi.template.call({ cohortId }),
    onSuccess: file => saveFile(file, '附件1.xlsx'),
    onError: error => void message.error(rosterProblemWords(problemOf(error))),
  })
  return (
    <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      下载附件1 空表
    </Button>
  )
}
