import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../../kernel/day.ts'
import type { Plan } from '../../plans/rules.ts'
import {
  type DayRefusal,
  isLate,
  judgeDay,
  limitOf,
  mayWithdrawDuty,
  mayWork,
  type Standing,
  standingOf,
  type WithdrawRefusal,
  type WorkFacts,
  type WorkRefusal,
  type WorkState,
  type WorkStep,
  workSteps,
} from './duties.ts'

const said = (decision: { allowed: boolean; value?: unknown; reason?: string }) => (decision.allowed ? decision.value : decision.reason)
const facts = (change: Partial<WorkFacts> = {}): WorkFacts => ({
  notice: 'issued',
  withdrawn: false,
  state: 'open',
  doer: true,
  setter: true,
  ...change,
})

describe('a duty', () => {
  test.each<[WorkStep, WorkState, WorkState | WorkRefusal]>([
    ['report', 'open', 'reported'],
    ['report', 'reported', 'wrong-state'],
    ['report', 'noted', 'wrong-state'],
    ['undo', 'open', 'wrong-state'],
    ['undo', 'reported', 'open'],
    ['undo', 'noted', 'noted'],
    ['note', 'open', 'wrong-state'],
    ['note', 'reported', 'noted'],
    ['note', 'noted', 'wrong-state'],
    ['give-back', 'open', 'wrong-state'],
    ['give-back', 'reported', 'open'],
    ['give-back', 'noted', 'open'],
  ])('%s, %s', (step, state, expected) => expect(said(mayWork(facts({ state }), step, '还差一人'))).toBe(expected))

  test.each<[WorkStep, 'doer' | 'setter']>([
    ['report', 'doer'],
    ['undo', 'doer'],
    ['note', 'setter'],
    ['give-back', 'setter'],
  ])('%s is the %s’s', (step, who) => {
    const state = step === 'report' ? 'open' : 'reported'
    expect(said(mayWork(facts({ state, [who]: false }), step, '还差一人'))).toBe('not-yours')
  })
  test.each<WorkStep>(['undo', 'give-back'])('%s needs a reason', step =>
    expect(said(mayWork(facts({ state: 'reported' }), step, ' '))).toBe('reason-missing'),
  )
  test.each(workSteps)('%s: not of what was withdrawn', step => {
    expect(said(mayWork(facts({ state: 'reported', withdrawn: true }), step, '–'))).toBe('duty-withdrawn')
    expect(said(mayWork(facts({ state: 'reported', notice: 'withdrawn' }), step, '–'))).toBe('withdrawn')
  })
  test.each<[string, Partial<WorkFacts>, string, true | WithdrawRefusal]>([
    ['by who set it', {}, '改由总支统一办', true],
    ['by another', { setter: false }, '改由总支统一办', 'not-yours'],
    ['without a word', {}, '', 'reason-missing'],
    ['twice', { withdrawn: true }, '改由总支统一办', 'duty-withdrawn'],
    ['of a notice that was taken back', { notice: 'withdrawn' }, '改由总支统一办', 'withdrawn'],
  ])('is withdrawn %s', (_, change, reason, expected) => expect(said(mayWithdrawDuty(facts(change), reason))).toBe(expected))
})

describe('the day of a duty', () => {
  const plan = {
    milestones: [
      { task: 'register', level: 'branch', dueOn: day('2023-06-10') },
      { task: 'dossiers', level: 'branch', dueOn: null },
    ],
    exceptions: [{ task: 'register', level: 'branch', unit: 'b', dueOn: day('2023-06-08') }],
    leavingDay: null,
    leavingExceptions: [],
  } as unknown as Plan

  test.each<[string, Parameters<typeof limitOf>[1], readonly string[], Day | null]>([
    ['the plan’s', 'register', ['a', 'c'], day('2023-06-10')],
    ['the earliest of the units’', 'register', ['a', 'b'], day('2023-06-08')],
    ['none without a task', null, ['a'], null],
    ['none while the leaving day is open', 'dossiers', ['a'], null],
    ['none where the plan sets none', 'news', ['a'], null],
  ])('is bounded: %s', (_, task, units, expected) => expect(limitOf(plan, task, 'branch', units)).toBe(expected))

  const today = day('2023-06-06')
  test.each<[string, Day | null, true | DayRefusal]>([
    ['2023-06-05', null, 'day-passed'],
    ['2023-06-06', null, true],
    ['2023-06-10', day('2023-06-10'), true],
    ['2023-06-11', day('2023-06-10'), 'after-plan'],
    ['2023-07-30', null, true],
  ])('%s, the plan’s %s', (dueOn, limit, expected) => expect(said(judgeDay(day(dueOn), today, limit))).toBe(expected))

  test.each<[WorkState, string, string | null, Standing]>([
    ['open', '2023-06-06', null, 'open'],
    ['open', '2023-06-05', null, 'late'],
    ['reported', '2023-06-05', '2023-06-05', 'done'],
    ['reported', '2023-06-05', '2023-06-06', 'done-late'],
    ['noted', '2023-06-05', '2023-06-06', 'noted'],
  ])('%s, due %s, done %s', (state, dueOn, doneOn, expected) =>
    expect(standingOf({ state, dueOn: day(dueOn), doneOn: doneOn === null ? null : day(doneOn) }, today)).toBe(expected),
  )
  test('on the day itself is in time', () => expect(isLate({ dueOn: today, doneOn: today }, day('2023-07-01'))).toBe(false))
})
