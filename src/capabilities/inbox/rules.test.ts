import { describe, expect, test } from 'vitest'
import { mayCancel, offersCancel, type TaskState } from './rules.ts'

describe('a background task is cancelled', () => {
  test.each<[string, TaskState, string]>([
    ['archive', 'queued', 'now'],
    ['archive', 'running', 'soon'],
    ['archive', 'done', 'over'],
    ['archive', 'failed', 'over'],
    ['archive', 'cancelled', 'over'],
    ['roster-changed', 'queued', 'owed'],
    ['roster-changed', 'running', 'owed'],
    ['roster-changed', 'done', 'over'],
  ])('%s, %s: %s', (kind, state, answer) => {
    const decision = mayCancel({ kind, state })
    expect(decision.allowed ? decision.value : decision.reason).toBe(answer)
  })

  test('once: who has asked is not asked again', () => {
    expect(offersCancel({ kind: 'archive', state: 'running', stopping: false })).toBe(true)
    expect(offersCancel({ kind: 'archive', state: 'running', stopping: true })).toBe(false)
  })
})
