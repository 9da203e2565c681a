import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Cell,
  type Field,
  indexCodes,
  type Merge,
  nearest,
  readCode,
  readDay,
  readTable,
  readText,
  type Sheet,
  type TableOptions,
} from './rules.ts'

const levels = indexCodes('类别', [
  { code: 'committee', label: '党委' },
  { code: 'branch', label: '党支部', also: ['支部'] },
])
const fields: Field<unknown, null>[] = [
  { key: 'name', label: '姓名', synonyms: ['名字'], required: true, essential: true, read: readText('姓名', 20) },
  { key: 'number', label: '学号', synonyms: ['学籍号'], required: true, essential: true, read: readText('学号') },
  { key: 'kind', label: '类别', synonyms: [], required: false, looksLike: text => levels.find(text) !== undefined, read: readCode(levels) },
  { key: 'day', label: '日期', synonyms: ['参加日期'], required: false, read: readDay('日期') },
  { key: 'contact', label: '联系人', synonyms: [], required: false, read: readText('联系人') },
  {
    key: 'contactPhone',
    label: '联系人电话',
    synonyms: [],
    required: false,
    follows: { field: 'contact', words: ['电话'] },
    read: readText('联系人电话'),
  },
]
const sheet = (rows: Cell[][], more: Partial<Sheet> = {}): Sheet => ({ name: '名册', hidden: false, merges: [], rows, ...more })
const over = (startRow: number, startColumn: number, endRow: number, endColumn: number): Merge => ({
  startRow,
  startColumn,
  endRow,
  endColumn,
})
const read = (sheets: Sheet | Sheet[], options: Partial<TableOptions<null>> = {}) => {
  const decision = readTable([sheets].flat(), fields, { context: null, ...options })
  if (!decision.allowed) throw new Error(decision.reason)
  return decision.value
}
const refusal = (sheets: Sheet[], options: Partial<TableOptions<null>> = {}) => {
  const decision = readTable(sheets, fields, { context: null, ...options })
  return decision.allowed ? null : decision
}
const header = ['姓名', '学号', '类别', '日期']
const lin: Cell[] = ['林一', '20190001', '党支部', '2001-05-03']
const wu: Cell[] = ['吴二', '20190002', '党委', '2001-05-04']

describe('finding the table', () => {
  test.each<[string, Sheet | Sheet[], number]>([
    ['header in row 1', sheet([header, lin]), 1],
    ['title and remark rows above', sheet([['2023届毕业生名册'], ['填报单位：外国语学院'], header, lin]), 3],
    ['spaces and line breaks in header words', sheet([['姓 名', '学\n号', ' 类　别', '日期*'], lin]), 1],
    [
      'other order, synonyms, remarks in brackets',
      sheet([
        ['参加日期（如2001-05-03）', '名字', '学籍号(必填)'],
        ['2001-05-03', '林一', '20190001'],
      ]),
      1,
    ],
    ['words with 毕业生 and 所在 before them', sheet([['毕业生姓名', '本人学号'], lin]), 1],
    [
      'two rows, group words above',
      sheet([['基本信息', null, '其他', null], header, lin], { merges: [over(0, 0, 0, 1), over(0, 2, 0, 3)] }),
      2,
    ],
    [
      'two rows, words merged downwards',
      sheet(
        [
          ['姓名', '学号', '联系人', null],
          [null, null, '联系人', '电话'],
          ['林一', '20190001', '林父', '139'],
        ],
        { merges: [over(0, 0, 1, 0), over(0, 1, 1, 1), over(0, 2, 0, 3)] },
      ),
      2,
    ],
    ['a hidden sheet before it', [sheet([header, wu, wu], { hidden: true }), sheet([header, lin])], 1],
    ['a sheet of explanations before it', [sheet([['填表说明'], ['请按学院填写']], { name: '说明' }), sheet([header, lin])], 1],
  ])('%s', (_, sheets, headerRow) => {
    const table = read(sheets)
    expect([table.sheet, table.headerRow]).toEqual(['名册', headerRow])
    expect(table.rows).toHaveLength(1)
    expect(table.rows[0]!.values).toMatchObject({ name: '林一', number: '20190001' })
    expect(table.problems.filter(problem => problem.severity === 'error')).toEqual([])
  })

  test('a word under a group word means both together; a word right of another column may mean that one’s', () => {
    const grouped = sheet(
      [
        ['姓名', '学号', '联系人', null],
        [null, null, '姓名', '电话'],
        ['林一', '1', '林父', '139'],
      ],
      { merges: [over(0, 0, 1, 0), over(0, 1, 1, 1), over(0, 2, 0, 3)] },
    )
    expect(read(grouped).rows[0]!.values).toMatchObject({ name: '林一', contact: '林父', contactPhone: '139' })
    expect(
      read(
        sheet([
          ['姓名', '学号', '联系人', '电话'],
          ['林一', '1', '林父', '139'],
        ]),
      ).rows[0]!.values,
    ).toMatchObject({ contact: '林父', contactPhone: '139' })
  })

  test('an unknown word is mapped by what stands below it, a person’s choice goes before both', () => {
    const unknown = sheet([
      ['姓名', '学号', '组织层级'],
      ['林一', '1', '支部'],
      ['吴二', '2', '党委'],
    ])
    expect(read(unknown).columns[2]).toEqual({ position: 3, header: '组织层级', field: 'kind', by: 'content' })
    expect(read(unknown, { choices: { 组织层级: '' } }).columns[2]!.field).toBeNull()
    expect(read(unknown, { choices: { 组织层级: 'contact' } }).columns[2]).toMatchObject({ field: 'contact', by: 'choice' })
  })

  test.each<[string, Sheet[], string, RegExp]>([
    ['all sheets hidden', [sheet([header, lin], { hidden: true })], 'no-sheet', /隐藏/],
    ['no header', [sheet([['关于报送名册的通知'], ['请各支部报送']], { name: '通知' })], 'no-header', /工作表“通知”.*“姓名”、“学号”/],
    [
      'a column lacking',
      [sheet([['说明'], ['姓名', '类别', '日期'], ['林一', '党委', '']])],
      'columns-missing',
      /工作表“名册”的表头在第 2 行.*“学号”/,
    ],
    ['nothing below', [sheet([header])], 'no-rows', /第 1 行/],
  ])('%s', (_, sheets, reason, text) => {
    const refused = refusal(sheets)
    expect(refused?.reason).toBe(reason)
    expect(refused?.text).toMatch(text)
  })

  test('a lacking column can be pointed out: what was found comes with the refusal', () => {
    const sheets = [
      sheet([
        ['姓名', '类别', '编码'],
        ['林一', '党委', '1'],
      ]),
    ]
    expect(refusal(sheets)?.found?.columns.map(column => column.field)).toEqual(['name', 'kind', null])
    expect(read(sheets, { choices: { 编码: 'number' } }).rows).toHaveLength(1)
  })
})

describe('rows that are nobody', () => {
  test.each<[string, Cell[][], string[]]>([
    ['blank rows inside', [lin, [null, '', ' '], wu], ['blank']],
    ['rows that are only numbered', [lin, [null, null, null, null, 3], wu], ['blank']],
    ['a sum', [lin, wu, ['合计', '2人']], ['sum']],
    ['a note', [lin, wu, ['注：1. 请以学院为单位填写；2. 身份证号为文本格式。']], ['note']],
    ['who filled it in', [lin, wu, ['填表人：', null, '审核人：']], ['note']],
    ['an instruction', [['必填', '必填，文本格式', '下拉选择', '如：2001-05-03'], lin, wu], ['instruction']],
    ['an example', [['示例', '20190000', '党支部', '2001-05-03'], lin, wu], ['instruction']],
    ['the header again on the next page', [lin, header, wu], ['header-again']],
  ])('%s', (_, rows, reasons) => {
    const table = read(sheet([header, ...rows]))
    expect(table.skipped.map(skipped => skipped.reason)).toEqual(reasons)
    expect(table.rows.map(row => row.values.name)).toEqual(['林一', '吴二'])
  })

  test.each<[string, Cell[]]>([
    ['whose name is missing', [null, '20190003', '党委', null]],
    ['whose number is missing', ['郑三', null, '党委', null]],
    ['whose name begins like a note', ['注三', '20190003', null, null]],
  ])('somebody %s is somebody', (_, row) => expect(read(sheet([header, lin, wu, wu, wu, row])).skipped).toEqual([]))

  test('a row a person chose to skip is skipped', () => {
    const table = read(sheet([header, lin, wu]), { skippedRows: [2] })
    expect([table.rows.length, table.skipped[0]]).toEqual([1, { row: 2, reason: 'chosen', text: lin.join(' ') }])
  })
})

describe('cells', () => {
  test.each<[string, Cell, string | null, string | null]>([
    ['full-width digits', '２０１９０００１', '20190001', 'full-width'],
    ['spaces and a tab', ' 20190001\t', '20190001', 'spaces'],
    ['a zero-width mark', '2019\u200b0001', '20190001', 'spaces'],
    ['a non-breaking space and a BOM', '\uFEFF20190001\u00a0', '20190001', 'spaces'],
    ['an apostrophe before it', "'20190001", '20190001', 'spaces'],
    ['NUL and half a character', '2019\u0000\ud8000001', '20190001', 'spaces'],
    ['a number', 20190001, '20190001', null],
    ['nothing to mend', '20190001', '20190001', null],
  ])('%s', (_, cell, value, repair) => {
    const table = read(sheet([header, ['林一', cell]]))
    expect(table.rows[0]!.values.number).toBe(value)
    expect(table.repairs.map(({ kind, before, after }) => [kind, before, after])).toEqual(repair ? [[repair, String(cell), value]] : [])
  })

  test('what was mended says where, from what and to what', () => {
    const { repairs } = read(sheet([['名 册'], ['姓 名', '学号', '类别'], ['林一', '1', '支部']]))
    expect(repairs).toEqual([{ row: 3, column: '类别', position: 3, field: 'kind', kind: 'full-name', before: '支部', after: '党支部' }])
  })

  test('a problem says what is wrong and offers the nearest word', () => {
    const { problems, rows } = read(
      sheet([
        ['姓名', '学号', '类 别'],
        ['林一', null, '党支步'],
      ]),
    )
    expect(problems.map(({ row, column, kind, suggestion }) => [row, column, kind, suggestion])).toEqual([
      [2, '学号', 'missing', undefined],
      [2, '类别', 'unknown-code', '党支部'],
    ])
    expect([...rows[0]!.wrong]).toEqual(['number', 'kind'])
  })

  test('an edit replaces the cell before it is read', () => {
    const table = read(sheet([header, ['林一', null, '党支步', '2001.5']]), {
      edits: { '2:number': '20190001', '2:kind': '党支部', '2:day': '2001-05-03' },
    })
    expect([table.problems, table.rows[0]!.texts]).toEqual([[], { name: '林一', number: '20190001', kind: '党支部', day: '2001-05-03' }])
  })

  test('a cell merged over several rows belongs to each of them', () => {
    const table = read(sheet([header, ['林一', '1', '党支部'], ['吴二', '2', null], ['郑三', '3', '党委']], { merges: [over(1, 2, 2, 2)] }))
    expect(table.rows.map(row => row.values.kind)).toEqual(['branch', 'branch', 'committee'])
    expect(table.repairs).toMatchObject([{ row: 3, kind: 'merged-cell', before: '', after: '党支部' }])
  })

  test('a broken formula is an error of its own', () =>
    expect(read(sheet([header, ['林一', '#N/A']])).problems[0]).toMatchObject({ kind: 'formula-error', field: 'number' }))
})

test.each([
  ['英语一支部', '英语第一党支部'],
  ['英语1支部', '英语第一党支部'],
  ['日语支部', '日语党支部'],
  ['英语支部', null],
  ['离退休教职工', null],
])('nearest to %s is %s', (word, found) => expect(nearest(word, ['英语第一党支部', '英语第二党支部', '日语党支部'])).toBe(found))

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('姓名', '学号', '合计', '注：', '', null, '2001.13.5', '#REF!', '１２'),
  fc.double(),
  fc.boolean(),
  fc.constant({ date: '2001-05-03' }),
)

test('whatever the sheet holds, the pipe answers', () => {
  const rows = fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 12 })
  const merge = fc.record({ startRow: fc.nat(9), startColumn: fc.nat(9), endRow: fc.nat(20), endColumn: fc.nat(9) })
  fc.assert(
    fc.property(rows, fc.array(merge, { maxLength: 4 }), fc.boolean(), (random, merges, headed) => {
      const decision = readTable([sheet(headed ? [header, ...random] : random, { merges })], fields, { context: null })
      if (decision.allowed)
        expect(decision.value.rows.length + decision.value.skipped.length).toBe(
          (headed ? random.length + 1 : random.length) - decision.value.headerRow,
        )
      else expect(decision.text.length).toBeGreaterThan(10)
    }),
    { numRuns: 400 },
  )
})
