export { answerCase, receiverAnswered } from './actions/answering.ts'
export { announceArrivals, hearAnswer } from './actions/arrivals.ts'
export { type CarriedCase, carriedCases, carryCases, dropCarriedCases } from './actions/carrying.ts'
export { casesFollow, idsOfCohort, namesFollow, peopleOfTerm, relightCohort, traceOf, traceOwn } from './actions/hooks.ts'
export { type ToIssue, toIssue } from './actions/issuing.ts'
export { type HandedOn, handOn, takeBack } from './actions/keeping.ts'
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
export { watchOver } from './actions/watching.ts'
export { transfersApi } from './api.ts'
export {
  addresseesNamed,
  destinationCounts,
  dropLamps,
  type EventRow,
  escalationCounts,
  escalationsOn,
  eventsOf,
  keepersOf,
  keepSeasonDay,
  lampCounts,
  type OpenWork,
  openOf,
  openWork,
  seasons,
  stateCounts,
  steppedSince,
  type TermCounts,
  termCounts,
  type UnheardArrival,
  unannouncedSchools,
  unheardArrivals,
} from './store.ts'
