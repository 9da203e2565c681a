export { auditApi } from './api.ts'
export { callRoles } from './exporting.ts'
export { type Keyed, once } from './replay.ts'
export { type Author, bySystem, extract, record } from './store.ts'
