import { describe, expect, test } from 'vitest'
import {
  type AttendanceState,
  attendanceStates,
  type CloseRefusal,
  countsAs,
  type MarkFacts,
  type Marking,
  type MarkRefusal,
  markings,
  mayClose,
  mayMark,
  maySign,
  type SignFacts,
  type SignRefusal,
  stateAt,
} from './attending.ts'
import {
  type ActivityFacts,
  type ActivityState,
  type ActivityStep,
  activityStates,
  activitySteps,
  mayStep,
  type StepRefusal,
} from './life.ts'

const outcome = (decision: { allowed: true } | { allowed: false; reason: string }) => (decision.allowed ? 'yes' : decision.reason)

describe('signing in', () => {
  const open: SignFacts = { state: 'held', invited: true, closed: false, attendance: null }
  test.each<[string, Partial<SignFacts>, 'yes' | SignRefusal]>([
    ['while it is held', {}, 'yes'],
    ['who signed up', { attendance: 'coming' }, 'yes'],
    ['who was excused and came', { attendance: 'absent' }, 'yes'],
    ['before it began', { state: 'announced' }, 'not-begun'],
    ['before it was announced', { state: 'draft' }, 'not-begun'],
    ['after it was recorded', { state: 'recorded' }, 'over'],
    ['where it was cancelled', { state: 'cancelled' }, 'over'],
    ['of another unit', { invited: false }, 'not-invited'],
    ['after the branch closed its list', { closed: true }, 'list-closed'],
    ['twice', { attendance: 'present' }, 'already-signed'],
    ['after the branch wrote them down late', { attendance: 'late' }, 'already-signed'],
  ])('%s', (_, change, expected) => expect(outcome(maySign({ ...open, ...change }))).toBe(expected))

  const opened = new Date('2023-06-08T06:00:00Z')
  test.each([
    [0, 'present'],
    [15 * 60_000, 'present'],
    [15 * 60_000 + 1, 'late'],
  ])('%s ms after the opening is %s', (ms, expected) => expect(stateAt(opened, new Date(opened.getTime() + ms))).toBe(expected))
})

describe('the branch writes down', () => {
  const open: MarkFacts = { state: 'held', invited: true, closed: false, own: false }
  const table: [string, Partial<MarkFacts>, Partial<Record<Marking, 'yes' | MarkRefusal>>, string][] = [
    ['while it is held', {}, { present: 'yes', late: 'yes', absent: 'yes', 'made-up': 'yes', clear: 'yes' }, '病假'],
    ['without a reason', {}, { present: 'yes', absent: 'reason-missing', 'made-up': 'reason-missing' }, ' '],
    ['before it begins', { state: 'announced' }, { present: 'not-begun', 'made-up': 'not-begun', absent: 'yes', clear: 'yes' }, '实习'],
    ['after it was recorded', { state: 'recorded' }, { 'made-up': 'yes', present: 'yes' }, '看了录像'],
    ['after the list was closed', { closed: true }, { present: 'list-closed', clear: 'list-closed' }, '–'],
    ['where it was cancelled', { state: 'cancelled' }, { absent: 'cancelled' }, '–'],
    ['the own line', { own: true }, { present: 'own-record' }, ''],
    ['somebody of another unit', { invited: false }, { present: 'not-invited' }, ''],
  ]
  test.each(
    table.flatMap(([when, change, expected, reason]) =>
      markings.flatMap(marking => (marking in expected ? [[marking, when, change, reason, expected[marking]!] as const] : [])),
    ),
  )('%s %s', (marking, _, change, reason, expected) => expect(outcome(mayMark({ ...open, ...change }, marking, reason))).toBe(expected))
})

test.each<[string, Partial<MarkFacts & { there: number }>, 'yes' | CloseRefusal]>([
  ['with somebody on it', { there: 1 }, 'yes'],
  ['of what was recorded', { there: 1, state: 'recorded' }, 'yes'],
  ['with nobody on it', { there: 0 }, 'nobody'],
  ['twice', { there: 1, closed: true }, 'list-closed'],
  ['before it began', { there: 1, state: 'announced' }, 'not-begun'],
  ['of what was cancelled', { there: 1, state: 'cancelled' }, 'cancelled'],
])('a list is closed %s', (_, change, expected) =>
  expect(outcome(mayClose({ state: 'held', invited: true, closed: false, there: 0, ...change }))).toBe(expected),
)

test('whoever was excused or only meant to come was not there', () =>
  expect(attendanceStates.filter(state => countsAs[state])).toEqual(['present', 'late', 'made-up'] satisfies AttendanceState[]))

describe('the life of an activity', () => {
  const facts: ActivityFacts = { state: 'draft', holder: true, when: 'today', openLists: 0 }
  const may: Record<ActivityState, readonly ActivityStep[]> = {
    draft: ['change', 'announce', 'open', 'cancel'],
    announced: ['change', 'open', 'cancel'],
    held: ['change', 'record'],
    recorded: ['change'],
    cancelled: [],
  }
  test.each(activityStates)('%s', state =>
    expect(activitySteps.filter(step => mayStep({ ...facts, state }, step, { reason: '下雨' }).allowed)).toEqual(may[state]),
  )
  test.each<[string, ActivityStep, Partial<ActivityFacts>, Parameters<typeof mayStep>[2], StepRefusal]>([
    ['of another unit', 'open', { holder: false }, {}, 'not-holder'],
    ['announced after its day', 'announce', { when: 'past' }, {}, 'day-passed'],
    ['opened before its day', 'open', { when: 'ahead' }, {}, 'day-ahead'],
    ['cancelled without a reason', 'cancel', {}, { reason: ' ' }, 'reason-missing'],
    ['recorded while a list is open', 'record', { state: 'held', openLists: 1 }, {}, 'lists-open'],
    ['moved to another day after it began', 'change', { state: 'held' }, { moves: true }, 'settled'],
  ])('%s', (_, step, change, given, expected) => expect(outcome(mayStep({ ...facts, ...change }, step, given))).toBe(expected))
})
