/** When a letter may be issued. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { isValidity, validUntil } from './validity.ts'

/** What is stored. That a letter has expired follows from the day and is never stored. */
export const letterStates = ['issued', 'voided'] as const
export type LetterState = (typeof letterStates)[number]

export const issueRefusals = [
  'under-review',
  'not-approved',
  'paper-not-decided',
  'already-issued',
  'person-incomplete',
  'no-addressee',
  'no-dues-month',
  'missing-glyphs',
  'validity-out-of-range',
] as const
export type IssueRefusal = (typeof issueRefusals)[number]

export type IssueFacts = {
  /** 受审查: nothing moves while it lasts. */
  underReview: boolean
  /** The organisation department has approved this attempt. */
  approved: boolean
  /** The organisation department has decided for paper (C10). */
  paperDecided: boolean
  /** A letter of this attempt stands: issued and not voided. */
  letterStands: boolean
  /** Sex, birth, ethnic group and ID number are known. */
  personComplete: boolean
  addressee: string | null
  /** `YYYY-MM` */
  duesPaidTo: string | null
  /** Characters that no font at hand can print. */
  missingGlyphs: readonly string[]
  validDays: number
}

const obstacles: Record<IssueRefusal, (facts: IssueFacts) => boolean> = {
  'under-review': facts => facts.underReview,
  'not-approved': facts => !facts.approved,
  'paper-not-decided': facts => !facts.paperDecided,
  'already-issued': facts => facts.letterStands,
  'person-incomplete': facts => !facts.personComplete,
  'no-addressee': facts => !facts.addressee?.trim(),
  'no-dues-month': facts => !/^\d{4}-(0[1-9]|1[0-2])$/.test(facts.duesPaidTo ?? ''),
  'missing-glyphs': facts => facts.missingGlyphs.length > 0,
  'validity-out-of-range': facts => !isValidity(facts.validDays),
}

/** Everything that stands in the way, gravest first: the list shown before a batch. */
export const issueObstacles = (facts: IssueFacts): IssueRefusal[] => issueRefusals.filter(reason => obstacles[reason](facts))

export type IssueDates = { issuedOn: Day; validDays: number; validUntil: Day }

export const mayIssue = (facts: IssueFacts, today: Day): Decision<IssueDates, IssueRefusal> => {
  const [first] = issueObstacles(facts)
  if (first) return refuse(first)
  return allow({ issuedOn: today, validDays: facts.validDays, validUntil: validUntil(today, facts.validDays) })
}
