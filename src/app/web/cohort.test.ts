import { expect, test } from 'vitest'
import { cohortAmong } from './cohort.ts'

const [present, before] = [
  { id: 'c23', year: 2023 },
  { id: 'c21', year: 2021 },
]

test.each([
  ['nothing chosen', null, present],
  ['an earlier year chosen', 'c21', before],
  ['a year that is not there any more', 'c19', present],
])('%s', (_, chosen, shown) => expect(cohortAmong([present, before], chosen)).toBe(shown))

test('no year has begun', () => expect(cohortAmong([], 'c23')).toBeNull())
