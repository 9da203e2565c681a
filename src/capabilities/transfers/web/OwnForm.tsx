import { useState } from 'react'
import { wordsOf } from '../../../ui/problem.ts'
import { type Question, QuestionForm } from '../../../ui/QuestionForm.tsx'
import { useSession } from '../../../ui/session.ts'
import type { CaseView } from '../contract.ts'
import { answeredWith, screensOf } from '../rules.ts'
import type { Field } from './answers.ts'
import { type Asked, askedOf, decisive } from './asked.tsx'
import { Conflict } from './Conflict.tsx'
import { type DestinationDraft, type Save, useDestinationDraft } from './draft.ts'
import { OwnSummary } from './OwnSummary.tsx'
import { PapersPart } from './Papers.tsx'
import { usePolicy } from './policy.ts'
import { GapNote, RouteNote } from './RouteNote.tsx'

type OwnFormProps = {
  view: CaseView
  save: Save
  /** Hands in, or applies: 提交给支部. */
  doneLabel: string
  /** What follows on it. */
  afterwards: string
  busy: boolean
  wrong: string | undefined
  onDone: (version: number) => void
  onReload: () => Promise<CaseView | undefined>
}

/** Where one goes on: the first thing that is missing, or the summary; a new form begins at its beginning. */
const firstOpen = ({ form: { type, questions, missing } }: CaseView): number => {
  if (!type) return 0
  const screens = screensOf(questions)
  const open = screens.findIndex(({ field }) => answeredWith(field).some(each => missing.includes(each as Field)))
  return open < 0 ? screens.length + 1 : open + 1
}

const later = '还没问清的，可以先跳过，提交前补上。'
const toldLater: readonly Asked['key'][] = ['receivingBranch', 'addressee']

const hintOf = ({ key, hint, required }: Asked) => {
  const note = required ? toldLater.includes(key) && later : '选填。'
  return hint || note ? (
    <>
      {hint} {note}
    </>
  ) : undefined
}

/** Before a type is chosen the usual questions stand for those to come. */
const useAsked = (view: CaseView, draft: DestinationDraft): Asked[] => {
  const { today } = useSession()
  const policyOf = usePolicy()
  const { form: typed, change } = draft
  const own = { view, typed, rule: policyOf(typed.type), today, change }
  const [type, ...asked] = askedOf(own)
  const usual = { ...own, typed: { ...typed, type: 'D01' as const }, rule: policyOf('D01') }
  return [type!, ...(typed.type ? asked : askedOf(usual).slice(1))]
}

/** About ten questions, one a screen, only those that apply; kept as they are typed. */
export const OwnForm = ({ view, save, doneLabel, afterwards, busy, wrong, onDone, onReload }: OwnFormProps) => {
  const { today } = useSession()
  const draft = useDestinationDraft(view, save, today)
  const { form } = draft
  const asked = useAsked(view, draft)
  const [at, setAt] = useState(() => firstOpen(view))
  const [tried, setTried] = useState(false)
  const lacks = (key: string) => answeredWith(key as Asked['key']).some(each => view.form.missing.includes(each as Field))
  const unanswered = ({ key, required, open }: Asked) => {
    if (!tried || !required || !open) return undefined
    return key === 'type' ? '请先选一项。' : lacks(key) ? '这一项要填，才能提交。' : undefined
  }

  const list: Question[] = asked.map(each => ({
    key: each.key,
    title: each.ask,
    hint: hintOf(each),
    wrong: each.wrong ?? unanswered(each),
    control: each.control,
  }))
  const missing = list.findIndex(({ key }) => lacks(key))
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
    hint: missing >= 0 ? `还有 ${view.form.missing.length} 项没填好，点一下就去填。` : afterwards,
    wrong,
    control: () => (
      <>
        <OwnSummary view={view} typed={form} onPick={jump} />
        {view.route?.outcome !== 'allow' && <RouteNote route={view.route} />}
        <GapNote gap={view.gap} />
        <PapersPart view={view} />
      </>
    ),
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
      {draft.problem?.code === 'CONFLICT' && <Conflict draft={draft} own onReload={onReload} />}
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
