import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type Confirmed, certificateOf } from './certificate.ts'

const items = [
  { key: 'lecture', name: '听1次党课', required: 1, minimum: null },
  { key: 'service', name: '开展2次志愿服务', required: 2, minimum: null },
  { key: 'visit', name: '参观', required: 0, minimum: null },
]
const done = (item: string, on: string): Confirmed => ({
  item,
  doneOn: day(on),
  basis: 'other',
  details: {},
  evidence: `${on}签到表`,
  confirmedName: '陈老师',
})
const all = [done('service', '2023-06-02'), done('lecture', '2023-05-25'), done('visit', '2023-05-01'), done('service', '2023-05-30')]

test.each([
  ['nothing is confirmed', items, []],
  ['one item is lacking', items, all.filter(({ item }) => item !== 'lecture')],
  ['one of two times is lacking', items, all.slice(1)],
  ['the plan asks nothing', [], []],
])('refused where %s', (_, asked, confirmed) => expect(certificateOf(asked, confirmed)).toEqual({ allowed: false, reason: 'incomplete' }))

test('names each item with day, evidence and who confirmed it; what nobody asks is left out', () =>
  expect(certificateOf(items, all)).toEqual({
    allowed: true,
    value: [
      ['听1次党课', '2023 年 5 月 25 日', '2023-05-25签到表', '陈老师'],
      ['开展2次志愿服务', '2023 年 5 月 30 日', '2023-05-30签到表', '陈老师'],
      ['开展2次志愿服务', '2023 年 6 月 2 日', '2023-06-02签到表', '陈老师'],
    ],
  }))
