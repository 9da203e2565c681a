import { implement, ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { inboxContract } from './contract.ts'
import * as store from './store.ts'

const os = implement(inboxContract).$context<RequestContext>()

const view = ({ input: _input, school: _school, account: _account, ...row }: store.TaskRow) => row

export const inboxApi = os.router({
  list: os.list.handler(async ({ context: { trx, scope }, input }) => {
    const rows = await store.messagesOf(trx, scope, input.after, input.limit)
    return {
      rows: rows.map(({ at, readAt, ...row }) => ({ ...row, at: at.toISOString(), read: readAt !== null })),
      unread: await store.unread(trx, scope),
      next: rows.length === input.limit ? rows.at(-1)!.id : null,
    }
  }),
  markRead: os.markRead.handler(async ({ context: { trx, scope, now }, input }) => {
    if (input.ids.length) await store.markRead(trx, scope, input.ids, now)
    return { unread: await store.unread(trx, scope) }
  }),
  task: os.task.handler(async ({ context: { trx, scope }, input }) => {
    const row = await store.task(trx, scope, input.id)
    if (!row) throw new ORPCError('NOT_FOUND')
    return view(row)
  }),
  tasks: os.tasks.handler(async ({ context: { trx, scope } }) => (await store.tasksOf(trx, scope)).map(view)),
})
