export { inboxApi } from './api.ts'
export { addTask, type Letterbox, openTasks, saveTask, type TaskRow, taskById, tell } from './store.ts'
