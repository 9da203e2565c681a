import './tables.ts'
import { newId } from '../../kernel/ids.ts'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { TaskState } from './rules.ts'

export interface Letterbox {
  kind: string
  title: string
  body: string
  link?: string
}

/** Messages of any number, each to its own account, in one statement. */
export const tellEach = (trx: Trx, school: string, letters: readonly (Letterbox & { account: string })[]): Promise<void> =>
  letters.length === 0
    ? Promise.resolve()
    : insertRows(
        trx,
        'messages',
        letters.map(({ account, kind, title, body, link }) => ({
          school_id: school,
          id: newId(),
          account_id: account,
          kind,
          title,
          body,
          link: link ?? null,
        })),
      )

/** One message to each account. */
export const tell = (trx: Trx, school: string, accounts: readonly string[], message: Letterbox): Promise<void> =>
  tellEach(
    trx,
    school,
    [...new Set(accounts)].map(account => ({ account, ...message })),
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

/** How many of these are the account's own. */
export const countOwn = async (trx: Trx, scope: Scope, ids: readonly string[]): Promise<number> =>
  (
    await trx
      .selectFrom('messages')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('school_id', '=', scope.school)
      .where('account_id', '=', scope.account)
      .where('id', 'in', ids)
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
    .select('stop_asked_at as stopAskedAt')
export type TaskRow = Awaited<ReturnType<typeof openTasks>>[number]

export const task = (trx: Trx, scope: Scope, id: string) =>
  tasks(trx).where('school_id', '=', scope.school).where('account_id', '=', scope.account).where('id', '=', id).executeTakeFirst()

/** Held until the transaction ends: it does not begin or end meanwhile. */
export const holdTask = (trx: Trx, scope: Scope, id: string) =>
  tasks(trx)
    .where('school_id', '=', scope.school)
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const tasksOf = (trx: Trx, scope: Scope) =>
  tasks(trx).where('school_id', '=', scope.school).where('account_id', '=', scope.account).orderBy('id', 'desc').limit(20).execute()

export const addTask = (trx: Trx, scope: Scope, row: { id: string; kind: string; title: string; input: Record<string, unknown> }) =>
  insertRows(trx, 'tasks', [{ school_id: scope.school, account_id: scope.account, state: 'queued', ...row }])

/** Not begun, or begun by a server that is gone: taken up again at start. */
export const openTasks = (system: Trx) => tasks(system).where('state', 'in', ['queued', 'running']).orderBy('id').execute()

export const taskById = (system: Trx, id: string) => tasks(system).where('id', '=', id).executeTakeFirst()

/** False where it was cancelled before it began. */
export const beginTask = async (system: Trx, id: string): Promise<boolean> => {
  const begun = await system
    .updateTable('tasks')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .where('stop_asked_at', 'is', null)
    .executeTakeFirst()
  return begun.numUpdatedRows > 0n
}

/** Says how far it is; true where it was asked to stop. */
export const reportProgress = async (system: Trx, id: string, done: number, total: number): Promise<boolean> => {
  const row = await system
    .updateTable('tasks')
    .set({ done, total })
    .where('id', '=', id)
    .returning('stop_asked_at as stopAskedAt')
    .executeTakeFirst()
  return row?.stopAskedAt != null
}

export const askToStop = (trx: Trx, id: string, at: Date) =>
  trx.updateTable('tasks').set({ stop_asked_at: at }).where('id', '=', id).execute()

type Ending = { result?: Record<string, unknown>; problem?: string }

/** One that has ended stays as it ended. */
export const endTask = (
  trx: Trx,
  id: string,
  state: Exclude<TaskState, 'queued' | 'running'>,
  at: Date,
  { result, problem }: Ending = {},
) =>
  trx
    .updateTable('tasks')
    .set({
      state,
      finished_at: at,
      ...(result && { result: JSON.stringify(result) as never }),
      ...(problem !== undefined && { problem }),
    })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .execute()
