import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type EscalationFacts, escalatedOn, escalationsOf, type Lamp } from '../rules.ts'

/** 支部三天没有动静到总支，七天到组织部。 */
const plan = { secondaryAfterDays: 3, committeeAfterDays: 7 }
const lit = (lamp: Lamp, from: string, until: string | null = null) =>
  ({ lamp, from: day(from), until: until === null ? null : day(until) }) as const
const overdue: EscalationFacts = { lamps: [lit('overdue', '2023-06-16')], actedOn: null, direct: false }
const level = (facts: Partial<EscalationFacts>, today: string) =>
  escalatedOn(escalationsOf({ ...overdue, ...facts }, plan), day(today))?.level ?? null

describe('what stays on without an act passes to the next level', () => {
  test.each<[rule: string, facts: Partial<EscalationFacts>, today: string, level: string | null]>([
    ['亮灯当天', {}, '2023-06-16', null],
    ['满三天的前一天', {}, '2023-06-18', null],
    ['满三天', {}, '2023-06-19', 'secondary'],
    ['满七天的前一天', {}, '2023-06-22', 'secondary'],
    ['满七天', {}, '2023-06-23', 'committee'],
    ['有人办过，重新起算：三天差一天', { actedOn: day('2023-06-19') }, '2023-06-21', null],
    ['有人办过，灯还亮着：满三天', { actedOn: day('2023-06-19') }, '2023-06-22', 'secondary'],
    ['亮灯以前办的不算', { actedOn: day('2023-06-10') }, '2023-06-19', 'secondary'],
    ['直属支部上面没有总支', { direct: true }, '2023-06-22', null],
    ['直属支部直接到组织部', { direct: true }, '2023-06-23', 'committee'],
    ['灯灭了', { lamps: [] }, '2023-08-01', null],
    ['提前的提醒不升级', { lamps: [lit('due-soon', '2023-06-12', '2023-06-15'), lit('silent', '2023-06-01')] }, '2023-08-01', null],
    ['两盏灯，先亮的算', { lamps: [lit('overdue', '2023-06-16'), lit('stranded', '2023-06-11')] }, '2023-06-14', 'secondary'],
  ])('%s', (_rule, facts, today, expected) => expect(level(facts, today)).toBe(expected))

  test('names the lamp and the day', () => {
    expect(escalatedOn(escalationsOf(overdue, plan), day('2023-07-01'))).toEqual({
      level: 'committee',
      lamp: 'overdue',
      from: '2023-06-23',
    })
  })

  test('the days are the plan’s', () => {
    expect(escalationsOf(overdue, { secondaryAfterDays: 1, committeeAfterDays: 10 }).map(({ from }) => from)).toEqual([
      '2023-06-17',
      '2023-06-26',
    ])
  })
})
