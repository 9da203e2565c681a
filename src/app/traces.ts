import { traceOwn } from '../capabilities/transfers/index.ts'
import { signedIn, transact } from './gate.ts'
import type { Services } from './services.ts'

/**
 * A member who signs in is heard of: what counts the days of silence begins anew. A sign-in does not wait for it to succeed, nor fail with
 * it.
 */
export async function leaveTrace(services: Services, authUserId: string): Promise<void> {
  try {
    const who = await signedIn({ services, authUserId })
    if (who?.scope.reach === 'own' && who.actor.memberId) await transact(services, who, { permission: 'transfers:own' }, traceOwn)
  } catch (error) {
    services.log.error({ error: (error as Error).message }, 'a sign-in left no trace')
  }
}
