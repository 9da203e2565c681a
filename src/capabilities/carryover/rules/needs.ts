/** What a matter asks of its row, and what it has no use for. */
import type { Complaint, Ledger, TableRow } from '../../imports/rules.ts'
import { abroadStudy } from './abroad.ts'
import type { CarryFacts } from './facts.ts'
import { type CarryField, labelOf } from './fields.ts'
import { abroadAsks, type Matter, matterFields, matterNames, matters } from './matters.ts'

export const error = (kind: string, text: string, overridable = false): Complaint => ({
  kind,
  severity: 'error',
  text,
  ...(overridable && { overridable: true as const }),
})
export const warning = (kind: string, text: string): Complaint => ({ kind, severity: 'warning', text })

const lacking = (field: CarryField, of: string) => error('missing', `${of}要填“${labelOf(field)}”，这一格是空的。请补上。`)
const useless = (field: CarryField, matter: Matter) =>
  warning('not-for-this', `未了事项是“${matterNames[matter]}”，不用填“${labelOf(field)}”；这一格没有记下。填错了事项的请改。`)

const everyField = [...new Set(matters.flatMap(matter => [...matterFields[matter].asked, ...matterFields[matter].also]))]

/** A cell that is wrong in itself has been told off already. */
const blank = ({ values, wrong }: TableRow, field: CarryField) => (values[field] ?? null) === null && !wrong.has(field)

export function checkAsked(row: TableRow, matter: Matter, { say }: Ledger): void {
  const { asked, also } = matterFields[matter]
  for (const field of asked.filter(each => blank(row, each))) say(field, lacking(field, `未了事项是“${matterNames[matter]}”的，`))
  const abroad = matter === 'retained' && row.values.destination === abroadStudy
  if (abroad) for (const field of abroadAsks.filter(each => blank(row, each))) say(field, lacking(field, '出国（境）学习保留组织关系的，'))
  const used = new Set<CarryField>([...asked, ...also])
  for (const field of everyField.filter(each => !used.has(each) && (row.values[each] ?? null) !== null)) say(field, useless(field, matter))
}

/** Whoever leaves this year, or later, is on the roster of that year. */
export function checkYear(year: number, { present }: CarryFacts, { say }: Ledger): void {
  if (!present)
    say(
      'year',
      error('no-present-cohort', '本校还没有建立本届毕业生工作，没有方案可以沿用，这里什么也没有写入。请先建立本届方案，再导入往届未了。'),
    )
  else if (year >= present.year)
    say('year', error('not-earlier', `“毕业年份”应早于${present.name}。${year} 届的人请导入名册，在接转里办理；是往届的请改年份。`))
}
