/** What changed of a destination, line by line: the field, as it was, as it is. */
import { geographyNames } from '../../plans/rules.ts'
import type { CaseView, ChangeView } from '../contract.ts'
import { type ChangedField, destinations, isSealedField, type Method, methodNames } from '../rules.ts'
import { labelOf, saidOf } from './answers.ts'
import type { Line } from './versions.ts'

const UNSAID = '–'
const paperSaid = { paper: '开', none: '不开' } as const

const ofWhole: Partial<Record<ChangedField, { label: string; said: (value: unknown) => string }>> = {
  type: { label: labelOf('type'), said: value => destinations[value as keyof typeof destinations]?.label ?? '' },
  geography: { label: '转接范围', said: value => geographyNames[value as keyof typeof geographyNames] ?? '' },
  method: { label: '转接方式', said: value => methodNames[value as Method] ?? '' },
  paper: { label: '纸质介绍信', said: value => paperSaid[value as keyof typeof paperSaid] ?? '' },
}

type Asked = Exclude<ChangedField, 'type' | 'geography' | 'method' | 'paper'>

/** Of a place the name has come instead of its code. */
const answered = (field: Asked, value: unknown): string => {
  if (field === 'addressee') return typeof value === 'string' ? value : ''
  if (field === 'stay') return saidOf('stay', { stay: value === true, answers: {} }, {})
  if (isSealedField(field) && (value === 'sealed' || (Array.isArray(value) && typeof value[0] === 'string'))) return '已填（不列出）'
  return saidOf(field, { stay: false, answers: { [field]: value } }, typeof value === 'string' ? { [field]: value } : {})
}

const lineOf = ({ field, before, after }: ChangeView): Line => {
  const whole = ofWhole[field]
  if (whole) return { label: whole.label, here: whole.said(before) || UNSAID, there: whole.said(after) || UNSAID }
  const asked = field as Asked
  const [here, there] = [answered(asked, before) || UNSAID, answered(asked, after) || UNSAID]
  return { label: labelOf(asked), here, there: here === there ? '已改（不列出）' : there }
}

export const changeLines = (changes: readonly ChangeView[]): Line[] => changes.map(lineOf)

const NAMED = 3

/** 抬头、具体党支部; of many the first ones, and how many. */
export const changedFieldsIn = (changes: readonly ChangeView[]): string => {
  const labels = changeLines(changes).map(({ label }) => label)
  const named = labels.slice(0, NAMED).join('、')
  return labels.length > NAMED ? `${named}等 ${labels.length} 项` : named
}

const checking: readonly CaseView['state'][] = ['branch-check', 'secondary-check', 'verified', 'office-check', 'sent-back']

/** Of a case that is being checked, what was changed last: by whom and when stands with it. */
export const lastChange = ({ events, attempts, state }: Pick<CaseView, 'events' | 'attempts' | 'state'>) => {
  const living = attempts.find(attempt => attempt.living)
  return checking.includes(state) ? events.find(event => event.attemptId === living?.id && event.changes.length > 0) : undefined
}
