import { describe, expect, test } from 'vitest'
import { national, notice2023, plan2023 as plan } from '../../../../tests/university/policies.ts'
import type { DestinationCode, Geography, LetterPolicy, System } from '../../plans/rules.ts'
import { decidePaper, geographyOf, mayStay, methodsFor } from '../rules.ts'

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
    ['province', 'military', null, null, 'none by-exception-only', 'paper no-channel'],
    ['outside', 'military', null, null, 'none by-exception-only', 'paper no-channel'],
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
})
