import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day, daysBetween } from '../../../kernel/day.ts'
import {
  clauseIds,
  clauses,
  cloneFor,
  destinationCodes,
  destinationFields,
  dueOn,
  isOverdue,
  type Level,
  leavingDayOf,
  type Plan,
  shifted,
  shippedPlans,
  type Task,
} from '../rules.ts'
import { shippedPlan } from '../shipped.ts'
import { parsePlan } from './parse.ts'

const json = () => JSON.parse(readFileSync(new URL('../../../../examples/2023/plan.json', import.meta.url), 'utf8'))
const plan2023 = (): Plan => {
  const parsed = parsePlan(json())
  if (!parsed.allowed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const plan = plan2023()
const problemsOf = (changed: unknown) => {
  const parsed = parsePlan(changed)
  return parsed.allowed ? [] : parsed.problems
}

describe('the plan of the 2023 notice', () => {
  test.each<[task: Task, level: Level, due: string | null]>([
    ['notice', 'committee', '2023-05-16'],
    ['roster', 'branch', '2023-05-20'],
    ['roster', 'secondary', '2023-05-20'],
    ['honors', 'secondary', '2023-05-31'],
    ['destination', 'graduate', '2023-06-10'],
    ['register', 'branch', '2023-06-10'],
    ['register', 'secondary', '2023-06-15'],
    ['delayed', 'secondary', '2023-06-10'],
    ['archive', 'secondary', '2023-06-30'],
    ['five-items', 'graduate', '2023-06-25'], // before graduation: the leaving day
    ['transfer-out', 'secondary', '2023-06-25'], // 离校前
    ['feedback', 'committee', '2023-06-20'], // the notice sets no day: three working days after the register
    ['news', 'branch', null], // continuous
  ])('%s by the %s is due on %s', (task, level, due) => {
    expect(dueOn(plan, task, level)).toBe(due)
  })

  test('marks the two dates of the register for confirmation', () => {
    const notes = plan.milestones.filter(({ task }) => task === 'register').map(({ note }) => note)
    expect(notes).toEqual(['通知两处日期不一，请确认', '通知两处日期不一，请确认'])
  })

  test('asks the five items in the words of the notice, once each', () => {
    expect(plan.items.map(({ name, required, clause }) => `${name} ${required} ${clause}`)).toEqual([
      '听1次党课 1 C2',
      '过1次组织生活 1 C2',
      '重温1次入党誓词 1 C2',
      '开展1次校园服务志愿活动 1 C2',
      '捐赠1本经典书籍 1 C2',
    ])
  })

  test('says how each is proven, and what counts for who is away; nobody is let off', () => {
    const said = plan.items.map(({ short, record, minimum, alternatives }) => [
      short,
      record,
      minimum,
      alternatives.map(({ name }) => name),
    ])
    expect(said).toEqual([
      ['党课', 'none', null, ['线上党课', '观看直播并写体会']],
      ['组织生活', 'none', null, ['线上组织生活会']],
      ['重温誓词', 'none', null, ['线上重温誓词']],
      ['志愿服务', 'hours', null, ['实习地志愿服务']],
      ['捐书', 'book', null, []],
    ])
    expect(plan.items.filter(({ exempt }) => exempt)).toEqual([])
  })

  test('names every clause', () => {
    expect(clauseIds.map(id => clauses[id]).filter(name => name.length > 0)).toHaveLength(18)
  })

  test.each([
    ['annex1', 28, '学号 姓名 性别 民族 出生日期 公民身份号码 学历层次 院系 专业 入党时间 党员类别 手机'],
    ['annex2', 24, '去向类别 抬头 具体党支部 方式 是否需纸质介绍信 党费交至'],
    ['annex3', 17, '类型 原因 现编入支部 专人及电话 组织关系处理'],
  ] as const)('%s has %i columns and asks for %s', (form, count, starred) => {
    const { columns, toConfirm } = plan.forms[form]
    expect(columns).toHaveLength(count)
    expect(columns.flatMap(({ star, label }) => (star ? [label] : [])).join(' ')).toBe(starred)
    expect(toConfirm).toBe(true)
  })
})

describe('due dates', () => {
  const late: Plan = {
    ...plan,
    exceptions: [{ task: 'register', level: 'secondary', unit: 'medicine', dueOn: day('2023-06-20'), reason: '临床实习' }],
    leavingExceptions: [{ unit: 'medicine', day: day('2023-07-05'), reason: '临床实习' }],
  }

  test('an exception holds for its unit alone', () => {
    expect(dueOn(late, 'register', 'secondary', 'medicine')).toBe('2023-06-20')
    expect(dueOn(late, 'register', 'secondary', 'physics')).toBe('2023-06-15')
  })

  test('what is due by the leaving day follows the unit’s own', () => {
    expect(leavingDayOf(late, 'medicine')).toBe('2023-07-05')
    expect(dueOn(late, 'dossiers', 'branch', 'medicine')).toBe('2023-07-05')
    expect(dueOn(late, 'dossiers', 'branch', 'physics')).toBe('2023-06-25')
  })

  test('without a leaving day, what counts from it is off', () => {
    const open = { ...plan, leavingDay: null }
    expect(dueOn(open, 'five-items', 'graduate')).toBeNull()
    expect(isOverdue(open, 'five-items', 'graduate', undefined, day('2024-01-01'))).toBe(false)
    expect(dueOn(open, 'register', 'secondary')).toBe('2023-06-15')
  })

  test.each([
    ['2023-06-15', null, false], // the day itself is in time
    ['2023-06-16', null, true],
    ['2023-07-01', '2023-06-15', false], // done in time
    ['2023-07-01', '2023-06-16', true], // done late stays late
  ] as const)('on %s, done %s: overdue %s', (today, doneOn, overdue) => {
    expect(isOverdue(plan, 'register', 'secondary', 'physics', day(today), doneOn && day(doneOn))).toBe(overdue)
  })

  test('next year’s plan keeps the rules, moves the dates and leaves the leaving day open', () => {
    const next = cloneFor(late, 2024)
    expect(dueOn(next, 'register', 'secondary', 'medicine')).toBe('2024-06-15')
    expect([next.title, next.forms.annex1.title, next.leavingDay, next.document.number]).toEqual([
      '2024届',
      '2024届毕业生党员名册登记表',
      null,
      null,
    ])
    expect(next.letterPolicy).toEqual(plan.letterPolicy)
    expect(next.destinationPolicy.D10.basis).toBe('2024 通知 二（二）')
    expect(parsePlan(next).allowed).toBe(true)
  })
})

describe('next year’s days', () => {
  test.each([
    ['2023-06-15', 1, 'weekday', '2024-06-13'], // a Thursday: the 15th would be a Saturday
    ['2023-06-15', 1, 'date', '2024-06-15'],
    ['2023-05-20', 1, 'weekday', '2024-05-18'], // a Saturday stays one
    ['2024-02-29', 1, 'date', '2025-02-28'],
    ['2024-02-29', 1, 'weekday', '2025-02-27'],
    ['2023-06-15', 3, 'weekday', '2026-06-18'], // 1,096 days are four days more than whole weeks
    ['2023-06-15', -1, 'weekday', '2022-06-16'],
  ] as const)('%s in %i years by %s: %s', (from, years, shift, to) => expect(shifted(day(from), years, shift)).toBe(to))

  test('keep their order and their distance within a season', () => {
    const next = cloneFor(plan, 2024, 'weekday')
    const days = (one: Plan) => one.milestones.flatMap(({ dueOn }) => (dueOn ? [dueOn] : []))
    const apart = (one: Plan) => days(one).map(due => daysBetween(days(one)[0]!, due))
    expect(apart(next)).toEqual(apart(plan))
    expect(parsePlan(next).allowed).toBe(true)
  })
})

describe('reading a plan', () => {
  const changed = (change: (plan: Plan) => unknown) => problemsOf(change(json()))

  test.each<[what: string, change: (plan: Plan) => unknown, path: string, message: string]>([
    ['a day that does not exist', p => ({ ...p, leavingDay: '2023-06-31' }), 'leavingDay', '请写成 2023-06-10 这样的日期'],
    ['a missing part', ({ items: _, ...p }) => p, 'items', '缺少这一项'],
    ['an unknown task', p => ({ ...p, milestones: [{ ...p.milestones[0], task: 'party' }] }), 'milestones[0].task', '只能填：notice、'],
    ['an unknown key', p => ({ ...p, colour: 'red' }), '', '不认识的项目：colour'],
    [
      'a validity of 91 days',
      p => ({ ...p, letterPolicy: { ...p.letterPolicy, validityDays: { ...p.letterPolicy.validityDays, city: 91 } } }),
      'letterPolicy.validityDays.city',
      '不能大于 90',
    ],
    [
      'a validity of 0 days',
      p => ({ ...p, letterPolicy: { ...p.letterPolicy, validityDays: { ...p.letterPolicy.validityDays, city: 0 } } }),
      'letterPolicy.validityDays.city',
      '不能小于 1',
    ],
    ['a count in words', p => ({ ...p, items: [{ ...p.items[0], required: '一' }] }), 'items[0].required', '这里应填'],
    [
      'a policy without D12',
      p => ({ ...p, destinationPolicy: { ...p.destinationPolicy, D12: undefined } }),
      'destinationPolicy.D12',
      '缺少这一项',
    ],
    ['two dates for one task', p => ({ ...p, milestones: [...p.milestones, p.milestones[0]] }), 'milestones[16]', '已有时间节点'],
    ['a leaving day on the register’s day', p => ({ ...p, leavingDay: '2023-06-15' }), 'leavingDay', '之后'],
    ['a leaving day on the archive’s day', p => ({ ...p, leavingDay: '2023-06-30' }), 'leavingDay', '之前'],
    [
      'an exception to nothing',
      p => ({ ...p, exceptions: [{ task: 'news', level: 'branch', unit: 'u', dueOn: '2023-06-01', reason: 'r' }] }),
      'exceptions[0]',
      '没有对应的时间节点',
    ],
    [
      'a due day before the notice',
      p => ({ ...p, milestones: [{ ...p.milestones[1], dueOn: '2023-05-15' }] }),
      'milestones[0].dueOn',
      '早于通知印发日',
    ],
    ...['{代字}{0000}号', '{YYYY}号', '{YYYY}{0000}{00}', '{YYYY}{YYYY}{0000}', '{YYYY}{院系}{0000}'].map(
      (numberPattern): [string, (plan: Plan) => unknown, string, string] => [
        `numbers that could repeat: ${numberPattern}`,
        p => ({ ...p, letterPolicy: { ...p.letterPolicy, numberPattern } }),
        'letterPolicy.numberPattern',
        '这样编号会重复',
      ],
    ),
    [
      'an escalation to the office before the 总支',
      p => ({ ...p, escalation: { secondaryAfterDays: 7, committeeAfterDays: 7 } }),
      'escalation.committeeAfterDays',
      '组织部的天数应更大',
    ],
    [
      'months of silence out of order',
      p => ({ ...p, lampThresholds: { ...p.lampThresholds, silentMonths: [3, 3, 6] } }),
      'lampThresholds.silentMonths',
      '由小到大',
    ],
    [
      'the last months of silence out of order',
      p => ({ ...p, lampThresholds: { ...p.lampThresholds, silentMonths: [3, 6, 6] } }),
      'lampThresholds.silentMonths',
      '由小到大',
    ],
  ])('%s is named with its place', (_what, change, path, message) => {
    const problems = changed(change)
    expect(problems.map(problem => problem.path)).toEqual([path])
    expect(problems[0]?.message).toContain(message)
  })

  test('all problems come at once', () => {
    expect(changed(p => ({ ...p, year: 1, title: '', items: 'none' })).map(({ path }) => path)).toEqual(['year', 'title', 'items'])
  })

  test('a plan of before asks for the usual papers and escalates as usual', () => {
    const { escalation: _, ...before } = json()
    for (const rule of Object.values<Record<string, unknown>>(before.destinationPolicy)) delete rule.papers
    const parsed = parsePlan(before)
    expect(parsed).toEqual(expect.objectContaining({ allowed: true }))
    expect(parsed.allowed && parsed.value).toEqual(plan)
  })

  test.each(destinationCodes)('%s may require whatever any destination asks', code => {
    const asked = (p: Plan) => ({
      ...p,
      destinationPolicy: { ...p.destinationPolicy, [code]: { ...p.destinationPolicy[code], required: [...destinationFields] } },
    })
    expect(changed(asked)).toEqual([])
  })

  test.each([[null], ['text'], [[]], [{}]])('%j is refused', input => {
    expect(parsePlan(input).allowed).toBe(false)
  })
})

describe('the plans that come with the product', () => {
  test.each(shippedPlans)('%s is read without a problem, and gives the office a day to answer by', async key => {
    const shipped = await shippedPlan(key)
    expect(dueOn(shipped, 'feedback', 'committee')).toBe('2023-06-20')
  })

  test('differ in where somebody without work goes', async () => {
    const [notice, national] = await Promise.all(shippedPlans.map(shippedPlan))
    expect([notice!.destinationPolicy.D10.goesTo, notice!.destinationPolicy.D10.stayMonths]).toEqual([
      ['household-talent-service', 'household-locality'],
      null,
    ])
    expect(national!.destinationPolicy.D10.goesTo).toContain('stay')
    expect(national!.destinationPolicy.D10).toMatchObject({ stayMonths: 24, basis: '组通字〔2015〕33号 二' })
  })
})
