/** What importing would change: shown first, then applied as it stands. */
import { atOnce, type Steps } from '../../../kernel/steps.ts'
import type { Complaint, Problem } from '../../imports/rules.ts'
import type { RosterEntry, RosterRow } from './entry.ts'
import { rosterFields } from './fields.ts'

export type Change = { field: keyof RosterEntry; before: unknown; after: unknown }
export type Difference = 'new' | 'changed' | 'same'
export type ComparedRow = { row: number; studentNumber: string; difference: Difference; changes: Change[] }
export type Comparison = {
  rows: ComparedRow[]
  problems: Problem[]
  /** Known people of the branches in the file whom the file does not name. */
  missing: RosterEntry[]
}

const fields = rosterFields
  .map(field => field.key)
  .filter(key => !key.startsWith('secondContact') && key !== 'studentNumber') as (keyof RosterEntry)[]
const labels = new Map(rosterFields.map(field => [field.key, field.label]))

/** An empty cell says nothing: it takes nothing away. */
const changesOf = (known: RosterEntry, incoming: RosterEntry): Change[] => {
  const changes: Change[] = []
  for (const field of fields) {
    const after = incoming[field]
    if (after === null || after === '' || after === known[field]) continue
    // Without a number the kind of paper is a guess.
    if (field === 'idType' && incoming.idNumber === null) continue
    changes.push({ field, before: known[field], after })
  }
  const contact = incoming.secondContact
  const before = known.secondContact
  const after = {
    name: contact?.name ?? before?.name ?? null,
    phone: contact?.phone ?? before?.phone ?? null,
    relation: contact?.relation ?? before?.relation ?? null,
  }
  if (contact && (after.name !== before?.name || after.phone !== before.phone || after.relation !== before.relation))
    changes.push({ field: 'secondContact', before, after })
  return changes
}

type Found = { field: keyof RosterEntry; complaint: Complaint }
const error = (field: keyof RosterEntry, kind: string, text: string, overridable = false): Found => ({
  field,
  complaint: overridable ? { kind, severity: 'error', text, overridable: true } : { kind, severity: 'error', text },
})
const warning = (field: keyof RosterEntry, kind: string, text: string): Found => ({ field, complaint: { kind, severity: 'warning', text } })

/** 预备 → 正式 is an act with a date; the other way round there is no act at all. */
const weightOf = (known: RosterEntry, incoming: RosterEntry): Found[] => {
  const from = known.membership
  const to = incoming.membership
  if (from === 'full' && to === 'probationary')
    return [error('membership', 'full-to-probationary', '名册里已是正式党员，文件里写成预备。请核对；确需改回的，可说明理由后保留。', true)]
  const wasProbationary = from === 'probationary' || from === 'probation-extended' || from === 'pending-approval'
  if (wasProbationary && to === 'full' && incoming.confirmedOn === null)
    return [error('confirmedOn', 'confirmation-day-missing', '由预备改为正式，必须填写转正时间。')]
  return []
}

const identityOf = (known: RosterEntry, incoming: RosterEntry): Found[] => {
  const otherName = incoming.name !== '' && incoming.name !== known.name
  const otherId = incoming.idNumber !== null && known.idNumber !== null && incoming.idNumber !== known.idNumber
  if (otherName && otherId)
    return [
      error(
        'studentNumber',
        'student-number-of-another',
        '名册里这个学号是另一个人：姓名和身份证号都不同。请核对学号；确是同一人的，可说明理由后保留。',
        true,
      ),
    ]
  if (otherId) return [warning('idNumber', 'id-number-changed', '身份证号与名册里的不同，导入后以文件为准，请确认。')]
  return otherName ? [warning('name', 'name-changed', '姓名与名册里的不同，导入后以文件为准，请确认。')] : []
}

const newcomer = (incoming: RosterEntry, byIdNumber: ReadonlyMap<string, RosterEntry>): Found[] => {
  const holder = incoming.idNumber === null ? undefined : byIdNumber.get(incoming.idNumber)
  if (!holder) return []
  const text = `这个身份证号在名册里属于学号 ${holder.studentNumber}。请核对学号；换了学号（如本校升学）的，请在原记录上办理，不要新增。`
  return [error('idNumber', 'id-number-of-another', text)]
}

/** Key is the student number; the ID number is held against it. Rows set aside or without a number are not compared. */
export const compareRoster = (...given: Parameters<typeof comparingRoster>): Comparison => atOnce(comparingRoster(...given))

/** A step for each row. */
export function* comparingRoster(current: readonly RosterEntry[], incoming: readonly RosterRow[]): Steps<Comparison> {
  const byNumber = new Map(current.map(entry => [entry.studentNumber, entry]))
  const byIdNumber = new Map(current.flatMap(entry => (entry.idNumber === null ? [] : [[entry.idNumber, entry] as const])))
  const comparison: Comparison = { rows: [], problems: [], missing: [] }
  const said = (row: number, { field, complaint }: Found) =>
    comparison.problems.push({ row, column: labels.get(field) ?? field, position: 0, field, ...complaint })

  const ours = incoming.filter(entry => entry.standing !== 'elsewhere')
  for (const entry of ours) {
    yield
    if (entry.studentNumber === '') continue
    const known = byNumber.get(entry.studentNumber)
    const changes = known ? changesOf(known, entry) : []
    const difference = !known ? 'new' : changes.length > 0 ? 'changed' : 'same'
    comparison.rows.push({ row: entry.row, studentNumber: entry.studentNumber, difference, changes })
    for (const found of known ? [...identityOf(known, entry), ...weightOf(known, entry)] : newcomer(entry, byIdNumber))
      said(entry.row, found)
  }
  const named = new Set(incoming.map(entry => entry.studentNumber))
  const covered = new Set(ours.map(entry => entry.branch))
  comparison.missing = current.filter(entry => covered.has(entry.branch) && !named.has(entry.studentNumber))
  return comparison
}
