import { describe, expect, test } from 'vitest'
import { national, notice2023 } from '../../../../tests/university/policies.ts'
import { type DestinationCode, type DestinationPolicy, destinationCodes, destinationFields, type Geography } from '../../plans/rules.ts'
import { formFields, namesDesignation, partsOf, questions, questionsFor } from '../rules.ts'

/** Every destination may stay, for two years at most. */
const open = Object.fromEntries(
  destinationCodes.map(code => [
    code,
    { ...notice2023[code], goesTo: [...new Set([...notice2023[code].goesTo, 'stay'] as const)], stayMonths: 24 },
  ]),
) as DestinationPolicy

describe('the table of questions', () => {
  test.each(destinationCodes)('%s asks at most ten things', code => {
    const parts = Object.values(partsOf).flat() as string[]
    for (const stay of [false, true]) {
      const screens = questionsFor(code, open[code], { geography: 'outside', stay, agreed: true }).filter(
        ({ field }) => !parts.includes(field),
      )
      expect(screens.length).toBeLessThanOrEqual(11) // the wish itself beside ten
    }
  })

  test('every field has its question', () => {
    expect(Object.keys(questions).sort()).toEqual([...formFields].sort())
    expect([...formFields]).toEqual([...destinationFields])
  })
})

describe('the questions that apply', () => {
  const fields = (...[code, rule, place]: Parameters<typeof questionsFor>) => questionsFor(code, rule, place).map(({ field }) => field)

  test('paper is asked about outside the province only', () => {
    expect(fields('D01', notice2023.D01, { geography: 'outside', stay: false })).toContain('paperAsked')
    for (const geography of ['city', 'province', null] as const)
      expect(fields('D01', notice2023.D01, { geography, stay: false })).not.toContain('paperAsked')
  })

  test('the exact branch is required in the province only', () => {
    const required = (geography: Geography) =>
      questionsFor('D01', notice2023.D01, { geography, stay: false }).find(({ field }) => field === 'receivingBranch')?.required
    expect([required('city'), required('province'), required('outside')]).toEqual([true, true, false])
  })

  test('待就业: first whether the household is the school’s, then where', () => {
    expect(fields('D10', notice2023.D10, { geography: null, stay: false }).slice(0, 3)).toEqual([
      'collectiveHousehold',
      'householdPlace',
      'receiverPlace',
    ])
  })

  test('who stays is asked for the application, not for a receiver', () => {
    expect(fields('D10', national.D10, { geography: null, stay: true })).toEqual([
      'collectiveHousehold',
      'householdPlace',
      'stay',
      'stayApplication',
      'stayUntil',
    ])
    expect(fields('D10', notice2023.D10, { geography: null, stay: true })).toContain('addressee') // the notice knows no stay
  })

  test('who can only stay is not asked whether', () => {
    expect(fields('D05', notice2023.D05, { geography: null, stay: false })).toEqual([
      'unitName',
      'country',
      'abroadFrom',
      'returnBy',
      'stayApplication',
      'domesticContacts',
    ])
  })

  test('what only the school’s plan requires is asked last', () => {
    const strict = { ...notice2023.D11, required: [...notice2023.D11.required, 'explanation' as const] }
    expect(fields('D11', strict, { geography: null, stay: false })).toEqual([
      'delayReason',
      'expectedGraduation',
      'atSchool',
      'placedBranch',
      'keeper',
      'explanation',
    ])
  })
})

describe('what is answered together with its question', () => {
  const asked = (place: Partial<Parameters<typeof questionsFor>[2]>, code: DestinationCode = 'D01') =>
    questionsFor(code, notice2023[code], { geography: 'city', stay: false, ...place }).map(({ field }) => field)

  test('the day of the agreement, and with whom, once there is one', () => {
    expect(asked({ agreed: false })).not.toContain('confirmedOn')
    expect(asked({ agreed: true })).toEqual(expect.arrayContaining(['confirmed', 'confirmedOn', 'confirmedWith']))
    const required = questionsFor('D01', notice2023.D01, { geography: 'city', stay: false, agreed: true }).filter(row => row.required)
    expect(required.map(({ field }) => field)).toContain('confirmedOn')
  })

  test('no code for a receiver that no electronic way leads to', () => {
    expect([asked({ noChannel: false }).includes('orgCode'), asked({ noChannel: true }).includes('orgCode')]).toEqual([true, false])
  })
})

describe('what a plan requires is required, whatever it is and of whatever destination', () => {
  test.each(destinationFields)('%s', field => {
    for (const code of destinationCodes)
      for (const stay of [false, true]) {
        const rule = { ...open[code], required: [field] }
        const found = questionsFor(code, rule, { geography: 'city', stay, agreed: true }).find(row => row.field === field)
        if (found && field !== 'paperAsked') expect(found.required).toBe(true)
      }
    const somewhere = destinationCodes.flatMap(code =>
      [false, true].flatMap(stay => questionsFor(code, { ...open[code], required: [field] }, { geography: 'outside', stay, agreed: true })),
    )
    expect(somewhere.some(row => row.field === field)).toBe(true)
  })
})

describe('the questions of each destination, by the notice of 2023', () => {
  const text = (code: DestinationCode, policy: DestinationPolicy, stay: boolean) =>
    questionsFor(code, policy[code], { geography: 'outside', stay })
      .map(({ field, required }) => `${field}${required ? '*' : ''}`)
      .join(' ')
  const receiver = 'receiverPlace* addressee* orgCode receivingBranch receiverContact confirmed paperAsked'

  test.each<[DestinationCode, string]>([
    ['D01', `unitName* system* ${receiver} reportBy duesPaidTo*`],
    ['D02', `unitName* ${receiver} reportBy duesPaidTo*`],
    ['D03', `unitName* ${receiver} reportBy duesPaidTo*`],
    ['D04', 'receivingBranch newStudentNo* duesPaidTo'],
    ['D05', 'unitName* country* abroadFrom* returnBy* stayApplication* domesticContacts*'],
    ['D06', 'unitName* country abroadFrom returnBy explanation* addressee* orgCode receiverContact reportBy duesPaidTo*'],
    ['D07', 'recruitmentOffice* addressee* orgCode receiverContact confirmed reportBy* duesPaidTo*'],
    ['D08', `unitName* ${receiver} reportBy* duesPaidTo*`],
    ['D09', `${receiver} duesPaidTo*`],
    ['D10', `collectiveHousehold* householdPlace* ${receiver} duesPaidTo*`],
    ['D11', 'delayReason* expectedGraduation* atSchool placedBranch* keeper*'],
    ['D12', 'explanation* receiverPlace addressee orgCode receiverContact duesPaidTo*'],
  ])('%s: %s', (code, asked) => expect(text(code, notice2023, false)).toBe(asked))

  test.each<[DestinationCode, string]>([
    ['D01', 'unitName* stay stayApplication* stayUntil*'],
    ['D09', 'stay stayApplication* stayUntil*'],
    ['D10', 'collectiveHousehold* householdPlace* stay stayApplication* stayUntil*'],
    ['D12', 'explanation* stay stayApplication* stayUntil*'],
  ])('who stays where the plan lets them says why and until when: %s: %s', (code, asked) => expect(text(code, open, true)).toBe(asked))
})

describe('a designation of a unit is warned of', () => {
  test.each<[DestinationCode, string, boolean]>([
    ['D07', '第七十四集团军某旅政治工作部', true],
    ['D07', '123旅政治工作部', true],
    ['D07', '３１６０９部队政治工作部', false],
    ['D07', '某部政治工作部', false],
    ['D01', '第一师范学校党委', false],
  ])('%s %s', (code, words, warned) => expect(namesDesignation(code, words)).toBe(warned))
})
