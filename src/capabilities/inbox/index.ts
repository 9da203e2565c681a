export { inboxApi } from './api.ts'
export { inboxOwnData } from './own-data.ts'
export { addTask, beginTask, endTask, type Letterbox, openTasks, reportProgress, type TaskRow, taskById, tell, tellEach } from './store.ts'
