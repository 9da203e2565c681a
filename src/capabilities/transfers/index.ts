export { type CarriedCase, carriedCases, carryCases, dropCarriedCases } from './actions/carrying.ts'
export { casesFollow, idsOfCohort, peopleOfTerm, relightCohort, traceOf } from './actions/hooks.ts'
export { type ToIssue, toIssue } from './actions/issuing.ts'
export { transfersOwnData } from './actions/own-data.ts'
export {
  answerCase,
  type RegisterColumn,
  type RegisterRow,
  type Reported,
  registerColumns,
  registerRows,
  submitRegister,
} from './actions/register.ts'
export { transfersApi } from './api.ts'
export {
  addresseesNamed,
  dropLamps,
  type EventRow,
  eventsOf,
  lampCounts,
  type OpenWork,
  openOf,
  openWork,
  stateCounts,
  steppedSince,
  type TermCounts,
  termCounts,
} from './store.ts'
