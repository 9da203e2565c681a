import { type Cells, type Column, isSensitive } from './cells.ts'

export type Line = { studentNumber: string; name: string; cells: Cells }
export type Who = { studentNumber: string; name: string }

/** `before` and `after` are null where the value may not be shown. */
export type Change = { label: string; before: string | null; after: string | null }
export interface Difference {
  added: Who[]
  removed: Who[]
  changed: (Who & { changes: Change[] })[]
}

/** The running number says nothing about a person; how a transfer goes on is told by the case. */
const apart: readonly string[] = ['no', 'validity', 'serial', 'startedOn', 'result', 'receipt']
const counted = ({ key }: Column) => !apart.includes(key)

const who = ({ studentNumber, name }: Who): Who => ({ studentNumber, name })

/** Person by person, by student number. `part`: the later list is a supplement or a batch, so that nobody left. */
export function differenceOf(
  before: readonly Line[],
  after: readonly Line[],
  columns: readonly Column[],
  part: 'whole' | 'later-is-part' | 'earlier-is-part' = 'whole',
): Difference {
  const old = new Map(before.map(line => [line.studentNumber, line]))
  const now = new Map(after.map(line => [line.studentNumber, line]))
  const changed = after.flatMap(line => {
    const earlier = old.get(line.studentNumber)
    const changes = earlier ? changesOf(earlier.cells, line.cells, columns) : []
    return changes.length ? [{ ...who(line), changes }] : []
  })
  return {
    added: part === 'earlier-is-part' ? [] : after.filter(line => !old.has(line.studentNumber)).map(who),
    removed: part === 'later-is-part' ? [] : before.filter(line => !now.has(line.studentNumber)).map(who),
    changed,
  }
}

const changesOf = (before: Cells, after: Cells, columns: readonly Column[]): Change[] =>
  columns.filter(counted).flatMap(({ key, label }) => {
    const [old, now] = [before[key] ?? '', after[key] ?? '']
    if (old === now) return []
    return [isSensitive(key) ? { label, before: null, after: null } : { label, before: old, after: now }]
  })

/** What a unit itself reports about a case; the rest of 附件2 is filled in by what comes after. */
const reported = [
  'destination',
  'unitName',
  'receiverPlace',
  'geography',
  'addressee',
  'receivingBranch',
  'orgCode',
  'confirmed',
  'method',
  'paper',
  'duesPaidTo',
]

/** Lines that no earlier return holds, or that report something else since. The newest of `earlier` comes last. */
export function notYetReported<Wanted extends Line>(lines: readonly Wanted[], earlier: readonly Line[], task: string): Wanted[] {
  const held = new Map(earlier.map(line => [line.studentNumber, line.cells]))
  return lines.filter(({ studentNumber, cells }) => {
    const before = held.get(studentNumber)
    if (!before) return true
    return task === 'register' && reported.some(key => (before[key] ?? '') !== (cells[key] ?? ''))
  })
}
