import type { Day } from '../../../kernel/day.ts'

/** A returned one stays as it was; handing in again makes a new one with the next ordinal. */
export const returnStates = ['submitted', 'returned', 'accepted'] as const
export type ReturnState = (typeof returnStates)[number]

export const cellStates = ['none', ...returnStates] as const
export type CellState = (typeof cellStates)[number]

export const cellStateNames: Record<CellState, string> = { none: '未报', submitted: '待接收', returned: '已退回', accepted: '已接收' }

/** What was handed in and not sent back. */
export const stands = ({ state }: { state: ReturnState }) => state !== 'returned'

export type Handed = { id: string; ordinal: number; state: ReturnState; rowCount: number; submittedOn: Day; late: boolean }

export interface Standing {
  state: CellState
  /** The newest return, which a click opens. */
  latestId: string | null
  returns: number
  /** In all that stands: the first return with its supplements or batches. */
  rows: number
  dueOn: Day | null
  firstOn: Day | null
  /** The first that stands came after the day. */
  late: boolean
  /** Nothing stands, and the day has passed. */
  overdue: boolean
}

/** Where one unit is with one form. `handed` in any order. */
export const standingOf = (handed: readonly Handed[], dueOn: Day | null, today: Day): Standing => {
  const inOrder = [...handed].sort((a, b) => a.ordinal - b.ordinal)
  const latest = inOrder.at(-1)
  const standing = inOrder.filter(stands)
  const first = standing.at(0)
  return {
    state: stateOf(inOrder),
    latestId: latest?.id ?? null,
    returns: inOrder.length,
    rows: standing.reduce((sum, { rowCount }) => sum + rowCount, 0),
    dueOn,
    firstOn: first?.submittedOn ?? null,
    late: first?.late ?? false,
    overdue: !first && dueOn !== null && today > dueOn,
  }
}

const stateOf = (inOrder: readonly Handed[]): CellState => {
  const latest = inOrder.at(-1)
  if (!latest) return 'none'
  if (latest.state === 'returned') return 'returned'
  return inOrder.some(({ state }) => state === 'submitted') ? 'submitted' : 'accepted'
}
