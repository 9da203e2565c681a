import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { type CertificateRefusal, certificateRefusals } from '../rules.ts'
import { educationApi } from './client.ts'
import { certificateRefusalWords } from './words.ts'

type Asked = Parameters<typeof educationApi.certificates.call>[0]

const wordsFor = (error: unknown): string => {
  const problem = problemOf(error)
  const reason: CertificateRefusal | undefined = certificateRefusals.find(known => known === problem.reason)
  if (!reason) return wordsOf(problem)
  return problem.detail ? `${certificateRefusalWords[reason]}（${problem.detail}）` : certificateRefusalWords[reason]
}

/** Certificates to be sealed: of one member, or of everybody shown who has all. */
export const CertificateButton = ({ asked, text = '完成证明', quiet = false }: { asked: Asked; text?: string; quiet?: boolean }) => {
  const { message } = App.useApp()
  const run = useMutation({
    mutationFn: () => educationApi.certificates.call(asked),
    onSuccess: file => saveFile(file, '五个一完成证明.pdf'),
    onError: error => message.error(wordsFor(error), 8),
  })
  const title = '做完全部项目的出一页证明（PDF），打印后盖章，记入日志'
  if (quiet)
    return (
      <button type="button" className="link second" title={title} disabled={run.isPending} onClick={() => run.mutate()}>
        {text}
      </button>
    )
  return (
    <Button title={title} loading={run.isPending} onClick={() => run.mutate()}>
      {text}
    </Button>
  )
}
