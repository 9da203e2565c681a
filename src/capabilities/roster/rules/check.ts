/** Checks the whole sheet at once: each row by itself, then against the others. */
import type { Day } from '../../../kernel/day.ts'
import { atOnce, mapping, type Steps } from '../../../kernel/steps.ts'
import {
  type Ledger,
  ledgerFor,
  type Problem,
  readingTable,
  type Sheet,
  type Table,
  type TableDecision,
  type TableOptions,
  type TableRow,
} from '../../imports/rules.ts'
import { entryOf } from './assemble.ts'
import { indexBranches } from './branches.ts'
import type { RosterCheck, RosterRow, Standing } from './entry.ts'
import { rosterFields } from './fields.ts'
import { checkBirth, checkIdNumber, checkSex } from './id-checks.ts'
import { checkConfirmed, checkJoined, checkMembership } from './party-checks.ts'

export type RosterOptions = {
  /** Names of all branches that exist. */
  branches: readonly string[]
  /** The importer's own branches, when not all are theirs. */
  scope?: readonly string[]
  today: Day
}

/** Takes a value that an earlier row has already; says so on the later one. */
const once = () => {
  const seen = new Map<string, number>()
  return (row: TableRow, field: string, kind: string, label: string, { sound, say }: Ledger): void => {
    if (!sound(field)) return
    const value = String(row.values[field])
    const earlier = seen.get(value)
    if (earlier === undefined) seen.set(value, row.row)
    else
      say(field, {
        kind,
        severity: 'error',
        text: `“${label}”与第 ${earlier} 行相同。请核对是填错了号码，还是同一个人写了两行；多余的一行可以跳过。`,
      })
  }
}

const labels = new Map(rosterFields.map(field => [field.key, field.label]))

/** Reads nothing twice and throws never; what is wrong in one cell is not held against another. */
export const checkRoster = (...given: Parameters<typeof checkingRoster>): RosterCheck => atOnce(checkingRoster(...given))

/** A step for each row. */
export function* checkingRoster(table: Table, { branches, scope, today }: RosterOptions): Steps<RosterCheck> {
  const problems: Problem[] = [...table.problems]
  const repairs = [...table.repairs]
  const ledgerOf = ledgerFor(table, labels, { problems, repairs })
  const [studentNumberOnce, idNumberOnce] = [once(), once()]
  const own = scope && scope.length < branches.length ? new Set(scope) : null
  const onlyBranch = onlyOne(scope ?? branches)

  const rows = yield* mapping(table.rows, (row): RosterRow => {
    const ledger = ledgerOf(row)
    studentNumberOnce(row, 'studentNumber', 'duplicate-student-number', '学号', ledger)
    idNumberOnce(row, 'idNumber', 'duplicate-id-number', '公民身份号码', ledger)
    const { idType, facts } = checkIdNumber(row, ledger)
    checkSex(row, facts, ledger)
    const bornOn = checkBirth(row, facts, ledger) ?? (row.wrong.has('bornOn') ? null : (facts?.bornOn ?? null))
    checkJoined(row, bornOn, today, ledger)
    checkConfirmed(row, today, ledger)
    checkMembership(row, ledger)
    const branch = (row.values.branch as string | null | undefined) ?? (row.wrong.has('branch') ? null : onlyBranch)
    const entry = entryOf(row, { idType, bornOn, branch })
    return { ...entry, row: row.row, standing: standingOf(row, branch, own) }
  })
  return { rows, skipped: table.skipped, ...withoutElsewhere(rows, problems, repairs, table) }
}

const standingOf = (row: TableRow, branch: string | null, own: ReadonlySet<string> | null): Standing => {
  if (branch !== null && own && !own.has(branch)) return 'elsewhere'
  return row.wrong.size > 0 ? 'wrong' : 'ready'
}

/** A row of another's branch is not this person's to mend: one line says where it belongs, the rest is left out. */
const withoutElsewhere = (rows: readonly RosterRow[], problems: Problem[], repairs: RosterCheck['repairs'], table: Table) => {
  const elsewhere = new Map(rows.filter(row => row.standing === 'elsewhere').map(row => [row.row, row.branch]))
  if (elsewhere.size === 0) return { problems: inOrder(problems), repairs }
  const kept = problems.filter(problem => !elsewhere.has(problem.row))
  const placed = table.columns.find(column => column.field === 'branch')
  for (const [row, branch] of elsewhere) {
    const text = `这一行属于“${branch}”，不在您负责的支部里，已放在一边，不会导入。`
    kept.push({
      row,
      column: placed?.header ?? '党支部',
      position: placed?.position ?? 0,
      field: 'branch',
      kind: 'elsewhere',
      severity: 'warning',
      text,
    })
  }
  return { problems: inOrder(kept), repairs: repairs.filter(repair => !elsewhere.has(repair.row)) }
}

const inOrder = (problems: Problem[]) => problems.sort((a, b) => a.row - b.row || a.position - b.position)

const onlyOne = (names: readonly string[]): string | null => (names.length === 1 ? names[0]! : null)

/** Whoever imports for one branch need not name it; else a row without a branch has no place. */
const fieldsFor = (oneBranch: boolean) =>
  rosterFields.map(field =>
    field.key !== 'branch' ? field : oneBranch ? { ...field, required: false } : { ...field, essential: true as const },
  )

/** From the sheets of a workbook to the checked roster, or why there is no roster in it. */
export const readRoster = (...given: Parameters<typeof readingRoster>) => atOnce(readingRoster(...given))

export function* readingRoster(
  sheets: readonly Sheet[],
  options: RosterOptions & Omit<TableOptions<unknown>, 'context'>,
): Steps<TableDecision<RosterCheck & { table: Table }>> {
  const { branches, scope, today, ...choices } = options
  const decision = yield* readingTable(sheets, fieldsFor(onlyOne(scope ?? branches) !== null), {
    ...choices,
    context: { branches: indexBranches(branches) },
  })
  if (!decision.allowed) return decision
  const table = decision.value
  const check = yield* checkingRoster(table, scope ? { branches, scope, today } : { branches, today })
  return { allowed: true, value: { table, ...check } }
}
