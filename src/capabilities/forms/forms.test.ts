import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Journey, openJourney } from '../../../tests/university/journey.ts'
import { hostile } from '../../platform/spreadsheets/fixtures/hostile.ts'
import { readWorkbook, writeWorkbook } from '../../platform/spreadsheets/index.ts'

let journey: Journey
let cohortId: string
beforeAll(async () => {
  journey = await openJourney()
  cohortId = journey.cohort.cohortId
  await journey.enrol('英语第一党支部', '安宁', '白露', '陈曦', '杜衡')
})
afterAll(() => journey.server.close())

const as = (login: string) => journey.server.as(login)
const fixture = () => new File([readFileSync('src/platform/spreadsheets/fixtures/form-libreoffice.xlsx')], '学校附件1.xlsx')
const fileOf = (bytes: Uint8Array, name = '表样.xlsx') => new File([new Uint8Array(bytes)], name)
const rowsIn = async (file: Blob) =>
  (await readWorkbook(new Uint8Array(await file.arrayBuffer()), 'x.xlsx')).sheets[0]!.rows.map(row =>
    row.filter(cell => cell !== null && cell !== ''),
  )
const sheetIn = async (file: Blob) =>
  Buffer.from(unzipSync(new Uint8Array(await file.arrayBuffer()))['xl/worksheets/sheet1.xml']!).toString()
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const upload = async (file: File, version = 0, login = 'office') =>
  (await as(login)).forms.upload({ cohortId, form: 'annex1', file, version })
const audited = async (verb: string) => (await (await as('auditor')).audit.list({ verb, limit: 20 })).rows

describe('in the product’s own layout', () => {
  test('附件1 has its unit, its day, and who signs', async () => {
    const rows = await rowsIn(await (await as('teacher')).roster.export({ cohortId }))
    expect(rows[0]).toEqual(['2023届毕业生党员名册登记表'])
    expect(rows[1]![0]).toMatch(/^填报单位：岭南示范大学外国语学院党总支英语第一党支部\s+填报日期：2023 年 \d+ 月 \d+ 日$/)
    expect(rows[2]).toEqual(expect.arrayContaining(['学号*', '姓名*', '籍贯']))
    expect(rows.at(-1)![0]).toMatch(/填表人：\s+审核人：\s+党支部书记签字（盖章）：/)
    expect((await rowsIn(await (await as('secondary')).roster.export({ cohortId }))).at(-1)![0]).toContain('党总支书记签字')
  })

  test('附件3 lists who does not graduate on time, and says so where there is nobody', async () => {
    const rows = await rowsIn(await (await as('teacher')).roster.export({ cohortId, form: 'annex3' }))
    expect(rows.slice(3, 4)).toEqual([['本单位无']])
  })

  test('the list of the screen has its columns in their order, masked', async () => {
    const columns = ['phone', 'name', 'idNumber'] as const
    const rows = await rowsIn(await (await as('teacher')).roster.export({ cohortId, form: 'list', columns: [...columns], search: '安宁' }))
    expect(rows[1]![0]).toContain('共 1 行')
    expect(rows[2]).toEqual(['手机', '姓名', '证件末四位'])
    expect(rows[3]).toEqual([expect.stringMatching(/^\*{4}\d{4}$/), '安宁', expect.stringMatching(/^[\dX]{4}$/)])
  })

  test('a filled 附件1 is read whole when it comes back in', async () => {
    const teacher = await as('teacher')
    const file = (await teacher.roster.export({ cohortId, reason: '核对后再导入' })) as File
    const { id } = await teacher.roster.imports.upload({ cohortId, file })
    const { counts, rows, columns } = await teacher.roster.imports.preview({ id })
    expect(counts).toMatchObject({ total: 4, new: 0, changed: 0, elsewhere: 0, missing: 0 })
    expect(columns.filter(({ field, header }) => field === null && !/^(?:序号|党总支)$/.test(header))).toEqual([])
    // The invented people's numbers say another sex and day than their entries do.
    const kinds = rows.flatMap(({ problems }) => problems.map(({ kind }) => kind))
    expect(kinds.filter(kind => !kind.endsWith('-against-id'))).toEqual([])
  })
})

describe('a school’s own workbook', () => {
  test('is looked at before it is kept: what goes where, and what has no place', async () => {
    const look = await (await as('office')).forms.preview({ cohortId, form: 'annex1', file: fixture() })
    expect(look).toMatchObject({ sheet: '附件1', headerRow: 4, firstRow: 5, unknown: ['校对'] })
    expect(look.columns.map(({ place, label }) => [place, label])).toEqual([
      ['A', '序号'],
      ['B', '学号'],
      ['C', '姓名'],
      ['D', '性别'],
      ['E', '党员类别'],
      ['F', '党支部'],
      ['G', '手机'],
      ['H', '邮箱'],
      ['I', null],
    ])
    expect(look.values).toEqual([
      { place: 'A1', keys: ['title'], by: 'mark' },
      { place: 'G2', keys: ['date', 'count'], by: 'mark' },
      { place: 'A9', keys: ['by'], by: 'mark' },
      { place: 'C2', keys: ['unit'], by: 'name' },
    ])
    expect(look.lacking.filter(({ star }) => star).map(({ label }) => label)).toContain('公民身份号码')
    expect(look.notes).toEqual(['columns-lacking', 'headings-unknown', 'marks-unknown'])
  })

  test('a sample of it shows three invented people', async () => {
    const rows = await rowsIn(await (await as('office')).forms.sample({ cohortId, form: 'annex1', file: fixture() }))
    expect(rows.slice(4, 7).map(row => row[2])).toEqual(['林一', '欧阳静怡', '阿依古丽·买买提'])
  })

  test.each<[string, () => File | Promise<File>, string]>([
    [
      'no header',
      async () => fileOf(await writeWorkbook({ name: 'x', columns: [{ header: '品名' }, { header: '单价' }], rows: [['笔', '1']] })),
      'no-header',
    ],
    ['an old .xls', () => fileOf(new Uint8Array(readFileSync('examples/2023/roster-legacy.xls'))), 'not-xlsx'],
    ['a .csv', () => fileOf(new Uint8Array(readFileSync('examples/2023/roster-gbk.csv'))), 'not-xlsx'],
    ['more than 3 MB', () => fileOf(new Uint8Array(3 * 1024 * 1024 + 1)), 'too-large'],
  ])('%s is refused, and nothing is kept', async (_, file, reason) => {
    await expect(upload(await file())).rejects.toMatchObject(refused(reason))
    expect((await (await as('office')).forms.list({ cohortId }))[0]!.kept).toBeNull()
  })

  test.each(Object.keys(hostile))('a hostile file is refused as in an import: %s', async name => {
    await expect(upload(fileOf(hostile[name]!()))).rejects.toMatchObject({ code: 'REFUSED', status: 409 })
  })

  test('is changed by the committee’s office alone', async () => {
    for (const login of ['secondary', 'teacher', 'sys-admin'])
      await expect(upload(fixture(), 0, login)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('kept, it is what every unit exports, with who took it out at the foot', async () => {
    expect(await upload(fixture())).toMatchObject({ form: 'annex1', kept: { fileName: '学校附件1.xlsx', version: 1 } })
    expect((await audited('template.kept'))[0]).toMatchObject({ after: { form: 'annex1', fileName: '学校附件1.xlsx' } })
    const file = await (await as('teacher')).roster.export({ cohortId, reason: '打印后签字' })
    const rows = await rowsIn(file)
    expect(rows[1]).toEqual(expect.arrayContaining(['岭南示范大学外国语学院党总支英语第一党支部']))
    expect(rows[4]!.slice(0, 3)).toEqual([1, expect.any(String), '安宁'])
    expect(rows[8]![0]).toBe('合计')
    expect(await sheetIn(file)).toContain('含完整号码，注意保密')
    const masked = await sheetIn(await (await as('teacher')).roster.export({ cohortId }))
    expect(masked).toMatch(/\d{3}\*{4}\d{4}/)
    expect(masked).toContain('号码已隐去')
  })

  test('the empty form and a return are written on it too', async () => {
    const teacher = await as('teacher')
    const empty = await rowsIn(await teacher.roster.template({ cohortId }))
    expect(empty.slice(4, 7)).toEqual([[], [], []])
    expect(empty[7]![0]).toBe('合计')
    const { fingerprint } = await teacher.submissions.preview({ cohortId, task: 'roster' })
    const { id, sha256 } = await teacher.submissions.submit({ cohortId, task: 'roster', fingerprint })
    const rows = await rowsIn(await teacher.submissions.download({ id }))
    expect(rows[4]!.slice(0, 3)).toEqual([1, expect.any(String), '安宁'])
    expect(await teacher.submissions.get({ id })).toMatchObject({ sha256, intact: true })
  })

  test('who has not seen the newest does not replace it; looked at without a file it is the kept one', async () => {
    await expect(upload(fixture(), 0)).rejects.toMatchObject({ code: 'CONFLICT', data: { version: 1 } })
    expect(await upload(fixture(), 1)).toMatchObject({ kept: { version: 2 } })
    expect(await (await as('office')).forms.preview({ cohortId, form: 'annex1' })).toMatchObject({ firstRow: 5 })
    await expect((await as('office')).forms.preview({ cohortId, form: 'annex2' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('taken away, the product’s own layout is back', async () => {
    const { forms } = await as('office')
    await expect(forms.remove({ cohortId, form: 'annex1', version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await forms.remove({ cohortId, form: 'annex1', version: 2 })).toMatchObject({ kept: null })
    await expect(forms.remove({ cohortId, form: 'annex1', version: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await audited('template.removed'))[0]).toMatchObject({ before: { form: 'annex1' } })
    expect((await rowsIn(await (await as('teacher')).roster.export({ cohortId })))[2]).toContain('姓名*')
  })
})
