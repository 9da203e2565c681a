import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useId } from 'react'
import { wordsOf } from '../../../ui/problem.ts'
import type { Draft } from '../../../ui/QuestionForm.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { CaseView } from '../contract.ts'
import { type Asked, askedOf } from './asked.tsx'
import { Conflict } from './Conflict.tsx'
import { transfersApi } from './client.ts'
import { type DestinationDraft, type Save, useDestinationDraft } from './draft.ts'
import { PapersPart } from './Papers.tsx'
import { usePolicy } from './policy.ts'
import { stepProblem } from './step-problem.ts'
import { takeStep } from './steps.ts'
import './desk.css'

const draftWords: Record<Draft, string> = { kept: '草稿已存', keeping: '正在存草稿', unkept: '草稿还没存上，请别关闭' }

const Question = ({ asked: { label, hint, required, wrong, control } }: { asked: Asked }) => {
  const id = useId()
  return (
    <div className="edit-question">
      <h3 id={id}>
        {label}
        {!required && <span className="quiet">（选填）</span>}
      </h3>
      {hint && <p className="fine edit-hint">{hint}</p>}
      {control(id)}
      {wrong && <p className="form-error">{wrong}</p>}
    </div>
  )
}

/** The phone's questions in one column. */
const Questions = ({ view, draft }: { view: CaseView; draft: DestinationDraft }) => {
  const { today } = useSession()
  const rule = usePolicy()(draft.form.type)
  // What decides the questions that follow is kept at once.
  const change: DestinationDraft['change'] = part => {
    draft.change(part)
    if ('type' in part || 'stay' in part) void draft.flush()
  }
  return askedOf({ view, typed: draft.form, rule, today, change }).map(each => <Question key={each.key} asked={each} />)
}

const Unkept = ({ draft, onReload }: { draft: DestinationDraft; onReload: () => Promise<CaseView> }) => {
  if (!draft.problem) return null
  if (draft.problem.code === 'CONFLICT') return <Conflict draft={draft} onReload={onReload} />
  return (
    <p className="form-error edit-note" role="alert">
      {wordsOf(draft.problem)}
    </p>
  )
}

/** Fills the destination for a member, or mends it where the case was sent back. */
export const EditDrawer = ({ view, id, onClose }: { view: CaseView; id: string; onClose: () => void }) => {
  const { today } = useSession()
  const narrow = useNarrow()
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const found = transfersApi.get.queryOptions({ input: { id }, staleTime: 0 })
  const save: Save = async input => {
    const next = await transfersApi.fill.save.call({ ...input, graduateId: view.graduateId })
    queries.setQueryData(found.queryKey, next)
    return next
  }
  const draft = useDestinationDraft(view, save, today)
  const step = view.can.find(each => each === 'mend') ?? view.can.find(each => each === 'fill')
  const hand = useMutation({
    mutationFn: async () => {
      if (!step || !view.id || !(await draft.flush())) return false
      await takeStep(step, { id: view.id, version: draft.version() }, { given: {} }, { context: { idempotencyKey: once.key() } })
      return true
    },
    onSuccess: async handed => {
      if (!handed) return
      await queries.invalidateQueries({ queryKey: transfersApi.key() })
      onClose()
    },
    onError: () => once.renew(),
  })
  const close = () => void draft.flush().then(kept => kept && onClose())
  const { missing } = view.form
  return (
    <Drawer
      open
      size={narrow ? '100%' : 560}
      title={`去向：${view.person.name}`}
      onClose={close}
      footer={
        <div className="row">
          <span className="second" role="status">
            {missing.length > 0 ? `还差 ${missing.length} 项；` : ''}
            {draftWords[draft.draft]}
          </span>
          <span className="row-end row">
            <Button onClick={close}>先存着</Button>
            {step && (
              <Button type="primary" loading={hand.isPending} disabled={missing.length > 0} onClick={() => hand.mutate()}>
                {step === 'mend' ? '改好再交' : '提交去向'}
              </Button>
            )}
          </span>
        </div>
      }
    >
      {view.state === 'sent-back' && view.attempts[0]?.sentBackReason && (
        <p className="paper-box edit-note">退回原因：{view.attempts[0].sentBackReason}</p>
      )}
      <Unkept draft={draft} onReload={() => queries.fetchQuery(found)} />
      <Questions view={view} draft={draft} />
      <PapersPart view={view} />
      {hand.error && (
        <p className="form-error" role="alert">
          {stepProblem(hand.error)}
        </p>
      )}
    </Drawer>
  )
}
