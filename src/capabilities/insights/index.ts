export { insightsApi } from './api.ts'
