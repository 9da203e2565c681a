export { farewellApi } from './api.ts'
export { farewellOwnData } from './own-data.ts'
export { moveFarewells, recordedSince } from './store.ts'
