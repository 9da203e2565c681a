/** The life of a transfer (组织关系接转) as tables and questions. */

export { type Acting, actingSides } from './rules/acting.ts'
export * from './rules/answering.ts'
export {
  type ApplicationKind,
  answersFor,
  applicationKinds,
  applicationNames,
  applications,
  type OldLetter,
  oldLetterNames,
  oldLetters,
  wayAfter,
} from './rules/applications.ts'
export * from './rules/arriving.ts'
export * from './rules/calls.ts'
export * from './rules/changes.ts'
export { decide, openSteps, ownerOf, type StepDecision, shownState } from './rules/decide.ts'
export * from './rules/destination-papers.ts'
export * from './rules/destinations.ts'
export * from './rules/due.ts'
export * from './rules/editing.ts'
export * from './rules/escalating.ts'
export * from './rules/facts.ts'
export * from './rules/forewarning.ts'
export * from './rules/form.ts'
export * from './rules/geography.ts'
export * from './rules/lamps.ts'
export * from './rules/lists/differences.ts'
export type { HeldAttempt } from './rules/lists/outside.ts'
export { mendersFor, methodsOpen } from './rules/needs.ts'
export * from './rules/paper.ts'
export * from './rules/paper-deciding.ts'
export {
  type Evidence,
  noEvidence,
  type Proof,
  type ProofKind,
  proofKinds,
  proofNames,
  type ReceiptForm,
  receiptFormNames,
  receiptForms,
} from './rules/proofs.ts'
export { proofsFor } from './rules/proving.ts'
export * from './rules/questions.ts'
export * from './rules/receipt-pictures.ts'
export { clauseOfRefusal } from './rules/refusal-clauses.ts'
export * from './rules/refusals.ts'
export { openApplications } from './rules/renewing.ts'
export { gapOf, type ReportingGap, reportingGap } from './rules/reporting.ts'
export * from './rules/routing.ts'
export * from './rules/states.ts'
export * from './rules/staying.ts'
export { type Bring, type Step, stepCodes, stepNames, steps } from './rules/steps.ts'
export * from './rules/term.ts'
