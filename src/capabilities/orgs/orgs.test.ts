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

const entries = async () => (await (await server.as('auditor')).audit.list({ limit: 200 })).rows

describe('the tree of units', () => {
  test('is read by everybody who is signed in, and by nobody else', async () => {
    const units = await (await server.as('teacher')).orgs.list()
    expect(units[0]).toMatchObject({ kind: 'committee', path: '/1/' })
    expect(units).toHaveLength(8)
    await expect(server.anonymous.orgs.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED', status: 401 })
  })

  test('is edited by the system administrator, and each edit enters the audit log with its author', async () => {
    const admin = await server.as('sys-admin')
    const created = await admin.orgs.create({ parentId: university.unit['管理学院党总支']!.id, kind: 'branch', name: '物流管理党支部' })
    expect(created.path).toBe(`${university.unit['管理学院党总支']!.path}2/`)
    const renamed = await admin.orgs.rename({ id: created.id, name: '物流党支部', version: 1 })
    expect((await entries()).slice(0, 2)).toMatchObject([
      { verb: 'unit.renamed', subjectId: created.id, before: { name: '物流管理党支部' }, after: { name: '物流党支部' } },
      { verb: 'unit.created', subjectId: created.id, actorName: '中共岭南示范大学委员会的sys-admin', role: 'system-admin' },
    ])
    await admin.orgs.dissolve({ id: created.id, version: renamed.version })
    expect((await admin.orgs.list()).map(unit => unit.name)).not.toContain('物流党支部')
  })

  test.each([
    ['a branch below a branch', { kind: 'branch', name: '某某党支部', below: '英语第一党支部' }, 'not-below-that'],
    ['a second committee', { kind: 'committee', name: '某某委员会', below: '中共岭南示范大学委员会' }, 'not-below-that'],
    ['a name that its unit has already', { kind: 'branch', name: '英语第二党支部', below: '外国语学院党总支' }, 'name-taken'],
  ] as const)('refuses %s', async (_, { kind, name, below }, reason) => {
    const before = (await entries()).length
    await expect((await server.as('sys-admin')).orgs.create({ parentId: university.unit[below]!.id, kind, name })).rejects.toMatchObject({
      status: 409,
      data: { reason },
    })
    expect(await entries()).toHaveLength(before)
  })

  test('tells a writer with an old version what the version is now', async () => {
    const admin = await server.as('sys-admin')
    const id = university.unit['日语党支部']!.id
    await admin.orgs.rename({ id, name: '日语第一党支部', version: 1 })
    await expect(admin.orgs.rename({ id, name: '日语党支部', version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      status: 409,
      data: { version: 2 },
    })
    await admin.orgs.rename({ id, name: '日语党支部', version: 2 })
  })

  test('is not edited by anybody else', async () => {
    for (const login of ['office', 'teacher', 'sec-admin'])
      await expect(
        (await server.as(login)).orgs.rename({ id: university.unit['日语党支部']!.id, name: '某某', version: 1 }),
      ).rejects.toMatchObject({ status: 403 })
  })
})
