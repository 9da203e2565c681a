/** From the second signature to the archive office; and the numbers of bags when two work at once. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsIn } from '../../../tests/subjects/texts.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inSystem } from '../../platform/database/index.ts'
import { dossierOf, dossierStanding, handoverRows, moveDossiers } from './index.ts'

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]
let beside: Enrolled[]
/** By name: whose batch came first is chance. */
let bagOf: Map<string, string>

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const named = (surname: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `${surname}${'一二三四五六七八'[at]}` }))
  people = await enrol(server.services, university, cohort, '英语第一党支部', named('安', 5))
  beside = await enrol(server.services, university, cohort, '英语第二党支部', named('白', 4))
})
afterAll(() => server.close())

const dossiers = async (login: string) => (await server.as(login)).dossiers
const unitId = () => university.unit['外国语学院党总支']!.id
const seen = async (...who: Enrolled[]) =>
  (await (await dossiers('office')).preview({ graduateIds: who.map(({ graduateId }) => graduateId), step: 'check' })).map(
    ({ graduateId, version }) => ({ graduateId, version }),
  )
const of = async ({ graduateId }: Enrolled) => (await dossiers('office')).get({ graduateId })

/** Signed first by the branch, every lack with its reason. */
async function pack(login: string, who: readonly Enrolled[]) {
  const client = await dossiers(login)
  const rows = await client.preview({ graduateIds: who.map(({ graduateId }) => graduateId), step: 'pack' })
  const explained = (row: (typeof rows)[number]) =>
    Object.fromEntries(row.troubles.map(({ paper, problem }) => [`${paper}.${problem}`, '原件在中学']))
  const asked = rows.map(row => ({ graduateId: row.graduateId, version: row.version, explained: explained(row) }))
  expect(await client.pack({ people: asked })).toEqual({ done: who.length, refused: [] })
}
const candidates = async () => (await dossiers('secondary')).lists.candidates({ cohortId: cohort.cohortId, unitId: unitId() })
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })

describe('numbers when two work at once', () => {
  test('nobody gets another’s bag', async () => {
    await pack('teacher', people)
    await pack('sister-teacher', beside)
    const secondary = await dossiers('secondary')
    const batches = [people.slice(0, 2), people.slice(2), beside.slice(0, 1), beside.slice(1)]
    const asked = await Promise.all(batches.map(async who => secondary.check({ people: await seen(...who) })))
    expect(asked.map(({ done }) => done)).toEqual([2, 3, 1, 3])
    bagOf = new Map((await candidates()).map(({ name, bag }) => [name, bag]))
    expect([...bagOf.values()]).toEqual(Array.from({ length: 9 }, (_, at) => `01-000${at + 1}`))
  })

  test('of two who sign for the same, one is told', async () => {
    const [who] = beside as [Enrolled]
    await (await dossiers('secondary')).sendBack({ people: await seen(who), reason: '少装一份' })
    await pack('sister-teacher', [who])
    const asked = await seen(who)
    const secondary = await dossiers('secondary')
    const both = await Promise.all([secondary.check({ people: asked }), secondary.check({ people: asked })])
    expect(both.map(({ done }) => done).sort()).toEqual([0, 1])
    expect((await of(who)).bag).toBe('01-0010')
  })

  test('the database itself gives no number twice', async () => {
    const again = inSystem(server.services.database.system, trx =>
      sql`insert into dossier_bags select school_id, ${'01900000-0000-7000-8000-000000000001'}, cohort_id, unit, number, text || 'x', ${people[0]!.graduateId},
        member_id, path, given_at, given_name, now(), 'x', 'x' from dossier_bags limit 1`.execute(trx),
    )
    await expect(again).rejects.toThrow(/dossier_bags_number_once/)
  })
})

describe('a list', () => {
  let id: string

  test('takes what is checked and not postponed, all or none', async () => {
    const secondary = await dossiers('secondary')
    const [first, second, third] = people as [Enrolled, Enrolled, Enrolled]
    expect(await (await dossiers('teacher')).postpone({ people: await seen(second), reason: '延期毕业，组织关系留校' })).toMatchObject({
      done: 1,
    })
    expect((await candidates()).map(({ name }) => name)).not.toContain('安二')
    const making = async (...who: Enrolled[]) =>
      secondary.lists.make({ cohortId: cohort.cohortId, unitId: unitId(), people: await seen(...who) })
    expect(await making(first, second)).toEqual({
      list: null,
      refused: [{ graduateId: second.graduateId, name: '安二', reason: 'postponed' }],
    })
    const { list } = await making(first, third)
    expect(list).toMatchObject({ text: '移01-01', people: 2, state: 'made', unitName: '外国语学院党总支', madeOn: '2023-06-08' })
    id = list!.id
    expect((await of(first)).standing).toBe('handed-over')
    expect(await making(first)).toMatchObject({ refused: [{ reason: 'wrong-state' }] })
    expect(await (await dossiers('teacher')).sendBack({ people: await seen(first), reason: '想起少一份' })).toMatchObject({
      refused: [{ reason: 'wrong-state' }],
    })
  })

  test('is of a 总支, never of a branch or of another’s', async () => {
    const asked = { cohortId: cohort.cohortId, people: await seen(people[3]!) }
    const branch = university.unit['英语第一党支部']!.id
    await expect((await dossiers('secondary')).lists.make({ ...asked, unitId: branch })).rejects.toMatchObject({ status: 404 })
    const other = university.unit['管理学院党总支']!.id
    await expect((await dossiers('secondary')).lists.make({ ...asked, unitId: other })).rejects.toMatchObject({ status: 404 })
    await expect((await dossiers('office')).lists.make({ ...asked, unitId: other })).rejects.toMatchObject({ status: 404 })
  })

  test('stands as it was, with its hash', async () => {
    const { rows, sha256 } = await (await dossiers('secondary')).lists.get({ id })
    expect(
      createHash('sha256')
        .update(JSON.stringify(rows.map(({ leftSince: _, ...row }) => row)))
        .digest('hex'),
    ).toBe(sha256)
    const first = rows.find(({ name }) => name === '安一')!
    expect(first).toMatchObject({ bag: bagOf.get('安一'), membership: '正式', papers: 0, leftSince: false })
    expect(first.remark).toContain('入党志愿书缺材料：原件在中学')
    const change = inSystem(server.services.database.system, trx =>
      sql`set local role qicheng_app; update dossier_lists set content = ''`.execute(trx),
    )
    await expect(change).rejects.toThrow()
    await expect((await dossiers('sister-secondary')).lists.get({ id })).rejects.toMatchObject({ status: 404 })
    expect(await (await dossiers('teacher')).lists.list({ cohortId: cohort.cohortId })).toEqual([])
  })

  test('is received on its day by somebody, with the signed sheet', async () => {
    const office = await dossiers('office')
    const scan = new File(['%PDF-1.7 签字'], '签字.pdf', { type: 'application/pdf' })
    const given = { id, version: 1, onDay: '2023-06-08', by: '档案馆李老师' }
    await expect(office.lists.receive({ ...given, onDay: '2023-06-09' })).rejects.toMatchObject(refused('future-day'))
    await expect(office.lists.receive({ ...given, by: ' ' })).rejects.toMatchObject(refused('nobody-named'))
    await expect(office.lists.receive({ ...given, scan: new File(['MZ'], 'x.exe') })).rejects.toMatchObject(refused('not-that-kind'))
    await expect(office.lists.receive({ ...given, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT', data: { version: 1 } })
    expect(await office.lists.receive({ ...given, scan })).toMatchObject({
      state: 'received',
      receivedBy: '档案馆李老师',
      scanned: true,
      version: 2,
    })
    expect((await of(people[0]!)).standing).toBe('received')
    expect(await (await office.lists.scan({ id })).text()).toContain('%PDF-1.7')
    await expect(office.lists.withdraw({ id, version: 2, reason: '漏了一袋' })).rejects.toMatchObject(refused('already-received'))
  })

  test('once received lets nobody change a dossier but by the 总支, with a reason', async () => {
    const [who] = people as [Enrolled]
    await expect((await dossiers('teacher')).reopen({ people: await seen(who), reason: '补材料' })).rejects.toMatchObject({ status: 403 })
    const secondary = await dossiers('secondary')
    expect(await secondary.reopen({ people: await seen(who), reason: '' })).toMatchObject({ refused: [{ reason: 'reason-missing' }] })
    expect(await secondary.reopen({ people: await seen(who), reason: '档案馆退回，补盖章' })).toMatchObject({ done: 1 })
    const { state, bag, bags } = await of(who)
    expect([state, bag, bags[0]!.voidReason]).toEqual(['open', null, '档案馆退回，补盖章'])
    const { rows } = await secondary.lists.get({ id })
    expect(new Map(rows.map(({ name, leftSince }) => [name, leftSince]))).toEqual(
      new Map([
        ['安一', true],
        ['安三', false],
      ]),
    )
  })

  test('that has not arrived is withdrawn whole; its number stays void', async () => {
    const secondary = await dossiers('secondary')
    const make = async () =>
      secondary.lists.make({ cohortId: cohort.cohortId, unitId: unitId(), people: await seen(people[3]!, people[4]!) })
    const { list } = await make()
    await expect(secondary.lists.withdraw({ id: list!.id, version: 1, reason: ' ' })).rejects.toMatchObject(refused('reason-missing'))
    expect(await secondary.lists.withdraw({ id: list!.id, version: 1, reason: '漏了一袋' })).toMatchObject({ state: 'withdrawn' })
    const { standing, bag } = await of(people[3]!)
    expect([standing, bag]).toEqual(['checked', bagOf.get('安四')])
    expect((await make()).list!.text).toBe('移01-03')
  })

  test('is written in Excel as it stands, and each act is on record', async () => {
    const file = await (await dossiers('secondary')).lists.workbook({ id })
    expect(await textsIn(file)).toEqual(expect.arrayContaining(['袋号', bagOf.get('安一'), people[0]!.studentNumber, '材料份数']))
    const { rows } = await (await server.as('auditor')).audit.list({ subjectKind: 'dossier-list', limit: 50 })
    expect(new Set(rows.map(({ verb }) => verb))).toEqual(
      new Set(['dossier-list.made', 'dossier-list.received', 'dossier-list.withdrawn', 'dossier-list.opened', 'dossier-list.exported']),
    )
  })
})

describe('other rooms', () => {
  test('are told of a person, of counts, and of what was handed over', async () => {
    const { rows, standing, facts } = await inSystem(server.services.database.system, async trx => {
      const scope = { school: university.school, reach: 'unit', path: '/1/', pathEnd: '/10', member: '', account: '' } as never
      return {
        rows: await handoverRows(trx, scope, cohort.cohortId),
        standing: await dossierStanding(trx, scope, cohort.cohortId),
        facts: await dossierOf(trx, scope, [people[2]!.graduateId]),
      }
    })
    expect(rows.find(({ name }) => name === '安三')).toMatchObject({
      bag: bagOf.get('安三'),
      list: '移01-01',
      receivedBy: '档案馆李老师',
      standing: '已接收',
    })
    expect(standing).toMatchObject({ people: 9, received: 1, 'handed-over': 2, postponed: 1, checked: 5 })
    expect(facts.get(people[2]!.graduateId)).toMatchObject({ standing: 'received', bag: bagOf.get('安三'), problems: 0 })
  })

  test('a member who moves takes the dossier along', async () => {
    const who = people[1]!
    await inSystem(server.services.database.system, async trx => {
      await moveDossiers(trx, university.school, [{ memberId: who.memberId, path: university.unit['英语第二党支部']!.path }])
      const { rows } = await sql<{ path: string }>`select path from dossiers where member_id = ${who.memberId}
        union select path from dossier_bags where member_id = ${who.memberId} union select path from dossier_events where member_id = ${who.memberId}`.execute(
        trx,
      )
      expect(rows.map(({ path }) => path)).toEqual([university.unit['英语第二党支部']!.path])
    })
  })

  test('of two entries that are one person, the dossier that went further stays, and the other’s bag is void', async () => {
    const [gone, kept] = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '安重' }, { name: '安重' }])
    const pair = [gone, kept] as [Enrolled, Enrolled]
    await pack('teacher', pair)
    await (await dossiers('secondary')).check({ people: await seen(...pair) })
    const { bag } = await of(pair[0])
    const { roster } = await server.as('teacher')
    await roster.duplicates.merge({
      cohortId: cohort.cohortId,
      keep: { memberId: pair[1].memberId, version: 1 },
      gone: { memberId: pair[0].memberId, version: 1 },
      take: [],
      reason: '同一个人录了两次',
    })
    const { standing, bags } = await of(pair[1])
    expect(standing).toBe('checked')
    expect(new Map(bags.map(({ text, voidReason }) => [text === bag, voidReason]))).toEqual(
      new Map([
        [true, '合并重复的人：另一份走得更远'],
        [false, null],
      ]),
    )
  })
})
