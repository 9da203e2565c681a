import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type BranchFacts, grouped, type HeldFacts, overviewOf, rateOf } from './overview.ts'

const kinds = [
  { key: 'symposium', name: '座谈会' },
  { key: 'exchange', name: '交流会' },
]
const above = { unitId: 'g', name: '外国语学院党总支' }
const branches: BranchFacts[] = [
  { unitId: 'a', name: '第一党支部', path: '/1/1/', people: 6, above },
  { unitId: 'd', name: '直属', path: '/2/', people: 3, above: null },
  { unitId: 'b', name: '第二党支部', path: '/1/2/', people: 1, above },
]
const of = (path: string, kind: string, change: Partial<HeldFacts> = {}): HeldFacts => ({
  path,
  kind,
  times: 1,
  lastOn: day('2023-06-01'),
  invited: 6,
  there: 5,
  ...change,
})

test.each([
  ['no list closed yet', 0, 0, null],
  ['nobody came', 6, 0, 0],
  ['all but one of two hundred', 200, 199, 99],
  ['everybody', 6, 6, 100],
])('%s', (_, invited, there, expected) => expect(rateOf({ invited, there })).toBe(expected))

test('a branch that has held none of a form lacks it', () => {
  const held = [of('/1/1/', 'symposium'), of('/1/1/', 'exchange', { invited: 0, there: 0 }), of('/2/', 'exchange')]
  const rows = overviewOf(kinds, branches, held, false)
  expect(rows.map(({ name, missing }) => [name, missing])).toEqual([
    ['第一党支部', 0],
    ['直属', 1],
    ['第二党支部', 2],
  ])
  expect(rows[0]!.forms).toEqual([
    { kind: 'symposium', times: 1, lastOn: '2023-06-01', percent: 83 },
    { kind: 'exchange', times: 1, lastOn: '2023-06-01', percent: null },
  ])
  expect(rows[2]!.forms[0]).toEqual({ kind: 'symposium', times: 0, lastOn: null, percent: null })
  expect(overviewOf(kinds, branches, held, true).map(({ unitId }) => unitId)).toEqual(['d', 'b'])
})

test('branches stand under their 总支, direct ones together', () =>
  expect(grouped(overviewOf(kinds, branches, [], false)).map(({ name, rows }) => [name, rows.map(({ unitId }) => unitId)])).toEqual([
    ['外国语学院党总支', ['a', 'b']],
    ['直属党支部', ['d']],
  ]))
