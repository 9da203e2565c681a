import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type Handover, handoverInWords, handoverLack, mayHandOver } from './handover.ts'

const letter = { state: 'issued', issuedOn: day('2023-06-02'), pickedUpOn: null } as const
const today = day('2023-06-08')
const nothing = { signed: null, drawn: false, relation: null, authority: null, scanned: false, approvedBy: null, reason: null }
const self: Handover = { ...nothing, on: day('2023-06-02'), by: '欧阳静怡', how: 'self', signed: 'screen', drawn: true }
const proxy: Handover = { ...self, how: 'proxy', by: '俞某', relation: '同班同学', authority: 'paper' }
const mail: Handover = { ...nothing, on: day('2023-06-02'), how: 'confidential-mail', by: '机要 0231' }
const courier: Handover = { ...mail, how: 'courier', by: 'EMS 1234', approvedBy: '陈部长', reason: '本人在外地，机要不通' }

describe('a letter leaves the office', () => {
  test.each([
    ['on the day of issue', {}, {}, null],
    ['today', {}, { on: day('2023-06-08') }, null],
    ['though it is void', { state: 'voided' }, {}, 'void'],
    ['a second time', { pickedUpOn: day('2023-06-03') }, {}, 'already-handed-over'],
    ['before it was issued', {}, { on: day('2023-06-01') }, 'before-issue'],
    ['tomorrow', {}, { on: day('2023-06-09') }, 'future-day'],
    ['to nobody', {}, { by: ' ' }, 'nobody-named'],
  ] as const)('%s', (_, facts, change, reason) => {
    const given = { ...self, ...change }
    expect(mayHandOver({ ...letter, ...facts }, given, today)).toEqual(
      reason ? { allowed: false, reason } : { allowed: true, value: given },
    )
  })
})

describe('which way needs what', () => {
  test.each<[string, Handover, Partial<Handover>, ReturnType<typeof handoverLack>]>([
    ['the member, signing on the screen', self, {}, null],
    ['the member, having signed on the list', self, { signed: 'paper', drawn: false }, null],
    ['the member, with nothing drawn', self, { drawn: false }, 'no-signature'],
    ['the member, unsigned', self, { signed: null }, 'no-signature'],
    ['a proxy with the paper handed in', proxy, {}, null],
    ['a proxy with the paper photographed', proxy, { authority: 'scan', scanned: true }, null],
    ['a proxy whose photograph is missing', proxy, { authority: 'scan' }, 'no-authority'],
    ['a proxy without authority', proxy, { authority: null }, 'no-authority'],
    ['a proxy of unknown relation', proxy, { relation: ' ' }, 'no-relation'],
    ['a proxy without a name', proxy, { by: '' }, 'nobody-named'],
    ['a proxy who has not signed', proxy, { signed: null }, 'no-signature'],
    ['机要 with its number', mail, {}, null],
    ['机要 without a number', mail, { by: '' }, 'no-mail-number'],
    ['a courier that was allowed', courier, {}, null],
    ['a courier without a number', courier, { by: '' }, 'no-mail-number'],
    ['a courier that nobody allowed', courier, { approvedBy: null }, 'no-approval'],
    ['a courier without a reason', courier, { reason: '' }, 'no-approval'],
  ])('%s', (_, given, change, lack) => {
    expect(handoverLack({ ...given, ...change }, 1)).toBe(lack)
  })

  test.each<[string, Handover, ReturnType<typeof handoverLack>]>([
    ['a proxy signs once for a class', proxy, null],
    ['one drawn signature is one member’s', self, 'one-signature-many-people'],
    ['a signed list is everybody’s', { ...self, signed: 'paper', drawn: false }, null],
    ['one mail takes several', mail, null],
  ])('of several letters: %s', (_, given, lack) => {
    expect(handoverLack(given, 3)).toBe(lack)
  })
})

test.each<[Handover, string]>([
  [self, '本人：欧阳静怡，屏幕上签名'],
  [proxy, '代领：俞某（同班同学），纸质委托书已收，屏幕上签名'],
  [mail, '机要：机要 0231'],
  [courier, '其他方式：EMS 1234，陈部长批准（本人在外地，机要不通）'],
])('the register says %#', (given, words) => {
  expect(handoverInWords(given)).toBe(words)
})
