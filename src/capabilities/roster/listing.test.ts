import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { searchRefusalText } from '../../kernel/whole-number.ts'
import { inSystem } from '../../platform/database/index.ts'

let server: Running
let university: University
let cohort: Cohort
let english: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  ;({ english } = await enrolSix(server.services, university, cohort))
}, 60_000)
afterAll(() => server.close())

const asked = (more: object = {}) => ({ cohortId: cohort.cohortId, ...more })

describe('the list', () => {
  test('ends at the reader’s unit, and shows numbers by their last four only', async () => {
    const names = async (login: string) => (await (await server.as(login)).roster.list(asked())).rows.map(row => row.name)
    expect(await names('teacher')).toHaveLength(5)
    expect(await names('sister-teacher')).toEqual([])
    expect(await names('sister-secondary')).toEqual(['郝好'])
    expect(await names('office')).toHaveLength(6)
    const { rows } = await (await server.as('secretary')).roster.list(asked({ search: '安宁' }))
    expect(rows[0]).toMatchObject({
      idNumber: `**************${english[0]!.idNumber.slice(-4)}`,
      phone: `*******${english[0]!.phone.slice(-4)}`,
    })
    await expect((await server.as('teacher')).roster.list(asked({ path: university.unit.管理学院党总支!.path }))).rejects.toMatchObject({
      status: 404,
    })
    await expect((await server.as('auditor')).roster.list(asked())).rejects.toMatchObject({ status: 403 })
  })

  test('pages by key, everybody once', async () => {
    const client = await server.as('office')
    const seen: string[] = []
    let after: string | undefined
    do {
      const part = await client.roster.list(asked({ limit: 2, ...(after && { after }) }))
      expect(part.total).toBe(6)
      seen.push(...part.rows.map(row => row.id))
      after = part.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(6)
    expect(seen).toHaveLength(6)
    await expect(client.roster.list(asked({ after: 'nonsense' }))).rejects.toMatchObject({ status: 400 })
  })

  test.each<[string, (person: Enrolled) => string, number]>([
    ['a part of the name', () => '诗韵', 1],
    ['a part of the student number', person => person.studentNumber.slice(3), 1],
    ['a part of an ID number', person => person.idNumber.slice(0, 12), 0],
    ['a sign of the search language', () => '%', 0],
  ])('is searched by %s', async (_, text, found) => {
    const { rows } = await (await server.as('teacher')).roster.list(asked({ search: text(english[2]!) }))
    expect(rows.map(row => row.name)).toEqual(found ? ['曾诗韵'] : [])
  })

  test.each<[string, (person: Enrolled) => string]>([
    ['a whole phone', person => person.phone],
    ['a phone as it was copied', person => person.phone.replace(/^(...)(....)/, '$1 $2-')],
    ['a whole ID number', person => person.idNumber],
    ['an ID number beside the name', person => `${person.name} ${person.idNumber.toLowerCase()}`],
  ])('takes %s in a body and in no address', async (_, text) => {
    const client = await server.as('teacher')
    const search = text(english[2]!)
    expect(await client.roster.lookup({ ...asked(), search })).toMatchObject({ rows: [{ name: '曾诗韵' }], total: 1, next: null })
    await expect(client.roster.list(asked({ search }))).rejects.toMatchObject({
      status: 400,
      data: { issues: [{ path: ['search'], message: searchRefusalText['whole-number'], params: { reason: 'whole-number' } }] },
    })
    await expect(client.education.matrix(asked({ search }))).rejects.toMatchObject({ status: 400 })
    await expect(client.transfers.list(asked({ search }))).rejects.toMatchObject({ status: 400 })
    const office = await server.as('office')
    await expect(office.letters.list(asked({ search }))).rejects.toMatchObject({ status: 400 })
    await expect(office.addressees.search({ search })).rejects.toMatchObject({ status: 400 })
    await expect(office.addressees.list({ search })).rejects.toMatchObject({ status: 400 })
  })

  test('looks up whole numbers only, within the unit, with the other filters', async () => {
    const client = await server.as('teacher')
    const [, , person] = english
    const found = async (login: string, more: object = {}) =>
      (await (await server.as(login)).roster.lookup({ ...asked(), search: person!.phone, ...more })).total
    expect(await found('office', { membership: 'full' })).toBe(1)
    expect(await found('office', { membership: 'probationary' })).toBe(0)
    expect(await found('sister-teacher')).toBe(0)
    await expect(client.roster.lookup({ ...asked(), search: '诗韵' })).rejects.toMatchObject({
      status: 400,
      data: { issues: [{ params: { reason: 'no-whole-number' } }] },
    })
    await expect((await server.as('auditor')).roster.lookup({ ...asked(), search: person!.phone })).rejects.toMatchObject({ status: 403 })
  })

  test('finds nobody by a whole number for who may not see numbers', async () => {
    expect((await (await server.as('secretary')).roster.lookup({ ...asked(), search: english[2]!.phone })).total).toBe(0)
  })

  test('is filtered and counted alike', async () => {
    const client = await server.as('office')
    const counts = await client.roster.counts(asked())
    expect(counts).toMatchObject({ total: 6, memberships: { probationary: 1, full: 5 }, outcomes: { delayed: 0 } })
    expect(counts.branches.map(({ name, count }) => [name, count])).toEqual([
      ['英语第一党支部', 5],
      ['会计学党支部', 1],
    ])
    expect((await client.roster.list(asked({ membership: 'probationary' }))).total).toBe(1)
    expect((await client.roster.list(asked({ path: university.unit.管理学院党总支!.path }))).total).toBe(1)
  })

  test('finds a student number that reads like a phone', async () => {
    const [twin] = await enrol(server.services, university, cohort, '日语党支部', [{ name: '同号' }])
    await inSystem(server.services.database.system, trx =>
      sql`update members set student_number = '19210180001' where id = ${twin!.memberId}`.execute(trx),
    )
    for (const login of ['office', 'secondary', 'counselor'])
      expect((await (await server.as(login)).roster.lookup({ ...asked(), search: '19210180001' })).rows.map(({ name }) => name)).toEqual([
        '同号',
      ])
  })
})

describe('the last four of an ID number', () => {
  test('find who holds it, four digits or three and X, within the reader’s units', async () => {
    const found = async (login: string, search: string) =>
      (await (await server.as(login)).roster.list(asked({ search, limit: 200 }))).rows.map(({ id }) => id)
    const [plain] = english
    expect(await found('secretary', plain!.idNumber.slice(-4))).toContain(plain!.graduateId)
    expect(await found('sister-secondary', plain!.idNumber.slice(-4))).not.toContain(plain!.graduateId)
    expect(await found('teacher', plain!.idNumber.slice(-5, -1))).not.toContain(plain!.graduateId)

    let crossed: Enrolled
    do [crossed] = (await enrol(server.services, university, cohort, '会计学党支部', [{ name: '季末' }])) as [Enrolled]
    while (!crossed.idNumber.endsWith('X'))
    const end = crossed.idNumber.slice(-4)
    for (const written of [end, end.toLowerCase()]) expect(await found('sister-secondary', written)).toContain(crossed.graduateId)
    expect(await found('sister-secondary', end.slice(1))).toEqual([])
  })
})
