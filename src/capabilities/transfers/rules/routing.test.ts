import { describe, expect, test } from 'vitest'
import { national, notice2023, plan2023 } from '../../../../tests/university/policies.ts'
import { type AddresseeKind, addresseeKinds } from '../../letters/rules.ts'
import { type DestinationCode, type DestinationPolicy, destinationCodes } from '../../plans/rules.ts'
import { consequencesOf, decideRoute, emptyForm, kindByName, type Receiver, type RouteFacts } from '../rules.ts'

const receiver = (kind: AddresseeKind | null, division: string | null = null, known = true): Receiver => ({
  name: '中共某某委员会',
  kind,
  division,
  known,
})
const facts = (more: Partial<RouteFacts>): RouteFacts => ({ stay: false, receiver: null, place: null, household: null, ...more })
const said = (policy: DestinationPolicy, code: DestinationCode, more: Partial<RouteFacts>): string => {
  const decision = decideRoute(facts(more), policy[code])
  return decision ? [decision.outcome, decision.reason, decision.route ?? ''].join(' ').trim() : 'open'
}

/** Of each destination, kind by kind of receiver in the dictionary: may it go there? */
const short: Record<string, string> = { allow: 'yes', warn: 'look', refuse: 'no' }
const row = (policy: DestinationPolicy, code: DestinationCode) =>
  addresseeKinds.map(kind => short[decideRoute(facts({ receiver: receiver(kind) }), policy[code])!.outcome]).join(' ')

describe('by the notice of 2023', () => {
  test.each<[DestinationCode, where: string, kinds: string]>([
    //                               组织部 工委 国企 高校 街道乡镇 人才 部队 系统
    ['D01', '单位党组织', 'yes yes yes yes look look look yes'],
    ['D02', '单位或居住地街道、人才服务机构', 'yes yes look no yes yes no look'],
    ['D03', '录取学校党委', 'yes yes look yes no no look yes'],
    ['D06', '派出单位党组织', 'yes yes yes yes look look look yes'],
    ['D07', '旅以上政治工作部门', 'no no no no no no yes no'],
    ['D08', '服务地', 'yes yes yes yes yes look look yes'],
    ['D09', '比照 D02', 'yes yes look no yes yes no look'],
    ['D10', '户籍所在地人才服务机构、街道乡镇', 'yes look no no yes yes no no'],
    ['D12', '按说明', 'look look look look look look look look'],
  ])('%s goes to %s', (code, _where, kinds) => expect(row(notice2023, code)).toBe(kinds))

  test.each<[DestinationCode, string]>([
    ['D04', 'allow within-school same-school'],
    ['D05', 'allow stays stay'],
    ['D11', 'allow stays stay'],
  ])('%s has no receiver outside', (code, expected) => expect(said(notice2023, code, {})).toBe(expected))

  test('every decision names its clause, and where it is written', () => {
    for (const code of destinationCodes) {
      const decision = decideRoute(facts({ receiver: receiver('township') }), notice2023[code])
      expect(decision?.clause).toMatch(/^C\d+$/)
      expect(decision?.basis).toMatch(/^2023 通知 [二三]（[一二三四]）$/)
    }
  })
})

describe('待就业 (C9): where the notice and the national rule part', () => {
  const talent = (division: string) => receiver('talent-service', division)
  test.each<[what: string, Partial<RouteFacts>, notice: string, nation: string]>([
    ['stays at the school', { stay: true }, 'refuse may-not-stay', 'allow stays stay'],
    [
      'the talent service of the household’s city',
      { receiver: talent('430100'), household: '430104' },
      'allow fits household-talent-service',
      'allow fits household-talent-service',
    ],
    [
      'another city of the household’s province',
      { receiver: talent('430100'), household: '430202' },
      'warn other-county household-talent-service',
      'allow fits residence-locality',
    ],
    [
      'another province than the household’s',
      { receiver: talent('440100'), household: '430104' },
      'refuse other-province household-talent-service',
      'allow fits residence-locality',
    ],
    [
      'the household’s street',
      { receiver: receiver('township', '430104'), household: '430104' },
      'allow fits household-locality',
      'allow fits residence-locality',
    ],
    ['a university', { receiver: receiver('university', '430104'), household: '430104' }, 'refuse kind-elsewhere', 'refuse kind-elsewhere'],
    ['nothing named yet', {}, 'open', 'open'],
  ])('%s', (_what, given, notice, nation) => {
    expect([said(notice2023, 'D10', given), said(national, 'D10', given)]).toEqual([notice, nation])
  })

  test.each<[DestinationCode, notice: string, nation: string]>([
    ['D09', 'refuse may-not-stay', 'allow stays stay'],
    ['D01', 'refuse may-not-stay', 'refuse may-not-stay'],
    ['D05', 'allow stays stay', 'allow stays stay'],
  ])('%s, who wants to stay', (code, notice, nation) => {
    expect([said(notice2023, code, { stay: true }), said(national, code, { stay: true })]).toEqual([notice, nation])
  })

  test('the national rule is quoted as it is written', () => {
    expect(decideRoute(facts({ stay: true }), national.D10)).toMatchObject({ basis: '组通字〔2015〕33号 二', clause: 'C9' })
  })
})

describe('a receiver that needs a second look', () => {
  test.each<[what: string, DestinationCode, Partial<RouteFacts>, string]>([
    ['of a name alone nothing is refused', 'D07', { receiver: receiver('township', null, false) }, 'warn kind-elsewhere'],
    ['what the dictionary knows is', 'D07', { receiver: receiver('township') }, 'refuse kind-elsewhere'],
    ['a name that says nothing', 'D01', { receiver: receiver(null, null, false) }, 'warn kind-unknown'],
    ['a branch', 'D01', { receiver: { ...receiver(null, null, false), name: '某公司第一党支部' } }, 'refuse branch-named'],
    [
      'the dictionary and the answer place it in two provinces',
      'D01',
      { receiver: receiver('state-enterprise', '330108'), place: '440304' },
      'warn place-differs unit',
    ],
    ['in two cities of one', 'D01', { receiver: receiver('state-enterprise', '440100'), place: '440304' }, 'allow fits unit'],
  ])('%s', (_what, code, given, expected) => expect(said(notice2023, code, given)).toBe(expected))
})

describe('what a name says of itself', () => {
  test.each<[string, AddresseeKind | null]>([
    ['中共杭州市滨江区委组织部', 'organisation-department'],
    ['中共成都高新区工作委员会组织人事部', 'work-committee'],
    ['中共南粤示范科技有限公司委员会', 'state-enterprise'],
    ['中共南方铁路集团有限公司委员会组织部', 'state-enterprise'],
    ['中共华东示范大学委员会组织部', 'university'],
    ['中共广州市天河区石牌街道工作委员会', 'township'],
    ['中共佛山市南海区狮山镇委员会', 'township'],
    ['广州市人才服务中心党委', 'talent-service'],
    ['某部政治工作部', 'army'],
    ['中共云南农业科学研究所委员会', 'system'],
    ['中共某某委员会', null],
  ])('%s: %s', (name, kind) => expect(kindByName(name)).toBe(kind))
})

describe('the decision on a form', () => {
  const form = (type: DestinationCode, answers: Record<string, unknown>, stay = false) => ({ ...emptyForm, type, stay, answers })
  const route = (...[given, known]: [Parameters<typeof consequencesOf>[0], Parameters<typeof consequencesOf>[4]?]) =>
    consequencesOf(given, plan2023, '440106', null, known).route

  test('goes by the dictionary where it knows the receiver, else by the name', () => {
    const named = form('D10', { householdPlace: '430104', receiverPlace: '430104', addressee: { name: '中共长沙市人才服务中心委员会' } })
    expect(route(named)).toMatchObject({ outcome: 'allow', route: 'household-talent-service', basis: '2023 通知 二（二）' })
    const receiver = { name: '中共长沙市人才服务中心委员会', kind: 'university', division: '430100', known: true, orgCode: null } as const
    expect(route(named, { receiver })).toMatchObject({ outcome: 'refuse', reason: 'kind-elsewhere' })
  })

  test('is open until a receiver is named, and asks nobody who stays', () => {
    expect(route(form('D01', {}))).toBeNull()
    expect(route(form('D05', { addressee: { name: '某部政治工作部' } }))).toMatchObject({ outcome: 'allow', route: 'stay' })
  })

  test('the dictionary’s code counts, and is not asked', () => {
    const answers = { receiverPlace: '440304', addressee: { name: '中共某某委员会' }, orgCode: '111111111111' }
    const held = { ...receiver('system', '440304'), orgCode: '044000000012' }
    const { answers: counted, questions } = consequencesOf(form('D01', answers), plan2023, '440106', null, { receiver: held })
    expect(counted.orgCode).toBe('044000000012')
    expect(questions.find(({ field }) => field === 'orgCode')).toEqual({ field: 'orgCode', required: false, held: true })
    expect(consequencesOf(form('D01', answers), plan2023, '440106').answers.orgCode).toBe('111111111111')
  })
})
