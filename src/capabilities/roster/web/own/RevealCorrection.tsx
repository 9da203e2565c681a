import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import type { CorrectionView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'
import { isReason, reasonHint } from '../reason.ts'
import { correctionProblemWords } from './words.ts'

/** Whole numbers of one correction, for a stated reason: old, proposed and held. */
export const RevealCorrection = ({ correction, onClose }: { correction: CorrectionView; onClose: () => void }) => {
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const reveal = useMutation({
    mutationFn: () => rosterApi.corrections.reveal.call({ id: correction.id, reason: reason.trim() }),
    onSuccess: shown => {
      queries.setQueryData(rosterApi.corrections.get.queryKey({ input: { id: correction.id } }), shown)
      onClose()
    },
  })
  const submit = () => isReason(reason) && reveal.mutate()
  return (
    <Dialog
      title={`查看${correction.name}更正中的完整号码`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={!isReason(reason)} loading={reveal.isPending} onClick={submit}>
            查看
          </Button>
        </>
      }
    >
      <FormRow
        label="理由"
        hint={`${reasonHint}。理由和查看人记入日志，本人可以看到`}
        error={reveal.error && correctionProblemWords(problemOf(reveal.error))}
      >
        {field => (
          <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} onPressEnter={submit} />
        )}
      </FormRow>
    </Dialog>
  )
}
