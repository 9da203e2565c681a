import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { ArrivalView } from '../contract.ts'
import { arrivalRefusalWords } from '../rules.ts'
import { transfersApi } from './client.ts'
import './desk.css'

/** Accepted, or sent back with a reason: the school that sent hears it at once. */
export const ArrivalDialog = ({ arrival, onClose }: { arrival: ArrivalView; onClose: () => void }) => {
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (accepted: boolean) =>
      transfersApi.arrivals.decide.call({ id: arrival.id, version: arrival.version, accepted, ...(!accepted && { reason }) }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: transfersApi.key() }),
  })
  return (
    <Dialog
      title={`接收 ${arrival.name}？`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>再看看</Button>
          <Button danger disabled={!reason.trim()} loading={decide.isPending} onClick={() => decide.mutate(false)}>
            退回
          </Button>
          <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            接收
          </Button>
        </>
      }
    >
      <p className="step-means">
        {arrival.from}转来，{arrival.letterNumber ?? '系统转接'}。接收后对方学校的接转随即登记为已接收，以本校在本系统的接收为凭据。
      </p>
      <FormRow label="退回的理由" optional hint="不接收时写明，对方好改">
        {field => <Input {...field} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
      {decide.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(decide.error), arrivalRefusalWords)}
        </p>
      )}
    </Dialog>
  )
}
