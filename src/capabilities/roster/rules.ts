/** The roster (附件1): its fields and codes, what is checked in a sheet, and what importing it would change. */
export { type BranchIndex, indexBranches, readBranch } from './rules/branches.ts'
export { checkingRoster, checkRoster, type RosterOptions, readingRoster, readRoster } from './rules/check.ts'
export {
  atSchool,
  type Degree,
  degrees,
  type Education,
  educations,
  type IdType,
  idTypes,
  labelIn,
  type Membership,
  memberships,
  type Sex,
  sexes,
} from './rules/codes.ts'
export { type Change, type ComparedRow, type Comparison, compareRoster, comparingRoster, type Difference } from './rules/compare.ts'
export type { RosterCheck, RosterEntry, RosterRow, Standing } from './rules/entry.ts'
export { ethnicGroups } from './rules/ethnic-groups.ts'
export type { RosterContext } from './rules/field.ts'
export { rosterFields } from './rules/fields.ts'
export { checkDigitOf, type IdFacts, isKnownDivision, readResidentId } from './rules/id-number.ts'
export { membershipCodes, membershipNames } from './rules/membership.ts'
export { readName } from './rules/names.ts'
export {
  decideOutcome,
  type GraduateStep,
  graduateSteps,
  type OutcomeFacts,
  type OutcomeRefusal,
  openGraduateSteps,
  outcomeNeeds,
  outcomeRefusals,
} from './rules/outcome-rules.ts'
export { type Outcome, outcomeNames, outcomes, type Reduction, reductionNames, reductions } from './rules/outcomes.ts'
export { personIn } from './rules/person.ts'
export { readPhone, type SecondContact } from './rules/phones.ts'
export { fieldLabel, sensitiveFields } from './rules/value-text.ts'
