export { dropFiles, keepFile, type NewFile, openFile } from './actions.ts'
export { moveFilesOf } from './store.ts'
