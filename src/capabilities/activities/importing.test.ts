import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'

let server: Running
let university: University
let cohort: Cohort
let first: Enrolled[]
let second: Enrolled[]
let id: string

const columns = ['学号', '姓名', '状态', '原因']
const desk = async (login = 'teacher') => (await server.as(login)).activities
const unitId = (name: string) => university.unit[name]!.id

async function activity(login: string, audience: string[], upTo: 'announced' | 'held' = 'held') {
  const client = await desk(login)
  const asked = { cohortId: cohort.cohortId, kind: 'party-lecture', title: '党课', onDay: '2023-06-08', begins: '14:00' }
  const made = (await client.add({ ...asked, audience: audience.map(unitId) })).ids[0]!
  await client.announce({ id: made, version: 1 })
  if (upTo === 'held') await client.open({ id: made, version: 2 })
  return made
}

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const people = (branch: string, ...names: string[]) =>
    enrol(
      server.services,
      university,
      cohort,
      branch,
      names.map(name => ({ name })),
    )
  first = await people('英语第一党支部', '叶一', '叶二', '叶三', '叶四', '叶五', '同名', '同名')
  second = await people('英语第二党支部', '柳一', '柳二')
  id = await activity('teacher', ['英语第一党支部'])
})
afterAll(() => server.close())

const upload = async (rows: string[][], { about = id, login = 'teacher', head = columns } = {}) =>
  (await desk(login)).imports.upload({ cohortId: cohort.cohortId, about, file: await workbookOf('签到表', head, ...rows) })
const commit = async (rows: string[][], more: { about?: string; login?: string; head?: string[] } = {}) => {
  const brought = await upload(rows, more)
  return (await desk(more.login)).imports.commit({ id: brought.id, version: brought.version })
}
const problemsOf = async (importId: string, login = 'teacher') =>
  (await (await desk(login)).imports.preview({ id: importId, limit: 200 })).rows.flatMap(({ problems }) =>
    problems.map(({ field, kind }) => `${field} ${kind}`),
  )
const list = async (about = id, login = 'teacher') =>
  Object.fromEntries(
    (await (await desk(login)).people({ id: about })).map(({ studentNumber, attendance }) => [
      studentNumber,
      attendance && `${attendance.state} ${attendance.how} ${attendance.reason}`.trim(),
    ]),
  )
const of = ({ studentNumber, name }: Enrolled, state = '', reason = '') => [studentNumber, name, state, reason]

describe('a sheet signed on paper', () => {
  test('is written as by hand: who is not said otherwise was there', async () => {
    const [one, two, three, four] = first as [Enrolled, Enrolled, Enrolled, Enrolled]
    const rows = [of(one), ['', '叶二', '迟到', ''], of(three, '请假', '外地实习'), of(four, '补课', '看录像并交心得')]
    expect((await commit(rows)).counts).toMatchObject({ new: 4, wrong: 0 })
    expect(await list()).toMatchObject({
      [one.studentNumber]: 'present list',
      [two.studentNumber]: 'late list',
      [three.studentNumber]: 'absent list 外地实习',
      [four.studentNumber]: 'made-up list 看录像并交心得',
    })
    const { rows: log } = await (await server.as('auditor')).audit.list({ verb: 'attendance-list.imported' })
    expect(log).toHaveLength(4)
    expect(log.map(({ subjectKind }) => subjectKind)).toContain('attendance')
    // The same file again changes nothing; what it says otherwise is shown first.
    expect((await upload(rows)).counts).toMatchObject({ new: 0, changed: 0, same: 4 })
    expect((await commit([of(one, '迟到')])).counts).toMatchObject({ changed: 1 })
    expect((await list())[one.studentNumber]).toBe('late list')
  })

  test('is read in the words of the office that wrote it', async () => {
    const [, , , , five] = first as Enrolled[]
    const done = await commit([[five!.studentNumber, '√']], { head: ['学号', '是否到会'] })
    expect(done.counts).toMatchObject({ new: 1 })
    expect((await list())[five!.studentNumber]).toBe('present list')
  })

  test.each<[what: string, row: () => string[], problem: string]>([
    ['nobody of the unit', () => ['2010000000', '', '到', ''], 'studentNumber nobody-here'],
    ['a sister branch’s', () => of(second[0]!), 'studentNumber nobody-here'],
    ['another name', () => [first[0]!.studentNumber, '某某', '', ''], 'name name-differs'],
    ['a name that two have', () => ['', '同名', '', ''], 'name several-here'],
    ['a word that says nothing', () => of(first[5]!, '也许'), 'state no-such-state'],
    ['absence without a reason', () => of(first[5]!, '缺席'), 'reason reason-missing'],
    ['making up without saying how', () => of(first[5]!, '补课'), 'reason reason-missing'],
    ['nobody at all', () => ['', '', '到', ''], 'studentNumber nobody'],
  ])('is refused for %s', async (_, row, problem) => {
    const { id: brought, counts } = await upload([row()])
    expect(counts).toMatchObject({ wrong: 1, new: 0 })
    expect(await problemsOf(brought)).toEqual([problem])
  })

  test('names nobody twice, in the same words or in others', async () => {
    const { id: same } = await upload([of(first[5]!), of(first[5]!)])
    expect(await problemsOf(same)).toEqual(['studentNumber twice'])
    const { id: other } = await upload([of(first[4]!), ['', '叶五', '', '']])
    expect(await problemsOf(other)).toEqual(['name twice'])
  })

  test('of people whom the activity is not for', async () => {
    const wide = await activity('secondary', ['英语第一党支部'])
    const { id: brought } = await upload([of(second[0]!), of(first[0]!)], { about: wide, login: 'secondary' })
    expect(await problemsOf(brought, 'secondary')).toEqual(['studentNumber not-invited'])
  })

  test('before it is open only who is excused', async () => {
    const ahead = await activity('teacher', ['英语第一党支部'], 'announced')
    const { id: brought, counts } = await upload([of(first[0]!, '到'), of(first[1]!, '缺席', '外地实习')], { about: ahead })
    expect(counts).toMatchObject({ wrong: 1, new: 1 })
    expect(await problemsOf(brought)).toEqual(['state not-begun'])
  })

  test('after the branch has closed its list, and of one that closed between look and write, nothing', async () => {
    const closing = await activity('teacher', ['英语第一党支部'])
    const client = await desk()
    await client.mark({ id: closing, graduateIds: [first[0]!.graduateId], marking: 'present' })
    const waiting = await upload([of(first[1]!)], { about: closing })
    await client.close({ id: closing, unitId: unitId('英语第一党支部') })
    await expect(client.imports.commit({ id: waiting.id, version: waiting.version })).rejects.toMatchObject({ status: 409 })
    expect((await list(closing))[first[1]!.studentNumber]).toBeNull()
    const { id: brought } = await upload([of(first[1]!)], { about: closing })
    expect(await problemsOf(brought)).toEqual(['studentNumber list-closed'])
  })

  test('belongs to one activity of the unit and the year, and to whoever holds activities', async () => {
    const file = await workbookOf('签到表', columns, of(first[0]!))
    const { cohortId } = cohort
    const client = await desk()
    await expect(client.imports.upload({ cohortId, file })).rejects.toMatchObject({ status: 404 })
    await expect(client.imports.upload({ about: id, file })).rejects.toMatchObject({ status: 404 })
    await expect((await desk('sister-teacher')).imports.upload({ cohortId, about: id, file })).rejects.toMatchObject({ status: 404 })
    expect((await (await desk('secretary')).imports.upload({ cohortId, about: id, file })).counts.total).toBe(1)
    await expect((await desk('counselor')).imports.upload({ cohortId, about: id, file })).rejects.toMatchObject({ status: 403 })
    const other = await activity('teacher', ['英语第一党支部'])
    expect((await client.imports.list({ cohortId, about: id })).length).toBeGreaterThan(3)
    expect(await client.imports.list({ cohortId, about: other })).toEqual([])
  })
})
