export { type CalendarDoor, calendarsApi } from './api.ts'
export { readFeed } from './store.ts'
