import './tables.ts'
import { newId } from '../../kernel/ids.ts'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { TaskState } from './tables.ts'

export interface Letterbox {
  kind: string
  title: string
  body: string
  link?: string
}

/** One message to each account. */
export const tell = (trx: Trx, school: string, accounts: readonly string[], message: Letterbox): Promise<void> =>
  accounts.length === 0
    ? Promise.resolve()
    : insertRows(
        trx,
        'messages',
        [...new Set(accounts)].map(account_id => ({
          school_id: school,
          id: newId(),
          account_id,
          kind: message.kind,
          title: message.title,
          body: message.body,
          link: message.link ?? null,
        })),
      )

export const messagesOf = (trx: Trx, scope: Scope, after: string | undefined, limit: number) =>
  trx
    .selectFrom('messages')
    .select(['id', 'kind', 'title', 'body', 'link', 'created_at as at', 'read_at as readAt'])
    .where('school_id', '=', scope.school)
    .where('account_id', '=', scope.account)
    .$if(after !== undefined, query => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const unread = async (trx: Trx, scope: Scope): Promise<number> =>
  (
    await trx
      .selectFrom('messages')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('school_id', '=', scope.school)
      .where('account_id', '=', scope.account)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).count

export const markRead = (trx: Trx, scope: Scope, ids: readonly string[], at: Date) =>
  trx
    .updateTable('messages')
    .set({ read_at: at })
    .where('school_id', '=', scope.school)
    .where('account_id', '=', scope.account)
    .where('id', 'in', ids)
    .where('read_at', 'is', null)
    .execute()

const tasks = (trx: Trx) =>
  trx
    .selectFrom('tasks')
    .select(['id', 'kind', 'title', 'state', 'done', 'total', 'result', 'problem', 'input', 'school_id as school', 'account_id as account'])
export type TaskRow = Awaited<ReturnType<typeof openTasks>>[number]

export const task = (trx: Trx, scope: Scope, id: string) =>
  tasks(trx).where('school_id', '=', scope.school).where('account_id', '=', scope.account).where('id', '=', id).executeTakeFirst()

export const tasksOf = (trx: Trx, scope: Scope) =>
  tasks(trx).where('school_id', '=', scope.school).where('account_id', '=', scope.account).orderBy('id', 'desc').limit(20).execute()

export const addTask = (trx: Trx, scope: Scope, row: { id: string; kind: string; title: string; input: Record<string, unknown> }) =>
  insertRows(trx, 'tasks', [{ school_id: scope.school, account_id: scope.account, state: 'queued', ...row }])

/** Not begun, or begun by a server that is gone: taken up again at start. */
export const openTasks = (system: Trx) => tasks(system).where('state', 'in', ['queued', 'running']).orderBy('id').execute()

export const taskById = (system: Trx, id: string) => tasks(system).where('id', '=', id).executeTakeFirst()

export const saveTask = (
  system: Trx,
  id: string,
  change: {
    state?: TaskState
    done?: number
    total?: number | null
    result?: Record<string, unknown> | null
    problem?: string | null
    finished_at?: Date
  },
) =>
  system
    .updateTable('tasks')
    .set({ ...change, ...(change.result !== undefined && { result: JSON.stringify(change.result) as never }) })
    .where('id', '=', id)
    .execute()
