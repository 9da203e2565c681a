import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { signedIn, transact } from '../../app/gate.ts'
import { inSystem } from '../../platform/database/index.ts'

let server: Running
const kept: string[] = []

beforeAll(async () => {
  server = await openServer()
  await foundUniversity(server.services)
}, 60_000)
afterAll(() => server.close())

/** A task of this account, as a procedure would begin it. */
async function begun(login: string, kind = 'count'): Promise<string> {
  const { services } = server
  const { accountId } = await (await server.as(login)).accounts.session()
  const { auth_user_id } = await inSystem(services.database.system, trx =>
    trx.selectFrom('accounts').select('auth_user_id').where('id', '=', accountId).executeTakeFirstOrThrow(),
  )
  const who = await signedIn({ services, authUserId: auth_user_id })
  const { taskId } = await transact(services, who!, { permission: 'inbox:read' }, context => context.begin(kind, '数一数', {}))
  return taskId
}

/** Counts to three, and meanwhile somebody does something; what it keeps, it keeps at the end. */
const counting = (meanwhile: (done: number) => Promise<unknown>) =>
  server.services.tasks.on('count', async (task, progress) => {
    for (let done = 1; done <= 3; done++) {
      await meanwhile(done)
      await progress(done, 3)
    }
    kept.push(task.id)
    return { counted: 3 }
  })
const nothing = async () => undefined
const entries = async () => (await (await server.as('auditor')).audit.list({ verb: 'task.cancelled', limit: 50 })).rows

describe('cancelling a background task', () => {
  test('that has not begun ends it at once, and it never begins', async () => {
    const client = await server.as('teacher')
    const id = await begun('teacher')
    counting(nothing)
    expect(await client.inbox.cancel({ id })).toMatchObject({ id, state: 'cancelled', stopping: false, done: 0 })
    await server.services.tasks.run(id)
    expect(await client.inbox.task({ id })).toMatchObject({ state: 'cancelled', done: 0, result: null })
    expect(kept).not.toContain(id)
    expect(await entries()).toMatchObject([
      { subjectKind: 'task', subjectId: id, before: { state: 'queued' }, after: { state: 'cancelled' } },
    ])
  })

  test('that runs stops it at its next report, with nothing kept; asking again changes nothing', async () => {
    const client = await server.as('teacher')
    const id = await begun('teacher')
    counting(async done => {
      if (done !== 2) return
      expect(await client.inbox.cancel({ id })).toMatchObject({ state: 'running', stopping: true, done: 1 })
      expect(await client.inbox.cancel({ id })).toMatchObject({ state: 'running', stopping: true })
    })
    await server.services.tasks.run(id)
    expect(await client.inbox.task({ id })).toMatchObject({ state: 'cancelled', stopping: false, done: 2, result: null, problem: null })
    expect(kept).not.toContain(id)
    expect((await entries()).filter(({ subjectId }) => subjectId === id)).toHaveLength(1)
  })

  test('asked for while the server was away, it is not taken up again', async () => {
    const client = await server.as('teacher')
    const id = await begun('teacher')
    counting(nothing)
    await inSystem(server.services.database.system, trx =>
      trx.updateTable('tasks').set({ state: 'running' }).where('id', '=', id).execute(),
    )
    await client.inbox.cancel({ id })
    await server.services.tasks.run(id)
    expect(await client.inbox.task({ id })).toMatchObject({ state: 'cancelled', done: 0 })
  })

  test('comes too late for one that is over, and one that nobody stops runs to its end', async () => {
    const client = await server.as('teacher')
    const id = await begun('teacher')
    counting(nothing)
    await server.services.tasks.run(id)
    expect(kept).toContain(id)
    expect(await client.inbox.task({ id })).toMatchObject({ state: 'done', stopping: false, done: 3, result: { counted: 3 } })
    await expect(client.inbox.cancel({ id })).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'over', state: 'done' } })
  })

  test('that completes what is written already is refused', async () => {
    const id = await begun('teacher', 'roster-changed')
    await expect((await server.as('teacher')).inbox.cancel({ id })).rejects.toMatchObject({ data: { reason: 'owed', state: 'queued' } })
  })

  test('is for who began it alone, whatever the reach', async () => {
    const id = await begun('teacher')
    for (const login of ['office', 'secondary', 'sister-teacher', 'sys-admin'])
      await expect((await server.as(login)).inbox.cancel({ id })).rejects.toMatchObject({ status: 404 })
    expect(await (await server.as('teacher')).inbox.task({ id })).toMatchObject({ state: 'queued' })
  })

  test('one that fails says so, cancelled or not', async () => {
    const client = await server.as('teacher')
    const id = await begun('teacher')
    counting(async () => {
      await client.inbox.cancel({ id })
      throw new Error('The disk is full.')
    })
    server.services.log.level = 'silent'
    await server.services.tasks.run(id)
    expect(await client.inbox.task({ id })).toMatchObject({ state: 'failed', stopping: false })
  })
})
