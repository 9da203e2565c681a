import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { wordsOf } from '../../../ui/problem.ts'
import { type Question, QuestionForm } from '../../../ui/QuestionForm.tsx'
import { useSession } from '../../../ui/session.ts'
import { type DestinationCode, destinationCodes } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import { destinations, mayStay, questions, questionsFor } from '../rules.ts'
import { AnswerControl, Choices } from './AnswerControl.tsx'
import { type Field, type Typed, wrongWith } from './answers.ts'
import { plansApi } from './client.ts'
import { type DestinationDraft, type Save, useDestinationDraft } from './draft.ts'
import { OwnSummary } from './OwnSummary.tsx'

/** Answering these changes which questions follow: the server is asked before going on. */
const decisive: readonly string[] = ['type', 'stay', 'receiverPlace']

type OwnFormProps = {
  view: CaseView
  save: Save
  /** Hands in, or applies: 提交给支部. */
  doneLabel: string
  busy: boolean
  wrong: string | undefined
  onDone: (version: number) => void
  onReload: () => Promise<CaseView | undefined>
}

const Conflict = ({ draft, onReload }: { draft: DestinationDraft; onReload: OwnFormProps['onReload'] }) => (
  <div className="own-conflict" role="alert">
    <p>这份去向刚刚在别处改过，可能是支部老师代填。你这里填的没有覆盖它。</p>
    <div className="row">
      <Button onClick={() => void onReload().then(theirs => theirs && draft.takeTheirs(theirs))}>看新填的</Button>
      <Button onClick={draft.keepMine}>留我填的</Button>
    </div>
  </div>
)

const usePolicy = () => {
  const { cohort } = useSession()
  const plan = useQuery(plansApi.plan.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null, staleTime: 600_000 }))
  return (type: DestinationCode | null) => (type ? plan.data?.plan.destinationPolicy[type] : undefined)
}

/** Where one goes on: the first thing that is missing, or the summary; a new form begins at its beginning. */
const firstOpen = ({ form: { type, questions, missing } }: CaseView): number => {
  if (!type) return 0
  const open = questions.findIndex(({ field }) => missing.includes(field))
  return open < 0 ? questions.length + 1 : open + 1
}

/** The server's questions; until it has answered, those of the plan, and before a type is chosen the usual ones. */
const askedFor = ({ form: kept }: CaseView, form: Typed, policyOf: ReturnType<typeof usePolicy>) => {
  if (form.type && kept.type === form.type) return kept.questions
  const type = form.type ?? 'D01'
  const rule = policyOf(type)
  return rule ? questionsFor(type, rule, { geography: null, stay: form.stay }) : []
}

/** About ten questions, one a screen, only those that apply; kept as they are typed. */
export const OwnForm = ({ view, save, doneLabel, busy, wrong, onDone, onReload }: OwnFormProps) => {
  const { today } = useSession()
  const draft = useDestinationDraft(view, save, today)
  const policyOf = usePolicy()
  const { form } = draft
  const rule = policyOf(form.type)
  const asked = askedFor(view, form, policyOf)
  const [at, setAt] = useState(() => firstOpen(view))
  const [tried, setTried] = useState(false)

  const answer = (field: Field, value: unknown) => draft.change({ answers: { ...form.answers, [field]: value } })
  const lacks = (field: Field | 'type') => view.form.missing.includes(field)

  const typeQuestion: Question = {
    key: 'type',
    title: '毕业后你去哪里？',
    hint: '选最接近的一项，后面只问用得着的问题。',
    wrong: tried && !form.type ? '请先选一项。' : undefined,
    control: id => (
      <Choices
        labelledBy={id}
        value={form.type ?? undefined}
        options={destinationCodes.map(code => ({ value: code, label: destinations[code].label }))}
        onPick={code => draft.change({ type: code as DestinationCode })}
      />
    ),
  }
  const stayQuestion: Question = {
    key: 'stay',
    title: '希望把组织关系保留在学校吗？',
    hint: rule?.stayMonths ? `最多保留 ${rule.stayMonths} 个月。` : undefined,
    control: id => (
      <Choices
        labelledBy={id}
        value={form.stay ? 'yes' : 'no'}
        options={[
          { value: 'no', label: '转出' },
          { value: 'yes', label: '保留在学校' },
        ]}
        onPick={picked => draft.change({ stay: picked === 'yes' })}
      />
    ),
  }
  const fieldQuestion = ({ field, required }: { field: Field; required: boolean }): Question => {
    const value = form.answers[field]
    const open = value === undefined || value === null || value === ''
    return {
      key: field,
      title: questions[field].ask,
      hint: required ? (field === 'receivingBranch' || field === 'addressee' ? '还没问清的，可以先跳过，提交前补上。' : undefined) : '选填',
      wrong: wrongWith(field, value, today) ?? (tried && required && open && lacks(field) ? '这一项要填，才能提交。' : undefined),
      control: id => (
        <AnswerControl
          field={field}
          labelledBy={id}
          value={value}
          placeName={view.form.placeNames[field]}
          internal={form.type === 'D04'}
          onChange={next => answer(field, next)}
        />
      ),
    }
  }

  const list: Question[] = [
    { ...typeQuestion, hint: rule?.note ?? typeQuestion.hint },
    ...(rule && mayStay(rule) && rule.goesTo.length > 1 ? [stayQuestion] : []),
    ...asked.map(fieldQuestion),
  ]
  const missing = list.findIndex(({ key }) => lacks(key as Field))
  const jump = (key: string) =>
    setAt(
      Math.max(
        0,
        list.findIndex(question => question.key === key),
      ),
    )
  const summary: Question = {
    key: 'summary',
    title: '看一遍，没错就提交',
    hint: missing >= 0 ? `还有 ${view.form.missing.length} 项没填，点一下就去填。` : '提交后支部会核对，核对前可以撤回修改。',
    wrong,
    control: () => <OwnSummary view={view} typed={form} onPick={jump} />,
  }
  const shown = [...list, summary]

  const move = async (to: number) => {
    const here = shown[at]?.key ?? ''
    if (to > at && here === 'type' && !form.type) return setTried(true)
    const settled = decisive.includes(here) || to === shown.length - 1 ? await draft.flush() : true
    if (!settled) return
    if (!decisive.includes(here)) void draft.flush()
    setTried(false)
    // Other questions may follow now: the next one is next to this one in the new list.
    setAt(to)
  }
  const done = async () => {
    if (!(await draft.flush())) return
    if (missing < 0) return onDone(draft.version())
    setTried(true)
    setAt(missing)
  }

  return (
    <>
      {draft.problem?.code === 'CONFLICT' && <Conflict draft={draft} onReload={onReload} />}
      {draft.problem && draft.problem.code !== 'CONFLICT' && (
        <p className="form-error own-unkept" role="alert">
          {wordsOf(draft.problem)}
        </p>
      )}
      <QuestionForm
        questions={shown}
        at={Math.min(at, shown.length - 1)}
        draft={draft.draft}
        doneLabel={doneLabel}
        busy={busy}
        onMove={to => void move(to)}
        onDone={() => void done()}
      />
    </>
  )
}
