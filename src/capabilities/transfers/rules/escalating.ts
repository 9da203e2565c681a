/** 支部 → 总支 → 组织部: a lamp that stays on without an act passes to the next level by the plan's days. */
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Escalation } from '../../plans/rules.ts'
import type { DatedLamp, Lamp } from './lamps.ts'

export const escalationLevels = ['secondary', 'committee'] as const
export type EscalationLevel = (typeof escalationLevels)[number]

export const escalationNames: Record<EscalationLevel, string> = { secondary: '总支', committee: '组织部' }

/** Early warnings pass to nobody: what is late, lost from sight or runs out does. */
const passesOn: Record<Lamp, boolean> = {
  overdue: true,
  'letter-expired': true,
  'start-expired': true,
  'pocket-risk': true,
  'silent-check': true,
  stranded: true,
  'due-soon': false,
  'letter-ending': false,
  'start-ending': false,
  'receipt-missing': true,
  'silent-long': false,
  silent: false,
  'probation-urgent': false,
  'probation-before-leaving': false,
  'probation-after-leaving': false,
  'abroad-contact': true,
}

/** From this day on the level has it, because of this lamp. */
export type DatedEscalation = { level: EscalationLevel; lamp: Lamp; from: Day }

export type EscalationFacts = {
  lamps: readonly DatedLamp[]
  /** The last day on which somebody took a step, made a call or logged a contact; null: nobody yet. */
  actedOn: Day | null
  /** A 直属党支部 has no 总支 above it. */
  direct: boolean
}

const later = (a: Day, b: Day | null): Day => (b && b > a ? b : a)

/** Counted from the day the lamp was lit, or from the last act since: who acts has the days anew. The lamp that passes first names it. */
export function escalationsOf({ lamps, actedOn, direct }: EscalationFacts, plan: Escalation): DatedEscalation[] {
  const [first] = lamps
    .filter(({ lamp, until }) => passesOn[lamp] && until === null)
    .map(({ lamp, from }) => ({ lamp, since: later(from, actedOn) }))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  if (!first) return []
  const after: Record<EscalationLevel, number> = { secondary: plan.secondaryAfterDays, committee: plan.committeeAfterDays }
  return escalationLevels
    .filter(level => !(direct && level === 'secondary'))
    .map(level => ({ level, lamp: first.lamp, from: addDays(first.since, after[level]) }))
}

/** The highest level that has it today. */
export const escalatedOn = (dated: readonly DatedEscalation[], today: Day): DatedEscalation | null =>
  dated.filter(({ from }) => from <= today).toSorted((a, b) => escalationLevels.indexOf(b.level) - escalationLevels.indexOf(a.level))[0] ??
  null
