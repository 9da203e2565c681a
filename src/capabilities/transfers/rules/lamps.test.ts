import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { endsBeforeReporting, type Lamp, type LampFacts, lampsOf, litOn } from '../rules.ts'

const thresholds = {
  dueSoonDays: 3,
  endingDays: 10,
  receiptDays: 30,
  pocketDays: 90,
  silentMonths: [3, 5, 6] as [number, number, number],
  probationDays: 60,
  abroadMonths: 6,
}
const calm: LampFacts = {
  settled: false,
  openedOn: day('2023-05-16'),
  dueOn: null,
  hasDestination: true,
  destinationDueOn: null,
  leavingDay: null,
  lastTraceOn: null,
  letter: null,
  externalStart: null,
  probationEndsOn: null,
  abroad: false,
  lastContactOn: null,
}
const on = (facts: Partial<LampFacts>, today: string): Lamp[] => litOn(lampsOf({ ...calm, ...facts }, thresholds), day(today))

const due = { dueOn: day('2023-06-15') }
const letter = { letter: { validUntil: day('2023-09-18'), handedOutOn: day('2023-06-20'), expectedOn: null } }
const longLetter = { letter: { validUntil: day('2023-12-31'), handedOutOn: day('2023-06-20'), expectedOn: null } }
const awaited = { letter: { validUntil: day('2023-09-18'), handedOutOn: null, expectedOn: day('2023-07-01') } }
const started = { externalStart: { validUntil: day('2023-09-18') } }
const left = { leavingDay: day('2023-06-25') }
const seen = { ...left, lastTraceOn: day('2023-08-31') }
const early = { ...left, lastTraceOn: day('2023-06-01') }
const endsBefore = { ...left, probationEndsOn: day('2023-06-25') }
const endsAfter = { ...left, probationEndsOn: day('2023-12-01') }
const away = { ...left, abroad: true, lastTraceOn: day('2024-06-01') }

describe('lamps and their boundary days', () => {
  test.each<[rule: string, facts: Partial<LampFacts>, today: string, lit: Lamp[]]>([
    ['四天前', due, '2023-06-11', []],
    ['三天前', due, '2023-06-12', ['due-soon']],
    ['当天', due, '2023-06-15', ['due-soon']],
    ['次日', due, '2023-06-16', ['overdue']],

    ['到期前 11 天', letter, '2023-09-07', []],
    ['到期前 10 天', letter, '2023-09-08', ['letter-ending']],
    ['最后一天', letter, '2023-09-18', ['letter-ending']],
    ['过期：领走的信也成口袋风险', letter, '2023-09-19', ['letter-expired', 'pocket-risk']],
    ['领走 90 天', longLetter, '2023-09-18', []],
    ['领走 91 天', longLetter, '2023-09-19', ['pocket-risk']],
    ['预计到达后 29 天', awaited, '2023-07-30', []],
    ['预计到达后 30 天', awaited, '2023-07-31', ['receipt-missing']],
    ['没领走的信不成口袋风险', awaited, '2023-09-19', ['letter-expired', 'receipt-missing']],
    ['系统转接到期前 10 天', started, '2023-09-08', ['start-ending']],
    ['系统转接过期', started, '2023-09-19', ['start-expired']],

    ['离校三个月差一天', left, '2023-09-24', []],
    ['离校三个月', left, '2023-09-25', ['silent']],
    ['五个月差一天', left, '2023-11-24', ['silent']],
    ['五个月', left, '2023-11-25', ['silent-long']],
    ['六个月差一天', left, '2023-12-24', ['silent-long']],
    ['六个月', left, '2023-12-25', ['silent-check']],
    ['离校前的痕迹不提前起算', early, '2023-09-24', []],
    ['离校后的痕迹重新起算，月末对月末', seen, '2023-11-29', []],
    ['8 月 31 日后三个月是 11 月 30 日', seen, '2023-11-30', ['silent']],
    ['8 月 31 日后六个月是 2 月 29 日', seen, '2024-02-29', ['silent-check']],
    ['未定离校日，不起算', {}, '2024-06-25', []],

    ['预备期在离校日满', endsBefore, '2023-06-01', ['probation-before-leaving']],
    ['预备期后满', endsAfter, '2023-06-01', ['probation-after-leaving']],
    ['满前 61 天', { ...endsAfter, leavingDay: day('2023-11-30') }, '2023-10-01', ['probation-after-leaving']],
    ['满前 60 天', { ...endsAfter, leavingDay: day('2023-11-30') }, '2023-10-02', ['probation-urgent']],
    [
      '开案时已不足 60 天，只亮一盏',
      { ...endsAfter, leavingDay: day('2023-06-01'), probationEndsOn: day('2023-07-15') },
      '2023-05-16',
      ['probation-urgent'],
    ],
    ['未定离校日，不判断', { probationEndsOn: day('2023-06-25') }, '2023-06-25', []],

    ['截止当天未报去向', { hasDestination: false, destinationDueOn: day('2023-06-10') }, '2023-06-10', []],
    ['次日仍未报', { hasDestination: false, destinationDueOn: day('2023-06-10') }, '2023-06-11', ['stranded']],
    ['已报', { destinationDueOn: day('2023-06-10') }, '2023-06-11', []],

    ['半年差一天', { ...away, lastContactOn: day('2023-12-20') }, '2024-06-19', []],
    ['半年未联系', { ...away, lastContactOn: day('2023-12-20') }, '2024-06-20', ['abroad-contact']],
    ['从未联系', away, '2023-12-25', ['abroad-contact']],

    ['已接收，一盏不亮', { ...due, ...letter, ...left, settled: true }, '2024-06-25', []],
  ])('%s', (_rule, facts, today, lit) => {
    expect(on(facts, today)).toEqual(lit)
  })

  test('no lamp ends before it begins', () => {
    const late = { ...calm, ...endsAfter, openedOn: day('2023-11-30'), leavingDay: day('2023-06-01') }
    for (const { from, until } of lampsOf(late, thresholds)) expect(until === null || from <= until).toBe(true)
  })

  test('the thresholds are the plan’s', () => {
    const dated = lampsOf({ ...calm, ...due }, { ...thresholds, dueSoonDays: 7 })
    expect(dated).toEqual([
      { lamp: 'due-soon', from: '2023-06-08', until: '2023-06-15' },
      { lamp: 'overdue', from: '2023-06-16', until: null },
    ])
  })

  test.each([
    ['2023-09-18', '2023-09-18', false],
    ['2023-09-18', '2023-09-19', true],
    ['2023-09-18', null, false],
  ] as const)('valid until %s, to report by %s: warned %s', (validUntil, reportBy, warned) => {
    expect(endsBeforeReporting(day(validUntil), reportBy && day(reportBy))).toBe(warned)
  })
})
