import { describe, expect, test } from 'vitest'
import { type Change, changesBetween, type Form, type FormVersion, goesElsewhere } from '../rules.ts'

const form: Form = {
  type: 'D01',
  stay: false,
  override: null,
  answers: {
    unitName: '南粤示范科技有限公司',
    receiverPlace: '440304',
    addressee: { id: null, name: '中共南粤示范科技有限公司委员会' },
    receiverContact: 'sealed',
  },
}
const version: FormVersion = { destination: form, geography: 'province', paper: { outcome: 'none' }, method: 'system' }
const answering = (answers: Form['answers'], more: Partial<FormVersion> = {}): FormVersion => ({
  ...version,
  destination: { ...form, answers: { ...form.answers, ...answers } },
  ...more,
})

describe('versions of a destination', () => {
  test.each<[what: string, after: FormVersion, changes: Change[]]>([
    ['the same', version, []],
    ['an entry that the dictionary now knows', answering({ addressee: { id: 'x', name: '中共南粤示范科技有限公司委员会' } }), []],
    ['nothing said, in another way', answering({ receivingBranch: '', country: null }), []],
    [
      'a branch said later',
      answering({ receivingBranch: '研发一支部' }),
      [{ field: 'receivingBranch', before: null, after: '研发一支部' }],
    ],
    [
      'out of the province, with what follows',
      answering({ receiverPlace: '330108' }, { geography: 'outside', paper: { outcome: 'paper' }, method: 'paper' }),
      [
        { field: 'receiverPlace', before: '440304', after: '330108' },
        { field: 'geography', before: 'province', after: 'outside' },
        { field: 'paper', before: 'none', after: 'paper' },
        { field: 'method', before: 'system', after: 'paper' },
      ],
    ],
  ])('%s', (_what, after, changes) => {
    expect(changesBetween(version, after)).toEqual(changes)
  })

  test('behind the mark of a sealed answer another may stand: told without a word of it', () => {
    expect(changesBetween(version, version, ['receiverContact'])).toEqual([{ field: 'receiverContact', before: 'sealed', after: 'sealed' }])
  })

  test.each<[after: FormVersion, elsewhere: boolean]>([
    [answering({ addressee: { name: '中共深圳市福田区委员会组织部' }, receivingBranch: '一支部' }), false],
    [answering({ receiverPlace: '440305' }), false],
    [answering({ unitName: '之江远航科技股份有限公司' }), true],
    [{ ...version, destination: { ...form, type: 'D03' } }, true],
    [{ ...version, destination: { ...form, stay: true } }, true],
  ])('another destination is 改派, another receiver is not: %#', (after, elsewhere) => {
    expect(goesElsewhere(changesBetween(version, after))).toBe(elsewhere)
  })
})
