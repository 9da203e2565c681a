import type { Day } from '../../../kernel/day.ts'
import type { Role } from '../../accounts/rules.ts'
import type { ShownState, Side } from '../../transfers/rules.ts'
import { type Act, type CaseKind, clauseOf, type Part, type Work } from './kinds.ts'
import { isNear } from './need.ts'

export type Waiting = { owner: Side; state: ShownState; count: number; overdue: number; dueOn: Day | null }

const sidesOf: Partial<Record<Role, readonly Side[]>> = {
  'committee-office': ['office'],
  'general-branch': ['secondary'],
  'direct-branch': ['branch', 'secondary'],
  'branch-teacher': ['branch'],
}

/** Who may be reminded by whom; a counselor sees and urges. */
const belowOf: Partial<Record<Role, readonly Side[]>> = {
  'committee-office': ['member', 'branch', 'secondary', 'new-branch'],
  'general-branch': ['member', 'branch', 'new-branch'],
  'direct-branch': ['member', 'new-branch'],
  'branch-teacher': ['member', 'new-branch'],
  counselor: ['member', 'branch'],
}

/** Null: nobody has to act, or the case has run its course. In the office's hands the same state means an application. */
const kindOfState: Record<ShownState, CaseKind | null> = {
  'to-fill': 'to-fill',
  withdrawn: 'to-fill',
  void: 'to-fill',
  'sent-back': 'sent-back',
  'branch-check': 'branch-check',
  'secondary-check': 'secondary-check',
  verified: 'verified',
  'office-check': 'office-check',
  'to-start': 'to-start',
  'to-issue': 'to-issue',
  'in-transit': null, // out of the school's hands until it is answered or expires
  answered: 'answered',
  received: 'received',
  closed: null,
  rejected: 'rejected',
  expired: 'expired',
  retained: null,
  deferred: 'deferred',
  internal: 'internal',
}

/** Only an application brings a case in these states to the office. */
const byApplication: readonly ShownState[] = ['to-start', 'in-transit', 'rejected', 'expired']

export const kindOf = ({ owner, state }: Pick<Waiting, 'owner' | 'state'>): CaseKind | null =>
  owner === 'office' && byApplication.includes(state) ? 'application' : kindOfState[state]

/** Urged at once, whatever the day: a letter that proves nothing any more, a member whom nobody has taken. */
const pressing: readonly CaseKind[] = ['rejected', 'expired', 'sent-back']

const actFor = (role: Role, { owner }: Waiting): Act | null => {
  if (sidesOf[role]?.includes(owner)) return 'do'
  return belowOf[role]?.includes(owner) ? 'urge' : null
}

const earlier = (a: Day | null, b: Day | null) => (a && b ? (a < b ? a : b) : (a ?? b))

const joined = (a: Work, b: Work): Work => ({
  ...a,
  count: a.count + b.count,
  overdue: a.overdue + b.overdue,
  dueOn: earlier(a.dueOn, b.dueOn),
})

/** What of the open cases is work for this role, one line for each kind. */
export function caseWork(role: Role, waiting: readonly Waiting[], today: Day): Work[] {
  const lines = new Map<string, Work>()
  for (const row of waiting) {
    const kind = kindOf(row)
    const act = actFor(role, row)
    if (!kind || !act || row.count === 0) continue
    if (act === 'urge' && (kind === 'deferred' || !(pressing.includes(kind) || isNear(row.dueOn, today)))) continue
    const { count, overdue, dueOn } = row
    const work: Work = { kind, act, task: null, count, overdue, dueOn, clause: clauseOf[kind], parts: [] }
    const key = `${kind} ${act}`
    const known = lines.get(key)
    lines.set(key, known ? joined(known, work) : work)
  }
  return [...lines.values()]
}

export type Unreported = { count: number; dueOn: Day | null }

/** Who has not told where to, by branch, as one line of the same list: the equation's own number, with or without a case. */
export function unreported(branches: readonly Unreported[], today: Day): Waiting {
  const open = branches.filter(({ count }) => count > 0)
  const sum = (rows: readonly Unreported[]) => rows.reduce((total, { count }) => total + count, 0)
  return {
    owner: 'member',
    state: 'to-fill',
    count: sum(open),
    overdue: sum(open.filter(({ dueOn }) => dueOn !== null && dueOn < today)),
    dueOn: open.reduce<Day | null>((first, { dueOn }) => earlier(first, dueOn), null),
  }
}

/** A case that waits for its member to fill it: counted by `unreported`. */
export const waitsToFill = (row: Waiting): boolean => row.owner === 'member' && kindOf(row) === 'to-fill'

/** The greatest first. */
export const partsOf = (rows: readonly Part[]): Part[] =>
  rows
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
