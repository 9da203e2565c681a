import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inSystem } from '../../platform/database/index.ts'
import { seedAddressees } from './index.ts'

let server: Running
let university: University

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  await inSystem(server.services.database.system, trx => seedAddressees(trx, university.school))
})
afterAll(() => server.close())

const office = () => server.as('office')
const one = async (search: string) => (await (await office()).addressees.list({ search })).rows[0]!
const everyName = async () => {
  const { rows } = await inSystem(server.services.database.system, trx =>
    sql<{ name: string }>`select distinct name from addressees where school_id = ${university.school}`.execute(trx),
  )
  return rows
}
const nanshan = '中共深圳市南山区委组织部'

describe('the dictionary', () => {
  test('begins with the departments of all divisions and with examples, all in order and none verified; it is not filled twice', async () => {
    await inSystem(server.services.database.system, trx => seedAddressees(trx, university.school))
    const { rows, total } = await (await office()).addressees.list({ limit: 200 })
    expect(total).toBeGreaterThan(3_000)
    expect(await everyName()).toHaveLength(total)
    expect(rows.filter(({ findings, verifiedOn }) => findings.length > 0 || verifiedOn)).toEqual([])
    expect(await one(nanshan)).toMatchObject({ divisionName: '广东省深圳市南山区', kind: 'organisation-department' })
    expect(await (await office()).addressees.complete()).toEqual({ added: 0 })
  })

  test.each([
    ['南山', nanshan],
    ['nanshan', nanshan],
    ['nsqw', nanshan],
    ['深圳 组织部', nanshan],
    ['shenzhen zzb', nanshan],
    ['GZ rcfw', '广州市人才服务中心党委(中共广州市人才服务中心委员会)'],
  ])('%s finds %s', async (search, name) => {
    expect((await (await server.as('teacher')).addressees.search({ search })).map(found => found.name)).toContain(name)
  })

  test('finds nothing by what only looks like a pattern', async () => {
    expect(await (await office()).addressees.search({ search: '%' })).toEqual([])
  })

  test('pages by key', async () => {
    const client = await office()
    const first = await client.addressees.list({ limit: 25 })
    const second = await client.addressees.list({ limit: 25, after: first.next! })
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(50)
  })

  test('is searched by graduates, and kept by office and 总支 alone', async () => {
    for (const login of ['teacher', 'counselor', 'publicity', 'sys-admin'])
      await expect((await server.as(login)).addressees.list({})).rejects.toMatchObject({ status: 403 })
    await expect((await server.as('counselor')).addressees.search({})).rejects.toMatchObject({ status: 403 })
    await expect(server.anonymous.addressees.search({})).rejects.toMatchObject({ status: 401 })
  })
})

describe('saving an entry', () => {
  const sanya = { name: '中共三亚市天涯区某街道工作委员会', kind: 'township', divisionCode: '460204' } as const

  test('enters the audit log, and another name has to be verified anew', async () => {
    const client = await server.as('secondary')
    const created = await client.addressees.create(sanya)
    const verified = await client.addressees.verify({ id: created.id, version: created.version })
    expect(verified).toMatchObject({ verifiedOn: '2023-06-08', version: 2 })
    const kept = await client.addressees.save({ ...sanya, id: created.id, version: 2, needsPaper: true })
    expect(kept).toMatchObject({ verifiedOn: '2023-06-08', needsPaper: true, version: 3 })
    const renamed = await client.addressees.save({ ...sanya, id: created.id, version: 3, name: '中共三亚市天涯区另一街道工作委员会' })
    expect(renamed).toMatchObject({ verifiedOn: null, version: 4 })
    const verbs = (await (await server.as('auditor')).audit.list({ limit: 4 })).rows.map(({ verb }) => verb)
    expect(verbs).toEqual(['addressee.changed', 'addressee.changed', 'addressee.verified', 'addressee.added'])
  })

  test.each([
    ['a bare employer', { name: '三亚某某有限公司' }, 'bare-employer'],
    ['a branch', { name: '中共三亚某某有限公司支部委员会' }, 'branch-cannot-receive'],
    ['neither', { name: '三亚某某' }, 'unusual-ending'],
    ['a name in use', { name: nanshan }, 'name-taken'],
    ['a division that is none', { name: '中共某地委组织部', divisionCode: '449901' }, 'no-such-division'],
  ] as const)('refuses %s', async (_, change, reason) => {
    await expect((await office()).addressees.create({ ...sanya, ...change })).rejects.toMatchObject({ status: 409, data: { reason } })
  })

  test('keeps a wrong name with a reason, and says what is doubtful', async () => {
    const client = await office()
    const kept = await client.addressees.create({ ...sanya, name: '三亚湾有限公司', nameReason: '对方来函如此' })
    expect(kept).toMatchObject({ nameReason: '对方来函如此', findings: [{ reason: 'bare-employer', severity: 'wrong' }] })
    expect(await client.addressees.create({ ...sanya, name: '三亚市委组织部' })).toMatchObject({
      findings: [{ reason: 'abbreviated', severity: 'doubtful' }],
    })
  })

  test('tells a writer with an old version what the version is now', async () => {
    const client = await office()
    const row = await one('南山')
    await client.addressees.verify({ id: row.id, version: row.version })
    await expect(client.addressees.verify({ id: row.id, version: row.version })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version: row.version + 1 },
    })
  })
})
