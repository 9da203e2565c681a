export { carryoverApi } from './api.ts'
export { moveCarryovers } from './store.ts'
