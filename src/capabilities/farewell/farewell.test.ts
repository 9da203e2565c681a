import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  people = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '叶一' }, { name: '叶二' }, { name: '叶三' }])
  await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '叶迟', outcome: 'delayed' }])
})
afterAll(() => server.close())

const farewell = async (login: string) => (await server.as(login)).farewell
const list = async (login: string, more: { lacks?: 'notice' | 'talk' } = {}) =>
  (await farewell(login)).list({ cohortId: cohort.cohortId, limit: 50, ...more })
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const talk = { kind: 'talk', onDay: '2023-06-07', how: 'in-person', by: '周老师' } as const
const ids = () => people.map(({ graduateId }) => graduateId)

describe('the member', () => {
  test('reads the text and signs it with the own name, once', async () => {
    const client = await farewell(people[0]!.studentNumber)
    const { text, name, notice, paragraphs, asked } = await client.mine()
    expect([name, notice, asked, paragraphs.length > 5]).toEqual(['叶一', null, true, true])
    await expect(client.sign({ name: '叶二', text })).rejects.toMatchObject(refused('other-name'))
    await expect(client.sign({ name: '叶一', text: 'read long ago' })).rejects.toMatchObject(refused('other-text'))
    expect(await client.sign({ name: '叶一', text })).toMatchObject({ kind: 'notice', how: 'online', onDay: '2023-06-08', by: '叶一' })
    await expect(client.sign({ name: '叶一', text })).rejects.toMatchObject(refused('already-signed'))
    expect((await client.mine()).notice).toMatchObject({ how: 'online' })
  })

  test('records no talk and sees no list', async () => {
    const client = await farewell(people[0]!.studentNumber)
    await expect(client.record({ graduateIds: [people[0]!.graduateId], ...talk })).rejects.toMatchObject({ status: 403 })
    await expect(client.list({ cohortId: cohort.cohortId })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the branch', () => {
  test('records many at once: all or none, and who is refused is named', async () => {
    const client = await farewell('teacher')
    const paper = { kind: 'notice', onDay: '2023-06-08', how: 'paper', by: '周老师' } as const
    expect(await client.record({ graduateIds: ids(), ...paper })).toEqual({
      recorded: 0,
      refused: [{ graduateId: people[0]!.graduateId, name: '叶一', reason: 'already-recorded' }],
    })
    expect((await list('teacher', { lacks: 'notice' })).rows.map(({ name }) => name).sort()).toEqual(['叶三', '叶二'])
    expect(await client.record({ graduateIds: ids().slice(1), ...paper })).toEqual({ recorded: 2, refused: [] })
    expect(await client.record({ graduateIds: ids(), ...talk, note: '谈了去向和联系方式' })).toMatchObject({ recorded: 3 })
    expect((await list('teacher')).counts).toEqual({ people: 3, notice: 3, talk: 3 })
  })

  test.each([
    ['of tomorrow', { onDay: '2023-06-09' }, 'future-day'],
    ['by nobody', { by: ' ' }, 'nobody-named'],
    ['a talk on paper', { how: 'paper' as const }, 'wrong-way'],
  ])('is refused one %s', async (_, change, reason) => {
    const { refused: left } = await (await farewell('teacher')).record({ graduateIds: [people[0]!.graduateId], ...talk, ...change })
    expect(left.map(row => row.reason)).toEqual([reason])
  })

  test('takes a wrong one back with a reason, and records it anew; both stay', async () => {
    const client = await farewell('teacher')
    const held = (await list('teacher')).rows.find(({ name }) => name === '叶三')!.talk!
    await expect(client.revoke({ id: held.id, reason: ' ' })).rejects.toMatchObject(refused('reason-missing'))
    await client.revoke({ id: held.id, reason: '登记错了人' })
    await expect(client.revoke({ id: held.id, reason: '登记错了人' })).rejects.toMatchObject(refused('already-revoked'))
    expect((await list('teacher', { lacks: 'talk' })).rows.map(({ name }) => name)).toEqual(['叶三'])
    expect(await client.record({ graduateIds: [people[2]!.graduateId], ...talk, how: 'phone' })).toMatchObject({ recorded: 1 })
    const { rows } = await (await server.as('auditor')).audit.list({ subjectKind: 'farewell', limit: 50 })
    expect(rows.filter(({ verb }) => verb === 'farewell.revoked')).toHaveLength(1)
    expect(rows.filter(({ verb }) => verb === 'farewell.recorded')).toHaveLength(6)
  })

  test('is one of others: a sister unit sees, records and takes back nothing here', async () => {
    const sister = await farewell('sister-teacher')
    const held = (await list('teacher')).rows[0]!.talk!
    expect((await list('sister-teacher')).rows.map(({ name }) => name)).not.toContain('叶一')
    await expect(sister.record({ graduateIds: [people[0]!.graduateId], ...talk })).rejects.toMatchObject({ status: 404 })
    await expect(sister.revoke({ id: held.id, reason: '不是我们的' })).rejects.toMatchObject({ status: 404 })
  })
})

test('the counts stand by branch; the list and the sheet come as files, put on record', async () => {
  const client = await farewell('office')
  const units = await client.units({ cohortId: cohort.cohortId })
  expect(units.find(({ unitName }) => unitName === '英语第一党支部')).toMatchObject({ people: 3, notice: 3, talk: 3 })
  expect((await client.export({ cohortId: cohort.cohortId })).size).toBeGreaterThan(1_000)
  const sheet = await (await farewell('teacher')).sheet({ cohortId: cohort.cohortId })
  expect(sheet.type).toBe('application/pdf')
  const { rows } = await (await server.as('auditor')).audit.list({ verb: 'farewell.exported' })
  expect(rows.map(({ after }) => (after as { form: string }).form).sort()).toEqual(['sheet', 'xlsx'])
})

test('who stays a year longer is not counted', async () => {
  expect((await list('teacher')).rows.map(({ name }) => name)).not.toContain('叶迟')
})
