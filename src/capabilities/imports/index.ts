export { importApi } from './api.ts'
export { type Edits, overrideOf } from './edits.ts'
export { expireImports } from './expiry.ts'
export type { Checked, CheckedRow, ImportKind, Reader, ReadList, ShownChange, StandingProblem } from './kind.ts'
