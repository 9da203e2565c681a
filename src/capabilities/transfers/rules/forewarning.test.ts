import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { groupText, groupTextLamps, type LetterWarning, warningOn } from '../rules.ts'

const letter = { handedOutOn: day('2023-06-20'), validUntil: day('2023-09-18') }
const on = (today: string, ...told: LetterWarning[]) => warningOn({ ...letter, told }, day(today), 10)

describe('a letter that is not accepted is warned of', () => {
  test.each<[string, string, LetterWarning[], LetterWarning | null]>([
    ['到期前 11 天', '2023-09-07', [], null],
    ['到期前 10 天', '2023-09-08', [], 'ending'],
    ['次日：说过了', '2023-09-09', ['ending'], null],
    ['漏了几天，补上', '2023-09-12', [], 'ending'],
    ['最后三天的前一天', '2023-09-14', ['ending'], null],
    ['最后三天', '2023-09-15', ['ending'], 'last-days'],
    ['一次没说过，说近的一次', '2023-09-16', [], 'last-days'],
    ['说过近的，不回头', '2023-09-17', ['last-days'], null],
    ['最后一天', '2023-09-18', ['ending', 'last-days'], null],
    ['过期第一天', '2023-09-19', ['ending', 'last-days'], 'expired'],
    ['过期很久才开机', '2023-12-01', [], 'expired'],
    ['过期说过了', '2023-12-01', ['expired'], null],
    ['演示日期倒回来，不再说', '2023-09-10', ['ending', 'expired'], null],
  ])('%s', (_rule, today, told, expected) => expect(on(today, ...told)).toBe(expected))

  test('a letter that nobody fetched too', () =>
    expect(warningOn({ ...letter, handedOutOn: null, told: [] }, day('2023-09-08'), 10)).toBe('ending'))
})

describe('the text for the group chat', () => {
  test.each(groupTextLamps)('%s names who and what, and no number', lamp => {
    const text = groupText(lamp, ['安宁', '白露'])!
    expect(text).toContain('安宁、白露')
    expect(text).not.toMatch(/\d|！|失联/)
  })
  test('of nobody there is none', () => expect(groupText('overdue', [])).toBeNull())
  test('what is the school’s own business has none', () => expect(groupText('start-expired', ['安宁'])).toBeNull())
})
