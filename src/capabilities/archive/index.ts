export { archiveApi } from './api.ts'
export { checklistOf } from './checklist.ts'
export { makeArchive, type Progress } from './make.ts'
