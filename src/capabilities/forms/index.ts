export { formsApi } from './api.ts'
export type { Layout } from './layout.ts'
export { type Paper, paperOf } from './paper.ts'
export { formUnit } from './unit.ts'
