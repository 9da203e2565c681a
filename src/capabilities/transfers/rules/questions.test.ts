import { describe, expect, test } from 'vitest'
import { national, notice2023 } from '../../../../tests/university/policies.ts'
import { type DestinationCode, type DestinationPolicy, destinationCodes, destinationFields, type Geography } from '../../plans/rules.ts'
import { formFields, isPlanField, namesDesignation, questions, questionsFor } from '../rules.ts'

/** Every destination may stay, for two years at most. */
const open = Object.fromEntries(
  destinationCodes.map(code => [
    code,
    { ...notice2023[code], goesTo: [...new Set([...notice2023[code].goesTo, 'stay'] as const)], stayMonths: 24 },
  ]),
) as DestinationPolicy

describe('the table of questions', () => {
  test.each(destinationCodes)('%s asks at most ten things', code => {
    for (const stay of [false, true]) expect(questionsFor(code, open[code], { geography: 'outside', stay }).length).toBeLessThanOrEqual(11) // the wish itself beside ten
  })

  test('every field has its question', () => {
    expect(Object.keys(questions).sort()).toEqual([...formFields].sort())
    expect(destinationFields.filter(field => !isPlanField(field))).toEqual([])
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
      'explanation',
    ])
  })
})

describe('the questions of each destination, by the notice of 2023', () => {
  const text = (code: DestinationCode, policy: DestinationPolicy, stay: boolean) =>
    questionsFor(code, policy[code], { geography: 'outside', stay })
      .map(({ field, required }) => `${field}${required ? '*' : ''}`)
      .join(' ')
  const receiver = 'receiverPlace* addressee* receivingBranch receiverContact confirmed paperAsked'

  test.each<[DestinationCode, string]>([
    ['D01', `unitName* system* ${receiver} duesPaidTo*`],
    ['D02', `unitName* ${receiver} duesPaidTo*`],
    ['D03', `unitName* ${receiver} reportBy duesPaidTo*`],
    ['D04', 'receivingBranch newStudentNo* duesPaidTo'],
    ['D05', 'unitName* country abroadFrom returnBy* stayApplication* domesticContacts*'],
    ['D06', 'unitName* country abroadFrom returnBy explanation* addressee* receiverContact duesPaidTo*'],
    ['D07', 'recruitmentOffice* addressee* receiverContact confirmed reportBy* duesPaidTo*'],
    ['D08', `unitName* ${receiver} reportBy* duesPaidTo*`],
    ['D09', `${receiver} duesPaidTo*`],
    ['D10', `collectiveHousehold* householdPlace* ${receiver} duesPaidTo*`],
    ['D11', 'delayReason* expectedGraduation* atSchool'],
    ['D12', 'explanation* receiverPlace addressee receiverContact duesPaidTo*'],
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
