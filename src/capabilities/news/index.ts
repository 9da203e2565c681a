export { newsApi } from './api.ts'
export { type NewsLine, type NewsStanding, newsRows, newsStanding } from './doors.ts'
