import { describe, expect, test } from 'vitest'
import { specialOf } from '../rules.ts'
import { type OwnItem, sentencesOf } from './resting.ts'

const item = (change: Partial<OwnItem>): OwnItem => ({
  key: 'volunteering',
  name: '开展1次校园服务志愿活动',
  short: '志愿服务',
  required: 1,
  clause: 'C2',
  record: 'hours',
  minimum: null,
  exempt: false,
  alternatives: [],
  done: 0,
  hours: null,
  complete: false,
  confirmations: [],
  waiting: [],
  ...change,
})
const confirmed = (change: Partial<OwnItem['confirmations'][number]> = {}): OwnItem['confirmations'][number] => ({
  id: 'c',
  item: 'volunteering',
  doneOn: '2023-06-05',
  evidence: '讲解，校史馆，2 小时',
  basis: 'hours',
  details: { hours: 2 },
  activityId: null,
  madeUp: false,
  confirmedName: '周可欣',
  confirmedAt: '2023-06-06T02:00:00Z',
  revoked: null,
  ...change,
})
const revoked = confirmed({ revoked: { at: '2023-06-07T02:00:00Z', reason: '记错' } })
const waiting = (kind: OwnItem['waiting'][number]['kind'], what: string, reason: string | null = null) => ({
  item: 'volunteering',
  kind,
  id: 'w',
  doneOn: '2023-06-07',
  what,
  reason,
})

describe('an item says', () => {
  test.each<[what: string, change: Partial<OwnItem>, expected: string[]]>([
    ['nothing yet', {}, ['lacking 还没有记录']],
    ['what it rests on', { complete: true, confirmations: [confirmed()] }, ['done 6 月 5 日，讲解，校史馆，2 小时，周可欣确认']],
    [
      'that it was made up for',
      { complete: true, confirmations: [confirmed({ madeUp: true, evidence: '签到表：党课' })] },
      ['done 6 月 5 日，签到表：党课（补做），周可欣确认'],
    ],
    [
      'how many times are left',
      { required: 3, done: 1, confirmations: [confirmed()] },
      ['done 6 月 5 日，讲解，校史馆，2 小时，周可欣确认', 'lacking 已做 1 次，还差 2 次'],
    ],
    [
      'how many hours are left',
      { minimum: 3, hours: 2, confirmations: [confirmed()] },
      ['done 6 月 5 日，讲解，校史馆，2 小时，周可欣确认', 'lacking 已有 2 小时，还差 1 小时'],
    ],
    ['that it was revoked', { confirmations: [revoked] }, ['lacking 原来的确认已撤销，要重新做']],
    ['that a list is open', { waiting: [waiting('signed', '重温誓词')] }, ['signed 6 月 7 日的“重温誓词”已签到，待支部结束登记']],
    ['what was reported', { waiting: [waiting('reported', '2 小时')] }, ['reported 已申报，待支部确认：6 月 7 日，2 小时']],
    ['why it was given back', { waiting: [waiting('returned', '2 小时', '没有写地点')] }, ['returned 申报被退回：没有写地点（2 小时）']],
  ])('%s', (_, change, expected) => expect(sentencesOf(item(change)).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected))
})

test('what is not the usual way has a word', () => {
  expect(specialOf({ basis: 'alternative', madeUp: true })).toEqual(['替代', '补做'])
  expect(specialOf({ basis: 'exempt', madeUp: false })).toEqual(['免'])
  expect(specialOf({ basis: 'activity', madeUp: false })).toEqual([])
})
