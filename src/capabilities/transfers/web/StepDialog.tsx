import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { CaseView } from '../contract.ts'
import type { Step } from '../rules.ts'
import { lettersApi, transfersApi } from './client.ts'
import { StepFields } from './StepFields.tsx'
import { asksFor, emptyInputs, filledFrom, isEnough } from './step-inputs.ts'
import { stepProblem } from './step-problem.ts'
import { stepWords } from './step-words.ts'
import { graveSteps, letterIsOpen, takeStep } from './steps.ts'
import './desk.css'

/** One step of one case. A conflict reads the case anew beneath and keeps what was typed. */
export const StepDialog = ({ view, step, onClose }: { view: CaseView; step: Step; onClose: () => void }) => {
  const form = useId()
  const { today } = useSession()
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const asks = asksFor(step, letterIsOpen(view))
  const [inputs, setInputs] = useState(() => emptyInputs(today))
  const readAnew = () =>
    Promise.all([queries.invalidateQueries({ queryKey: transfersApi.key() }), queries.invalidateQueries({ queryKey: lettersApi.key() })])
  const take = useMutation({
    mutationFn: () =>
      takeStep(step, { id: view.id ?? '', version: view.version }, filledFrom(asks, inputs), {
        context: { idempotencyKey: once.key() },
      }),
    onSuccess: async () => {
      await readAnew()
      onClose()
    },
    onError: () => {
      once.renew()
      void readAnew()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isEnough(asks, inputs)) take.mutate()
  }
  return (
    <Dialog
      title={`${stepWords[step].button}：${view.person.name}`}
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
            disabled={!isEnough(asks, inputs)}
          >
            {stepWords[step].button}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <p className="second step-means">{stepWords[step].means}。</p>
        <StepFields
          step={step}
          asks={asks}
          choices={view.choices}
          inputs={inputs}
          onChange={change => setInputs(held => ({ ...held, ...change }))}
        />
        {take.error && (
          <p className="form-error" role="alert">
            {stepProblem(take.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
