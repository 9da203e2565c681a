import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { type ReactNode, useId } from 'react'
import { wordsOf } from '../../../ui/problem.ts'
import type { Draft } from '../../../ui/QuestionForm.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { useNarrow } from '../../../ui/useMedia.ts'
import { type DestinationCode, destinationCodes } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import { destinations, questions } from '../rules.ts'
import { AnswerControl, Choices } from './AnswerControl.tsx'
import { answerText, type Field, wrongWith } from './answers.ts'
import { transfersApi } from './client.ts'
import { type DestinationDraft, type Save, useDestinationDraft } from './draft.ts'
import { stepProblem } from './step-problem.ts'
import { takeStep } from './steps.ts'
import './desk.css'

const draftWords: Record<Draft, string> = { kept: '草稿已存', keeping: '正在存草稿', unkept: '草稿还没存上，请别关闭' }

const Question = ({ title, wrong, control }: { title: string; wrong?: string | undefined; control: (id: string) => ReactNode }) => {
  const id = useId()
  return (
    <div className="edit-question">
      <h3 id={id}>{title}</h3>
      {control(id)}
      {wrong && <p className="form-error">{wrong}</p>}
    </div>
  )
}

type Filling = { view: CaseView; draft: DestinationDraft }

/** The phone's questions in one column. */
const Questions = ({ view, draft }: Filling) => {
  const { today } = useSession()
  const { form } = draft
  const asked = view.form.type === form.type ? view.form.questions : []
  // What decides the questions that follow is saved at once.
  const decide = (change: Parameters<DestinationDraft['change']>[0]) => {
    draft.change(change)
    void draft.flush()
  }
  return (
    <>
      <Question
        title="毕业去向"
        control={id => (
          <Choices
            labelledBy={id}
            value={form.type ?? undefined}
            options={destinationCodes.map(code => ({ value: code, label: destinations[code].label }))}
            onPick={code => decide({ type: code as DestinationCode })}
          />
        )}
      />
      {asked.map(({ field, required }) => (
        <Question
          key={field}
          title={`${questions[field].label}${required ? '' : '（选填）'}`}
          wrong={wrongWith(field, form.answers[field], today)}
          control={id => (
            <AnswerControl
              field={field as Field}
              labelledBy={id}
              value={form.answers[field]}
              placeName={view.form.placeNames[field]}
              masked={view.own ? undefined : answerText(field, view.form.answers, view.form.placeNames) || undefined}
              internal={form.type === 'D04'}
              onChange={value => draft.change({ answers: { ...form.answers, [field]: value } })}
            />
          )}
        />
      ))}
    </>
  )
}

const Unkept = ({ draft, onReload }: { draft: DestinationDraft; onReload: () => Promise<CaseView> }) => {
  if (!draft.problem) return null
  if (draft.problem.code !== 'CONFLICT')
    return (
      <p className="form-error edit-note" role="alert">
        {wordsOf(draft.problem)}
      </p>
    )
  return (
    <div className="paper-box edit-note" role="alert">
      <p>这份去向刚刚在别处改过，您填的没有覆盖它。</p>
      <div className="paper-actions">
        <Button onClick={() => void onReload().then(draft.takeTheirs)}>看新填的</Button>
        <Button onClick={draft.keepMine}>留我填的</Button>
      </div>
    </div>
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
      <Unkept draft={draft} onReload={() => queries.fetchQuery(found)} />
      <Questions view={view} draft={draft} />
      {hand.error && (
        <p className="form-error" role="alert">
          {stepProblem(hand.error)}
        </p>
      )}
    </Drawer>
  )
}
