import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import type { CaseView } from '../contract.ts'
import type { ApplicationKind } from '../rules.ts'
import type { Save } from './draft.ts'
import { OwnForm } from './OwnForm.tsx'
import { useOwnStep } from './own.ts'
import { ownApplicationWords, ownRefusalWords } from './own-words.ts'

type OwnApplicationProps = {
  view: CaseView
  kind: ApplicationKind
  save: Save
  onReload: () => Promise<CaseView | undefined>
  onDone: () => void
  onBack: () => void
}

/** These need the form changed too. */
const retyped: readonly ApplicationKind[] = ['change', 'wrong-addressee', 'returned']

/** An application for a new attempt: the reason first, then what changes. Nothing is void until the office agrees. */
export const OwnApplication = ({ view, kind, save, onReload, onDone, onBack }: OwnApplicationProps) => {
  const id = useId()
  const [reason, setReason] = useState('')
  const [typing, setTyping] = useState(false)
  const step = useOwnStep(onDone)
  const wrong = step.error ? wordsOf(problemOf(step.error), ownRefusalWords as Record<string, string>) : undefined
  const send = (version: number) => step.mutate({ step: 'apply', version, given: { application: kind, reason: reason.trim() } })

  if (typing)
    return (
      <OwnForm
        view={view}
        save={save}
        doneLabel="提交申请"
        afterwards="提交后等组织部审批，同意以前原来的照旧有效。"
        busy={step.isPending}
        wrong={wrong}
        onDone={send}
        onReload={onReload}
      />
    )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    if (retyped.includes(kind)) setTyping(true)
    else send(view.version)
  }
  return (
    <Section title={ownApplicationWords[kind].title} note={ownApplicationWords[kind].means}>
      <form onSubmit={submit}>
        <label htmlFor={id} className="second">
          说明原因
        </label>
        <textarea
          id={id}
          className="answer-input"
          rows={4}
          maxLength={500}
          required
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        <p className="second own-actions">组织部同意后另起一次，原来的信和记录到那时才作废。</p>
        {wrong && (
          <p className="form-error" role="alert">
            {wrong}
          </p>
        )}
        <div className="own-pair">
          <Button size="large" onClick={onBack}>
            先不申请
          </Button>
          <Button size="large" type="primary" htmlType="submit" loading={step.isPending} disabled={reason.trim() === ''}>
            {retyped.includes(kind) ? '下一步，改去向' : '提交申请'}
          </Button>
        </div>
      </form>
    </Section>
  )
}
