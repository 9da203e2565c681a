import { expect, test } from 'vitest'
import { type HeldListed, type ListEntry, listChanges, listComplaints, listEntry, listFields } from './list-import.ts'

const readState = (text: string) => listFields.find(({ key }) => key === 'state')!.read(text, undefined).value

test.each([
  ['到', 'present'],
  ['√', 'present'],
  ['已到', 'present'],
  ['晚到', 'late'],
  ['请假', 'absent'],
  ['事假', 'absent'],
  ['补', 'made-up'],
  ['也许', null],
])('%s is read as %s', (text, state) => expect(readState(text)).toBe(state))

const row = (values: Record<string, unknown>, ...wrong: string[]) => ({ values, wrong: new Set(wrong) }) as Parameters<typeof listEntry>[0]

test('who is not said otherwise was there; a state that nobody understands is nothing', () => {
  const quiet = () => undefined
  expect(listEntry(row({ studentNumber: '1', name: null, state: null, reason: null }), quiet)).toEqual({
    studentNumber: '1',
    name: null,
    state: 'present',
    reason: '',
  })
  expect(listEntry(row({ studentNumber: '1', state: null }, 'state'), quiet)).toBeNull()
})

const entry = (change: Partial<ListEntry> = {}): ListEntry => ({ studentNumber: '1', name: null, state: 'present', reason: '', ...change })
const held = (change: Partial<HeldListed> = {}): HeldListed => ({
  found: { person: { studentNumber: '1', name: '叶一' } },
  twice: false,
  before: null,
  refusal: null,
  ...change,
})

test.each<[what: string, entry: ListEntry, held: HeldListed, expected: string[]]>([
  ['nothing is wrong', entry(), held(), []],
  ['said twice', entry(), held({ twice: true }), ['studentNumber twice']],
  ['said by the name', entry({ studentNumber: null, name: '叶一' }), held({ refusal: 'own-record' }), ['name own-record']],
  ['closed', entry(), held({ refusal: 'list-closed' }), ['studentNumber list-closed']],
  ['not begun', entry(), held({ refusal: 'not-begun' }), ['state not-begun']],
  ['unexplained', entry({ state: 'absent' }), held({ refusal: 'reason-missing' }), ['reason reason-missing']],
  ['nobody', entry(), held({ found: { problem: 'nobody-here', said: '1' } }), ['studentNumber nobody-here']],
])('%s', (_, said, known, expected) =>
  expect(listComplaints(said, known).map(({ field, complaint }) => `${field} ${complaint.kind}`)).toEqual(expected),
)

test('what the sheet says otherwise is shown; a reason that it leaves out stays', () => {
  const before = { state: 'late' as const, reason: '堵车' }
  const fields = (said: ListEntry) => listChanges({ before }, said).map(({ before, after }) => `${before} → ${after}`)
  expect(fields(entry({ state: 'late' }))).toEqual([])
  expect(fields(entry())).toEqual(['迟到 → 到会'])
  expect(fields(entry({ state: 'late', reason: '误车' }))).toEqual(['堵车 → 误车'])
})
