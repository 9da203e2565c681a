/** 移交清单: what may go on one, and what then stands on it for good. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const listStates = ['made', 'received', 'withdrawn'] as const
export type ListState = (typeof listStates)[number]
export const listStateNames: Record<ListState, string> = { made: '待接收', received: '已接收', withdrawn: '已撤销' }

export const listRefusals = [
  'nobody',
  'already-received',
  'already-withdrawn',
  'future-day',
  'before-the-list',
  'nobody-named',
  'reason-missing',
] as const
export type ListRefusal = (typeof listRefusals)[number]

/** A row as it is printed, in the order of the columns. */
export type ListRow = {
  graduateId: string
  bag: string
  studentNumber: string
  name: string
  membership: string
  branch: string
  papers: number
  pages: number
  remark: string
}

type List = { state: ListState; madeOn: Day }
const still = ({ state }: List): ListRefusal | null =>
  state === 'received' ? 'already-received' : state === 'withdrawn' ? 'already-withdrawn' : null

export function mayReceive(list: List, { onDay, by }: { onDay: Day; by: string }, today: Day): Decision<true, ListRefusal> {
  const reason = still(list)
  if (reason) return refuse(reason)
  if (onDay > today) return refuse('future-day')
  if (onDay < list.madeOn) return refuse('before-the-list')
  return by.trim() === '' ? refuse('nobody-named') : allow(true)
}

/** Only what has not arrived comes back whole. */
export function mayWithdraw(list: List, reason: string): Decision<true, ListRefusal> {
  const closed = still(list)
  if (closed) return refuse(closed)
  return reason.trim() === '' ? refuse('reason-missing') : allow(true)
}

export const totalOf = (rows: readonly Pick<ListRow, 'papers' | 'pages'>[]) => ({
  papers: rows.reduce((sum, { papers }) => sum + papers, 0),
  pages: rows.reduce((sum, { pages }) => sum + pages, 0),
})
