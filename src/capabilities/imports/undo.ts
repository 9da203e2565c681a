/** A committed import taken back, as long as nothing was built on it. */
import { ORPCError } from '@orpc/server'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { ImportView } from './contract.ts'
import { openFormers } from './formers.ts'
import { type Desk, refused } from './reading.ts'
import { mayUndo } from './rules.ts'
import { dropFormers } from './store/formers.ts'
import * as store from './store.ts'
import { lookAtUndo } from './undo-look.ts'
import { importView } from './view.ts'

/** Asked again, it says what it did and changes nothing. */
export async function undo(desk: Desk, context: RequestContext, { id, version }: { id: string; version: number }): Promise<ImportView> {
  const { trx, scope, today, record, actor } = context
  const row = await store.holdImport(trx, scope, desk.kind.kind, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (row.state === 'undone') return importView(row, actor.id)
  if (row.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.version } })
  const { facts, undoing } = await lookAtUndo(desk, context, row, true)
  const decision = mayUndo(facts)
  if (!decision.allowed) throw refused(decision.reason, undoing?.built?.people)
  const formers = await openFormers(context, id)
  if (!formers) throw refused('former-gone')
  const { removes, restores, apply } = undoing!
  await apply(formers).catch(worded)
  await dropFormers(trx, scope.school, [id])
  await store.saveImport(trx, scope, id, { state: 'undone', touched_on: today })
  record({ kind: 'import', id, path: row.path, before: { state: row.state }, after: { state: 'undone', removes, restores } })
  return importView({ ...row, state: 'undone', version: version + 1 }, actor.id)
}

/** A number that would come back was given to somebody else meanwhile. */
const worded = (error: unknown): never => {
  throw meaningOf(error) === 'held-meanwhile' ? refused('changed-since') : error
}
