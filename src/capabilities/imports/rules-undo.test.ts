import { describe, expect, test } from 'vitest'
import { type BuiltReason, builtReasons, firstBuilt, type ImportRefusal, mayUndo, openImportSteps, type UndoFacts } from './rules.ts'

const facts = (change: Partial<UndoFacts>): UndoFacts => ({
  state: 'committed',
  counts: { new: 2, changed: 1 },
  kept: true,
  built: null,
  ...change,
})

describe('a committed import is undone as long as nothing was built on it', () => {
  test.each<[string, Partial<UndoFacts>, ImportRefusal | null]>([
    ['committed', {}, null],
    ['with newcomers only', { counts: { new: 1, changed: 0 } }, null],
    ['with changes only', { counts: { new: 0, changed: 1 } }, null],
    ['not yet committed', { state: 'checked' }, 'not-committed'],
    ['given up', { state: 'cancelled' }, 'cancelled'],
    ['undone before', { state: 'undone' }, 'undone'],
    ['that changed nobody', { counts: { new: 0, changed: 0 } }, 'nothing-to-undo'],
    ['after its time', { kept: false }, 'former-gone'],
    ...builtReasons.map((built): [string, Partial<UndoFacts>, ImportRefusal] => [`with ${built}`, { built }, built]),
  ])('%s', (_, change, reason) => {
    const decision = mayUndo(facts(change))
    expect(decision.allowed ? null : decision.reason).toBe(reason)
    const can = openImportSteps({ state: 'committed', readable: true, counts: { wrong: 0, new: 2, changed: 1, same: 0 } }, facts(change))
    expect(can).toEqual(reason === null ? ['undo'] : [])
  })
})

test.each<[string, [BuiltReason, string[]][], ReturnType<typeof firstBuilt>]>([
  ['nothing', [], null],
  ['nobody', [['letter', []]], null],
  ['one', [['letter', ['安宁']]], { reason: 'letter', people: '安宁' }],
  ['five', [['account', ['甲', '乙', '丙', '丁', '戊']]], { reason: 'account', people: '甲、乙、丙、丁、戊' }],
  ['six', [['account', ['甲', '乙', '丙', '丁', '戊', '己']]], { reason: 'account', people: '甲、乙、丙、丁、戊等 6 人' }],
  [
    'the weightier reason',
    [
      ['changed-since', ['安宁']],
      ['submission', ['白杨']],
    ],
    { reason: 'submission', people: '白杨' },
  ],
])('built upon: %s', (_, found, built) => expect(firstBuilt(new Map(found))).toEqual(built))
