import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { staffImportApi } from './importing.ts'
import { passwordProblemWords } from './words.ts'

/** Handed over once, on paper or in person; nothing of it stays here. */
export const FirstPasswords = ({ importId }: { importId: string }) => {
  const give = useMutation({
    mutationFn: () => staffImportApi.firstPasswords.call({ id: importId }),
    onSuccess: file => saveFile(file, '首次登录口令.xlsx'),
  })
  return (
    <Section title="首次登录口令" note="新增的账号还不能登录">
      <p className="second">
        生成后下载一张表，逐人交给本人；口令系统里不留存，离开这里就看不到了。再生成一次，还没有改过口令的人换成新的，先前那张表作废。
      </p>
      <Button type="primary" icon={<DownloadOutlined />} loading={give.isPending} onClick={() => give.mutate()}>
        生成首次口令并下载
      </Button>
      {give.error && (
        <p className="t-red" role="alert">
          {passwordProblemWords(problemOf(give.error))}
        </p>
      )}
      {give.isSuccess && (
        <p className="second" role="status">
          已生成并下载。请核对下载的表，交完即销毁。
        </p>
      )}
    </Section>
  )
}
