import { implement, ORPCError } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { inboxContract } from './contract.ts'
import { mayCancel } from './rules.ts'
import * as store from './store.ts'

const os = implement(inboxContract).$context<RequestContext>()

const view = ({ input: _input, school: _school, account: _account, stopAskedAt, ...row }: store.TaskRow) => ({
  ...row,
  stopping: row.state === 'running' && stopAskedAt !== null,
})

export const inboxApi = os.router({
  list: os.list.handler(async ({ context: { trx, scope }, input }) => {
    const { page, next } = pageFrom(await store.messagesOf(trx, scope, input.after, input.limit + 1), input.limit, ({ id }) => id)
    return {
      rows: page.map(({ at, readAt, ...row }) => ({ ...row, at: at.toISOString(), read: readAt !== null })),
      unread: await store.unread(trx, scope),
      next,
    }
  }),
  markRead: os.markRead.handler(async ({ context: { trx, scope, now }, input }) => {
    const ids = [...new Set(input.ids)]
    if (ids.length) {
      if ((await store.countOwn(trx, scope, ids)) < ids.length) throw new ORPCError('NOT_FOUND')
      await store.markRead(trx, scope, ids, now)
    }
    return { unread: await store.unread(trx, scope) }
  }),
  task: os.task.handler(async ({ context: { trx, scope }, input }) => {
    const row = await store.task(trx, scope, input.id)
    if (!row) throw new ORPCError('NOT_FOUND')
    return view(row)
  }),
  cancel: os.cancel.handler(async ({ context, input }) => {
    const { trx, scope, now, record } = context
    const held = await store.holdTask(trx, scope, input.id)
    if (!held) throw new ORPCError('NOT_FOUND')
    const decision = mayCancel(held)
    if (!decision.allowed) throw new ORPCError('REFUSED', { status: 409, data: { reason: decision.reason, state: held.state } })
    if (held.stopAskedAt) return view(held)
    await (decision.value === 'now' ? store.endTask(trx, held.id, 'cancelled', now) : store.askToStop(trx, held.id, now))
    const row = (await store.task(trx, scope, held.id))!
    record({ kind: 'task', id: held.id, path: scope.path, before: { state: held.state }, after: { state: row.state } })
    return view(row)
  }),
  tasks: os.tasks.handler(async ({ context: { trx, scope } }) => (await store.tasksOf(trx, scope)).map(view)),
})
