export { viewsApi } from './api.ts'
