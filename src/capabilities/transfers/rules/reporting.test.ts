import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { gapOf } from '../rules.ts'
import { at, inSystem, onPaper } from './builders.ts'

const today = day('2023-06-20') // with 90 days: to be presented until 18 September

test.each([
  ['on the last day', '2023-09-18', null],
  ['a day later', '2023-09-19', { validUntil: '2023-09-18', days: 1, sendFrom: '2023-06-21', sent: false }],
  ['in October', '2023-10-01', { validUntil: '2023-09-18', days: 13, sendFrom: '2023-07-03', sent: false }],
  ['no day was said', null, null],
])('not sent yet, reports %s', (_what, reportBy, gap) => {
  const said = gapOf(at('to-issue'), reportBy === null ? null : day(reportBy), today)
  if (gap) expect(said).toMatchObject(gap)
  else expect(said).toBeNull()
})

test('what starts on the day that is named lasts until the report', () => {
  const { sendFrom } = gapOf(at('to-issue'), day('2023-10-01'), today)!
  expect(gapOf(at('to-issue'), day('2023-10-01'), sendFrom)).toBeNull()
})

test.each([
  ['a letter', onPaper],
  ['an external start', inSystem],
])('%s that is out runs until its own day, however late one looks', (_what, sent) => {
  const later = day('2023-08-01')
  expect(gapOf(sent, day('2023-09-19'), later)).toMatchObject({ validUntil: '2023-09-18', sent: true })
  expect(gapOf(sent, day('2023-09-18'), later)).toBeNull()
})

test('a shorter validity ends sooner', () => {
  expect(gapOf(at('to-start', { validityDays: 30 }), day('2023-07-21'), today)).toMatchObject({ validUntil: '2023-07-20', days: 1 })
})
