import { expect, test } from 'vitest'
import type { Role } from '../../accounts/rules.ts'
import { newsWork } from '../rules.ts'

test.each<[Role, string[]]>([
  ['general-branch', ['news-to-pass 2', 'news-to-mend 1']],
  ['branch-teacher', ['news-to-mend 1']],
  ['counselor', []],
  ['auditor', []],
])('%s', (role, expected) =>
  expect(newsWork(role, { toPass: 2, toMend: 1 }).map(({ kind, count }) => `${kind} ${count}`)).toEqual(expected),
)

test('nothing waits', () => expect(newsWork('general-branch', { toPass: 0, toMend: 0 })).toEqual([]))
