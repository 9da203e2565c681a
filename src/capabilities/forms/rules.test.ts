import { describe, expect, test } from 'vitest'
import type { Day } from '../../kernel/day.ts'
import type { Sheet } from '../imports/rules.ts'
import { withValues } from './rules/marks.ts'
import { fullName, lookAt, type Named, signatures, valueKeyOf, valuesOf } from './rules.ts'

const column = (key: string, label: string, star = false) => ({ key, label, star })
const form = {
  columns: [
    column('no', '序号'),
    column('studentNo', '学号', true),
    column('name', '姓名', true),
    column('phone', '手机', true),
    column('branch', '党支部'),
  ],
}
const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({ name: '附件1', hidden: false, rows, merges: [], ...more })
const head = ['序号', '学号*', '党员姓名', '联系电话']
const seen = (rows: Sheet['rows'], names: readonly Named[] = []) => {
  const decision = lookAt([sheet(rows)], names, form)
  if (!decision.allowed) throw new Error(decision.reason)
  return decision.value
}

describe('a school’s workbook', () => {
  test('is read by its header, whatever stands above it and whatever it is called', () => {
    const { mapping, headerRow, lacking } = seen([['名册'], ['填报单位：', null, ''], head])
    expect(headerRow).toBe(3)
    expect(mapping).toMatchObject({ sheet: '附件1', first: 4, until: null, example: false })
    expect(mapping.columns).toEqual([
      { position: 1, key: 'no' },
      { position: 2, key: 'studentNo' },
      { position: 3, key: 'name' },
      { position: 4, key: 'phone' },
    ])
    expect(lacking).toEqual([{ label: '党支部', star: false }])
  })

  test.each<[string, Sheet['rows'], Partial<ReturnType<typeof seen>['mapping']>]>([
    ['lines that are numbered are lines for people', [head, [1], [2], ['3'], ['填表人：']], { first: 2, until: 5 }],
    [
      'a first line that is filled in is an example',
      [head, [1, '2019001', '张三', '139'], [], ['填表人：']],
      { first: 2, until: 4, example: true },
    ],
    ['a line of numbers belongs to the header', [head, ['(1)', '(2)', '(3)', '(4)'], [], ['注：']], { first: 3, until: 4 }],
    ['signatures right below leave no line', [head, ['填表人：']], { first: 2, until: 2 }],
    ['a sum ends the people', [head, [], [], ['合计', null, 0]], { first: 2, until: 4 }],
  ])('%s', (_, rows, expected) => expect(seen(rows).mapping).toMatchObject(expected))

  test('a cell that is named ends the people too, though it is empty', () => {
    const names = [{ name: '经办人', sheet: '附件1', row: 4, column: 2 }]
    expect(seen([head, [], [], []], names).mapping).toMatchObject({ first: 2, until: 4, single: [{ row: 4, column: 2, text: '{{by}}' }] })
  })

  test('single values stand at names and at marks; what asks for nothing known is told', () => {
    const names = [
      { name: '填报单位', sheet: '附件1', row: 2, column: 2 },
      { name: 'Date', sheet: '附件1', row: 2, column: 4 },
      { name: '填报单位', sheet: '另一张', row: 1, column: 1 },
      { name: '打印区', sheet: '附件1', row: 1, column: 1 },
    ]
    const { single, unknown } = seen(
      [['{{标题}}（{{届}}）'], ['填报单位：', null, '日期：'], head, [], ['填表人：｛｛ 经办人 ｝｝　{{校对}}']],
      names,
    )
    expect(single.map(({ row, column: at, text }) => [row, at, text])).toEqual([
      [1, 1, '{{title}}（{{cohort}}）'],
      [5, 1, '填表人：{{by}}　{{校对}}'],
      [2, 2, '{{unit}}'],
      [2, 4, '{{date}}'],
    ])
    expect(unknown).toEqual(['校对'])
  })

  test('a heading that is none of the form’s, or there twice, stays empty', () => {
    const { columns } = seen([[...head, '领导签字', '手机']])
    expect(columns.filter(({ key }) => key === null).map(({ header }) => header)).toEqual(['领导签字', '手机'])
  })

  test.each([
    ['no header', [['介绍信'], ['某某同志']], 'no-header'],
    ['two words are a coincidence', [['学号', '姓名']], 'no-header'],
    ['nobody’s name', [['序号', '学号', '手机', '党支部']], 'no-name-column'],
  ])('%s: refused', (_, rows, reason) => expect(lookAt([sheet(rows)], [], form)).toEqual({ allowed: false, reason }))

  test('a header of two rows ends with the second, though that says nothing new', () => {
    const rows = [['序号', '学号', '姓名', '联系方式', null], [null, null, null, '手机', '微信'], [], ['填表人：']]
    const merges = [0, 1, 2].map(column => ({ startRow: 0, endRow: 1, startColumn: column, endColumn: column }))
    const decision = lookAt([sheet(rows, { merges: [...merges, { startRow: 0, endRow: 0, startColumn: 3, endColumn: 4 }] })], [], form)
    expect(decision).toMatchObject({ allowed: true, value: { headerRow: 2, mapping: { first: 3, until: 4 } } })
  })

  test('a hidden sheet is not looked at', () =>
    expect(lookAt([sheet([head], { hidden: true })], [], form)).toEqual({ allowed: false, reason: 'no-header' }))
})

test('values are put where they are asked for, and what is unknown stays', () => {
  const values = valuesOf({ title: '名册', unit: '甲党总支', on: '2023-06-08' as Day, cohort: '2023届', count: 3, by: '林慧敏' })
  expect(withValues('{{unit}}（{{count}}人）{{date}} {{校对}}', values)).toBe('甲党总支（3人）2023 年 6 月 8 日 {{校对}}')
})

test.each([
  ['填报单位', 'unit'],
  ['填报单位：', 'unit'],
  ['UNIT', 'unit'],
  ['经办人', 'by'],
  ['某某', null],
])('%s is %s', (word, key) => expect(valueKeyOf(word)).toBe(key))

describe('whose form it is', () => {
  const committee = { name: '中共示范大学委员会', kind: 'committee' } as const
  const general = { name: '外国语学院党总支', kind: 'general-branch' } as const
  test.each([
    [[committee], '中共示范大学委员会'],
    [[committee, general], '示范大学外国语学院党总支'],
    [[committee, general, { name: '英语第一党支部', kind: 'branch' } as const], '示范大学外国语学院党总支英语第一党支部'],
  ])('%#', (chain, name) => expect(fullName('示范大学', chain)).toBe(name))

  test.each([
    ['branch', '党支部书记签字'],
    ['direct-branch', '党支部书记签字'],
    ['general-branch', '党总支书记签字'],
    ['sub-committee', '党委书记签字'],
    ['committee', '组织部负责人签字'],
  ] as const)('%s: %s', (kind, words) => expect(signatures(kind)).toContain(words))
})
