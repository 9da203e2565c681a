export { dropFiles, keepFile, type NewFile, openFile } from './actions.ts'
