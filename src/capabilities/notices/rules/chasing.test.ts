import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type ChaseFacts, type ChaseRefusal, type ChaseStage, chasesDue, mayChase } from './chasing.ts'
import { chaseText, dutyMessage, issuedMessage } from './telling.ts'

test.each<[string, Partial<ChaseFacts>, 'yes' | ChaseRefusal]>([
  ['who has not acknowledged', {}, 'yes'],
  ['who has a duty open', { acknowledged: true, open: 1 }, 'yes'],
  ['who has done all', { acknowledged: true }, 'nothing-owed'],
  ['who was chased today', { chasedToday: true }, 'chased-today'],
  ['where nobody has a post', { people: 0 }, 'nobody-there'],
])('%s', (_, change, expected) => {
  const decision = mayChase({ acknowledged: false, open: 0, chasedToday: false, people: 1, ...change })
  expect(decision.allowed ? 'yes' : decision.reason).toBe(expected)
})

describe('by itself, of a duty due on 10 June', () => {
  const patience = 3
  test.each<[string, ChaseStage, ChaseStage[]]>([
    ['2023-06-08', 'none', []],
    ['2023-06-09', 'none', ['before']],
    ['2023-06-09', 'before', []],
    ['2023-06-10', 'none', ['before']],
    ['2023-06-10', 'before', []],
    ['2023-06-11', 'before', ['after']],
    ['2023-06-11', 'none', ['after']],
    ['2023-06-12', 'after', []],
    ['2023-06-13', 'after', ['above']],
    ['2023-06-13', 'before', ['after', 'above']],
    ['2023-06-20', 'none', ['after', 'above']],
    ['2023-06-20', 'above', []],
  ])('on %s, so far %s', (today, chased, expected) =>
    expect(chasesDue({ dueOn: day('2023-06-10'), chased }, day(today), patience)).toEqual(expected),
  )
  test('a plan without patience waits for the day after all the same', () =>
    expect(chasesDue({ dueOn: day('2023-06-10'), chased: 'before' }, day('2023-06-10'), 0)).toEqual([]))
})

describe('the words', () => {
  const notice = { title: '关于组织关系接转的通知', number: '岭大组通〔2023〕12号', issuer: '组织部' }
  const duty = { words: '逐人核对去向', dueOn: day('2023-06-08') }
  test('of a new notice name its duties', () =>
    expect(issuedMessage(notice, [duty], null)).toEqual({
      title: '新通知：关于组织关系接转的通知',
      body: '组织部印发岭大组通〔2023〕12号《关于组织关系接转的通知》，请阅后签收。有 1 项任务：逐人核对去向（2023 年 6 月 8 日前）。',
    }))
  test('of a correction name what it puts right', () =>
    expect(issuedMessage({ ...notice, number: '' }, [], notice)).toEqual({
      title: '更正通知：关于组织关系接转的通知',
      body: '组织部印发《关于组织关系接转的通知》，请阅后签收。更正的是岭大组通〔2023〕12号《关于组织关系接转的通知》。',
    }))
  test('for a group name every unit and what it owes', () =>
    expect(
      chaseText(notice, [
        { name: '甲党总支', acknowledged: false, open: [] },
        { name: '乙党总支', acknowledged: true, open: [duty] },
      ]).split('\n'),
    ).toEqual([
      '岭大组通〔2023〕12号《关于组织关系接转的通知》，以下 2 个单位请尽快办理：',
      '1. 甲党总支：还没有签收',
      '2. 乙党总支：还有 1 项任务没有报完成：逐人核对去向（2023 年 6 月 8 日前）',
    ]))
  test('for nobody are none', () => expect(chaseText(notice, [])).toBe(''))
  test('to those above name the unit', () =>
    expect(dutyMessage('above', notice, '日语党支部', [duty]).title).toMatch(/^日语党支部：1 项任务逾期/))
})
