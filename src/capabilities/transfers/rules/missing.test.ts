import { describe, expect, test } from 'vitest'
import { national, notice2023 } from '../../../../tests/university/policies.ts'
import { missingFields } from '../rules.ts'

describe('what is still missing', () => {
  const whole = {
    unitName: '某单位',
    system: 'local',
    receiverPlace: '440106',
    addressee: '中共某某委员会',
    receivingBranch: '第一党支部',
    duesPaidTo: '2023-06',
  }

  test.each([
    ['nothing', whole, 'city', []],
    ['the branch, in the city', { ...whole, receivingBranch: ' ' }, 'city', ['receivingBranch']],
    ['no branch, outside', { ...whole, receivingBranch: '' }, 'outside', []],
    ['all', {}, 'city', ['unitName', 'system', 'receiverPlace', 'addressee', 'receivingBranch', 'duesPaidTo']],
  ] as const)('就业: %s', (_what, answers, geography, missing) => {
    expect(missingFields('D01', answers, notice2023.D01, { geography, stay: false })).toEqual(missing)
  })

  test.each([
    [0, ['domesticContacts']],
    [1, ['domesticContacts']],
    [2, []],
  ])('出国学习 with %i domestic contacts', (count, missing) => {
    const answers = {
      unitName: '某大学',
      returnBy: '2025-07',
      stayApplication: '申请保留',
      domesticContacts: Array(count).fill({ name: '联系人' }),
    }
    expect(missingFields('D05', answers, notice2023.D05, { geography: null, stay: true })).toEqual(missing)
  })

  test('a plain no is an answer', () => {
    const answers = {
      collectiveHousehold: false,
      householdPlace: '440106',
      receiverPlace: '440106',
      addressee: '中共某某委员会',
      receivingBranch: '第一党支部',
      duesPaidTo: '2023-06',
    }
    expect(missingFields('D10', answers, notice2023.D10, { geography: 'city', stay: false })).toEqual([])
  })
})

describe('answers that can’t both stand', () => {
  const staying = { collectiveHousehold: false, householdPlace: '440106', stayApplication: '尚未落实单位' }
  test.each([
    ['2025-06', []],
    ['2025-07', ['stayUntil']],
    ['', ['stayUntil']],
  ])('a stay until %s, two years from a leaving day in June 2023', (stayUntil, missing) => {
    const place = { geography: null, stay: true, stayEnd: '2025-06' }
    expect(missingFields('D10', { ...staying, stayUntil }, national.D10, place)).toEqual(missing)
  })

  test.each([
    ['2023-09', '2023-09', []],
    ['2023-09', '2023-08', ['returnBy']],
    ['', '2023-08', []],
  ])('abroad from %s, back by %s', (abroadFrom, returnBy, missing) => {
    const answers = { unitName: '某大学', abroadFrom, returnBy, stayApplication: '申请保留', domesticContacts: ['甲', '乙'] }
    expect(missingFields('D05', answers, notice2023.D05, { geography: null, stay: false })).toEqual(missing)
  })
})
