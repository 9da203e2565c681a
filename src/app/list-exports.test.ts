import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterSheet } from '../../tests/subjects/sheet.ts'
import type { Enrolled } from '../../tests/university/graduates.ts'
import { type Journey, openJourney } from '../../tests/university/journey.ts'
import { readWorkbook } from '../platform/spreadsheets/index.ts'

let journey: Journey
let cohortId: string
let people: Enrolled[]
beforeAll(async () => {
  journey = await openJourney()
  cohortId = journey.cohort.cohortId
  people = await journey.enrol('英语第一党支部', '安宁', '白露', '=HYPERLINK("http://x")')
  await journey.enrol('会计学党支部', '方圆')
  const office = await journey.server.as('office')
  await office.addressees.create({
    name: '中共杭州市滨江区委员会组织部',
    kind: 'organisation-department',
    contact: '+林老师',
    phone: '0571-12345678',
  })
  await office.addressees.create({ name: '中共深圳市南山区委员会', kind: 'work-committee', nameReason: '对方函告' })
  const teacher = await journey.server.as('teacher')
  const [anning] = people
  await teacher.education.confirm({ graduateId: anning!.graduateId, item: 'book', doneOn: '2023-05-30', evidence: '读书笔记' })
})
afterAll(() => journey.server.close())

const as = (login: string) => journey.server.as(login)
const rowsIn = async (file: Blob) =>
  (await readWorkbook(new Uint8Array(await file.arrayBuffer()), 'x.xlsx')).sheets[0]!.rows.map(row => row.map(cell => String(cell ?? '')))
/** Without title and who took it out: the header, then the rows. */
const listIn = async (file: Blob) => (await rowsIn(file)).slice(2)
const column = (rows: string[][], header: string) => rows.slice(1).map(row => row[rows[0]!.indexOf(header)])
const lastNote = async (verb: string) => (await (await as('auditor')).audit.list({ verb, limit: 1 })).rows[0]

describe('the transfers', () => {
  test('as filtered, in the scope, and one entry in the log without the words that were sought', async () => {
    const teacher = await as('teacher')
    const all = await listIn(await teacher.transfers.export({ cohortId }))
    expect(column(all, '姓名').sort()).toEqual(['\'=HYPERLINK("http://x")', '安宁', '白露'].sort())
    const sought = await listIn(await teacher.transfers.export({ cohortId, search: '安宁' }))
    expect(column(sought, '姓名')).toEqual(['安宁'])
    expect(column(sought, '状态')).toEqual(['待填报'])
    const entry = await lastNote('transfers.exported')
    expect(entry).toMatchObject({ subjectKind: 'export', after: { list: 'transfers', count: 1, searched: true } })
    expect(JSON.stringify(entry)).not.toContain('安宁')
    expect((await listIn(await teacher.transfers.export({ cohortId, state: 'closed' }))).length).toBe(1)
  })

  test('a unit elsewhere is not found', async () => {
    const path = journey.university.unit['会计学党支部']!.path
    await expect((await as('teacher')).transfers.export({ cohortId, path })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('above every list stands who took it out, and when', async () => {
  const [title, about] = await rowsIn(await (await as('teacher')).education.export({ cohortId }))
  expect(title![0]).toBe('五个一完成情况')
  expect(about![0]).toMatch(/^共 3 行\s+英语第一党支部的teacher \d{4}-\d\d-\d\d 导出$/)
})

test('the five items say on which day; who lacks one is asked for', async () => {
  const { education } = await as('teacher')
  const all = await listIn(await education.export({ cohortId }))
  expect(all.find(row => row.includes('安宁'))).toContain('2023-05-30')
  expect(column(await listIn(await education.export({ cohortId, lacks: 'book' })), '姓名')).not.toContain('安宁')
  await expect(education.export({ cohortId, unitId: journey.university.unit['会计学党支部']!.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('the addressees by kind, what could be run made harmless', async () => {
  const { addressees } = await as('office')
  const rows = await listIn(await addressees.export({ kind: 'organisation-department', search: '滨江' }))
  expect(column(rows, '抬头')).toEqual(['中共杭州市滨江区委员会组织部'])
  expect(column(rows, '联系人')).toEqual(["'+林老师"])
  expect(column(rows, '类别')).toHaveLength(1)
})

test('the letters, none yet: a header and who asked', async () => {
  const rows = await listIn(await (await as('office')).letters.export({ cohortId, standing: 'issued' }))
  expect(rows).toHaveLength(1)
  expect(rows[0]).toEqual(expect.arrayContaining(['编号', '抬头', '状态']))
  expect(await lastNote('letters.exported')).toMatchObject({ after: { list: 'letters', standing: 'issued', count: 0 } })
})

test('the returns, unit by unit', async () => {
  const rows = await listIn(await (await as('secondary')).submissions.export({ cohortId }))
  expect(column(rows, '单位')).toContain('英语第一党支部')
  expect(column(rows, '单位')).not.toContain('会计学党支部')
  expect(rows[0]).toContain('附件1 状态')
})

test('the accounts by role and name, for who keeps them', async () => {
  const { accounts } = await as('sys-admin')
  const rows = await listIn(await accounts.export({ role: 'branch-teacher', search: 'TEACHER' }))
  expect(new Set(column(rows, '职务'))).toEqual(new Set(['支部负责老师']))
  expect(column(rows, '账号')).toContain('teacher')
  await expect((await as('teacher')).accounts.export({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('the log by verb, in words, for the auditor alone', async () => {
  const { audit } = await as('auditor')
  const rows = await listIn(await audit.export({ verb: 'item.confirmed' }))
  expect(column(rows, '操作')).toEqual(['确认五个一'])
  expect(column(rows, '职务')).toEqual(['支部负责老师'])
  expect(column(rows, '范围')).toEqual(['英语第一党支部'])
  expect(await lastNote('audit.exported')).toMatchObject({ after: { list: 'audit', verb: 'item.confirmed', count: 1 } })
  for (const login of ['office', 'sys-admin', 'teacher'])
    await expect((await as(login)).audit.export({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('the corrections say which fields, and never what they read', async () => {
  const own = await as(people[1]!.studentNumber)
  const { version } = await own.roster.own.get()
  await own.roster.own.correct({ version, changes: { nativePlace: '示范省秘密县' } })
  const file = await (await as('teacher')).roster.corrections.export({ cohortId })
  const rows = await listIn(file)
  expect(column(rows, '姓名')).toEqual(['白露'])
  expect(column(rows, '要更正的')).toEqual(['籍贯'])
  expect(JSON.stringify(rows)).not.toContain('秘密')
  expect((await listIn(await (await as('teacher')).roster.corrections.export({ cohortId, open: false }))).length).toBe(1)
})

test('the juniors of a branch, as filtered, the numbers by their end', async () => {
  const { roster } = await as('teacher')
  const { id, version } = await roster.juniors.imports.upload({ file: await rosterSheet('英语第一党支部') })
  await roster.juniors.imports.commit({ id, version })
  const file = await roster.juniors.export({})
  const rows = await listIn(file)
  expect(column(rows, '姓名')).toEqual(['新来'])
  expect(column(rows, '党支部')).toEqual(['英语第一党支部'])
  expect(column(rows, '党员类别')).toEqual(['正式'])
  expect(column(rows, '证件末四位')[0]).toMatch(/^\d{3}[\dX]$/)
  expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]|\b1\d{10}\b/)
  expect(await lastNote('juniors.exported')).toMatchObject({ after: { list: 'juniors', count: 1, searched: false } })
  for (const filter of [{ membership: 'probationary' as const }, { search: '没有此人' }])
    expect(await listIn(await roster.juniors.export(filter))).toHaveLength(1)
  const path = journey.university.unit['会计学党支部']!.path
  await expect(roster.juniors.export({ path })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('no list holds a whole number', async () => {
  const teacher = await as('teacher')
  const files = [
    await teacher.transfers.export({ cohortId }),
    await teacher.education.export({ cohortId }),
    await teacher.roster.export({ cohortId, form: 'list' }),
    await teacher.roster.corrections.export({ cohortId }),
  ]
  const text = JSON.stringify(await Promise.all(files.map(rowsIn)))
  for (const { idNumber } of people) expect(text).not.toContain(idNumber)
  expect(text).not.toMatch(/\b1\d{10}\b/)
})
