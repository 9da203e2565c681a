import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../../kernel/day.ts'
import { branchReminder, memberReminder, type ReminderFacts, reminderOn } from './reminders.ts'

const WARN_DAYS = 10
const letter: ReminderFacts = {
  state: 'issued',
  pickedUpOn: day('2023-06-10'),
  receivedOn: null,
  validUntil: day('2023-09-06'),
  remindedOn: null,
}

describe('valid until 6 September, ten days are warned of', () => {
  test.each<[today: string, remindedOn: string | null, ReturnType<typeof reminderOn>]>([
    ['2023-08-26', null, null], // 11 days left
    ['2023-08-27', null, 'ending'], // 10 days left
    ['2023-08-28', '2023-08-27', null],
    ['2023-08-30', null, 'ending'], // a day that was missed is made up for
    ['2023-09-02', '2023-08-27', null],
    ['2023-09-03', '2023-08-27', 'last-days'], // 3 days left
    ['2023-09-04', '2023-09-03', null],
    ['2023-09-06', '2023-08-27', 'last-days'],
    ['2023-09-06', null, 'last-days'], // the last day
    ['2023-09-07', null, null], // expired: the lamps' matter
  ])('on %s, reminded %s: %s', (today, remindedOn, stage) => {
    expect(reminderOn({ ...letter, remindedOn: remindedOn as Day | null }, day(today), WARN_DAYS)).toBe(stage)
  })

  test.each<[string, Partial<ReminderFacts>, ReturnType<typeof reminderOn>]>([
    ['void', { state: 'voided' }, null],
    ['accepted', { receivedOn: day('2023-07-01') }, null],
    ['not fetched yet', { pickedUpOn: null }, 'ending'],
  ])('%s', (_, change, stage) => {
    expect(reminderOn({ ...letter, ...change }, day('2023-08-28'), WARN_DAYS)).toBe(stage)
  })
})

test('a plan that warns two days before says it once', () => {
  expect(reminderOn(letter, day('2023-09-03'), 2)).toBe(null)
  expect(reminderOn(letter, day('2023-09-04'), 2)).toBe('last-days')
  expect(reminderOn({ ...letter, remindedOn: day('2023-09-04') }, day('2023-09-05'), 2)).toBe(null)
})

describe('the words', () => {
  const told = { validUntil: day('2023-09-06'), today: day('2023-08-27'), pickedUpOn: day('2023-06-10') }
  test('tell the member the day, the days left and what to do', () => {
    expect(memberReminder(told).body).toBe(
      '你的组织关系介绍信有效期至 2023 年 9 月 6 日，还有 10 天。请尽快到接收党组织报到，请对方寄回回执；来不及的，告诉支部老师。',
    )
    expect(memberReminder({ ...told, today: day('2023-09-06'), pickedUpOn: null }).body).toBe(
      '你的组织关系介绍信有效期至 2023 年 9 月 6 日，今天是最后一天。信还没有领，请按支部通知尽快领取；来不及的，告诉支部老师。',
    )
  })

  test('tell the branch of all of a day in one', () => {
    const letters = [
      { ...told, name: '安宁' },
      { ...told, name: '白杨', pickedUpOn: null },
    ]
    expect(branchReminder(letters)).toEqual({
      title: '2 封介绍信快到期',
      body: '安宁、白杨（还没有领）。请提醒本人尽快报到，请对方寄回回执；到期还没有接收的，要申请换开。',
    })
  })
})
