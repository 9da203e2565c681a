/** The plan (工作方案) as tables and questions. Its schema is the server's alone: rules/parse.ts, rules/schema.ts. */

export { type PlanChange, type PlanPart, planChanges, planPartNames, planParts, type Touches } from './rules/changes.ts'
export { type ClauseId, clauseIds, clauses } from './rules/clauses.ts'
export * from './rules/codes.ts'
export type { Problem } from './rules/consistency.ts'
export { cloneFor, dueOn, isOverdue, leavingDayOf, type Shift, shifted, shifts } from './rules/dates.ts'
export { usualDossier, usualEscalation, usualKinds, usualPapers, withDefaults } from './rules/defaults.ts'
export { earlierPlan } from './rules/earlier.ts'
export { type Contradiction, doubtNote, type NoticeHead, type NoticeRead, type Proposal, readNotice } from './rules/notice/read.ts'
export type {
  ActivityKind,
  AwardRules,
  ChecklistItem,
  DestinationPolicy,
  DestinationRule,
  DossierPaper,
  Escalation,
  Form,
  LampThresholds,
  LetterPolicy,
  Milestone,
  Plan,
} from './rules/schema.ts'
export { type ShippedPlan, shippedPlanNames, shippedPlans } from './rules/shipped.ts'
