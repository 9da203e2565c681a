import { describe, expect, test } from 'vitest'
import { national, notice2023 } from '../../../../tests/university/policies.ts'
import { day } from '../../../kernel/day.ts'
import { formMarks, missingFields } from '../rules.ts'

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
      country: '某国',
      abroadFrom: '2023-09',
      returnBy: '2025-07',
      stayApplication: '申请保留',
      domesticContacts: Array(count).fill('sealed'),
    }
    expect(missingFields('D05', answers, notice2023.D05, { geography: null, stay: true })).toEqual(missing)
  })

  test.each(['country', 'abroadFrom', 'returnBy', 'stayApplication', 'domesticContacts'] as const)('出国学习 without %s', field => {
    const answers = {
      unitName: '某大学',
      country: '某国',
      abroadFrom: '2023-09',
      returnBy: '2025-07',
      stayApplication: '申请保留',
      domesticContacts: ['sealed', 'sealed'],
    }
    for (const policy of [notice2023, national])
      expect(missingFields('D05', { ...answers, [field]: null }, policy.D05, { geography: null, stay: true })).toEqual([field])
  })

  test('a domestic contact of whom nobody says how they are related is none yet', () => {
    const contact = { name: '甲某', phone: '19000009001' }
    const marked = (relations: (string | undefined)[]) =>
      formMarks({}, { domesticContacts: relations.map(relation => ({ ...contact, relation })) }).domesticContacts
    expect(marked(['母亲', '同学'])).toEqual(['sealed', 'sealed'])
    const answers = { unitName: '某大学', country: '某国', abroadFrom: '2023-09', returnBy: '2025-07', stayApplication: '申请保留' }
    const missing = (relations: (string | undefined)[]) =>
      missingFields('D05', { ...answers, domesticContacts: marked(relations) }, notice2023.D05, { geography: null, stay: true })
    expect([missing(['母亲', '同学']), missing(['母亲', ' ']), missing(['母亲', undefined])]).toEqual([
      [],
      ['domesticContacts'],
      ['domesticContacts'],
    ])
  })

  test('延期毕业: the branch and the teacher who keeps contact', () => {
    const answers = { delayReason: '论文未完成', expectedGraduation: '2024-06' }
    expect(missingFields('D11', answers, notice2023.D11, { geography: null, stay: false })).toEqual(['placedBranch', 'keeper'])
  })

  test.each([
    ['not agreed', { confirmed: false }, []],
    ['agreed, no day', { confirmed: true }, ['confirmedOn']],
    ['agreed yesterday', { confirmed: true, confirmedOn: '2023-06-07' }, []],
    ['agreed today', { confirmed: true, confirmedOn: '2023-06-08' }, []],
    ['agreed tomorrow', { confirmed: true, confirmedOn: '2023-06-09' }, ['confirmedOn']],
  ])('%s', (_what, said, missing) => {
    const place = { geography: 'city', stay: false, agreed: said.confirmed, today: day('2023-06-08') } as const
    expect(missingFields('D01', { ...whole, ...said }, notice2023.D01, place)).toEqual(missing)
  })

  test.each([
    ['', []],
    ['440100000012', []],
    ['44010000001', ['orgCode']],
    ['4401000000123', ['orgCode']],
    ['44010000001X', ['orgCode']],
  ])('an organisation code %s', (orgCode, missing) => {
    expect(missingFields('D01', { ...whole, orgCode }, notice2023.D01, { geography: 'city', stay: false })).toEqual(missing)
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
    ['', '2023-08', ['abroadFrom']],
  ])('abroad from %s, back by %s', (abroadFrom, returnBy, missing) => {
    const answers = {
      unitName: '某大学',
      country: '某国',
      abroadFrom,
      returnBy,
      stayApplication: '申请保留',
      domesticContacts: ['甲', '乙'],
    }
    expect(missingFields('D05', answers, notice2023.D05, { geography: null, stay: false })).toEqual(missing)
  })
})
