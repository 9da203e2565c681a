import type { ClauseId, Geography, LetterPolicy, System } from '../../plans/rules.ts'

export const paperReasons = ['exception', 'no-channel', 'asked-outside', 'in-province', 'not-asked'] as const
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

/** Letter or none, by the first rule that fits. A proposal: the office decides. In province none, unless by exception or for want of a channel. */
export const decidePaper = (facts: PaperFacts, policy: LetterPolicy): PaperDecision => {
  const first = policy.rules.find(({ rule, on }) => on && fits[rule](facts, policy))
  if (first) return { outcome: 'paper', reason: first.rule, clause: first.clause }
  return { outcome: 'none', reason: facts.geography === 'outside' ? 'not-asked' : 'in-province', clause: policy.otherwise }
}
