import { implement, ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type SavedView, viewsContract } from './contract.ts'
import { isViewOf, MAX_VIEWS, type ViewRefusal, type ViewScreen } from './rules.ts'
import * as store from './store.ts'

const os = implement(viewsContract).$context<RequestContext>()
const refused = (reason: ViewRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })
const taken = (error: unknown): never => {
  throw meaningOf(error) === 'name-taken' ? refused('name-taken') : error
}

type Asked = {
  screen: ViewScreen
  name: string
  search: Record<string, string>
  shared: boolean
  replaces?: { id: string; version: number } | undefined
}

async function save(context: RequestContext, { screen, name, search, shared, replaces }: Asked): Promise<SavedView> {
  const { trx, scope, actor } = context
  if (!isViewOf(screen, search)) throw refused('not-of-this-list')
  const sharedPath = shared ? scope.path : null
  const [id, version] = await (replaces ? replace() : add()).catch(taken)
  context.record({ kind: 'view', id, path: scope.path, after: { screen, name, shared } })
  return { id, name, search, shared, mine: true, owner: actor.name, version }

  async function replace(): Promise<[string, number]> {
    const held = await store.holdView(trx, scope, screen, replaces!.id)
    if (!held) throw new ORPCError('NOT_FOUND')
    if (held.version !== replaces!.version) throw new ORPCError('CONFLICT', { status: 409, data: { version: held.version } })
    await store.saveView(trx, scope, held.id, { name, search, sharedPath, version: held.version + 1 })
    return [held.id, held.version + 1]
  }

  async function add(): Promise<[string, number]> {
    if ((await store.countOwn(trx, scope, screen)) >= MAX_VIEWS) throw refused('too-many-views')
    const row = { school_id: scope.school, id: newId(), account_id: actor.id, owner_name: actor.name, screen, name, search }
    await store.addView(trx, { ...row, shared_path: sharedPath })
    return [row.id, 1]
  }
}

export const viewsApi = os.router({
  list: os.list.handler(async ({ context: { trx, scope, actor }, input }) =>
    (await store.viewsOf(trx, scope, input.screen)).map(({ accountId, sharedPath, ...row }) => ({
      ...row,
      shared: sharedPath !== null,
      mine: accountId === actor.id,
    })),
  ),
  save: os.save.handler(({ context, input }) => save(context, input)),
  remove: os.remove.handler(async ({ context, input }) => {
    const { trx, scope, record } = context
    if (!(await store.removeView(trx, scope, input.screen, input.id))) throw new ORPCError('NOT_FOUND')
    record({ kind: 'view', id: input.id, path: scope.path, before: { screen: input.screen } })
    return { removed: true as const }
  }),
})
