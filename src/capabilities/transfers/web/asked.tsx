/** The questions of the destination form as controls: the same list for the phone and for the desk. */
import type { ReactNode } from 'react'
import { type DestinationCode, type DestinationRule, destinationCodes } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import {
  answeredWith,
  destinations,
  type FormField,
  hintFor,
  namesDesignation,
  partsOf,
  type Question,
  questions,
  questionsFor,
  screensOf,
} from '../rules.ts'
import { AnswerControl, Choices } from './AnswerControl.tsx'
import { AnswerPart, HeldPart } from './AnswerPart.tsx'
import { answerText, labelOf, stayWords, type Typed, wrongWith } from './answers.ts'
import { NearContext, nearOf } from './near.ts'
import { GapNote, RouteNote } from './RouteNote.tsx'

export type Asked = {
  key: 'type' | Question['field']
  /** As a form heads it, and as the phone asks it. */
  label: string
  ask: string
  hint?: ReactNode
  required: boolean
  /** Nothing is said yet. */
  open: boolean
  wrong?: string | undefined
  control: (labelledBy: string) => ReactNode
}

type Form = {
  view: CaseView
  typed: Typed
  rule: DestinationRule | undefined
  today: string
  change: (change: Partial<Typed>) => void
}

/** Answering these changes which questions follow: they are kept before one goes on. */
export const decisive: readonly string[] = ['type', 'stay', 'receiverPlace', 'addressee', 'reportBy']

/** The server's questions; until it has answered, those of the plan. */
const questionsOf = ({ view, typed, rule }: Form): Question[] => {
  if (!typed.type) return []
  if (view.form.type === typed.type && view.form.stay === typed.stay) return view.form.questions
  return rule
    ? questionsFor(typed.type, rule, { geography: view.form.geography, stay: typed.stay, agreed: typed.answers.confirmed === true })
    : []
}

const typeQuestion = ({ typed, rule, change }: Form): Asked => ({
  key: 'type',
  label: labelOf('type'),
  ask: '毕业后你去哪里？',
  hint: rule?.note ?? '选最接近的一项，后面只问用得着的问题。',
  required: true,
  open: !typed.type,
  control: id => (
    <Choices
      labelledBy={id}
      value={typed.type ?? undefined}
      options={destinationCodes.map(code => ({ value: code, label: destinations[code].label }))}
      onPick={code => change({ type: code as DestinationCode })}
    />
  ),
})

const stayQuestion = ({ typed, rule, change }: Form): Asked => ({
  key: 'stay',
  label: labelOf('stay'),
  ask: '希望把组织关系保留在学校吗？',
  hint: rule?.stayMonths ? `最多保留 ${rule.stayMonths} 个月，须写明理由和期限。` : '保留须写明理由和期限。',
  required: true,
  open: false,
  control: id => (
    <Choices
      labelledBy={id}
      value={typed.stay ? 'stay' : 'leave'}
      options={(['leave', 'stay'] as const).map(value => ({ value, label: stayWords[value] }))}
      onPick={picked => change({ stay: picked === 'stay' })}
    />
  ),
})

const designation = '像是部队番号。只写对外代号，不写番号；确属代号的可以照填。'

/** The answer that the server has judged is the one that stands here. */
const isJudged = ({ view, typed }: Form, field: FormField) =>
  JSON.stringify(view.form.answers[field] ?? null) === JSON.stringify(typed.answers[field] ?? null)

const control = ({ view, typed, change }: Form, field: FormField, labelledBy: string) => (
  <NearContext value={nearOf(typed.answers)}>
    <AnswerControl
      field={field}
      labelledBy={labelledBy}
      value={typed.answers[field]}
      placeName={view.form.placeNames[field]}
      masked={view.own ? undefined : answerText(field, view.form.answers, view.form.placeNames) || undefined}
      internal={typed.type === 'D04'}
      usual={field === 'placedBranch' ? view.person.branchName : undefined}
      onChange={next => change({ answers: { ...typed.answers, [field]: next } })}
    />
  </NearContext>
)

/** What belongs to the question and applies now; what the dictionary knows is only shown. */
const partsShown = (form: Form, field: FormField) => {
  const { view, typed } = form
  if (field === 'confirmed' && typed.answers.confirmed !== true) return []
  const known = new Map(view.form.questions.map(question => [question.field, question]))
  return (partsOf[field] ?? []).flatMap(part => {
    if (field === 'confirmed') return [{ part, required: part === 'confirmedOn' && requiresDay(form), held: false }]
    const question = known.get(part)
    return question ? [{ part, required: question.required, held: Boolean(question.held) && isJudged(form, field) }] : []
  })
}

const requiresDay = ({ rule }: Form) => rule?.required.includes('confirmedOn') ?? false

const fieldControl = (form: Form, field: FormField, labelledBy: string) => (
  <>
    {control(form, field, labelledBy)}
    {partsShown(form, field).map(({ part, required, held }) =>
      held ? (
        <HeldPart key={part} label={questions[part].label} text={answerText(part, form.view.form.answers, {})} />
      ) : (
        <AnswerPart key={part} label={questions[part].label} required={required} control={id => control(form, part, id)} />
      ),
    )}
    {field === 'addressee' && isJudged(form, field) && <RouteNote route={form.view.route} />}
    {field === 'reportBy' && isJudged(form, field) && <GapNote gap={form.view.gap} />}
  </>
)

const fieldQuestion = (form: Form, field: FormField, required: boolean): Asked => {
  const { view, typed, today } = form
  const value = typed.answers[field]
  const type = typed.type!
  const written = field === 'addressee' ? (value as { name?: string } | null)?.name : value
  const answered = answeredWith(field) as readonly FormField[]
  return {
    key: field,
    label: questions[field].label,
    ask: questions[field].ask,
    hint: namesDesignation(type, written) ? <span className="t-ochre">{designation}</span> : hintFor(type, field),
    required,
    open: value === undefined || value === null || value === '',
    wrong: answered.map(each => wrongWith(each, typed.answers, { today, stayEnd: view.form.stayEnd })).find(Boolean),
    control: id => fieldControl(form, field, id),
  }
}

/** The type first, then what applies to it, in order. */
export const askedOf = (form: Form): Asked[] => [
  typeQuestion(form),
  ...screensOf(questionsOf(form)).map(({ field, required }) =>
    field === 'stay' ? stayQuestion(form) : fieldQuestion(form, field, required),
  ),
]
