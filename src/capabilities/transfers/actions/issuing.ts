/** Letters of cases: issued, handed over. What a letter is, and its number, belong to the letters. */
import { addDays, type Day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { type EthnicGroupName, issueLetters, type LetterDraft, printProblems } from '../../letters/index.ts'
import type { IssueRefusal } from '../../letters/rules.ts'
import { school } from '../../orgs/index.ts'
import { openPeople } from '../../roster/index.ts'
import { ethnicGroups, labelIn } from '../../roster/rules.ts'
import { type Refusal, type ReportingGap, reportingGap, type State } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { factsOf, settingsOf } from './setting.ts'
import { holdCases, type Item, type Taken, take } from './take.ts'

export type ToIssue = {
  transferId: string
  version: number
  graduateId: string
  name: string
  branchName: string
  addressee: string | null
  unitName: string | null
}
export type IssueRow = Omit<Taken, 'allowed'> & {
  allowed: boolean
  to?: State
  reason?: Refusal | IssueRefusal
  characters?: string[]
  gap?: ReportingGap
}

const text = (answer: unknown) => (typeof answer === 'string' ? answer : '')

/** The branch in full, from the committee down. */
const from = ({ person }: BegunCase, committee: string) =>
  person.unitKind === 'direct-branch' ? `${committee}${person.branchName}` : `${committee}${person.aboveName ?? ''}${person.branchName}`

/** In roster order, branch by branch and then by student number: so they are numbered, and so they are printed. */
async function draftsOf(context: RequestContext, cases: readonly BegunCase[]): Promise<LetterDraft[]> {
  const { committeeName } = await school(context.trx, context.scope.school)
  const settings = await settingsOf(context, cases)
  const people = await openPeople(
    context,
    cases.map(({ person }) => person.memberId),
  )
  const ordered = cases.toSorted((a, b) => compare(a.person.path, b.person.path) || compare(a.person.studentNumber, b.person.studentNumber))
  return ordered.map(held => {
    const { person, transfer, attempt } = held
    const { answers } = attempt.destination
    const addressee = attempt.addressee_name ?? ''
    const opened = people.get(person.memberId)
    return {
      transferId: transfer.id,
      attemptId: attempt.id,
      memberId: person.memberId,
      cohortId: person.cohortId,
      path: person.path,
      memberName: person.name,
      sex: person.sex,
      bornOn: person.bornOn,
      ethnicGroup: person.ethnicGroup ? (labelIn(ethnicGroups, person.ethnicGroup) as EthnicGroupName) : null,
      membership: person.membership === 'full' ? 'full' : 'probationary',
      idNumber: opened?.idNumber ?? null,
      phone: opened?.phone ?? null,
      addresseeName: addressee,
      from: from(held, committeeName),
      to: text(answers.receivingBranch) || text(answers.unitName) || addressee,
      duesPaidTo: text(answers.duesPaidTo) || (person.duesPaidTo ?? ''),
      validDays: factsOf(held, settings.get(person.cohortId)!).validityDays,
    }
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Those whose letter, issued today, would end before they report. */
async function gapsOf(context: RequestContext, cases: readonly BegunCase[]): Promise<ReadonlyMap<string, ReportingGap>> {
  const settings = await settingsOf(context, cases)
  return new Map(
    cases.flatMap(held => {
      const { validityDays } = factsOf(held, settings.get(held.person.cohortId)!)
      const reportBy = (text(held.attempt.destination.answers?.reportBy) || null) as Day | null
      const gap = reportingGap({ validUntil: addDays(context.today, validityDays), validityDays, reportBy, sent: false })
      return gap ? [[held.transfer.id, gap] as const] : []
    }),
  )
}

/** All or none: a name that no font can print, or a case that is not its turn, refuses the batch and is named. */
export async function issue(
  context: RequestContext,
  items: readonly Item[],
  dryRun: boolean,
): Promise<{ applied: boolean; rows: IssueRow[] }> {
  const cases = await holdCases(context, items)
  const preview = await take(context, { step: 'issue', items, dryRun: true })
  const may = new Set(preview.rows.flatMap(row => (row.allowed ? [row.id] : [])))
  const drafts = await draftsOf(
    context,
    cases.filter(({ transfer }) => may.has(transfer.id)),
  )
  const problems = new Map((await printProblems(context, drafts)).map(problem => [problem.attemptId, problem]))
  const attemptOf = new Map(cases.map(({ transfer, attempt }) => [transfer.id, attempt.id]))
  const gaps = await gapsOf(context, cases)
  const rows = preview.rows.map((row): IssueRow => {
    const problem = problems.get(attemptOf.get(row.id)!)
    const gap = gaps.get(row.id)
    if (!row.allowed) return row
    if (!problem) return { ...row, ...(gap && { gap }) }
    const { to: _, ...rest } = row
    return { ...rest, allowed: false, reason: problem.obstacles[0]!, characters: problem.characters }
  })
  if (dryRun || rows.some(row => !row.allowed)) return { applied: false, rows }
  const issued = new Map((await issueLetters(context, drafts)).map(letter => [letter.attemptId, letter]))
  const told = ({ attempt }: BegunCase) => {
    const { id, numberText } = issued.get(attempt.id)!
    return { letter: { id, number: numberText }, note: numberText }
  }
  return take(context, { step: 'issue', items, told })
}

/** The cases whose letter waits to be issued, in roster order. */
export async function toIssue(context: RequestContext, cohortId: string): Promise<ToIssue[]> {
  const { trx, scope } = context
  const ids = await store.waitingIn(trx, scope, cohortId, 'paper')
  return (await store.casesOf(trx, scope, ids)).flatMap(({ person, transfer, attempt }) =>
    transfer
      ? [
          {
            transferId: transfer.id,
            version: transfer.version,
            graduateId: person.id,
            name: person.name,
            branchName: person.branchName,
            addressee: attempt.addressee_name,
            unitName: attempt.unit_name,
          },
        ]
      : [],
  )
}
