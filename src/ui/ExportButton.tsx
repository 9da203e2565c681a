import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { problemOf, wordsOf } from './problem.ts'
import { saveFile } from './saveFile.ts'

type ExportButtonProps = {
  /** What is exported, for who does not see the page around it: 接转台账. */
  name: string
  disabled?: boolean
  file: () => Promise<File>
}

/** The list as it is filtered now, as a file. */
export const ExportButton = ({ name, disabled = false, file }: ExportButtonProps) => {
  const { message } = App.useApp()
  const run = useMutation({
    mutationFn: file,
    onSuccess: found => saveFile(found, `${name}.xlsx`),
    onError: error => message.error(wordsOf(problemOf(error)), 8),
  })
  return (
    <Button
      disabled={disabled}
      loading={run.isPending}
      title="按当前筛选导出 Excel，导出记入日志"
      aria-label={`导出${name}`}
      onClick={() => run.mutate()}
    >
      导出
    </Button>
  )
}
