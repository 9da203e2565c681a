/** A transfer to another school of the same installation, and 校内升学: people inside one system. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, sameSchool } from '../../tests/university/journey.ts'
import { foundUniversity } from '../../tests/university/people.ts'
import { scopeOf } from '../capabilities/orgs/index.ts'
import { inScope, inSystem } from '../platform/database/index.ts'
import { hearArrivals, tellArrivals } from './season.ts'

const COMMITTEE = '中共桂岭示范大学委员会'
const LETTER = ['id', 'version', 'name', 'sex', 'from', 'membership', 'letterNumber', 'duesPaidTo', 'phone', 'arrivedOn']

let journey: Journey
let other: string
let people: Enrolled[]
let students: Enrolled[]
let stranger: Enrolled

beforeAll(async () => {
  journey = await openJourney()
  const { services } = journey.server
  people = await journey.enrol('英语第一党支部', '安宁', '白露', '曾诗韵', '丁一', '方圆', '顾盼')
  students = await journey.enrol('英语第一党支部', '郝好', '金鑫', '康乐')
  ;[stranger] = (await journey.enrol('会计学党支部', '季秋')) as [Enrolled]
  // While there is one school its code is not asked for at the door.
  for (const login of ['office', 'secondary', 'teacher', 'auditor', ...[...people, ...students].map(who => who.studentNumber)])
    await journey.server.as(login)
  other = (await foundUniversity(services, 'other')).school
  await inSystem(services.database.system, trx =>
    trx.updateTable('schools').set({ committee_name: COMMITTEE, name: '桂岭示范大学' }).where('school_id', '=', other).execute(),
  )
}, 60_000)
afterAll(() => journey.server.close())

const there = {
  ...inProvince,
  answers: { ...inProvince.answers, addressee: { name: COMMITTEE }, unitName: '桂岭示范大学' },
} as const
const send = async (who: Enrolled) => {
  await journey.pass(who, there, { method: 'system' })
  await journey.step('secondary', who, 'handle', 'start')
}
const desk = async (login = 'office') => (await journey.server.as(login, 'other')).transfers
const list = async (login?: string) => (await (await desk(login)).arrivals.list({ limit: 50 })).rows
const arrival = async (name: string) => (await list()).find(row => row.name === name)!
const decide = async (name: string, accepted: boolean, reason?: string) => {
  const { id, version } = await arrival(name)
  return (await desk()).arrivals.decide({ id, version, accepted, ...(reason && { reason }) })
}
const hear = () => hearArrivals(journey.server.services)
const living = async (who: Enrolled) => (await journey.case('office', who)).attempts[0]!

describe('a case that goes to a school of this installation', () => {
  test('arrives there with what the letter says, and nothing else', async () => {
    const [who] = people
    await send(who!)
    const [row, ...rest] = await list()
    expect(rest).toEqual([])
    expect(row).toMatchObject({
      name: '安宁',
      sex: 'female',
      from: '中共岭南示范大学委员会',
      membership: 'full',
      duesPaidTo: '2023-06',
      phone: `*******${who!.phone.slice(-4)}`,
      state: 'waiting',
      can: ['decide'],
    })
    expect(Object.keys(row!).sort()).toEqual([...LETTER, 'state', 'decidedOn', 'decidedName', 'reason', 'overtaken', 'can'].sort())
    expect((await (await desk()).arrivals.list({ limit: 50 })).waiting).toBe(1)
  })

  test('is told to its 组织部 there, once, and to nobody else', async () => {
    const told = async (login: string, school?: string) => {
      const { rows } = await (await journey.server.as(login, school)).inbox.list({ limit: 20 })
      return rows.filter(({ title }) => /^他校转来/.test(title)).map(({ title, link }) => [title, link])
    }
    expect(await told('office', 'other')).toEqual([])
    await tellArrivals(journey.server.services)
    await tellArrivals(journey.server.services)
    expect(await told('office', 'other')).toEqual([['他校转来 1 人，待接收', '/arrivals']])
    expect([await told('secondary', 'other'), await told('office')]).toEqual([[], []])
  })

  test('is seen by its 组织部 alone, and by nobody of the school that sent', async () => {
    expect((await (await journey.transfers('office')).arrivals.list({ limit: 50 })).rows).toEqual([])
    for (const login of ['secondary', 'teacher', 'counselor', 'sys-admin']) await expect(list(login)).rejects.toMatchObject({ status: 403 })
    const { id, version } = await arrival('安宁')
    await expect((await journey.transfers('office')).arrivals.decide({ id, version, accepted: true })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('accepted there, it is received here, proven by that', async () => {
    expect(await decide('安宁', true)).toMatchObject({ state: 'accepted', can: [] })
    await hear()
    expect(await journey.case('office', people[0]!)).toMatchObject({ state: 'received', term: 'received' })
    expect(await living(people[0]!)).toMatchObject({ acceptanceProof: 'installation', acceptedOn: '2023-06-08' })
    const [told] = (await (await journey.server.as('office')).inbox.list({ limit: 20 })).rows.filter(({ title }) =>
      /已在本系统接收/.test(title),
    )
    expect(told!.body).toContain('安宁')
    await hear()
    expect((await journey.case('office', people[0]!)).events.filter(({ step }) => step === 'accept')).toHaveLength(1)
  })

  test('stands beside the receiving school’s equation, not in it', async () => {
    const { accepted, rows } = await (await desk()).arrivals.list({ state: 'accepted', limit: 50 })
    expect([accepted, rows.map(({ name, decidedOn }) => [name, decidedOn])]).toEqual([1, [['安宁', '2023-06-08']]])
  })

  test('refused there with a reason, it is 被对方退回 here', async () => {
    await send(people[1]!)
    await expect(decide('白露', false)).rejects.toMatchObject({ data: { reason: 'needs-reason' } })
    await decide('白露', false, '录取名单里没有这个人')
    await hear()
    expect((await journey.case('office', people[1]!)).state).toBe('rejected')
    expect(await living(people[1]!)).toMatchObject({ rejectedReason: '桂岭示范大学：录取名单里没有这个人' })
    await expect(decide('白露', true)).rejects.toMatchObject({ data: { reason: 'decided-already' } })
  })

  test('taken back here, it waits there no more', async () => {
    await send(people[2]!)
    expect((await arrival('曾诗韵')).state).toBe('waiting')
    await journey.step('office', people[2]!, 'feedback', 'void', { reason: '本人改去别处', oldLetter: 'handed-back' })
    expect((await arrival('曾诗韵')).state).toBe('withdrawn')
    await tellArrivals(journey.server.services)
    const { rows } = await (await journey.server.as('office', 'other')).inbox.list({ limit: 20 })
    expect(rows.filter(({ body }) => body.includes('曾诗韵'))).toEqual([])
    await expect(decide('曾诗韵', true)).rejects.toMatchObject({ data: { reason: 'withdrawn' } })
  })

  test('settled here before the answer was heard, it stays as it is, and both are told', async () => {
    await send(people[3]!)
    await decide('丁一', true)
    await journey.step('office', people[3]!, 'feedback', 'void', { reason: '本人改去别处', oldLetter: 'handed-back' })
    await hear()
    expect((await journey.case('office', people[3]!)).state).toBe('void')
    expect(await arrival('丁一')).toMatchObject({ state: 'accepted', overtaken: true })
  })

  test('of two who decide at once, one wins', async () => {
    const [, , , , who] = people
    await send(who!)
    const { id, version } = await arrival('方圆')
    const { arrivals } = await desk()
    const both = await Promise.allSettled([
      arrivals.decide({ id, version, accepted: true }),
      arrivals.decide({ id, version, accepted: true }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('R5: below the API nothing else crosses schools', () => {
  const asOffice = (school: string, path = '/1/') => scopeOf({ school, reach: 'unit', path, member: '', account: '' })
  const asked = <Row>(scope: ReturnType<typeof asOffice>, text: string) =>
    inScope(journey.server.services.database.app, scope, async trx => (await sql.raw<Row>(text).execute(trx)).rows)

  test('the receiving school reads its arrivals, its units below and the sender none', async () => {
    const here = journey.university.school
    expect((await asked(asOffice(other), 'select id from arrivals')).length).toBe(5)
    expect(await asked(asOffice(other, '/1/1/'), 'select id from arrivals')).toEqual([])
    expect(await asked(asOffice(here), 'select id from arrivals')).toEqual([])
    for (const table of ['members', 'transfers', 'attempts', 'graduates', 'transfer_events', 'letters', 'case_notices', 'stay_contacts'])
      expect(await asked(asOffice(other), `select 1 from ${table} where school_id = '${here}'`), table).toEqual([])
  })

  test('nobody writes an arrival, sends another’s case, or hears for another school', async () => {
    const [row] = await asked<{ id: string; attempt: string }>(asOffice(other), 'select id, from_attempt_id as attempt from arrivals')
    await expect(asked(asOffice(other), `insert into arrivals select * from arrivals`)).rejects.toThrow(/permission denied/)
    await expect(asked(asOffice(other), `update arrivals set name = '某人'`)).rejects.toThrow(/permission denied/)
    await expect(asked(asOffice(other), 'delete from arrivals')).rejects.toThrow(/permission denied/)
    const sent = JSON.stringify([{ id: row!.id, attempt: row!.attempt }])
    expect(await asked(asOffice(other), `select send_arrivals('${sent}', '2023-06-08') as count`)).toEqual([{ count: 0 }])
    const before = await asked(asOffice(other), 'select id, state, heard from arrivals order by id')
    await asked(asOffice(other), `select hear_arrival('${row!.id}', false)`)
    expect(await asked(asOffice(other), 'select id, state, heard from arrivals order by id')).toEqual(before)
  })

  test('what waits is taken back by the unit that sent it, and by no other', async () => {
    await send(people.at(-1)!)
    const { id } = await arrival('顾盼')
    const rows = await asked<{ attempt: string }>(asOffice(other), `select from_attempt_id as attempt from arrivals where id = '${id}'`)
    const takenBack = (scope: ReturnType<typeof asOffice>) => asked(scope, `select withdraw_arrivals('["${rows[0]!.attempt}"]') as count`)
    const { school, unit } = journey.university
    expect(await takenBack(asOffice(other))).toEqual([{ count: 0 }])
    expect(await takenBack(asOffice(school, unit.会计学党支部!.path))).toEqual([{ count: 0 }])
    expect((await arrival('顾盼')).state).toBe('waiting')
    expect(await takenBack(asOffice(school, unit.英语第一党支部!.path))).toEqual([{ count: 1 }])
    expect((await arrival('顾盼')).state).toBe('withdrawn')
  })

  test('a member neither logs a contact nor names a keeper', async () => {
    const [who] = people
    const own = scopeOf({ school: journey.university.school, reach: 'own', path: '/1/1/1/', member: who!.memberId, account: '' })
    const { school } = journey.university
    await expect(
      asked(
        own,
        `insert into case_keepers (school_id, graduate_id, cohort_id, member_id, path, unit_name, since_day)
         values ('${school}', '${who!.graduateId}', '${journey.cohort.cohortId}', '${who!.memberId}', '/1/1/1/', '某总支', '2023-06-08')`,
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('校内升学', () => {
  const internal = async (who: Enrolled, newStudentNo: string) => {
    await journey.pass(who, { ...sameSchool, answers: { ...sameSchool.answers, newStudentNo } }, { method: 'internal' })
    return who
  }
  const found = async (search: string) => {
    const { roster } = await journey.server.as('secondary')
    const { rows } = await roster.list({ cohortId: journey.cohort.cohortId, search, limit: 20 })
    return rows.map(({ studentNumber }) => studentNumber)
  }

  test('confirmed by the new branch, both numbers find the one person', async () => {
    const who = await internal(students[0]!, '2023910001')
    expect(await found('2023910001')).toEqual([])
    await journey.step('secondary', who, 'handle', 'confirm-internal')
    expect(await found('2023910001')).toEqual([who.studentNumber])
    expect(await found(who.studentNumber)).toEqual([who.studentNumber])
    const { rows } = await (await journey.transfers('secondary')).list({
      cohortId: journey.cohort.cohortId,
      search: '2023910001',
      limit: 20,
    })
    expect(rows.map(({ name }) => name)).toEqual(['郝好'])
  })

  test('is refused while the number is somebody else’s, here or in another unit', async () => {
    for (const [at, number] of ['2023910001', stranger.studentNumber].entries()) {
      const who = await internal(students[at + 1]!, number)
      await expect(journey.step('secondary', who, 'handle', 'confirm-internal')).rejects.toMatchObject({
        code: 'REFUSED',
        data: { reason: 'number-taken', state: 'internal' },
      })
      expect((await journey.case('office', who)).state).toBe('internal')
    }
  })
})

describe('the demonstration’s day', () => {
  test('is moved, and the move is in the log', async () => {
    const { services } = journey.server
    const { accounts } = await journey.server.as('office')
    await expect(accounts.setDemoDay({ day: '2023-07-01' })).rejects.toMatchObject({ status: 404 })
    await inSystem(services.database.system, trx => trx.updateTable('installation').set({ demonstration: true }).execute())
    expect(await accounts.setDemoDay({ day: '2023-07-01' })).toEqual({ today: '2023-07-01' })
    expect((await accounts.session()).today).toBe('2023-07-01')
    const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'demo-day.moved' })
    expect(rows[0]).toMatchObject({ before: { today: '2023-06-08' }, after: { today: '2023-07-01' } })
    // What the new day asks for is done without being waited for.
    const days = () => inSystem(services.database.system, trx => trx.selectFrom('season_days').select('on_day as on').execute())
    await expect.poll(days, { timeout: 20_000 }).toEqual([{ on: '2023-07-01' }])
  })
})
