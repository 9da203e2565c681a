import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { parsePlan } from '../../plans/index.ts'
import {
  childOf,
  type Entry,
  funnelOf,
  milestonesFor,
  newestFirst,
  noTerms,
  reportedOf,
  sentOf,
  unitSums,
  withoutEchoes,
} from '../rules.ts'

const terms = {
  ...noTerms(),
  received: 6,
  'in-transit': 5,
  'in-school-process': 13,
  internal: 1,
  retained: 9,
  delayed: 4,
  reduced: 2,
  unreported: 10,
}

describe('the funnel', () => {
  const open = [
    { owner: 'member', state: 'to-fill', count: 7 },
    { owner: 'member', state: 'sent-back', count: 3 },
    { owner: 'branch', state: 'branch-check', count: 4 },
    { owner: 'branch', state: 'sent-back', count: 1 },
    { owner: 'secondary', state: 'secondary-check', count: 2 },
    { owner: 'secondary', state: 'verified', count: 1 },
    { owner: 'office', state: 'office-check', count: 1 },
    { owner: 'office', state: 'to-issue', count: 2 },
    { owner: 'office', state: 'in-transit', count: 1 }, // an application: to be sent anew
    { owner: 'branch', state: 'rejected', count: 1 },
    { owner: 'secondary', state: 'in-transit', count: 4 },
    { owner: 'office', state: 'answered', count: 1 },
    { owner: 'new-branch', state: 'internal', count: 1 },
    { owner: 'office', state: 'received', count: 2 },
    { owner: 'branch', state: 'retained', count: 9 },
  ] as const
  const funnel = funnelOf(terms, open)

  test('goes from those who leave, step by step', () =>
    expect(funnel.map(({ count, waiting }) => [count, waiting])).toEqual([
      [35, 0],
      [25, 10],
      [20, 5],
      [18, 2],
      [16, 2],
      [12, 4],
      [6, 6],
    ]))
  test('ends in the equation’s 已接收', () => expect(funnel.at(-1)!.count).toBe(terms.received))
})

describe('units', () => {
  test.each([
    ['/1/2/3/', '/1/', '/1/2/'],
    ['/1/2/', '/1/', '/1/2/'],
    ['/1/', '/1/', '/1/'],
    ['/1/12/', '/1/', '/1/12/'],
  ])('%s lies under %s at %s', (path, above, child) => expect(childOf(path, above)).toBe(child))

  const at = (path: string, received: number, unreported: number) => ({
    path,
    terms: { ...noTerms(), received, unreported },
    total: received + unreported,
    beside: 1,
  })
  const units = [
    { id: 'c', path: '/1/', name: '党委', kind: 'committee' },
    { id: 'a', path: '/1/1/', name: '外国语学院党总支', kind: 'general-branch' },
    { id: 'a1', path: '/1/1/1/', name: '英语第一党支部', kind: 'branch' },
    { id: 'd', path: '/1/12/', name: '研究生院直属党支部', kind: 'direct-branch' },
  ] as const
  const branches = [at('/1/1/1/', 3, 4), at('/1/1/2/', 1, 0), at('/1/12/', 0, 5)]
  const items = [
    { path: '/1/1/1/', people: 7, complete: 2 },
    { path: '/1/1/2/', people: 1, complete: 1 },
  ]

  test('add up their branches, and together the whole', () => {
    const sums = unitSums(units, '/1/', branches, items)
    expect(sums).toMatchObject([
      { name: '外国语学院党总支', people: 8, direct: false, terms: { received: 4, unreported: 4 }, itemsAsked: 8, itemsDone: 3 },
      { name: '研究生院直属党支部', people: 5, direct: true, terms: { received: 0, unreported: 5 }, itemsAsked: 0 },
    ])
    expect(sums.reduce((sum, { people }) => sum + people, 0)).toBe(branches.reduce((sum, { total }) => sum + total, 0))
  })
  test('who hangs on the reader’s own unit has a row of its own', () =>
    expect(
      unitSums(units.slice(1, 3), '/1/1/', [at('/1/1/', 1, 1), at('/1/1/1/', 3, 4)], []).map(({ name, people }) => [name, people]),
    ).toEqual([
      ['英语第一党支部', 7],
      ['外国语学院党总支', 2],
    ]))
  test('there are none below a branch', () => expect(unitSums(units.slice(2, 3), '/1/1/1/', branches.slice(0, 1), items)).toEqual([]))
})

describe('the season', () => {
  const parsed = parsePlan(JSON.parse(readFileSync('examples/2023/plan.json', 'utf8')))
  if (!parsed.allowed) throw new Error('examples/2023/plan.json is no plan')
  const plan = parsed.value
  const cell = (state: 'none' | 'submitted' | 'returned' | 'accepted') => ({
    state,
    rows: state === 'none' ? 0 : 4,
    dueOn: null,
    overdue: false,
  })
  const at = (level: 'secondary' | 'branch', state: 'none' | 'submitted' | 'returned' | 'accepted') => ({
    unitName: '某',
    path: '/1/1/',
    level,
    cells: { roster: cell(state), register: cell(state) },
  })
  const returns = [at('secondary', 'accepted'), at('secondary', 'submitted'), at('secondary', 'returned'), at('branch', 'none')]
  const standing = { terms, items: { done: 3, of: 9 }, returns }
  const found = (level: 'committee' | 'secondary' | 'branch') => milestonesFor(plan, { id: 'u', level }, standing)

  test('shows one’s own level and below, by day', () => {
    expect(found('branch').map(({ level }) => level)).not.toContain('secondary')
    expect(found('secondary').map(({ level }) => level)).not.toContain('committee')
    const days = found('committee').map(({ dueOn }) => dueOn)
    expect(days).toEqual([...days].sort())
    expect(found('committee')).toHaveLength(plan.milestones.length)
  })
  test('counts what has been done of how many', () => {
    const progress = (task: string, level: string) => found('committee').find(row => row.task === task && row.level === level)!.progress
    expect(progress('roster', 'secondary')).toEqual({ done: 2, of: 3 })
    expect(progress('roster', 'branch')).toEqual({ done: 0, of: 1 })
    expect(progress('five-items', 'graduate')).toEqual({ done: 3, of: 9 })
    expect(progress('destination', 'graduate')).toEqual(reportedOf(terms))
    expect(progress('register', 'secondary')).toEqual({ done: 12, of: 44 })
    expect(progress('delayed', 'secondary')).toBeNull()
    expect(progress('dossiers', 'branch')).toBeNull()
  })
  test('what waits for a leaving day that is not set stays off', () =>
    expect(milestonesFor({ ...plan, leavingDay: null }, { id: 'u', level: 'branch' }, standing).map(({ task }) => task)).not.toContain(
      'five-items',
    ))
  test('shares are of those whom they ask', () => {
    expect(reportedOf(terms)).toEqual({ done: 40, of: 50 })
    expect(sentOf(terms)).toEqual({ done: 12, of: 35 })
  })
})

describe('a person’s story', () => {
  const entry = (id: string, on: string, more: Partial<Entry> = {}): Entry => ({
    id,
    at: null,
    on: day(on),
    kind: 'transfer',
    code: 'fill',
    text: null,
    by: null,
    ...more,
  })
  test('is told newest first, by the day and then by the hour', () => {
    const entries = [
      entry('a', '2023-06-01', { at: '2023-06-01T01:00:00.000Z' }),
      entry('b', '2023-06-08'),
      entry('c', '2023-06-01', { at: '2023-06-01T08:00:00.000Z' }),
    ]
    expect(newestFirst(entries).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })
  test('tells a letter once', () => {
    const entries = [entry('step', '2023-06-08', { code: 'issue' }), entry('pass', '2023-06-07', { code: 'pass' })]
    expect(withoutEchoes(entries)).toHaveLength(2)
    expect(withoutEchoes([...entries, entry('letter', '2023-06-08', { kind: 'letter', code: 'issued' })]).map(({ id }) => id)).toEqual([
      'pass',
      'letter',
    ])
  })
})
