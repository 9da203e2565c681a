import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  people = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '安宁' }, { name: '白杨' }])
})
afterAll(() => server.close())

test('the matrix says of each day how, and a second page what each tick rests on', async () => {
  const { activities, education } = await server.as('teacher')
  const [an, bai] = people as [Enrolled, Enrolled]
  const audience = [university.unit.英语第一党支部!.id]
  const held = { cohortId: cohort.cohortId, kind: 'oath', title: '重温誓词', onDay: '2023-06-08', begins: '09:00', audience }
  const id = (await activities.add(held)).ids[0]!
  await activities.open({ id, version: 1 })
  await activities.mark({ id, graduateIds: [an.graduateId], marking: 'present', reason: '' })
  await activities.mark({ id, graduateIds: [bai.graduateId], marking: 'made-up', reason: '看录像' })
  await activities.close({ id, unitId: audience[0]! })
  const of = (person: Enrolled, item: string) => ({ graduateId: person.graduateId, item, doneOn: '2023-06-01' })
  const details = { title: '乡土中国', isbn: '978-7-01-000914-8', receiver: '图书角' }
  await education.confirm({ ...of(an, 'book'), basis: 'book', details })
  await education.confirm({ ...of(an, 'volunteering'), basis: 'hours', details: { hours: 2.5, place: '校史馆' } })
  const online = { basis: 'alternative' as const, details: { alternative: 'online-lecture' }, evidence: '交了心得' }
  await education.confirm({ ...of(bai, 'party-lecture'), ...online, madeUp: true })
  const revoked = await education.confirm({ ...of(bai, 'book'), evidence: '记错的' })
  await education.revoke({ id: revoked.id, reason: '记错了人' })

  const file = await education.export({ cohortId: cohort.cohortId })
  const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)
  const rowsOf = (at: number) => {
    const rows = sheets[at]!.rows.map(row => row.map(cell => String(cell ?? '')))
    const head = rows.findIndex(([first]) => first === '学号')
    return rows.slice(head + 1).map(row => Object.fromEntries(rows[head]!.map((header, column) => [header, row[column] ?? ''])))
  }
  expect(sheets.map(({ name }) => name)).toEqual(['五个一完成情况', '逐项依据'])
  expect(rowsOf(0)).toMatchObject([
    { 姓名: '安宁', 捐书: '2023-06-01', 重温誓词: '2023-06-08', 已完成项数: '3' },
    { 姓名: '白杨', 捐书: '', 党课: '2023-06-01（替代、补做）', 重温誓词: '2023-06-08（补做）', 已完成项数: '2' },
  ])
  const ticks = rowsOf(1)
  expect(ticks).toHaveLength(5)
  const tick = (name: string, way: string) => ticks.find(row => row.姓名 === name && row.方式 === way)
  expect(tick('安宁', '捐书')).toMatchObject({
    学号: an.studentNumber,
    党支部: '英语第一党支部',
    完成日期: '2023-06-01',
    书名: '乡土中国',
    ISBN: '9787010009148',
    受赠方: '图书角',
    凭据: '《乡土中国》（ISBN 9787010009148），赠图书角',
    确认人: '英语第一党支部的teacher',
    确认时间: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
  })
  expect(tick('安宁', '时长')).toMatchObject({ 时长: '2.5', 凭据: '校史馆，2.5 小时' })
  expect(tick('安宁', '活动')).toMatchObject({ 活动: '重温誓词', 凭据: '签到表：重温誓词' })
  expect(tick('白杨', '活动、补做')).toMatchObject({ 活动: '重温誓词' })
  expect(tick('白杨', '替代、补做')).toMatchObject({ 活动: '', 凭据: '线上党课：交了心得' })
})
