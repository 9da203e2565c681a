import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type DestinationCode,
  type DestinationPolicy,
  destinationCodes,
  destinationFields,
  type Geography,
  type LetterPolicy,
  type Plan,
  type System,
} from '../../plans/rules.ts'
import { decidePaper, destinations, geographyOf, mayStay, methodsFor, missingFields, questions, questionsFor } from '../rules.ts'

const plan: Plan = JSON.parse(readFileSync(new URL('../../../../examples/2023/plan.json', import.meta.url), 'utf8'))
const notice2023 = plan.destinationPolicy

/** The national rule beside the notice: a member without work may stay at the school, normally at most two years. */
const national: DestinationPolicy = {
  ...notice2023,
  D10: {
    ...notice2023.D10,
    goesTo: [...notice2023.D10.goesTo, 'stay'],
    stayMonths: 24,
    required: [...notice2023.D10.required, 'stayApplication'],
  },
}

describe('where the receiver lies, seen from a school in Guangzhou', () => {
  test.each<[what: string, receiver: string, Geography | null]>([
    ['another district of the city', '440106', 'city'],
    ['twelve digits', '440106011000', 'city'],
    ['another city of the province', '440304', 'province'],
    ['another province', '430104', 'outside'],
    ['Hong Kong', '810000', 'outside'],
    ['no code', '', null],
    ['letters', '44010A', null],
  ])('%s', (_what, receiver, geography) => {
    expect(geographyOf(receiver, '440113')).toBe(geography)
  })

  test.each<[what: string, receiver: string, school: string, Geography]>([
    ['a municipality is one city', '110228', '110108', 'city'],
    ['Chongqing too', '500243', '500112', 'city'],
    ['counties straight under a province are not one city', '429004', '429005', 'province'],
    ['nor is the city beside them', '429004', '420106', 'province'],
  ])('%s', (_what, receiver, school, geography) => {
    expect(geographyOf(receiver, school)).toBe(geography)
  })

  test('the campus is said, not derived', () => {
    expect(geographyOf('440113', '440113', true)).toBe('campus')
    expect(geographyOf('440113', '440113')).toBe('city')
  })
})

describe('the paper letter (C10)', () => {
  const unlessAsked = { geography: 'outside', system: 'local', exception: null, askedBy: null } as const
  const withChannelRule: LetterPolicy = { ...plan.letterPolicy, rules: plan.letterPolicy.rules.map(rule => ({ ...rule, on: true })) }

  test.each<[Geography, System, exception: string | null, askedBy: 'receiver' | 'member' | null, in2023: string, withChannel: string]>([
    ['outside', 'local', null, 'receiver', 'paper asked-outside', 'paper asked-outside'],
    ['outside', 'local', null, 'member', 'paper asked-outside', 'paper asked-outside'],
    ['outside', 'local', null, null, 'none not-asked', 'none not-asked'],
    ['province', 'local', null, 'receiver', 'none in-province', 'none in-province'],
    ['city', 'local', null, 'receiver', 'none in-province', 'none in-province'],
    ['campus', 'local', null, 'receiver', 'none in-province', 'none in-province'],
    ['province', 'military', null, null, 'none in-province', 'paper no-channel'],
    ['outside', 'military', null, null, 'none not-asked', 'paper no-channel'],
    ['province', 'military', '部队要求纸质', null, 'paper exception', 'paper exception'],
    ['outside', 'local', '接收方系统停用', 'receiver', 'paper exception', 'paper exception'],
    ['outside', 'local', '  ', null, 'none not-asked', 'none not-asked'],
    ['outside', 'railway', null, null, 'none not-asked', 'none not-asked'],
  ])(
    '%s, %s, exception %s, asked by %s: %s; with the channel rule on: %s',
    (geography, system, exception, askedBy, in2023, withChannel) => {
      const said = (policy: LetterPolicy) => {
        const { outcome, reason } = decidePaper({ geography, system, exception, askedBy }, policy)
        return `${outcome} ${reason}`
      }
      expect([said(plan.letterPolicy), said(withChannelRule)]).toEqual([in2023, withChannel])
    },
  )

  test('a rule switched off never fits, and every decision names its clause', () => {
    const off: LetterPolicy = { ...plan.letterPolicy, rules: plan.letterPolicy.rules.map(rule => ({ ...rule, on: false })) }
    expect(decidePaper({ ...unlessAsked, askedBy: 'receiver', exception: 'x' }, off)).toEqual({
      outcome: 'none',
      reason: 'not-asked',
      clause: 'C10',
    })
  })
})

describe('where the relation goes', () => {
  test.each<[DestinationCode, notice: string, nation: string]>([
    ['D01', 'system paper both defer', 'system paper both defer'],
    ['D04', 'internal defer', 'internal defer'],
    ['D05', 'retain defer', 'retain defer'],
    ['D10', 'system paper both defer', 'system paper both retain defer'],
    ['D11', 'retain defer', 'retain defer'],
  ])('%s: by the notice %s, by the national rule %s', (code, notice, nation) => {
    expect([methodsFor(code, notice2023[code]).join(' '), methodsFor(code, national[code]).join(' ')]).toEqual([notice, nation])
  })

  test('a member without work may stay two years under the national rule only', () => {
    expect([mayStay(notice2023.D10), mayStay(national.D10), national.D10.stayMonths]).toEqual([false, true, 24])
  })

  test.each(destinationCodes)('%s asks at most ten things, and the proposed method fits its place', code => {
    expect(destinations[code].asks.length).toBeLessThanOrEqual(10)
    expect(methodsFor(code, notice2023[code])).toContain(destinations[code].method)
  })

  test('every field has its question', () => {
    expect(Object.keys(questions).sort()).toEqual([...destinationFields].sort())
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
      'stayApplication',
    ])
    expect(fields('D10', notice2023.D10, { geography: null, stay: true })).toContain('addressee') // the notice knows no stay
  })

  test('who can only stay is not asked whether', () => {
    expect(fields('D05', notice2023.D05, { geography: null, stay: false })).toEqual([
      'unitName',
      'returnBy',
      'domesticContacts',
      'stayApplication',
    ])
  })

  test('what only the school’s plan requires is asked last', () => {
    const strict = { ...notice2023.D11, required: [...notice2023.D11.required, 'explanation' as const] }
    expect(fields('D11', strict, { geography: null, stay: false })).toEqual(['expectedGraduation', 'explanation'])
  })
})

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
