export { noticesApi } from './api.ts'
export { chaseDuties } from './chasing.ts'
export { type NoticeReceiptLine, type NoticeStanding, noticeStanding, receiptsOf } from './standing.ts'
export { cohortsUndone } from './store.ts'
