import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { inProvince } from '../../../tests/university/journey.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inSystem } from '../../platform/database/index.ts'
import { decideMerge } from './rules/duplicates.ts'

describe('one entry is taken into another', () => {
  const kept = { memberId: 'a', inCohort: true }
  const gone = { memberId: 'b', inCohort: true }
  test.each([
    [kept, kept, null, 'same-entry'],
    [kept, gone, null, null],
    [kept, gone, 'letter', 'letter'],
    [kept, gone, 'submission', 'submission'],
    // Of different years both entries stay, and what stands upon them.
    [kept, { ...gone, inCohort: false }, 'letter', null],
  ] as const)('%j, %j, %s: %s', (one, other, fixed, reason) => {
    const decision = decideMerge(one, other, fixed)
    expect(decision.allowed ? null : decision.reason).toBe(reason)
  })
})

let server: Running
let university: University
let cohort: Cohort

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
}, 60_000)
afterAll(() => server.close())

const FIRST = '英语第一党支部'
const people = (branch: string, ...names: string[]) =>
  enrol(
    server.services,
    university,
    cohort,
    branch,
    names.map(name => ({ name })),
  )
const teacher = () => server.as('teacher')
const asked = () => ({ cohortId: cohort.cohortId })
const found = async (login: string, name: string) =>
  (await (await server.as(login)).roster.duplicates.list(asked())).filter(pair => pair.one.name === name)
const rows = async <Row>(query: ReturnType<typeof sql<Row>>) =>
  inSystem(server.services.database.system, async trx => (await query.execute(trx)).rows)
const samePhone = async ({ memberId }: Enrolled, { memberId: like }: Enrolled) =>
  rows(sql`update members set phone_index = (select phone_index from members where id = ${like}) where id = ${memberId}`)
const merged = async (login: string, keep: Enrolled, gone: Enrolled, take: string[] = [], versions = [1, 1]) =>
  (await server.as(login)).roster.duplicates.merge({
    ...asked(),
    keep: { memberId: keep.memberId, version: versions[0]! },
    gone: { memberId: gone.memberId, version: versions[1]! },
    take,
    reason: '同一人登记了两次',
  })

describe('what looks like one person', () => {
  test('has the same name, and the same phone, birthday or end of the ID number', async () => {
    const [one, other, third] = await people(FIRST, '甘霖', '甘霖', '甘露')
    await samePhone(other!, one!)
    await samePhone(third!, one!)
    const pairs = await found('teacher', '甘霖')
    expect(pairs).toHaveLength(1)
    expect(pairs[0]!.alike).toContain('same-phone')
    expect(new Set([pairs[0]!.one.memberId, pairs[0]!.other.memberId])).toEqual(new Set([one!.memberId, other!.memberId]))
    expect(JSON.stringify(pairs)).not.toContain(one!.idNumber)
    expect(JSON.stringify(pairs)).not.toContain(one!.phone)
    expect(await found('sister-teacher', '甘霖')).toEqual([])
  })

  test('is said to be two, and is two from then on', async () => {
    const [one, other] = await people(FIRST, '夏至', '夏至')
    await samePhone(other!, one!)
    expect(await found('teacher', '夏至')).toHaveLength(1)
    await (await teacher()).roster.duplicates.apart({ ...asked(), one: one!.memberId, other: other!.memberId })
    await (await teacher()).roster.duplicates.apart({ ...asked(), one: other!.memberId, other: one!.memberId })
    expect(await found('teacher', '夏至')).toEqual([])
  })
})

describe('merged', () => {
  test('one entry is left, with what was chosen of the other, its numbers, notes and confirmations', async () => {
    const [keep, gone] = await people(FIRST, '江月', '江月')
    const client = await teacher()
    const { cohortId } = cohort
    const before = (await client.roster.counts({ cohortId })).total
    await client.roster.notes.add({ graduateId: gone!.graduateId, text: '已补交申请书' })
    const items = (await client.education.matrix({ cohortId, limit: 1 })).items.map(({ key }) => key)
    const confirm = (graduateId: string, item: string) =>
      client.education.confirmMany({ cells: [{ graduateId, item }], doneOn: '2023-06-01', evidence: '签到表' })
    await confirm(keep!.graduateId, items[0]!)
    await confirm(gone!.graduateId, items[0]!)
    await confirm(gone!.graduateId, items[1]!)

    await merged('teacher', keep!, gone!, ['idNumber', 'studentNumber'])

    const page = await client.roster.get({ id: keep!.graduateId })
    expect(page.studentNumber).toBe(gone!.studentNumber)
    expect(page.formerNumbers).toEqual([keep!.studentNumber])
    expect(page.idNumber?.slice(-4)).toBe(gone!.idNumber.slice(-4))
    expect(page.phone?.slice(-4)).toBe(keep!.phone.slice(-4))
    expect((await client.roster.counts({ cohortId })).total).toBe(before - 1)
    await expect(client.roster.get({ id: gone!.graduateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await client.roster.notes.list({ graduateId: keep!.graduateId })).map(({ text }) => text)).toEqual(['已补交申请书'])
    const confirmed = await rows(
      sql<{
        item: string
        live: boolean
      }>`select item, revoked_at is null as live from item_confirmations where graduate_id = ${keep!.graduateId} order by item, live`,
    )
    expect(
      confirmed
        .filter(({ live }) => live)
        .map(({ item }) => item)
        .sort(),
    ).toEqual([items[0], items[1]].sort())
    expect(confirmed.filter(({ live }) => !live)).toHaveLength(1)
    const [change] = (await client.roster.changes({ memberId: keep!.memberId, field: 'merged' })).rows
    expect(change!.changes.map(({ field }) => field).sort()).toEqual(['idNumber', 'merged', 'studentNumber'])
    // Nothing names the entry that is gone but what is only ever added to.
    const left = await rows(sql<{ count: number }>`select
      (select count(*) from members where id = ${gone!.memberId}) + (select count(*) from graduates where member_id = ${gone!.memberId})
      + (select count(*) from item_confirmations where member_id = ${gone!.memberId}) as count`)
    expect(Number(left[0]!.count)).toBe(0)
    const log = (await (await server.as('auditor')).audit.list({ verb: 'members.merged', limit: 10 })).rows
    expect(log).toHaveLength(2)
    expect(JSON.stringify(log)).not.toContain(gone!.idNumber)
  })

  test('the login of the entry that goes ends, where the other has one', async () => {
    const [keep, gone] = await people(FIRST, '梁山', '梁山')
    await server.as(gone!.studentNumber)
    await merged('teacher', keep!, gone!)
    const logins = await rows(sql<{ login: string; disabled: boolean }>`
      select login, disabled_on is not null as disabled from accounts where login in (${keep!.studentNumber}, ${gone!.studentNumber}) order by login`)
    expect(logins.map(({ disabled }) => disabled)).toEqual([false, true])
  })

  test('not where a case has begun upon the entry that would go; the other way round it may', async () => {
    const [keep, gone] = await people(FIRST, '林间', '林间')
    await (await server.as(gone!.studentNumber)).transfers.mine.save({ ...inProvince, version: 0 })
    await expect(merged('teacher', keep!, gone!)).rejects.toMatchObject({ data: { reason: 'transfer' } })
    await merged('teacher', gone!, keep!)
  })

  test('not by who holds only one of them, nor upon an old version', async () => {
    const [keep] = await people(FIRST, '秋水')
    const [gone] = await people('英语第二党支部', '秋水')
    await expect(merged('teacher', keep!, gone!)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(merged('secondary', keep!, gone!, [], [1, 2])).rejects.toMatchObject({ code: 'CONFLICT', data: { version: 1 } })
    await expect(merged('secondary', keep!, keep!)).rejects.toMatchObject({ data: { reason: 'same-entry' } })
    await merged('secondary', keep!, gone!)
    const page = await (await teacher()).roster.get({ id: keep!.graduateId })
    expect(page).toMatchObject({ branch: { name: FIRST }, formerNumbers: [gone!.studentNumber] })
  })
})
