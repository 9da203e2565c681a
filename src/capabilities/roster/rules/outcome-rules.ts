/** Deciders over one graduate: what may be recorded about the end of study and of membership, and by whom. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Outcome, Reduction } from './outcomes.ts'

/** What 附件3 asks about somebody who does not graduate on time. */
export interface OutcomeFacts {
  reason?: string
  document?: string
  documentOn?: Day
  expectedOn?: Day
  atSchool?: boolean
  placedBranch?: string
  contactName?: string
  contactPhone?: string
  handling?: string
}

export const outcomeRefusals = [
  'reason-missing',
  'document-missing',
  'document-day-missing',
  'document-day-in-future',
  'expected-day-missing',
  'expected-day-past',
  'branch-missing',
  'branch-unknown',
  'contact-missing',
  'contact-phone-missing',
  'handling-missing',
  'already-reduced',
  'not-reduced',
] as const
export type OutcomeRefusal = (typeof outcomeRefusals)[number]

type Needed = Exclude<keyof OutcomeFacts, 'atSchool'>
const missing: Record<Needed, OutcomeRefusal> = {
  reason: 'reason-missing',
  document: 'document-missing',
  documentOn: 'document-day-missing',
  expectedOn: 'expected-day-missing',
  placedBranch: 'branch-missing',
  contactName: 'contact-missing',
  contactPhone: 'contact-phone-missing',
  handling: 'handling-missing',
}

/** The stars of 附件3, by what they can apply to: who stays has a branch and a named contact, who leaves has neither. */
export const outcomeNeeds: Record<Outcome, readonly Needed[]> = {
  'on-time': [],
  delayed: ['reason', 'expectedOn', 'placedBranch', 'contactName', 'contactPhone', 'handling'],
  completed: ['reason', 'handling'],
  incomplete: ['reason', 'handling'],
  withdrawn: ['reason', 'document', 'handling'],
  suspended: ['reason', 'document', 'placedBranch', 'contactName', 'contactPhone', 'handling'],
  enlisted: ['document', 'handling'],
  deceased: ['documentOn'],
}

export type OnRolls = { reduction: Reduction | null }

export const decideOutcome = (
  { reduction }: OnRolls,
  outcome: Outcome,
  facts: OutcomeFacts,
  { today, branches }: { today: Day; branches: readonly string[] },
): Decision<true, OutcomeRefusal> => {
  if (reduction !== null) return refuse('already-reduced')
  const lacking = outcomeNeeds[outcome].find(field => !facts[field])
  if (lacking) return refuse(missing[lacking])
  if (facts.documentOn && facts.documentOn > today) return refuse('document-day-in-future')
  if (outcome === 'delayed' && facts.expectedOn! <= today) return refuse('expected-day-past')
  if (facts.placedBranch && !branches.includes(facts.placedBranch)) return refuse('branch-unknown')
  return allow(true)
}

export type ReductionFacts = { on?: Day | undefined; document?: string | undefined; reason?: string | undefined }

/** Leaving the rolls is a recorded decision with its document; a death has a day. Null takes a wrong entry back, with a reason. */
export const decideReduction = (
  standing: OnRolls,
  reduction: Reduction | null,
  { on, document, reason }: ReductionFacts,
  today: Day,
): Decision<true, OutcomeRefusal> => {
  if (reduction === null) {
    if (standing.reduction === null) return refuse('not-reduced')
    return reason ? allow(true) : refuse('reason-missing')
  }
  if (standing.reduction !== null) return refuse('already-reduced')
  if (!on) return refuse('document-day-missing')
  if (on > today) return refuse('document-day-in-future')
  return document || reduction === 'deceased' ? allow(true) : refuse('document-missing')
}

export const graduateSteps = ['correct', 'set-outcome', 'reduce', 'restore', 'reveal'] as const
export type GraduateStep = (typeof graduateSteps)[number]

/** The buttons of a person's page. */
export const openGraduateSteps = ({ reduction }: OnRolls, held: (permission: string) => boolean): GraduateStep[] => {
  const edits: GraduateStep[] = reduction === null ? ['correct', 'set-outcome', 'reduce'] : ['correct', 'restore']
  return [...(held('roster:edit') ? edits : []), ...(held('roster:reveal') ? (['reveal'] as const) : [])]
}
