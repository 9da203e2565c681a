import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { lackingOf, mayNudge, type NudgeFacts, type NudgeRefusal, nudgeMessage, nudgeText } from './nudging.ts'

const items = [
  { key: 'lecture', short: '党课', required: 1, minimum: null },
  { key: 'service', short: '志愿服务', required: 3, minimum: null },
  { key: 'visit', short: '参观', required: 0, minimum: null },
]
const of = (...keys: string[]) => keys.map(item => ({ item, basis: 'other' as const, details: {} }))

describe('what is lacking', () => {
  test.each([
    ['nothing done', of(), ['党课', '志愿服务还差 3 次']],
    ['part of what is asked several times', of('lecture', 'service'), ['志愿服务还差 2 次']],
    ['all', of('lecture', 'service', 'service', 'service'), []],
    ['more than is asked', of('lecture', 'lecture', 'service', 'service', 'service', 'service'), []],
    ['what nobody asks', of('visit'), ['党课', '志愿服务还差 3 次']],
    ['what one was let off', [...of('lecture'), { item: 'service', basis: 'exempt' as const, details: {} }], []],
  ])('%s', (_, confirmed, expected) => expect(lackingOf(items, confirmed)).toEqual(expected))

  test('is said in hours where hours count', () => {
    const service = { key: 'service', short: '志愿服务', required: 2, minimum: 2 }
    const did = { item: 'service', basis: 'hours' as const, details: { hours: 2.5 } }
    expect(lackingOf([service], [did])).toEqual(['志愿服务还差 1.5 小时'])
  })
})

test.each<[string, Partial<NudgeFacts>, 'yes' | NudgeRefusal]>([
  ['who lacks something', {}, 'yes'],
  ['who has all', { lacking: [] }, 'complete'],
  ['who can’t sign in', { account: null }, 'no-account'],
  ['who was reminded today', { nudgedToday: true }, 'nudged-today'],
  ['who was reminded today and has all since', { lacking: [], nudgedToday: true }, 'complete'],
])('%s', (_, change, expected) => {
  const decision = mayNudge({ lacking: ['捐书'], account: 'a', nudgedToday: false, ...change })
  expect(decision.allowed ? 'yes' : decision.reason).toBe(expected)
})

describe('the words', () => {
  const due = day('2023-06-25')
  test('name what is lacking and the day', () =>
    expect(nudgeMessage(['党课', '捐书'], due)).toEqual({
      title: '“五个一”还差 2 项',
      body: '你还差：党课、捐书。请在 2023 年 6 月 25 日离校前完成。做过而没有记上的，请告诉支部。',
    }))
  test('name no day before the office has entered it', () => expect(nudgeMessage(['捐书'], null).body).toContain('请在离校前完成'))
  test('for a group name everybody', () =>
    expect(nudgeText([{ name: '白杨', lacking: ['党课', '捐书'] }], due).split('\n')).toEqual([
      '以下 1 位同志“五个一”还没有做完，请在 2023 年 6 月 25 日离校前完成：',
      '1. 白杨：党课、捐书',
    ]))
  test('for nobody are none', () => expect(nudgeText([], due)).toBe(''))
})
