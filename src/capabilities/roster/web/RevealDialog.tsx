import { useMutation } from '@tanstack/react-query'
import { problemOf } from '../../../ui/problem.ts'
import type { RevealedView } from '../contract.ts'
import { rosterApi } from './client.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { rosterProblemWords } from './words.ts'

type RevealDialogProps = { memberId: string; name: string; onShown: (shown: RevealedView) => void; onClose: () => void }

export const RevealDialog = ({ memberId, name, onShown, onClose }: RevealDialogProps) => {
  const reveal = useMutation({
    mutationFn: (reason: string) => rosterApi.reveal.call({ memberIds: [memberId], reason }),
    onSuccess: ([shown]) => {
      if (shown) onShown(shown)
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={`查看${name}的完整号码`}
      hint="理由和查看人记入日志"
      error={reveal.error && rosterProblemWords(problemOf(reveal.error))}
      busy={reveal.isPending}
      onReason={reason => reveal.mutate(reason)}
      onClose={onClose}
    />
  )
}
