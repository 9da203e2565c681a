export { educationApi } from './api.ts'
export { educationOwnData } from './own-data.ts'
export { activityList, itemProgress, type UnitProgress } from './progress.ts'
export { addConfirmations, type ConfirmationRow, confirmationsOf, confirmedSince, moveConfirmations } from './store.ts'
