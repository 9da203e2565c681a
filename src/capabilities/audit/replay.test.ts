import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'

let server: Running
let university: University
beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
})
afterAll(() => server.close())

const admin = (key: string) => server.as('sys-admin', undefined, { 'idempotency-key': key })
const below = () => university.unit['管理学院党总支']!.id
const entries = async () =>
  (await (await server.as('auditor')).audit.list({ limit: 200 })).rows.filter(entry => entry.verb === 'unit.created')

describe('a write that is sent again with its key', () => {
  test('is done once, answered twice alike, and audited once', async () => {
    const write = { parentId: below(), kind: 'branch' as const, name: '物流管理党支部' }
    const first = await (await admin('key-00000001')).orgs.create(write)
    expect(await (await admin('key-00000001')).orgs.create(write)).toEqual(first)
    expect(await entries()).toHaveLength(1)
  })

  test('is refused with another body', async () => {
    await expect(
      (await admin('key-00000001')).orgs.create({ parentId: below(), kind: 'branch', name: '会展党支部' }),
    ).rejects.toMatchObject({ status: 422 })
    expect(await entries()).toHaveLength(1)
  })

  test('is tried anew after a refusal: refusals are not kept', async () => {
    const taken = { parentId: below(), kind: 'branch' as const, name: '物流管理党支部' }
    for (let time = 0; time < 2; time++)
      await expect((await admin('key-00000002')).orgs.create(taken)).rejects.toMatchObject({ status: 409, data: { reason: 'name-taken' } })
    expect((await (await admin('key-00000002')).orgs.create({ ...taken, name: '会展党支部' })).name).toBe('会展党支部')
  })

  test('at the same moment is still done once', async () => {
    const client = await admin('key-00000003')
    const write = { parentId: below(), kind: 'branch' as const, name: '财务管理党支部' }
    const [a, b] = await Promise.all([client.orgs.create(write), client.orgs.create(write)])
    expect(a.id).toBe(b.id)
  })
})
