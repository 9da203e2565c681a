import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DestinationCode, Plan } from '../../plans/rules.ts'
import { actingSides, consequencesOf, dueOf, emptyForm, type Form, formMarks, type Mender, mayEdit, type State } from '../rules.ts'
import { at, inSystem, onPaper } from './builders.ts'

const plan: Plan = JSON.parse(readFileSync(new URL('../../../../examples/2023/plan.json', import.meta.url), 'utf8'))
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
    ['the army goes by paper', form('D07'), { method: 'paper' }],
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

  test('sealed answers are seen to be given, and no more', () => {
    const contact = { name: '甲某', phone: '19000009001' }
    const marked = formMarks({ unitName: '某校' }, { receiverContact: contact, domesticContacts: [contact, contact] })
    expect(JSON.stringify(marked)).not.toMatch(/甲某|1900/)
    const given = form('D05', { ...marked, stayApplication: '申请', returnBy: '2025-07' })
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
    ['office-check', null, null], // the notice sets the office no day
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
