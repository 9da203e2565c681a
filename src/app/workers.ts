import type { Services } from './services.ts'

/** Which kind of background task is done by what. */
export function registerWorkers(_services: Services) {}
