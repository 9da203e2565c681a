import { createHash } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import { randomCode } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school } from '../orgs/index.ts'
import { calendarsContract, type Feed } from './contract.ts'
import { calendarOf } from './feed.ts'
import * as store from './store.ts'

/** How a calendar program, which is signed in nowhere, is let in: as the account whose address it has; null where it is nobody's. */
export interface CalendarDoor {
  as<T>(codeHash: Uint8Array, work: (context: RequestContext) => Promise<T>): Promise<T | null>
}
export interface CalendarContext {
  services: { calendars: CalendarDoor }
}

const hashOf = (code: string): Uint8Array => createHash('sha256').update(`calendar\n${code}`).digest()

async function subscribe({ trx, scope, actor, now, url, record }: RequestContext) {
  const { code } = await school(trx, scope.school)
  const opaque = `${code}-${randomCode()}`
  await store.putFeed(trx, scope, hashOf(opaque), now)
  record({ kind: 'calendar', id: actor.id, path: scope.path, after: { subscribed: true } })
  return { madeAt: now.toISOString(), readOn: null, address: new URL(`/api/v1/calendars/${opaque}`, url).href }
}

async function end({ trx, scope, actor, record }: RequestContext) {
  if (!(await store.dropFeed(trx, scope))) throw new ORPCError('NOT_FOUND')
  record({ kind: 'calendar', id: actor.id, path: scope.path, before: { subscribed: true } })
  return { ended: true as const }
}

async function mine({ trx, scope }: RequestContext): Promise<Feed | null> {
  const held = await store.feedOf(trx, scope)
  return held ? { madeAt: held.madeAt.toISOString(), readOn: held.readOn } : null
}

const os = implement(calendarsContract).$context<RequestContext & CalendarContext>()

export const calendarsApi = os.router({
  mine: os.mine.handler(({ context }) => mine(context)),
  subscribe: os.subscribe.handler(({ context }) => subscribe(context)),
  end: os.end.handler(({ context }) => end(context)),
  read: os.read.handler(async ({ context: { services }, input }) => {
    const file = await services.calendars.as(hashOf(input.code), calendarOf)
    if (!file) throw new ORPCError('NOT_FOUND')
    return file
  }),
})
