export { dropFiles, keepFile, type NewFile, openFile } from './actions.ts'
export { moveFiles } from './store.ts'
