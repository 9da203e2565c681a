export { inboxApi } from './api.ts'
export { addTask, beginTask, endTask, type Letterbox, openTasks, reportProgress, type TaskRow, taskById, tell } from './store.ts'
