/** An export of the Party-affairs system beside the roster: who is in both, who only here or only there, and what they say otherwise. */
import { ORPCError } from '@orpc/server'
import type { Steps } from '../../kernel/steps.ts'
import { type Checked, type Edits, type ImportKind, overrideOf, type ReadList, type StandingProblem } from '../imports/index.ts'
import { type Problem, readingTable, type Sheet, type Table, type TableDecision } from '../imports/rules.ts'
import { apply, type ComparedRow, chosenBy, type Facts, factsFor, placedIn, shown, shownFields, stampOf } from './importing.ts'
import { type Known, opening } from './known.ts'
import { indexBranches } from './rules/branches.ts'
import { comparedFields } from './rules/compared-fields.ts'
import { letStand, rowsStanding } from './rules/override.ts'
import { isWeighty } from './rules/weight.ts'
import { checkingRoster, comparingRoster, type RosterRow } from './rules.ts'
import * as store from './store/full.ts'
import { undoing } from './undoing.ts'

export const comparisonImports: ImportKind = {
  kind: 'party-system',
  marks: 'differences',
  undoing,
  fields: shownFields(comparedFields),
  async prepare(context, cohortId) {
    if (cohortId === null) throw new ORPCError('NOT_FOUND')
    const facts = await factsFor(context, cohortId)
    return { stamp: stampOf(facts), read: (sheets, edits) => readSheets(facts, sheets, edits) }
  },
}

function* readSheets(facts: Facts, sheets: readonly Sheet[], edits: Edits): Steps<TableDecision<ReadList>> {
  const decision = yield* readingTable(sheets, comparedFields, {
    context: { branches: indexBranches(facts.branches) },
    ...chosenBy(edits),
  })
  if (!decision.allowed) return decision
  const table = decision.value
  const { repairs, skipped, ...read } = yield* checkingRoster(table, { branches: facts.branches, today: facts.today })
  const problems = letStand(read.problems, problem => overrideOf(edits, problem))
  const rows = rowsStanding(read.rows, table, problems)
  return {
    allowed: true,
    value: {
      table,
      repairs,
      skipped,
      async compare(context, hold = false) {
        const people = await store.graduatesInFull(context.trx, context.scope, facts.cohort.id, undefined, hold)
        return comparing(facts, { table, rows, problems, edits }, await opening(context, people))
      },
    },
  }
}

type Read = { table: Table; rows: readonly RosterRow[]; problems: readonly StandingProblem[]; edits: Edits }

/** By the ID number; who has none here is known by name and birthday, where only one is called so. */
function matching(current: readonly Known[]) {
  const byId = new Map(current.flatMap(known => (known.idNumber === null ? [] : [[known.idNumber, known] as const])))
  const nameless = current.filter(({ idNumber }) => idNumber === null)
  const alike = Map.groupBy(nameless, ({ name, bornOn }) => `${name} ${bornOn}`)
  return ({ idNumber, name, bornOn }: RosterRow): Known | null => {
    const known = idNumber === null ? undefined : byId.get(idNumber)
    if (known) return known
    const called = bornOn === null ? [] : (alike.get(`${name} ${bornOn}`) ?? [])
    return called.length === 1 ? called[0]! : null
  }
}

/** A birthday that is known from the ID number is not what the other system says. */
const saidBy = ({ columns }: Table) => {
  const fields = new Set(columns.map(({ field }) => field))
  return (field: string) => fields.has(field) || (field === 'secondContact' && [...fields].some(each => each?.startsWith(field)))
}

const onlyThere = (row: RosterRow): Problem => ({
  row: row.row,
  field: 'idNumber',
  column: '公民身份号码',
  position: 0,
  kind: 'only-there',
  severity: 'warning',
  text: '对方系统里有此人，这里的名册没有。请核对：确是本届毕业生党员的，请导入或补录；不是本届的不必理会。',
})

function* comparing(facts: Facts, { table, rows, problems: own, edits }: Read, people: Steps<Known[]>): Steps<Checked> {
  const current = yield* people
  const matchOf = matching(current)
  const matches = rows.map(row => ({ row, known: matchOf(row) }))
  const both = matches.flatMap(({ row, known }) => (known ? [{ ...row, studentNumber: known.studentNumber }] : []))
  const comparison = yield* comparingRoster(current, both)
  const more = [...comparison.problems, ...matches.filter(({ known }) => !known).map(({ row }) => onlyThere(row))].map(placedIn(table))
  const unmatched = new Set(matches.filter(({ known }) => !known).map(({ row }) => row.row))
  // What is wrong with somebody who is not ours is not ours to mend.
  const problems = [...own.filter(({ row }) => !unmatched.has(row)), ...letStand(more, problem => overrideOf(edits, problem))]
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row))
  const said = saidBy(table)
  const changes = new Map(comparison.rows.map(each => [each.row, each.changes.filter(({ field }) => said(field))]))
  const standing = matches.map(({ row, known }): ComparedRow => {
    const differing = changes.get(row.row) ?? []
    const kind = !known ? 'elsewhere' : wrong.has(row.row) ? 'wrong' : differing.length > 0 ? 'changed' : 'same'
    return { row: row.row, kind, changes: differing, joins: false, entry: row, known }
  })
  const named = new Set(both.map(({ studentNumber }) => studentNumber))
  const covered = new Set(matches.flatMap(({ known }) => (known ? [known.branch] : [])))
  const missing = current.filter(({ studentNumber, branch }) => covered.has(branch) && !named.has(studentNumber))
  return {
    rows: standing.map(({ row, kind, changes }) => ({ row, kind, changes: shown(changes, null) })),
    problems: problems.sort((a, b) => a.row - b.row || a.position - b.position),
    missing: missing.map(({ studentNumber, name, branch }) => ({ studentNumber, name, branch: branch ?? '' })),
    weighty: standing.filter(({ kind, changes }) => kind === 'changed' && changes.some(isWeighty)).length,
    apply: (inside, committed) => apply(inside, facts, committed, { rows: standing, missing }),
  }
}
