import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { type Geography, geographies, geographyNames } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import { paperOpenIn, type State } from '../rules.ts'
import { Changed } from './Changed.tsx'
import { transfersApi } from './client.ts'
import { stepProblem } from './step-problem.ts'
import { exceptionReasons } from './words.ts'
import './answers.css'

export type Adjustment = 'exception' | 'no-exception' | 'geography'

/** The contract asks for reasons of some length. */
const SHORTEST: Record<Adjustment, number> = { exception: 4, 'no-exception': 0, geography: 2 }
const titles: Record<Adjustment, string> = { exception: '例外开具纸质介绍信', 'no-exception': '撤销例外', geography: '改转接范围' }

const changeOf = (view: CaseView, adjustment: Adjustment, reason: string, geography: Geography | null) => {
  if (adjustment !== 'geography') return { exception: adjustment === 'exception' ? reason : null }
  return { exception: view.paper.exception, override: geography && { geography, reason } }
}

const useDecide = (view: CaseView, onDone: () => void) => {
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const readAnew = () => queries.invalidateQueries({ queryKey: transfersApi.key() })
  return useMutation({
    mutationFn: (change: ReturnType<typeof changeOf>) =>
      transfersApi.feedback.decidePaper.call(
        { id: view.id ?? '', version: view.version, ...change },
        { context: { idempotencyKey: once.key() } },
      ),
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

/** The office's own word, with its reason; it stands in the story. */
export const PaperDialog = ({ view, adjustment, onClose }: { view: CaseView; adjustment: Adjustment; onClose: () => void }) => {
  const form = useId()
  const held = view.form.override
  const [reason, setReason] = useState((adjustment === 'geography' ? held?.reason : view.paper.exception) ?? '')
  const [geography, setGeography] = useState<Geography | null>(held?.geography ?? null)
  const [seen, setSeen] = useState(view)
  const [cause, setCause] = useState('')
  const decide = useDecide(seen, onClose)
  const changed = view.version !== seen.version && !decide.isPending && !decide.isSuccess
  const said = [adjustment === 'exception' ? cause : '', reason.trim()].filter(Boolean).join('；')
  const byCode = adjustment === 'geography' && geography === null
  const enough = !changed && (byCode || said.length >= SHORTEST[adjustment])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (enough) decide.mutate(changeOf(seen, adjustment, said, geography))
  }
  const look = () => {
    setSeen(view)
    decide.reset()
  }
  return (
    <Dialog
      title={titles[adjustment]}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" form={form} loading={decide.isPending} disabled={!enough}>
            {titles[adjustment]}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        {changed && (
          <Changed seen={seen} now={view} step={paperOpenIn.includes(view.state as State) ? undefined : titles[adjustment]} onLook={look} />
        )}
        {adjustment === 'geography' && (
          <FormRow label="转接范围" hint="范围由所在地代码得出；代码说不清的，写明理由后改">
            {({ status: _, ...field }) => (
              <select
                {...field}
                className="answer-input"
                value={geography ?? ''}
                onChange={event => setGeography(geographies.find(known => known === event.target.value) ?? null)}
              >
                <option value="">按所在地代码</option>
                {geographies.map(each => (
                  <option key={each} value={each}>
                    {geographyNames[each]}
                  </option>
                ))}
              </select>
            )}
          </FormRow>
        )}
        {adjustment === 'exception' && (
          <FormRow label="理由">
            {({ status: _, ...field }) => (
              <select {...field} className="answer-input" value={cause} onChange={event => setCause(event.target.value)}>
                <option value="">不在其中，自己写</option>
                {exceptionReasons.map(each => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </FormRow>
        )}
        {adjustment === 'no-exception' ? (
          <p>撤销后按规则决定是否开信。原来的理由仍留在经过里。</p>
        ) : (
          !byCode && (
            <FormRow
              label={adjustment === 'exception' ? '补充说明' : '理由'}
              optional={cause !== ''}
              hint={`至少 ${SHORTEST[adjustment]} 个字，记入经过`}
            >
              {({ status: _, ...field }) => (
                <textarea
                  {...field}
                  className="answer-input"
                  rows={3}
                  maxLength={200}
                  value={reason}
                  onChange={event => setReason(event.target.value)}
                />
              )}
            </FormRow>
          )
        )}
        {decide.error && problemOf(decide.error).code !== 'CONFLICT' && (
          <p className="form-error" role="alert">
            {stepProblem(decide.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
