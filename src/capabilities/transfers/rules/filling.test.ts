import { describe, expect, test } from 'vitest'
import { plan2023 as plan } from '../../../../tests/university/policies.ts'
import { day } from '../../../kernel/day.ts'
import { type DestinationCode, destinationCodes, type Plan } from '../../plans/rules.ts'
import { actingSides, consequencesOf, decide, dueOf, emptyForm, type Form, formMarks, type Mender, mayEdit, type State } from '../rules.ts'
import { at, inSystem, onPaper } from './builders.ts'

const SCHOOL = '440106'
const form = (type: DestinationCode, answers: Form['answers'] = {}, more: Partial<Form> = {}): Form => ({
  ...emptyForm,
  type,
  answers,
  ...more,
})
const outside = { receiverPlace: '330108' }

describe('what follows from a form', () => {
  test.each<[what: string, Form, Partial<ReturnType<typeof consequencesOf>>]>([
    ['nothing chosen yet', emptyForm, { missing: ['type'], method: null, geography: null }],
    ['in province: by the system', form('D01', { receiverPlace: '440304' }), { geography: 'province', method: 'system' }],
    ['in province paper is not given, asked for or not', form('D01', { receiverPlace: '440304', paperAsked: true }), { method: 'system' }],
    ['out of the province, not asked for', form('D01', outside), { geography: 'outside', method: 'system' }],
    ['out of the province, asked for', form('D01', { ...outside, paperAsked: true }), { method: 'paper' }],
    ['asked for by the member', form('D01', { ...outside, paperAsked: 'member' }), { method: 'paper' }],
    ['the army has no electronic way, and the notice opens no other: the office decides', form('D07'), { method: null }],
    ['a unit of the army, said by its system', form('D01', { ...outside, system: 'military' }), { method: null }],
    ['abroad to study stays', form('D05'), { method: 'retain', mayStay: true }],
    [
      'a wish to stay that the plan does not let',
      form('D10', { receiverPlace: '440304' }, { stay: true }),
      { method: 'system', mayStay: false },
    ],
    ['same school', form('D04'), { geography: 'campus', method: 'internal' }],
    [
      'a geography that was put right, with its reason',
      form('D01', { receiverPlace: '440304' }, { override: { geography: 'outside', reason: '总部在省外' } }),
      { geography: 'outside' },
    ],
  ])('%s', (_what, filled, expected) => {
    expect(consequencesOf(filled, plan, SCHOOL)).toMatchObject(expected)
  })

  test('an exception calls for paper anywhere, by its clause', () => {
    const { paper, method } = consequencesOf(form('D01', { receiverPlace: '440304' }), plan, SCHOOL, '来函要求')
    expect(paper).toEqual({ outcome: 'paper', reason: 'exception', clause: 'C10', exception: '来函要求' })
    expect(method).toBe('paper')
  })

  test('the army by exception goes by paper; with the rule for it switched on, without one', () => {
    expect(consequencesOf(form('D07'), plan, SCHOOL, '部队没有电子转接通道')).toMatchObject({
      method: 'paper',
      paper: { reason: 'exception' },
    })
    const rules = plan.letterPolicy.rules.map(rule => ({ ...rule, on: true }))
    const open = { ...plan, letterPolicy: { ...plan.letterPolicy, rules } }
    expect(consequencesOf(form('D07'), open, SCHOOL)).toMatchObject({ method: 'paper', paper: { outcome: 'paper', reason: 'no-channel' } })
  })

  test.each(destinationCodes)('%s: what is proposed is what feedback takes', code => {
    const { method, paper, mayStay } = consequencesOf(form(code), plan, SCHOOL)
    const facts = at('office-check', { method, mayStay, paperCalledFor: paper.outcome === 'paper' })
    const decision = decide(facts, 'pass', 'office', day('2023-06-16'))
    expect(decision.allowed ? 'passed' : decision.reason).toBe(method === null ? 'method-missing' : 'passed')
  })

  test.each<[what: string, Form, Partial<ReturnType<typeof consequencesOf>>]>([
    [
      'the system of an employer that is none any more',
      form('D03', { ...outside, system: 'military', unitName: '某校' }),
      { method: 'system', answers: { ...outside, unitName: '某校' } },
    ],
    [
      'the receiver of somebody who now stays',
      form('D05', { ...outside, paperAsked: true, addressee: { name: '某部政治工作部' }, unitName: '某校' }),
      { geography: null, method: 'retain', answers: { unitName: '某校' } },
    ],
    ['a wish for paper, in province', form('D01', { receiverPlace: '440304', paperAsked: true }), { answers: { receiverPlace: '440304' } }],
  ])('what was answered to another question counts for nothing: %s', (_what, filled, expected) => {
    const { answers, geography, method } = consequencesOf(filled, plan, SCHOOL)
    expect({ answers, geography, method }).toMatchObject(expected)
    expect(answers).toEqual(expected.answers)
  })

  test('sealed answers are seen to be given, and no more', () => {
    const contact = { name: '甲某', phone: '19000009001', relation: '母亲' }
    const marked = formMarks({ unitName: '某校' }, { receiverContact: contact, domesticContacts: [contact, contact] })
    expect(JSON.stringify(marked)).not.toMatch(/甲某|1900/)
    const given = form('D05', { ...marked, stayApplication: '申请', country: '某国', abroadFrom: '2023-09', returnBy: '2025-07' })
    expect(consequencesOf(given, plan, SCHOOL).missing).toEqual([])
  })
})

describe('due', () => {
  const units = { unitId: 'branch', aboveId: 'general' }
  test.each<[State, Mender | null, string | null]>([
    ['to-fill', null, '2023-06-10'],
    ['branch-check', null, '2023-06-10'],
    ['secondary-check', null, '2023-06-15'],
    ['verified', null, '2023-06-15'],
    ['office-check', null, '2023-06-20'],
    ['to-start', null, '2023-06-25'], // by the leaving day
    ['sent-back', 'member', '2023-06-10'],
    ['sent-back', 'secondary', '2023-06-15'],
    ['in-transit', null, null],
    ['closed', null, null],
  ])('%s (%s): %s', (state, backTo, due) => expect(dueOf({ state, backTo }, plan, units)).toBe(due))

  test.each([
    ['branch', '2023-06-12'],
    ['general', '2023-06-13'],
    ['elsewhere', '2023-06-10'],
  ])('an exception of %s', (unit, due) => {
    const dueOn = due as Plan['exceptions'][number]['dueOn']
    const excepted = {
      ...plan,
      exceptions: [{ task: 'destination' as const, level: 'graduate' as const, unit, dueOn, reason: '实习未归' }],
    }
    expect(dueOf({ state: 'to-fill', backTo: null }, excepted, units)).toBe(due)
  })
})

describe('who may type', () => {
  const today = inSystem.transferredOutOn!
  test.each([
    ['the member before anything was handed in', at('to-fill', { complete: false, own: true }), 'member', true],
    ['the branch for the member', at('to-fill'), 'branch', true],
    ['the 总支 for nobody', at('to-fill'), 'secondary', false],
    ['the member while it is being checked', at('branch-check', { own: true }), 'member', false],
    ['the member to whom it was sent back', at('sent-back', { backTo: 'member', own: true }), 'member', true],
    ['the member, when it was sent back to the 总支', at('sent-back', { backTo: 'secondary', own: true }), 'member', false],
    ['the 总支 to whom it was sent back', at('sent-back', { backTo: 'secondary' }), 'secondary', true],
    ['a teacher in their own case', at('to-fill', { own: true }), 'branch', false],
    ['the member who may ask for another letter', { ...onPaper, own: true }, 'member', true],
    ['the member who has asked', { ...onPaper, own: true, application: 'change' as const }, 'member', true],
    ['anybody once it was received', at('received'), 'member', false],
  ] as const)('%s', (_what, facts, side, may) => expect(mayEdit(facts, side, today).allowed).toBe(may))
})

describe('for which side a post acts', () => {
  test.each([
    ['branch-teacher', '/1/1/1/', null, ['branch']],
    ['direct-branch', '/1/3/', null, ['branch']],
    ['general-branch', '/1/1/', null, ['secondary']],
    ['general-branch', '/1/1/', '/1/1/2/', ['secondary', 'new-branch']],
    ['general-branch', '/1/1/', '/1/2/1/', ['secondary']],
    ['committee-office', '/1/', null, ['office', 'new-branch']],
    ['graduate', '/1/1/1/', '/1/1/1/', ['member']],
    ['counselor', '/1/1/', '/1/1/2/', []],
    ['auditor', '/1/', null, []],
  ] as const)('%s at %s, moving to %s', (role, path, toPath, sides) => expect(actingSides({ role, path }, toPath)).toEqual(sides))
})
