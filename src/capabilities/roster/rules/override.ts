/** An overridable error that somebody let stand, with the reason: from then on the cell says what it says. */
import type { Day } from '../../../kernel/day.ts'
import type { Problem, Table, TableRow } from '../../imports/rules.ts'
import { entryOf } from './assemble.ts'
import type { Birth } from './birth.ts'
import type { RosterRow } from './entry.ts'

export type StoodProblem = Problem & { overridden?: string }
type ReasonOf = (problem: Problem) => string | undefined

export const letStand = (problems: readonly Problem[], reasonOf: ReasonOf): StoodProblem[] =>
  problems.map(problem => {
    const reason = problem.overridable && problem.severity === 'error' ? reasonOf(problem) : undefined
    return reason === undefined ? problem : { ...problem, severity: 'warning', overridden: reason }
  })

const birthOf = ({ values }: TableRow): Day | null => {
  const birth = values.bornOn as Birth | null | undefined
  return birth && 'day' in birth ? birth.day : null
}

/** The rows again, those with an override from their cells as they now count. */
export const rowsStanding = (rows: readonly RosterRow[], table: Table, problems: readonly StoodProblem[]): RosterRow[] => {
  const stood = Map.groupBy(problems, ({ row }) => row)
  const cells = new Map(table.rows.map(row => [row.row, row]))
  return rows.map(row => {
    const said = stood.get(row.row)
    const read = cells.get(row.row)
    if (!read || !said?.some(({ overridden }) => overridden !== undefined)) return row
    const wrong = new Set(said.filter(({ severity }) => severity === 'error').map(({ field }) => field))
    const mended = { ...read, wrong }
    const entry = entryOf(mended, {
      idType: row.idType,
      branch: row.branch,
      bornOn: row.bornOn ?? (wrong.has('bornOn') ? null : birthOf(read)),
    })
    return { ...entry, row: row.row, standing: row.standing === 'wrong' && wrong.size === 0 ? 'ready' : row.standing }
  })
}
