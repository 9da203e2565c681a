export { closingApi } from './api.ts'
