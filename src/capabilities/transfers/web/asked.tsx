/** The questions of the destination form as controls: the same list for the phone and for the desk. */
import type { ReactNode } from 'react'
import { type DestinationCode, type DestinationRule, destinationCodes } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import { destinations, hintFor, namesDesignation, type Question, questions, questionsFor } from '../rules.ts'
import { AnswerControl, Choices } from './AnswerControl.tsx'
import { answerText, labelOf, stayWords, type Typed, wrongWith } from './answers.ts'

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
export const decisive: readonly string[] = ['type', 'stay', 'receiverPlace']

/** The server's questions; until it has answered, those of the plan. */
const questionsOf = ({ view, typed, rule }: Form): Question[] => {
  if (!typed.type) return []
  if (view.form.type === typed.type && view.form.stay === typed.stay) return view.form.questions
  return rule ? questionsFor(typed.type, rule, { geography: view.form.geography, stay: typed.stay }) : []
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

const fieldQuestion = (form: Form, field: Exclude<Question['field'], 'stay'>, required: boolean): Asked => {
  const { view, typed, today, change } = form
  const value = typed.answers[field]
  const type = typed.type!
  const written = field === 'addressee' ? (value as { name?: string } | null)?.name : value
  return {
    key: field,
    label: questions[field].label,
    ask: questions[field].ask,
    hint: namesDesignation(type, written) ? <span className="t-ochre">{designation}</span> : hintFor(type, field),
    required,
    open: value === undefined || value === null || value === '',
    wrong: wrongWith(field, typed.answers, { today, stayEnd: view.form.stayEnd }),
    control: id => (
      <AnswerControl
        field={field}
        labelledBy={id}
        value={value}
        placeName={view.form.placeNames[field]}
        masked={view.own ? undefined : answerText(field, view.form.answers, view.form.placeNames) || undefined}
        internal={type === 'D04'}
        onChange={next => change({ answers: { ...typed.answers, [field]: next } })}
      />
    ),
  }
}

/** The type first, then what applies to it, in order. */
export const askedOf = (form: Form): Asked[] => [
  typeQuestion(form),
  ...questionsOf(form).map(({ field, required }) => (field === 'stay' ? stayQuestion(form) : fieldQuestion(form, field, required))),
]
