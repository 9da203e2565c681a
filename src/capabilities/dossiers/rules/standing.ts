/** Where each dossier stands; exclusive and complete, so that the counts add up to the people. */
import { isBlank, type Papers, type Trouble, troubleKey } from './papers.ts'

export const states = ['open', 'packed', 'checked', 'handed-over', 'received'] as const
export type State = (typeof states)[number]

export const standings = ['untouched', 'entering', 'ready', 'packed', 'checked', 'handed-over', 'received'] as const
export type Standing = (typeof standings)[number]
export const standingNames: Record<Standing, string> = {
  untouched: '未开始',
  entering: '有问题',
  ready: '待装档',
  packed: '待核对',
  checked: '待移交',
  'handed-over': '已移交',
  received: '已接收',
}

/** Why problems stand, by `paper.problem`; a blank is none. */
export type Explained = Readonly<Record<string, string | undefined>>
export const unexplained = (troubles: readonly Trouble[], explained: Explained): Trouble[] =>
  troubles.filter(trouble => !explained[troubleKey(trouble)]?.trim())

export type Facts = { state: State; papers: Papers; troubles: readonly Trouble[]; explained: Explained }

export function standingOf({ state, papers, troubles, explained }: Facts): Standing {
  if (state !== 'open') return state
  if (Object.values(papers).every(paper => !paper || isBlank(paper))) return 'untouched'
  return unexplained(troubles, explained).length > 0 ? 'entering' : 'ready'
}

export type Counts = Record<Standing, number> & { people: number; postponed: number }
export const noCounts: Counts = {
  people: 0,
  postponed: 0,
  untouched: 0,
  entering: 0,
  ready: 0,
  packed: 0,
  checked: 0,
  'handed-over': 0,
  received: 0,
}

export function countStandings(rows: readonly { standing: Standing; postponed: string | null }[]): Counts {
  const counts = { ...noCounts, people: rows.length }
  for (const { standing, postponed } of rows) {
    counts[standing] += 1
    if (postponed !== null) counts.postponed += 1
  }
  return counts
}

/** Out of the branch's hands: sealed and checked, or not to be handed over this year. */
export const isDone = ({ standing, postponed }: { standing: Standing; postponed: string | null }) =>
  postponed !== null || standing === 'checked' || standing === 'handed-over' || standing === 'received'
