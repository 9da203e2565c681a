import type { ClauseId, Geography, LetterPolicy, System } from '../../plans/rules.ts'

export const paperReasons = ['exception', 'no-channel', 'asked-outside', 'by-exception-only', 'in-province', 'not-asked'] as const
export type PaperReason = (typeof paperReasons)[number]

export type PaperFacts = {
  geography: Geography
  system: System
  /** The office's reason for a letter that no rule calls for. */
  exception: string | null
  /** Who asked for paper, as recorded. */
  askedBy: 'receiver' | 'member' | null
}

export type PaperDecision = { outcome: 'paper' | 'none'; reason: PaperReason; clause: ClauseId }

type Rule = LetterPolicy['rules'][number]['rule']

const fits: Record<Rule, (facts: PaperFacts, policy: LetterPolicy) => boolean> = {
  exception: ({ exception }) => Boolean(exception?.trim()),
  'no-channel': ({ system }, { noChannelSystems }) => noChannelSystems.includes(system),
  'asked-outside': ({ geography, askedBy }) => geography === 'outside' && askedBy !== null,
}

/** Why there is none. Where no electronic way exists either and the plan's rule for that is off, only an exception opens one. */
const whyNone = ({ system, geography }: PaperFacts, { noChannelSystems }: LetterPolicy): PaperReason => {
  if (noChannelSystems.includes(system)) return 'by-exception-only'
  return geography === 'outside' ? 'not-asked' : 'in-province'
}

/** Letter or none, by the first rule that fits. A proposal: the office decides. In province none, unless by exception or for want of a channel. */
export const decidePaper = (facts: PaperFacts, policy: LetterPolicy): PaperDecision => {
  const first = policy.rules.find(({ rule, on }) => on && fits[rule](facts, policy))
  if (first) return { outcome: 'paper', reason: first.rule, clause: first.clause }
  return { outcome: 'none', reason: whyNone(facts, policy), clause: policy.otherwise }
}

export type WayOut = 'system' | 'paper' | null

/** The way that follows from the decision on paper, and from nothing else. Null: no way is open until the office has made its exception. */
export const wayOut = ({ outcome, reason }: Pick<PaperDecision, 'outcome' | 'reason'>): WayOut => {
  if (outcome === 'paper') return 'paper'
  return reason === 'by-exception-only' ? null : 'system'
}
