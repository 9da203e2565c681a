export { answerCase, receiverAnswered } from './actions/answering.ts'
export { type CarriedCase, carriedCases, carryCases, dropCarriedCases } from './actions/carrying.ts'
export { casesFollow, idsOfCohort, namesFollow, peopleOfTerm, relightCohort, traceOf, traceOwn } from './actions/hooks.ts'
export { type ToIssue, toIssue } from './actions/issuing.ts'
export { transfersOwnData } from './actions/own-data.ts'
export { list as listTransfers } from './actions/read.ts'
export {
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
