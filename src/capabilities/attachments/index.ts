export { keepFile, type NewFile, openFile } from './actions.ts'
