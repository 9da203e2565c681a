import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Enrolled, enrol, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'

let server: Running
let cohortId: string
let english: Enrolled[]
let accounting: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  cohortId = cohort.cohortId
  const six = await enrolSix(server.services, university, cohort)
  english = [...six.english, ...(await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '丁一' }]))]
  accounting = six.accounting
})
afterAll(() => server.close())

const teacher = async () => (await server.as('teacher')).education
const columns = ['学号', '姓名', '五个一项目', '完成日期', '佐证材料']
const upload = async (...rows: string[][]) =>
  (await teacher()).imports.upload({ cohortId, file: await workbookOf('参加记录', columns, ...rows) })
const commit = async (...rows: string[][]) => {
  const { id, version } = await upload(...rows)
  return (await teacher()).imports.commit({ id, version })
}
const rowsOf = async (id: string) => (await (await teacher()).imports.preview({ id, limit: 200 })).rows
const problemsOf = async (id: string) => (await rowsOf(id)).flatMap(({ problems }) => problems.map(({ field, kind }) => `${field} ${kind}`))
const doneBy = async ({ graduateId }: Enrolled) =>
  (await (await teacher()).person({ graduateId })).items.filter(({ complete }) => complete).map(({ short }) => short)

/** A row of this person, by student number and name. */
const of = ({ studentNumber, name }: Enrolled, item: string, day = '2023-05-20', proof = '签到表') => [
  studentNumber,
  name,
  item,
  day,
  proof,
]

describe('attendance', () => {
  test('is confirmed as by hand, and the same file again changes nothing', async () => {
    const [one, other] = english as [Enrolled, Enrolled]
    const rows = [
      of(one, '党课'),
      of(one, '听1次党课', '2023.5.21'),
      of(other, '捐书', '2023年5月20日', '《共产党宣言》'),
      of(one, '志愿服务'),
    ]
    const { id, counts } = await upload(...rows)
    // One lecture is asked for: a second is too many, though nothing of the first is written yet.
    expect(counts).toMatchObject({ new: 3, wrong: 1 })
    expect(await problemsOf(id)).toEqual(['item enough'])
    expect((await commit(rows[0]!, rows[2]!, rows[3]!)).counts).toMatchObject({ new: 3 })
    expect(await doneBy(one)).toEqual(['党课', '志愿服务'])
    expect((await upload(rows[0]!, rows[2]!, rows[3]!)).counts).toMatchObject({ new: 0, changed: 0, same: 3 })
    const { rows: log } = await (await server.as('auditor')).audit.list({ verb: 'attendance.imported' })
    expect(log).toHaveLength(3)
  })

  test('of somebody without a number is known by a name that one alone has', async () => {
    const { id } = await upload(['', '方圆', '捐书', '2023-05-20', '签到表'], ['', '丁一', '捐书', '2023-05-20', '签到表'])
    expect(await problemsOf(id)).toEqual(['name several-here'])
  })

  test.each([
    ['nobody of the unit', () => ['2010000000', '', '捐书', '2023-05-20', '签到表'], 'studentNumber nobody-here'],
    ['a sister unit’s', () => of(accounting[0]!, '捐书'), 'studentNumber nobody-here'],
    ['another name', () => [english[2]!.studentNumber, '某某', '捐书', '2023-05-20', '签到表'], 'name name-differs'],
    ['an item that is none', () => of(english[2]!, '打球'), 'item no-such-item'],
    ['a day to come', () => of(english[2]!, '捐书', '2023-06-09'), 'doneOn future-day'],
    ['a day before joining', () => of(english[2]!, '捐书', '2020-05-19'), 'doneOn before-joining'],
    ['no day', () => of(english[2]!, '捐书', '那天'), 'doneOn no-date'],
    ['no proof', () => of(english[2]!, '捐书', '2023-05-20', ''), 'evidence evidence-missing'],
    ['nobody at all', () => ['', '', '捐书', '2023-05-20', '签到表'], 'studentNumber nobody'],
  ])('is refused for %s', async (_, row, problem) => {
    const { id, counts } = await upload(row())
    expect(counts).toMatchObject({ wrong: 1, new: 0 })
    expect(await problemsOf(id)).toEqual([problem])
  })

  describe('with what it rests on', () => {
    const wide = ['学号', '姓名', '项目', '日期', '备注', '服务时长', '捐赠书名', 'ISBN号', '受赠单位', '是否补做']
    const send = async (...rows: string[][]) =>
      (await teacher()).imports.upload({ cohortId, file: await workbookOf('参加记录', wide, ...rows) })
    const row = (item: string, ...more: string[]) => {
      const { studentNumber, name } = english[2]!
      return [studentNumber, name, item, '2023-05-20', '', ...more]
    }

    test.each([
      ['an ISBN that does not check', () => row('捐书', '', '乡土中国', '978-7-01-000914-9', '', ''), 'isbn isbn-wrong error'],
      ['an ISBN without a title', () => row('捐书', '', '', '978-7-01-000914-8', '', ''), 'title title-missing error'],
      ['a quarter of an hour', () => row('志愿服务', '0.25', '', '', '', ''), 'hours hours-wrong error'],
      ['more hours than a day has', () => row('志愿服务', '25', '', '', '', ''), 'hours hours-wrong error'],
      ['hours that are none', () => row('志愿服务', '一上午', '', '', '', ''), 'hours hours-wrong error'],
      ['a making up that is none', () => row('捐书', '', '乡土中国', '', '', '也许'), 'madeUp no-such-word error'],
      ['neither book nor evidence', () => row('捐书', '', '', '', '', ''), 'evidence evidence-missing error'],
    ])('%s: said at the cell', async (_, sent, problem) => {
      const { id, counts } = await send(sent())
      expect(counts).toMatchObject({ wrong: 1, new: 0 })
      const problems = (await rowsOf(id)).flatMap(row => row.problems.map(one => `${one.field} ${one.kind} ${one.severity}`))
      expect(problems).toEqual([problem])
    })

    test('what the item does not record is left out, and said', async () => {
      const { id, counts } = await send(['', english[2]!.name, '党课', '2023-05-20', '签到表', '2', '论语', '', '', ''])
      expect(counts).toMatchObject({ wrong: 0, new: 1 })
      expect(await problemsOf(id)).toEqual(['hours not-recorded', 'title not-recorded'])
    })

    test('is kept as by hand, and the same file again changes nothing', async () => {
      const rows = [
        row('捐书', '', '《乡土中国》', '978-7-01-000914-8', '学院图书角', '是'),
        row('志愿服务', '2.5小时', '', '', '', ''),
        row('重温誓词', '', '', '', '', '否').with(4, '签到表'),
      ]
      const { id, version } = await send(...rows)
      await (await teacher()).imports.commit({ id, version })
      const { items } = await (await teacher()).person({ graduateId: english[2]!.graduateId })
      const of = (key: string) => items.find(item => item.key === key)!.confirmations[0]
      expect(of('book')).toMatchObject({
        basis: 'book',
        details: { title: '乡土中国', isbn: '9787010009148', receiver: '学院图书角' },
        evidence: '《乡土中国》（ISBN 9787010009148），赠学院图书角',
        madeUp: true,
      })
      expect(of('volunteering')).toMatchObject({ basis: 'hours', details: { hours: 2.5 }, evidence: '2.5 小时', madeUp: false })
      expect(of('oath')).toMatchObject({ basis: 'other', details: {}, evidence: '签到表', madeUp: false })
      const again = await send(...rows)
      expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3, wrong: 0 })
      expect(await problemsOf(again.id)).toEqual([])
    })
  })

  test('is taken back by a revocation, and can come again', async () => {
    const person = english[3]!
    const done = await commit(of(person, '重温誓词'))
    expect(await doneBy(person)).toEqual(['重温誓词'])
    const { imports } = await teacher()
    await imports.undo({ id: done.id, version: done.version })
    expect(await doneBy(person)).toEqual([])
    const { items } = await (await teacher()).person({ graduateId: person.graduateId })
    expect(items.flatMap(({ confirmations }) => confirmations)).toMatchObject([{ revoked: { reason: '撤销导入' } }])
    expect((await commit(of(person, '重温誓词'))).counts).toMatchObject({ new: 1 })
  })

  test('stays where somebody revoked one of it since', async () => {
    const person = english[4]!
    const done = await commit(of(person, '组织生活'))
    const { imports, revoke, person: items } = await teacher()
    const [confirmation] = (await items({ graduateId: person.graduateId })).items.flatMap(({ confirmations }) => confirmations)
    await revoke({ id: confirmation!.id, reason: '签到表有误' })
    await expect(imports.undo({ id: done.id, version: done.version })).rejects.toMatchObject({ data: { reason: 'changed-since' } })
  })

  test('belongs to a year, and to whoever confirms', async () => {
    const file = await workbookOf('参加记录', columns, of(english[0]!, '捐书'))
    await expect((await teacher()).imports.upload({ file })).rejects.toMatchObject({ status: 404 })
    for (const login of ['office', 'counselor', 'secretary'])
      await expect((await server.as(login)).education.imports.upload({ cohortId, file })).rejects.toMatchObject({ status: 403 })
  })
})
