import { describe, expect, test } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { type HeldAttempt, matchOf, type Naming } from './outside.ts'
import { planReceipt, type ReceiptEntry } from './receipts.ts'
import { planResult, type ResultEntry } from './results.ts'

const entry: ResultEntry = {
  studentNumber: '2019000001',
  name: null,
  idNumber: null,
  letterNumber: null,
  serial: 'L-1',
  startedOn: day('2023-06-06'),
  status: 'under-way',
  on: null,
  reason: null,
  receiver: null,
}
const waiting: HeldAttempt = {
  state: 'to-start',
  systemAt: 'waiting',
  paperAt: 'none',
  systemEndedOn: null,
  paperEndedOn: null,
  serial: null,
  startedOn: null,
  acceptedOn: null,
  rejectedOn: null,
  letterNumber: null,
  addressee: '中共南粤示范科技有限公司委员会',
  relayedTo: null,
}
const out: HeldAttempt = { ...waiting, state: 'in-transit', systemAt: 'out', serial: 'L-1', startedOn: day('2023-06-06') }
const received: HeldAttempt = { ...out, state: 'received', systemAt: 'accepted', acceptedOn: day('2023-06-08') }
const rejected: HeldAttempt = { ...out, state: 'rejected', systemAt: 'rejected', rejectedOn: day('2023-06-08') }
const onPaper: HeldAttempt = { ...waiting, state: 'in-transit', systemAt: 'none', paperAt: 'out', letterNumber: '岭示组介〔2023〕0001号' }
/** Sent both ways: accepted by the letter, or by the system. */
const byLetter: HeldAttempt = {
  ...out,
  state: 'received',
  paperAt: 'accepted',
  paperEndedOn: day('2023-06-05'),
  acceptedOn: day('2023-06-05'),
}
const bySystem: HeldAttempt = { ...received, state: 'closed', paperAt: 'out', systemEndedOn: day('2023-06-08') }
const accepted = { status: 'accepted', on: day('2023-06-08') } as const
const sentBack = { status: 'rejected', on: day('2023-06-08'), reason: '不属本组织' } as const

test.each<[string, Partial<ResultEntry>, HeldAttempt, string[], string[]]>([
  ['started there, not yet here', {}, waiting, ['start'], []],
  ['started in both', {}, out, [], []],
  ['accepted there, waiting here', accepted, waiting, ['start', 'accept'], []],
  ['accepted there, out here', accepted, out, ['accept'], []],
  ['accepted in both', accepted, received, [], []],
  ['accepted in both, on two days', { ...accepted, on: day('2023-06-07') }, received, [], ['held-otherwise']],
  ['under way there, accepted here: a paper came first', {}, received, [], []],
  ['rejected there, out here', sentBack, out, ['reject'], []],
  ['rejected in both', sentBack, rejected, [], []],
  ['rejected there, accepted here', sentBack, received, [], ['ends-differ']],
  ['accepted there, rejected here', accepted, rejected, [], ['ends-differ']],
  ['accepted there, too, after the letter', accepted, byLetter, ['accept-other'], []],
  ['rejected there, accepted by the letter', sentBack, byLetter, ['reject-other'], []],
  ['under way there, accepted by the letter', {}, byLetter, [], []],
  ['both told, each with its own day', accepted, { ...byLetter, systemAt: 'accepted', systemEndedOn: day('2023-06-08') }, [], []],
  ['rejected there, and told', sentBack, { ...byLetter, systemAt: 'rejected', systemEndedOn: day('2023-06-08') }, [], []],
  ['another serial', { serial: 'L-2' }, out, [], ['held-otherwise']],
  ['another start', { startedOn: day('2023-06-05') }, out, [], ['held-otherwise']],
  ['another receiver', { receiver: '中共杭州市委组织部' }, out, [], ['held-otherwise']],
  ['the same receiver, spaced', { receiver: '中共南粤示范科技有限公司 委员会' }, out, [], []],
  ['no day of the start', { startedOn: null }, waiting, [], ['start-missing']],
  ['the end stands for the start', { ...accepted, startedOn: null }, waiting, ['start', 'accept'], []],
  ['on paper here', {}, onPaper, [], ['not-by-system']],
])('%s', (_, says, held, steps, notes) => {
  const planned = planResult({ ...entry, ...says }, held)
  expect(planned.moves.map(({ step }) => step)).toEqual(steps)
  expect(planned.notes.map(({ complaint }) => complaint.kind)).toEqual(notes)
})

describe('a receipt', () => {
  const receipt: ReceiptEntry = { ...entry, on: day('2023-06-08'), handler: '俞老师', phone: '0571-00000000', note: null }
  test('is acceptance, with who handled it', () =>
    expect(planReceipt(receipt, onPaper).moves).toEqual([
      { step: 'accept', on: '2023-06-08', proof: { kind: 'stamped-receipt', shown: 'paper', handler: '俞老师', phone: '0571-00000000' } },
    ]))
  test('of what is accepted already says nothing new', () => expect(planReceipt(receipt, received)).toEqual({ moves: [], notes: [] }))
  test('of what the system accepted first is the other track’s end', () =>
    expect(planReceipt(receipt, bySystem)).toMatchObject({ moves: [{ step: 'accept-other', on: '2023-06-08' }], notes: [] }))
  test.each<[string, HeldAttempt, string[]]>([
    ['told already', { ...bySystem, paperAt: 'accepted', paperEndedOn: day('2023-06-08') }, []],
    ['told already with another day', { ...bySystem, paperAt: 'accepted', paperEndedOn: day('2023-06-07') }, ['held-otherwise']],
    ['that came back', { ...bySystem, paperAt: 'rejected' }, ['ends-differ']],
    ['that nobody has taken', { ...bySystem, paperAt: 'issued' }, ['not-handed-out']],
  ])('of a letter %s takes no step', (_, held, notes) => {
    const planned = planReceipt(receipt, held)
    expect([planned.moves, planned.notes.map(({ complaint }) => complaint.kind)]).toEqual([[], notes])
  })
  test('with another day is said', () => {
    const { moves, notes } = planReceipt({ ...receipt, on: day('2023-06-07') }, received)
    expect([moves, notes.map(({ complaint: { severity } }) => severity)]).toEqual([[], ['warning']])
  })
})

test.each<[string, Partial<Naming>, string | null]>([
  ['by student number alone', {}, null],
  ['with the name', { name: '安宁' }, null],
  ['with another name', { name: '安静' }, 'name-differs'],
  ['with the letter held', { letterNumber: '0001号' }, null],
  ['with an older letter', { letterNumber: '0000号' }, 'other-letter'],
])('%s', (_, naming, problem) => {
  const person = { id: 'g', studentNumber: '2019000001', name: '安宁', letterNumber: '0001号' }
  const match = matchOf({ ...entry, ...naming }, person)
  expect('problem' in match ? match.problem : null).toBe(problem)
})
