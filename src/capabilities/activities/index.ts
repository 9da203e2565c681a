export { activitiesApi } from './api.ts'
export { type ClosedList, whenListCloses } from './closing.ts'
export { activitiesOwnData } from './own-data.ts'
export { attendedSince, moveAttendances } from './store.ts'
