import { ORPCError } from '@orpc/server'
import type { Log } from './log.ts'

/** Refusals are answers; the rest is ours to find. */
export const bugsTo = (log: Log) => (error: unknown) => {
  if (error instanceof ORPCError && error.status < 500) return
  const { name, message, stack, cause } = error as Error
  log.error({ name, message, stack, cause: String(cause ?? '') }, 'bug')
}
