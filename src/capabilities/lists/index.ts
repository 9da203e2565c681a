export { listsApi } from './api.ts'
