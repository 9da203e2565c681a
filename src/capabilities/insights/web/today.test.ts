import { describe, expect, test } from 'vitest'
import type { TodayView } from '../contract.ts'
import { noTerms } from '../rules.ts'
import { dueWords, shortDay, spanOf, titleOf } from './days.ts'
import { heatColumns, heatRow, returnCell } from './heatCells.ts'
import { linkOf } from './links.ts'
import { namesInWords, phasesOf, placed, pointsOf } from './seasonPoints.ts'
import { partsInWords, urgingText } from './urging.ts'

const today = '2023-06-08'
type Milestone = TodayView['milestones'][number]
const milestone = (task: Milestone['task'], dueOn: string, more: Partial<Milestone> = {}): Milestone => ({
  task,
  level: 'secondary',
  name: task,
  dueOn,
  clause: 'C7',
  progress: null,
  ...more,
})
const view = (more: Partial<TodayView>): TodayView => ({
  cohortId: 'c',
  today,
  issuedOn: '2023-05-16',
  leavingDay: '2023-06-25',
  destinationDueOn: '2023-06-10',
  equation: { whole: 0, terms: noTerms(), beside: 0 },
  branches: 0,
  items: { done: 0, of: 0 },
  work: [],
  lamps: [],
  milestones: [],
  funnel: [],
  units: [],
  ...more,
})

describe('days in words', () => {
  test('the title is the day and its weekday', () => {
    expect(titleOf(today)).toBe('6 月 8 日，星期四')
    expect(shortDay('2023-06-30')).toBe('6/30')
  })
  test.each([
    ['2023-05-20', '逾期 19 天', 'red'],
    ['2023-06-07', '逾期 1 天', 'red'],
    ['2023-06-08', '今天', 'plain'],
    ['2023-06-09', '明天', 'ochre'],
    ['2023-06-11', '3 天后', 'ochre'],
    ['2023-06-12', '4 天后', 'plain'],
    [null, '待办', 'quiet'],
  ])('due %s: %s', (dueOn, words, tone) => expect(dueWords(dueOn, today)).toEqual({ words, tone }))
  test('a drawing has air on both sides', () => expect(spanOf(['2023-06-10', '2023-05-16'])).toEqual({ from: '2023-05-13', length: 33 }))
})

describe('reminders', () => {
  const line = { kind: 'to-fill', act: 'urge', task: null, count: 44, overdue: 0, dueOn: '2023-06-10', clause: 'C6', parts: [] } as const
  const parts = [
    { name: '英语第一党支部', count: 12 },
    { name: '日语党支部', count: 32 },
  ]
  test('say how many, where, until when and on what ground, without a name of a person', () =>
    expect(urgingText({ ...line, parts }, { today }, '外国语学院党总支')).toBe(
      '【提醒】毕业生还没有报去向：截至 6 月 8 日，外国语学院党总支共 44 人（英语第一党支部 12、日语党支部 32）。请在 6 月 10 日前办好。依据 C6：党员向支部报抬头、具体支部和个人信息。',
    ))
  test('of one unit name it, and say that the day has passed', () =>
    expect(
      urgingText(
        {
          ...line,
          kind: 'return-missing',
          task: 'roster',
          clause: 'C12',
          count: 1,
          dueOn: '2023-05-20',
          parts: [{ name: '管理学院党总支', count: 1 }],
        },
        { today },
        '中共岭南示范大学委员会',
      ),
    ).toBe(
      '【提醒】名册（附件1）还没有报送：截至 6 月 8 日，管理学院党总支。已过 5 月 20 日的截止日，请尽快办理。依据 C12：报送毕业生党员名册（附件1）。',
    ))
  test('long lists are cut, and say so', () => {
    expect(partsInWords([...parts, ...parts, ...parts])).toContain(' 等 6 个单位')
    expect(
      partsInWords([
        { name: '甲', count: 1 },
        { name: '乙', count: 1 },
      ]),
    ).toBe('甲、乙')
  })
})

test.each([
  ['office-check', 'do', '/transfers?state=office-check'],
  ['to-fill', 'urge', '/transfers?term=unreported'],
  ['to-issue', 'do', '/letters'],
  ['verified', 'do', '/submissions'],
  ['verified', 'urge', '/transfers?state=verified'],
  ['return-to-decide', 'do', '/submissions'],
  ['items-missing', 'do', '/education'],
  ['item-reports', 'do', '/education/reports'],
  ['escalated-secondary', 'do', '/transfers?escalated=secondary'],
  ['escalated-committee', 'do', '/transfers?escalated=committee'],
] as const)('%s, to %s, is at %s', (kind, act, link) => expect(linkOf({ kind, act })).toBe(link))

describe('the season', () => {
  const season = view({
    milestones: [
      milestone('roster', '2023-05-20', { progress: { done: 7, of: 9 } }),
      milestone('honors', '2023-05-31'),
      milestone('destination', '2023-06-10', { progress: { done: 63, of: 100 } }),
      milestone('register', '2023-06-10', { level: 'branch', progress: { done: 0, of: 50 } }),
      milestone('delayed', '2023-06-10', { progress: { done: 9, of: 9 } }),
      milestone('register', '2023-06-15', { progress: { done: 25, of: 50 } }),
    ],
  })
  const points = pointsOf(season)
  test('has one point a day, with what has come of it', () =>
    expect(points.map(({ day, names, kind, says }) => [day, namesInWords(names), kind, says])).toEqual([
      ['2023-05-16', '印发通知', 'done', ''],
      ['2023-05-20', '报名册', 'late', '已报 7 个，缺 2 个'],
      ['2023-05-31', '评优', 'done', ''],
      ['2023-06-10', '报去向、报转出登记 等 3 项', 'next', '63%'],
      ['2023-06-15', '报转出登记', 'ahead', '50%'],
      ['2023-06-25', '离校', 'ahead', '17 天后'],
    ]))
  test('labels that would stand in each other go up, and none leaves the drawing', () => {
    const at = (day: string) => ['2023-05-16', '2023-05-20', '2023-05-31', '2023-06-10', '2023-06-15', '2023-06-25'].indexOf(day) * 5 + 73
    const labels = placed(points, at)
    expect(labels.map(({ lane }) => lane).slice(0, 2)).toEqual([0, 1])
    expect(labels.at(-1)).toMatchObject({ toLeft: true })
  })
  test('what runs is a bar to the last of its days; returns counted by units are none', () =>
    expect(phasesOf(season).map(({ name, to, percent, says }) => [name, to, percent, says])).toEqual([
      ['报去向', '2023-06-10', 63, '63 / 100 人，63%'],
      ['报转出登记', '2023-06-15', 50, '25 / 50 人，50%'],
    ]))
})

describe('the heat of a unit', () => {
  const held = { rows: 0, dueOn: '2023-06-10', overdue: false }
  test.each([
    [
      { ...held, state: 'accepted' },
      { kind: 'share', percent: 100 },
    ],
    [
      { ...held, state: 'submitted' },
      { kind: 'warn', word: '待接收' },
    ],
    [
      { ...held, state: 'returned' },
      { kind: 'late', word: '已退回' },
    ],
    [
      { ...held, state: 'none' },
      { kind: 'warn', word: '未报' },
    ],
    [
      { ...held, state: 'none', dueOn: '2023-05-20', overdue: true },
      { kind: 'late', word: '逾期 19 天' },
    ],
  ] as const)('%o', (cell, shown) => expect(returnCell(cell, today)).toMatchObject(shown))
  test('nothing is said of what is far off', () =>
    expect(returnCell({ ...held, state: 'none', dueOn: '2023-06-12' }, today)).toBeUndefined())

  const unit: TodayView['units'][number] = {
    unitId: 'u',
    name: '研究生院直属党支部',
    path: '/1/9/',
    direct: true,
    people: 50,
    terms: { ...noTerms(), unreported: 20, received: 10, 'in-school-process': 15, delayed: 5 },
    itemsAsked: 50,
    itemsDone: 10,
    returns: {
      register: { state: 'submitted', rows: 18, dueOn: '2023-06-15', overdue: false },
      delayed: { state: 'none', rows: 0, dueOn: null, overdue: false },
    },
  }
  const shown = view({
    units: [unit],
    milestones: [
      milestone('destination', '2023-06-10'),
      milestone('delayed', '2023-06-10'),
      milestone('register', '2023-06-10', { level: 'branch' }),
      milestone('transfer-out', '2023-06-25'),
    ],
  })
  test('columns stand in the order of their days; a task without a day at this level is none', () =>
    expect(heatColumns(shown).map(({ key, note, near }) => [key, note, near])).toEqual([
      ['destination', '6/10', true],
      ['register', '6/15', false],
      ['transfer-out', '6/25', false],
    ]))
  test('each share is of those whom the task asks', () => {
    const { cells, note } = heatRow(unit, heatColumns(shown))
    expect(note).toBe('直属')
    expect(cells).toMatchObject({
      destination: { percent: 60, href: '/transfers?term=unreported&unit=/1/9/' },
      register: { percent: 40 },
    })
    expect(cells['transfer-out']).toMatchObject({ kind: 'share' })
  })
})
