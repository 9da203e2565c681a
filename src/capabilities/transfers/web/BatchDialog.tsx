import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Clause } from '../../../ui/Clause.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { clauses } from '../../plans/rules.ts'
import { refusalShort } from '../rules/refusal-words.ts'
import { menders, methods, proofKinds, trackNames } from '../rules.ts'
import { type Batch, itemsOf, takeMany } from './batch.ts'
import { type BatchStep, type Choice, leftByReason } from './choice.ts'
import { transfersApi } from './client.ts'
import { Refused } from './Refused.tsx'
import { StepFields } from './StepFields.tsx'
import { asksFor, emptyInputs, filledFrom, isEnough } from './step-inputs.ts'
import { stepWords } from './step-words.ts'
import './desk.css'
import { newId } from '../../../kernel/ids.ts'

/** What fits each is decided row by row; the preview says who is left out. */
const everything = {
  backTo: [...menders],
  methods: [...methods],
  tracks: [...trackNames],
  proofs: [...proofKinds],
  applications: [],
}

const Preview = ({ batch, notBegun }: { batch: Batch; notBegun: readonly string[] }) => {
  const left = leftByReason(
    batch.rows.flatMap(({ name, allowed, reason, clause }) => (allowed ? [] : [{ name, reason: reason ?? 'wrong-state', clause }])),
  )
  const lines = [
    ...left.map(({ reason, clause, names }) => ({ key: reason as string, words: refusalShort[reason], clause, names })),
    ...(notBegun.length > 0 ? [{ key: 'not-begun', words: '还没有填报去向', clause: null, names: notBegun }] : []),
  ]
  return (
    <div role="status" className="batch-preview">
      <p>
        可以办 <b>{batch.rows.filter(({ allowed }) => allowed).length}</b> 人
        {lines.length > 0 && `，${lines.reduce((sum, { names }) => sum + names.length, 0)} 人不在其内：`}
      </p>
      <ul className="left-out">
        {lines.map(({ key, words, clause, names }) => (
          <li key={key} className="second">
            {words}：{names.join('、')} {clause && <Clause id={clause} text={clauses[clause]} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

type BatchDialogProps = { step: BatchStep; choice: Choice; onClose: () => void; onDone: (count: number) => void }

/** Shows how many will go and who is left out, then does it for those that go: all of them or none. */
export const BatchDialog = ({ step, choice, onClose, onDone }: BatchDialogProps) => {
  const { today } = useSession()
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const asks = asksFor(step, { letterOpen: step === 'approve' })
  const [inputs, setInputs] = useState(() => emptyInputs(today))
  const items = itemsOf(choice)
  const enough = isEnough(asks, inputs)
  const { given } = filledFrom(asks, inputs)
  // The words of a reason change nothing in who may go: typing on asks nothing anew.
  const tried = { ...given, ...(given.reason && { reason: '预览' }) }
  const preview = useQuery({
    queryKey: ['transfer-batch', step, items, tried],
    queryFn: () => takeMany(step, items, tried, { dryRun: true, key: newId() }),
    enabled: enough && items.length > 0,
    gcTime: 0,
    retry: false,
  })
  const going = preview.data?.rows.filter(({ allowed }) => allowed).map(({ id, version }) => ({ id, version })) ?? []
  const take = useMutation({
    mutationFn: () => takeMany(step, going, given, { dryRun: false, key: once.key() }),
    onSuccess: async ({ applied }) => {
      await queries.invalidateQueries({ queryKey: transfersApi.key() })
      if (applied) return onDone(going.length)
      once.renew()
      void preview.refetch()
    },
    onError: () => {
      once.renew()
      void queries.invalidateQueries({ queryKey: transfersApi.key() })
    },
  })
  const wrong = take.error ?? preview.error
  return (
    <Dialog
      title={`${stepWords[step].button}：已选 ${choice.size} 人`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={take.isPending} disabled={!enough || going.length === 0} onClick={() => take.mutate()}>
            {stepWords[step].button} {going.length} 人
          </Button>
        </>
      }
    >
      <p className="second step-means">{stepWords[step].means}。</p>
      <StepFields
        step={step}
        asks={asks}
        choices={everything}
        inputs={inputs}
        onChange={change => setInputs(held => ({ ...held, ...change }))}
      />
      {preview.isFetching && !preview.data && <Skeleton lines={2} />}
      {preview.data && (
        <Preview batch={preview.data} notBegun={[...choice.values()].flatMap(({ id, name }) => (id === null ? [name] : []))} />
      )}
      {take.data && !take.data.applied && <p className="form-error">有人的进展刚刚变了，一件也没有办。请看过上面的名单再办。</p>}
      {wrong && <Refused error={wrong} />}
    </Dialog>
  )
}
