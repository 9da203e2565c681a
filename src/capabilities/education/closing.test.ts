/** Reports that somebody else's confirmation makes needless. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const names = ['安宁', '白杨', '陈可', '丁然', '方圆', '高远']
  people = await enrol(
    server.services,
    university,
    cohort,
    '英语第一党支部',
    names.map(name => ({ name })),
  )
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).education
const member = (person: Enrolled) => desk(person.studentNumber)
const queue = async () => (await (await desk('teacher')).reports({ cohortId: cohort.cohortId, limit: 50 })).rows
const told = async (person: Enrolled) => (await (await server.as(person.studentNumber)).inbox.list({ limit: 5 })).rows
const oath = { item: 'oath', doneOn: '2023-06-01', evidence: '线上' }
const service = (hours: number, doneOn: string) => ({ item: 'volunteering', doneOn, basis: 'hours' as const, details: { hours } })

describe('a report whose item is complete meanwhile', () => {
  test('is given back by itself, with its reason, and the member is told', async () => {
    const person = people[0]!
    const report = await (await member(person)).report(oath)
    const other = await (await member(person)).report(service(2, '2023-06-02'))
    await (await desk('teacher')).confirm({ graduateId: person.graduateId, item: 'oath', doneOn: '2023-06-05', evidence: '签到表' })
    expect((await queue()).map(({ id }) => id)).toEqual([other.id])
    expect((await told(person))[0]).toMatchObject({
      title: '“重温誓词”的申报不用再确认',
      body: '你申报的“重温誓词”没有再记：这一项已经够了。这一条不用再报。',
    })
    const { rows } = await (await server.as('auditor')).audit.list({ verb: 'item.confirmed', limit: 5 })
    expect(rows.find(({ subjectId }) => subjectId === report.id)).toMatchObject({
      before: { state: 'waiting' },
      after: { state: 'returned', reason: '这一项已经够了', by: '系统' },
    })
    // The page of the member says what is done, and no more of the report.
    const item = (await (await member(person)).mine()).items.find(({ key }) => key === 'oath')!
    expect([item.complete, item.waiting]).toEqual([true, []])
    await expect((await member(person)).withdraw({ id: report.id })).rejects.toMatchObject({ data: { reason: 'not-waiting' } })
  })

  test('by another report that is confirmed', async () => {
    const person = people[1]!
    const client = await member(person)
    const first = await client.report(oath)
    await client.report({ ...oath, doneOn: '2023-06-02' })
    expect(await (await desk('teacher')).confirmReports({ ids: [first.id] })).toEqual({ confirmed: 1, refused: [] })
    expect((await queue()).some(({ name }) => name === '白杨')).toBe(false)
    const item = (await client.mine()).items.find(({ key }) => key === 'oath')!
    expect(item.confirmations).toHaveLength(1)
  })

  test('by a closed list, and by a sheet', async () => {
    for (const person of people.slice(2, 4)) await (await member(person)).report(oath)
    const { activities, education } = await server.as('teacher')
    const audience = [university.unit.英语第一党支部!.id]
    const held = { cohortId: cohort.cohortId, kind: 'oath', title: '重温誓词', onDay: '2023-06-08', begins: '09:00', audience }
    const id = (await activities.add(held)).ids[0]!
    await activities.open({ id, version: 1 })
    await activities.mark({ id, graduateIds: [people[2]!.graduateId], marking: 'present', reason: '' })
    await activities.close({ id, unitId: audience[0]! })
    expect((await queue()).map(({ name }) => name)).toEqual(['安宁', '丁然'])
    const row = [people[3]!.studentNumber, '丁然', '重温誓词', '2023-06-03', '签到表']
    const file = await workbookOf('参加记录', ['学号', '姓名', '项目', '日期', '凭据'], row)
    const { id: importId, version } = await education.imports.upload({ cohortId: cohort.cohortId, file })
    await education.imports.commit({ id: importId, version })
    expect((await queue()).map(({ name }) => name)).toEqual(['安宁'])
  })

  test('a preview closes nothing, nor does what another person did', async () => {
    await (await member(people[4]!)).report(oath)
    const cell = (person: Enrolled) => ({ graduateId: person.graduateId, item: 'oath' })
    const proof = { doneOn: '2023-06-03', evidence: '签到表' }
    const teacher = await desk('teacher')
    await teacher.confirmMany({ cells: [cell(people[4]!)], ...proof, dryRun: true })
    await teacher.confirmMany({ cells: [cell(people[5]!)], ...proof })
    expect((await queue()).map(({ name }) => name)).toContain('方圆')
  })

  test('the same day of an item that takes more', async () => {
    const person = people[5]!
    const teacher = await desk('teacher')
    const client = await member(person)
    await client.report(service(1, '2023-06-02'))
    await teacher.confirm({ graduateId: person.graduateId, ...service(2, '2023-06-02') })
    expect((await queue()).some(({ name }) => name === '高远')).toBe(false)
    expect((await told(person))[0]!.body).toBe('你申报的“志愿服务”没有再记：这一天的这一项支部已经确认。这一条不用再报。')
  })
})

test('what a member made up is said so, to the branch and on the confirmation', async () => {
  const person = people[0]!
  const client = await member(person)
  const { id, madeUp } = await client.report({
    item: 'book',
    doneOn: '2023-06-06',
    basis: 'book',
    details: { title: '论语' },
    madeUp: true,
  })
  expect(madeUp).toBe(true)
  expect((await queue()).find(row => row.id === id)).toMatchObject({ madeUp: true, evidence: '《论语》' })
  expect((await client.mine()).items.find(({ key }) => key === 'book')!.waiting).toMatchObject([{ what: '《论语》（补做）' }])
  await (await desk('teacher')).confirmReports({ ids: [id] })
  expect((await client.mine()).items.find(({ key }) => key === 'book')!.confirmations).toMatchObject([{ madeUp: true }])
})
