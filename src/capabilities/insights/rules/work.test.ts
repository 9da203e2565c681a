import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Plan } from '../../plans/rules.ts'
import type { ReturnTask } from '../../submissions/rules.ts'
import {
  caseWork,
  inOrderOfNeed,
  isNear,
  itemsWork,
  type ReturnCell,
  returnWork,
  type UnitReturns,
  unreported,
  type Waiting,
  type Work,
  waitingAt,
} from '../rules.ts'

const today = day('2023-06-08')
const waiting = (owner: Waiting['owner'], state: Waiting['state'], more: Partial<Waiting> = {}): Waiting => ({
  owner,
  state,
  count: 3,
  overdue: 0,
  dueOn: day('2023-06-10'),
  ...more,
})

describe('what waits in the cases', () => {
  test.each([
    ['committee-office', waiting('office', 'office-check'), 'office-check', 'do'],
    ['committee-office', waiting('office', 'answered', { dueOn: null }), 'answered', 'do'],
    ['committee-office', waiting('office', 'received', { dueOn: null }), 'received', 'do'],
    ['committee-office', waiting('office', 'in-transit'), 'application', 'do'],
    ['committee-office', waiting('office', 'expired'), 'application', 'do'],
    ['committee-office', waiting('member', 'to-fill'), 'to-fill', 'urge'],
    ['committee-office', waiting('new-branch', 'internal'), 'internal', 'urge'],
    ['general-branch', waiting('secondary', 'secondary-check'), 'secondary-check', 'do'],
    ['general-branch', waiting('secondary', 'sent-back'), 'sent-back', 'do'],
    ['general-branch', waiting('branch', 'branch-check'), 'branch-check', 'urge'],
    ['direct-branch', waiting('branch', 'branch-check'), 'branch-check', 'do'],
    ['direct-branch', waiting('secondary', 'verified'), 'verified', 'do'],
    ['branch-teacher', waiting('branch', 'branch-check'), 'branch-check', 'do'],
    ['branch-teacher', waiting('branch', 'deferred', { dueOn: null }), 'deferred', 'do'],
    ['branch-teacher', waiting('member', 'withdrawn'), 'to-fill', 'urge'],
    ['counselor', waiting('member', 'to-fill'), 'to-fill', 'urge'],
  ] as const)('for %s: %o', (role, row, kind, act) => expect(caseWork(role, [row], today)).toMatchObject([{ kind, act, count: 3 }]))

  test.each([
    ['branch-teacher', waiting('office', 'office-check')],
    ['branch-secretary', waiting('branch', 'branch-check')],
    ['counselor', waiting('secondary', 'secondary-check')],
    ['auditor', waiting('office', 'office-check')],
    ['general-branch', waiting('receiver', 'in-transit')],
    ['general-branch', waiting('secondary', 'in-transit', { dueOn: null })],
    ['general-branch', waiting('branch', 'branch-check', { count: 0 })],
    ['committee-office', waiting('branch', 'deferred', { dueOn: null })],
    ['committee-office', waiting('branch', 'retained', { dueOn: null })],
  ] as const)('%s has nothing to do with %o', (role, row) => expect(caseWork(role, [row], today)).toEqual([]))

  test('is one line for each kind, with the earliest day', () => {
    const rows = [
      waiting('branch', 'sent-back', { count: 2, overdue: 1, dueOn: day('2023-06-07') }),
      waiting('member', 'sent-back', { count: 5, dueOn: null }),
      waiting('secondary', 'sent-back', { count: 1, dueOn: day('2023-06-15') }),
    ]
    expect(caseWork('committee-office', rows, today)).toMatchObject([{ kind: 'sent-back', count: 8, overdue: 1, dueOn: '2023-06-07' }])
  })

  test.each([
    ['2023-06-15', true], // a week ahead
    ['2023-06-16', false],
    ['2023-06-01', true],
    [null, false],
  ] as const)('others are reminded when the day is near: %s %s', (dueOn, urged) => {
    expect(isNear(dueOn && day(dueOn), today)).toBe(urged)
    const rows = [waiting('branch', 'branch-check', { dueOn: dueOn && day(dueOn) })]
    expect(caseWork('general-branch', rows, today)).toHaveLength(urged ? 1 : 0)
    expect(caseWork('branch-teacher', rows, today)).toHaveLength(1)
  })

  test('a member whom the receiver refused is urged at once', () => {
    expect(caseWork('committee-office', [waiting('branch', 'rejected', { dueOn: day('2023-06-25') })], today)).toMatchObject([
      { act: 'urge' },
    ])
  })
})

describe('who has not told where to', () => {
  const branches = [
    { count: 4, dueOn: day('2023-06-07') },
    { count: 6, dueOn: day('2023-06-10') },
    { count: 0, dueOn: day('2023-06-01') },
  ]
  test('is the equation’s number; late where the branch’s own day has passed', () =>
    expect(unreported(branches, today)).toEqual(waiting('member', 'to-fill', { count: 10, overdue: 4, dueOn: day('2023-06-07') })))
  test('is nobody where everybody has', () => expect(unreported([], today)).toMatchObject({ count: 0, overdue: 0, dueOn: null }))
})

const cell = (state: ReturnCell['state'], dueOn: string | null = '2023-05-20'): ReturnCell => ({
  state,
  rows: 0,
  dueOn: dueOn === null ? null : day(dueOn),
  overdue: (state === 'none' || state === 'returned') && dueOn !== null && dueOn < today,
})
const cells = (roster: ReturnCell): Record<ReturnTask, ReturnCell> => ({
  roster,
  register: cell('none', '2023-06-25'),
  delayed: cell('accepted', '2023-06-10'),
})
const unit = (unitName: string, path: string, level: 'secondary' | 'branch', roster: ReturnCell): UnitReturns => ({
  unitName,
  path,
  level,
  cells: cells(roster),
})
const plan = { milestones: [{ task: 'roster', level: 'secondary', clause: 'C7' }] } as unknown as Plan
const units = [
  unit('外国语学院党总支', '/1/1/', 'secondary', cell('submitted')),
  unit('管理学院党总支', '/1/2/', 'secondary', cell('none')),
  unit('文学院党总支', '/1/3/', 'secondary', cell('returned')),
]

describe('returns', () => {
  const lines = (work: Work[]) => work.map(({ kind, act, task, count, overdue, clause }) => [kind, act, task, count, overdue, clause])

  test('come to 组织部 from the units, by the milestone’s own clause', () => {
    const work = returnWork('committee-office', { path: '/1/', level: 'committee' }, units, plan, today)
    expect(lines(work)).toEqual([
      ['return-to-decide', 'do', 'roster', 1, 0, 'C7'],
      ['return-missing', 'urge', 'roster', 1, 1, 'C7'],
      ['return-sent-back', 'urge', 'roster', 1, 1, 'C7'],
    ])
    expect(work[1]!.parts).toEqual([{ name: '管理学院党总支', count: 1 }])
  })

  test('of the own unit and of its branches are the 总支’s', () => {
    const own = unit('外国语学院党总支', '/1/1/', 'secondary', cell('returned'))
    const branch = unit('日语党支部', '/1/1/3/', 'branch', cell('submitted'))
    expect(lines(returnWork('general-branch', { path: '/1/1/', level: 'secondary' }, [own, branch], plan, today))).toEqual([
      ['return-sent-back', 'do', 'roster', 1, 1, 'C7'],
      ['return-to-decide', 'do', 'roster', 1, 0, 'C12'],
    ])
  })

  test.each([
    ['branch-teacher', 'branch', 1],
    ['branch-secretary', 'branch', 0],
    ['counselor', 'secondary', 0],
  ] as const)('%s owes what the post submits', (role, level, count) => {
    const own = { ...unit('某党支部', '/1/1/3/', 'branch', cell('none')), level }
    expect(returnWork(role, { path: '/1/1/3/', level }, [own], plan, today)).toHaveLength(count)
  })

  test('a day that is not near, or not set, asks nothing', () => {
    for (const dueOn of ['2023-06-16', null])
      expect(
        returnWork(
          'committee-office',
          { path: '/1/', level: 'committee' },
          [unit('x', '/1/9/', 'secondary', cell('none', dueOn))],
          plan,
          today,
        ),
      ).toEqual([])
  })
})

describe('the five items', () => {
  const due = (dueOn: string | null) =>
    ({
      milestones: [{ task: 'five-items', level: 'graduate', dueOn, clause: 'C2', name: '五个一' }],
      exceptions: [],
      leavingExceptions: [],
      leavingDay: null,
    }) as unknown as Plan
  const branch = [{ name: '日语党支部', unitId: 'u', asked: 5, done: 2 }]

  test.each([
    ['branch-teacher', '2023-06-25', 'do', 0],
    ['branch-teacher', null, 'do', 0],
    ['branch-secretary', '2023-06-25', 'urge', 0],
    ['general-branch', '2023-06-15', 'urge', 0],
    ['committee-office', '2023-06-07', 'urge', 3],
  ] as const)('%s, due %s: %s, %s late', (role, dueOn, act, overdue) =>
    expect(itemsWork(role, due(dueOn), branch, today)).toMatchObject([{ act, count: 3, overdue }]),
  )

  test('are nobody’s work when all are done, nor to be reminded of weeks ahead', () => {
    expect(itemsWork('branch-teacher', due('2023-06-25'), [{ ...branch[0]!, done: 5 }], today)).toEqual([])
    expect(itemsWork('committee-office', due('2023-06-25'), branch, today)).toEqual([])
  })
})

test('work comes late first, then by day, own before others', () => {
  const work = (clause: Work['clause'], more: Partial<Work>): Work => ({
    kind: 'to-fill',
    act: 'do',
    task: null,
    count: 1,
    overdue: 0,
    dueOn: null,
    clause,
    parts: [],
    ...more,
  })
  const rows = [
    work('C1', { act: 'urge' }),
    work('C9', { kind: 'received', count: 40 }),
    work('C8', { kind: 'office-check' }),
    work('C2', { act: 'urge', dueOn: day('2023-06-09') }),
    work('C3', { dueOn: day('2023-06-09') }),
    work('C4', { overdue: 1, dueOn: day('2023-06-01') }),
    work('C5', { dueOn: day('2023-06-09'), count: 8 }),
  ]
  expect(inOrderOfNeed(rows, today).map(row => row.clause)).toEqual(['C4', 'C8', 'C5', 'C3', 'C2', 'C9', 'C1'])
})

test('the entries of the desk show what the reader has to do, not what others have', () => {
  const line = { count: 2, overdue: 0, act: 'do' } as const
  expect(
    waitingAt([
      { ...line, kind: 'office-check' },
      { ...line, kind: 'answered', overdue: 1 },
      { ...line, kind: 'to-issue' },
      { ...line, kind: 'received' },
      { ...line, kind: 'to-fill', act: 'urge' },
    ]),
  ).toEqual({ transfers: { count: 4, urgent: true }, letters: { count: 2, urgent: false } })
})
