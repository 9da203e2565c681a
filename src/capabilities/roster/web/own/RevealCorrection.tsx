import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../../../ui/problem.ts'
import type { CorrectionView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { correctionProblemWords } from './words.ts'

/** Whole numbers of one correction, for a stated reason: old, proposed and held. */
export const RevealCorrection = ({ correction, onClose }: { correction: CorrectionView; onClose: () => void }) => {
  const queries = useQueryClient()
  const reveal = useMutation({
    mutationFn: (reason: string) => rosterApi.corrections.reveal.call({ id: correction.id, reason }),
    onSuccess: shown => {
      queries.setQueryData(rosterApi.corrections.get.queryKey({ input: { id: correction.id } }), shown)
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={`查看${correction.name}更正中的完整号码`}
      hint="理由和查看人记入日志，本人可以看到"
      error={reveal.error && correctionProblemWords(problemOf(reveal.error))}
      busy={reveal.isPending}
      onReason={reason => reveal.mutate(reason)}
      onClose={onClose}
    />
  )
}
