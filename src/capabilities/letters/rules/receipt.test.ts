import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import {
  type Answering,
  answerFields,
  answerInWords,
  lastFour,
  numberDigits,
  officePhone,
  proofProblem,
  readAnswer,
  receiptUntil,
} from './receipt.ts'

describe('the code of a letter', () => {
  test.each([
    ['2023-08-31', '2023-09-30'],
    ['2023-09-06', '2023-10-06'],
    ['2024-01-31', '2024-02-29'],
  ])('of a letter valid until %s can be answered until %s', (validUntil, until) => expect(receiptUntil(day(validUntil))).toBe(until))
})

describe('what is typed from the paper', () => {
  test.each(['岭示组介〔2023〕0040号', '岭示组介[2023]0040号', '2023-0040', '２０２３００４０', '20230040'])('%s is one number', text =>
    expect(numberDigits(text)).toBe('20230040'),
  )
  test('the number within the year alone is another', () => expect(numberDigits('0040')).not.toBe('20230040'))
  test.each([
    ['467x', '467X'],
    [' ４６７３ ', '4673'],
  ])('the last four %s', (text, read) => expect(lastFour(text)).toBe(read))
  test.each([
    [{ number: '〔〕号', last4: '4673' }, { number: 'no-number' }],
    [{ number: '20230040', last4: '467' }, { last4: 'no-last-four' }],
    [{ number: '20230040', last4: '46732' }, { last4: 'no-last-four' }],
    [{ number: '20230040', last4: '467x' }, {}],
  ])('%o', (proof, problems) => expect(proofProblem(proof)).toEqual(problems))
})

describe('a phone of the handler', () => {
  test.each([
    ['0571-88000000', '0571-88000000'],
    ['020 88000000', '02088000000'],
    ['（0571）88000000', '057188000000'],
    ['0571－88000000转801', '0571-88000000-801'],
    ['19000009001', '19000009001'],
    ['+86 190 0000 9001', '19000009001'],
  ])('%s is kept as %s', (text, kept) => expect(officePhone(text)).toBe(kept))
  test.each(['', '88000000', '1234', '12000009001', '0571-0800000', '190000090011', '19000009001、19000009002', '请打总机'])(
    '%s is none',
    text => expect(officePhone(text)).toBeNull(),
  )
})

const said: Answering = { answer: 'received', relayedTo: '', reason: '', handler: '俞某', phone: '0571-88000000', remark: '' }

describe('an answer', () => {
  test.each<[string, Partial<Answering>, object]>([
    ['nothing at all', { answer: null, handler: ' ', phone: '' }, { answer: 'no-answer', handler: 'no-handler', phone: 'no-phone' }],
    ['passed on, but not to whom', { answer: 'relayed' }, { relayedTo: 'no-organisation' }],
    ['not ours, but not why', { answer: 'not-ours', reason: '  ' }, { reason: 'no-reason' }],
    ['a phone without its area', { phone: '88000000' }, { phone: 'phone-form' }],
    ['received', {}, {}],
    ['passed on', { answer: 'relayed', relayedTo: '中共某街道工作委员会' }, {}],
    ['not ours', { answer: 'not-ours', reason: '本人未来报到' }, {}],
  ])('%s', (_, change, problems) => {
    const answering = { ...said, ...change }
    expect(answerFields(answering)).toEqual(problems)
    expect(readAnswer(answering).allowed).toBe(Object.keys(problems).length === 0)
  })

  test('keeps only what belongs to it', () =>
    expect(readAnswer({ ...said, relayedTo: '某街道', reason: '某因', remark: ' ', phone: '0571－88000000' })).toEqual({
      allowed: true,
      value: { answer: 'received', relayedTo: null, reason: null, handler: '俞某', phone: '0571-88000000', remark: null },
    }))

  test.each([
    [{ answer: 'received', relayedTo: null, reason: null } as const, '已接收'],
    [{ answer: 'relayed', relayedTo: '某街道党工委', reason: null } as const, '已转往下级党组织：某街道党工委'],
    [{ answer: 'not-ours', relayedTo: null, reason: '抬头不是我处' } as const, '非我处接收：抬头不是我处'],
  ])('in words', (answered, words) => expect(answerInWords(answered)).toBe(words))
})
