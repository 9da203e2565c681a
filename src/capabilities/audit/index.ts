export { auditApi } from './api.ts'
export { type Author, extract, record } from './store.ts'
