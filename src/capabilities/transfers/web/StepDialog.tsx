import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { CaseView } from '../contract.ts'
import { followUp, type Step } from '../rules.ts'
import { answerToCheck } from './AnswerSection.tsx'
import { Changed } from './Changed.tsx'
import { AppliedChanges } from './ChangesSection.tsx'
import { lettersApi, transfersApi } from './client.ts'
import { PicturesBeside } from './PicturesBeside.tsx'
import { Refused } from './Refused.tsx'
import { GapNote } from './RouteNote.tsx'
import { saidByReceipt } from './receipt-words.ts'
import { StepFields } from './StepFields.tsx'
import { asksFor, filledFrom, firstInputs, isEnough } from './step-inputs.ts'
import { stepWords } from './step-words.ts'
import { type Filled, graveSteps, letterIsOpen, needsException, takeStep } from './steps.ts'
import './desk.css'

/** What is sent by these has to last until the member reports. */
const sends: readonly Step[] = ['start', 'issue', 'hand-out']
const decidesApplication: readonly Step[] = ['approve', 'decline']
const acceptance: readonly Step[] = ['accept', 'accept-other']

const methodOf = ({ attempts }: CaseView) => attempts.find(({ living }) => living)?.method ?? null

/** What the receiver wrote, where this step registers it; the office may put it right. */
const saidFor = (view: CaseView, step: Step) => {
  const answer = answerToCheck(view)
  const said = answer && followUp[answer.answer] === step ? (answer.relayedTo ?? answer.reason) : null
  return said ? { reason: said } : {}
}

const useTake = (step: Step, { id, version }: CaseView, onDone: () => void) => {
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const readAnew = () =>
    Promise.all([queries.invalidateQueries({ queryKey: transfersApi.key() }), queries.invalidateQueries({ queryKey: lettersApi.key() })])
  return useMutation({
    mutationFn: (filled: Filled) => takeStep(step, { id: id ?? '', version }, filled, { context: { idempotencyKey: once.key() } }),
    onSuccess: async () => {
      await readAnew()
      onDone()
    },
    onError: () => {
      once.renew()
      void readAnew()
    },
  })
}

/** One step of one case, taken on the case as it was seen. Where it has changed meanwhile both versions are shown first; what was typed stays. */
export const StepDialog = ({ view, step, onClose }: { view: CaseView; step: Step; onClose: () => void }) => {
  const form = useId()
  const { today } = useSession()
  const [seen, setSeen] = useState(view)
  const [inputs, setInputs] = useState(() => ({
    ...firstInputs(today, view.choices),
    ...saidByReceipt(view, step),
    ...saidFor(view, step),
  }))
  const take = useTake(step, seen, onClose)
  const proposed = methodOf(seen)
  const asks = asksFor(step, { letterOpen: letterIsOpen(seen), exception: needsException(seen), proposed })
  const changed = view.version !== seen.version && !take.isPending && !take.isSuccess
  const gone = !view.can.includes(step)
  const ready = isEnough(asks, inputs) && !changed && !(gone && !take.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) take.mutate(filledFrom(asks, inputs))
  }
  const look = () => {
    setSeen(view)
    take.reset()
  }
  const words = stepWords[step].button
  return (
    <Dialog
      title={`${words}：${view.person.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            htmlType="submit"
            form={form}
            danger={graveSteps.includes(step)}
            loading={take.isPending}
            disabled={!ready}
          >
            {words}
          </Button>
        </>
      }
    >
      {acceptance.includes(step) && <PicturesBeside pictures={view.receipt.pictures} />}
      <form id={form} onSubmit={submit}>
        <p className="second step-means">{stepWords[step].means}。</p>
        {changed && <Changed seen={seen} now={view} step={gone ? words : undefined} onLook={look} />}
        {sends.includes(step) && <GapNote gap={seen.gap} />}
        {decidesApplication.includes(step) && <AppliedChanges view={seen} />}
        <StepFields
          step={step}
          asks={asks}
          choices={view.choices}
          proposed={proposed}
          receipt={view.receipt}
          inputs={inputs}
          onChange={change => setInputs(held => ({ ...held, ...change }))}
        />
        {take.error && problemOf(take.error).code !== 'CONFLICT' && <Refused error={take.error} />}
      </form>
    </Dialog>
  )
}
