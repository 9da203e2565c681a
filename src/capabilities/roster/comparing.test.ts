/** An export of the Party-affairs system beside the roster. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../tests/university/client.ts'
import { type Cohort, type Enrolled, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { sheetOf } from '../../../tests/university/offices.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'

let server: Running
let university: University
let cohort: Cohort
let english: Enrolled[]
let accounting: Enrolled[]
let teacher: Client

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  ;({ english, accounting } = await enrolSix(server.services, university, cohort))
  teacher = await server.as('teacher')
}, 60_000)
afterAll(() => server.close())

/** As the other system heads its export: no student number. */
const header = ['姓名', '身份证号', '所在党组织', '人员类别', '联系电话', '入党日期']
const NAME = '中共岭南示范大学外国语学院英语第一党支部委员会'
const line = ({ name, idNumber, phone }: Enrolled, more: Partial<Record<'membership' | 'phone' | 'joinedOn', string>> = {}) => [
  name,
  idNumber,
  NAME,
  more.membership ?? (name === '白露' ? '预备党员' : '正式党员'),
  more.phone ?? phone,
  more.joinedOn ?? '',
]
const compared = async (client: Client, ...rows: string[][]) => {
  const { id, version } = await client.roster.comparisons.upload({ cohortId: cohort.cohortId, file: await sheetOf(header, ...rows) })
  return { id, version, preview: await client.roster.comparisons.preview({ id, limit: 100 }) }
}
const stranger = ['路人甲', '449901200101011234', NAME, '正式党员', '', '']

describe('the other system’s export', () => {
  test('is read without a student number, and matched by the ID number', async () => {
    const rows = english.slice(0, 4).map(person => line(person))
    const { preview } = await compared(teacher, ...rows, stranger)
    expect(preview.counts).toMatchObject({ total: 5, elsewhere: 1, wrong: 0 })
    expect(preview.missing.map(({ name }) => name)).toEqual([english[4]!.name])
    const onlyThere = preview.rows.find(({ kind }) => kind === 'elsewhere')!
    expect(onlyThere.problems.map(({ kind }) => kind)).toEqual(['only-there'])
  })

  test('shows field by field what is said otherwise, and is taken over only by choice', async () => {
    const person = english[0]!
    const { id, version, preview } = await compared(teacher, line(person, { phone: '19088887777', joinedOn: '2021.6.1' }), stranger)
    const row = preview.rows.find(({ kind }) => kind === 'changed')!
    expect(row.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(['phone', 'joinedOn']))
    const marked = await readWorkbook(new Uint8Array(await (await teacher.roster.comparisons.marked({ id })).arrayBuffer()), '已标注.xlsx')
    const texts = marked.sheets[0]!.rows.flat().map(String).join(' ')
    expect(texts).toContain('手机：这里是')
    expect(texts).toContain('对方系统里有此人')

    const before = (await teacher.roster.list({ cohortId: cohort.cohortId })).total
    const done = await teacher.roster.comparisons.commit({ id, version, choice: { new: true, changed: 'all', missing: 'tag' } })
    expect(done.counts).toMatchObject({ new: 0, changed: 1, tagged: 4 })
    const page = await teacher.roster.get({ id: person.graduateId })
    expect(page).toMatchObject({ joinedOn: '2021-06-01', phone: '*******7777' })
    expect((await teacher.roster.list({ cohortId: cohort.cohortId })).total).toBe(before)
    expect((await teacher.roster.list({ cohortId: cohort.cohortId, tag: '名册文件中没有' })).total).toBe(4)
    expect((await teacher.roster.comparisons.undo({ id, version: done.version })).state).toBe('undone')
    expect((await teacher.roster.get({ id: person.graduateId })).phone).not.toBe('*******7777')
  })

  test('the same again differs in nothing', async () => {
    const { preview } = await compared(teacher, ...english.map(person => line(person)))
    expect(preview.counts).toMatchObject({ total: 5, same: 5, changed: 0, elsewhere: 0, missing: 0 })
  })

  test('says nothing of people outside the reader’s unit', async () => {
    const { preview } = await compared(teacher, line(accounting[0]!))
    expect(preview.counts).toMatchObject({ elsewhere: 1, changed: 0, same: 0 })
    expect(preview.rows[0]!.changes).toEqual([])
  })
})
