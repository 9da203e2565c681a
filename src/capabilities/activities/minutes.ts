/** What took place, in words: saved by itself, so that nobody's step waits for who writes. */
import { ORPCError } from '@orpc/server'
import { type RichText, sizeOf } from '../../kernel/rich-text.ts'
import type { RequestContext } from '../accounts/index.ts'
import { heldActivity } from './actions.ts'
import type { Minutes } from './contract.ts'
import { mayWrite } from './rules.ts'
import * as store from './store.ts'
import { isHolder } from './views.ts'

export async function writeMinutes(
  context: RequestContext,
  { id, version, text }: { id: string; version: number; text: RichText },
): Promise<Minutes> {
  const { trx, scope, actor, now, record } = context
  const row = await heldActivity(context, id)
  const decision = mayWrite({ state: row.state, holder: isHolder(context, row) })
  if (!decision.allowed) throw new ORPCError('REFUSED', { status: 409, data: { reason: decision.reason } })
  if (row.minutesVersion !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.minutesVersion } })
  await store.saveMinutes(trx, scope.school, id, { text, at: now, by: actor.name })
  const characters = (written: RichText) => ({ title: row.title, characters: sizeOf(written).characters })
  record({ kind: 'activity', id, path: row.heldPath, before: characters(row.minutes), after: characters(text) })
  return { text, version: version + 1, saved: { at: now.toISOString(), by: actor.name } }
}
