import { describe, expect, test } from 'vitest'
import type { AskedPaper, DossierLine } from '../contract.ts'
import { blankPaper, type Paper } from '../rules.ts'
import { answered, begun, cellKey, cellsToSave, settled, typedInto, unsaved, valueAt } from './entries.ts'
import { heldKeys, legend, markKeys, moved, nextDigits, pressed, readPasted } from './grid.ts'
import { changedByKey, columnComplete, filledDown, pasted, rowComplete, type Sheet } from './sheet.ts'

const asked = (key: string, needs: AskedPaper['needs'] = ['signed', 'dated']): AskedPaper => ({ key, name: key, required: true, needs })
const checklist = [asked('application', []), asked('admission', ['signed', 'stamped', 'dated']), asked('full-application')]
const whole: Paper = { held: 'original', pages: 2, signed: true, stamped: true, dated: true, remark: '' }
const line = (graduateId: string, change: Partial<DossierLine> = {}): DossierLine =>
  ({ graduateId, asked: ['application', 'admission', 'full-application'], papers: {}, can: ['enter'], ...change }) as DossierLine
const kept = (paper: Paper, version = 1) => ({ ...paper, version, by: '周老师', at: '2023-06-08T00:00:00Z' })

describe('a key', () => {
  test.each<[string, Partial<Paper>, Partial<Paper>]>([
    ['y', {}, { held: 'original' }],
    ['Y', {}, { held: 'original' }],
    ['f', { pages: 3 }, { held: 'copy', pages: 3 }],
    ['q', { ...whole }, { held: 'missing', pages: null, signed: false, stamped: false, dated: false }],
    [
      'm',
      { ...whole, remark: '存中学' },
      { held: 'not-needed', pages: null, signed: false, stamped: false, dated: false, remark: '存中学' },
    ],
    ['s', {}, { held: 'original', signed: true }],
    ['s', { ...whole }, { signed: false }],
    ['z', { held: 'copy' }, { held: 'copy', stamped: true }],
    ['d', {}, { held: 'original', dated: true }],
    ['a', {}, { held: 'original', signed: true, stamped: true, dated: true, pages: null }],
    ['Backspace', { ...whole }, { pages: null }],
    ['Delete', { ...whole }, blankPaper],
  ])('%s on %j', (key, before, after) => {
    const paper = { ...blankPaper, ...before }
    expect(pressed(paper, key, checklist[1]!)).toEqual({ ...paper, ...after })
  })

  test('that means nothing does nothing', () => {
    for (const key of ['x', 'Shift', 'F5', ' ']) expect(pressed(blankPaper, key, checklist[1]!)).toBeNull()
  })

  test('of the legend is a key of the grid', () => {
    const shown = new Set(legend.map(({ keys }) => keys.toLowerCase()))
    expect([...Object.keys(heldKeys), ...Object.keys(markKeys), 'a'].filter(key => !shown.has(key))).toEqual([])
  })

  test.each([
    ['', '1', '1'],
    ['1', '2', '12'],
    ['12', '3', '123'],
    ['123', '4', '4'],
    ['', '0', ''],
    ['1', '0', '10'],
  ])('after %j the digit %s makes %j', (typed, digit, next) => expect(nextDigits(typed, digit)).toBe(next))

  test('a digit counts pages of a paper in hand; nought alone counts nothing', () => {
    expect(changedByKey(blankPaper, '7', '7', checklist[0]!)).toEqual({ ...blankPaper, held: 'original', pages: 7 })
    expect(changedByKey({ ...whole, held: 'copy' }, '1', '12', checklist[0]!)).toEqual({ ...whole, held: 'copy', pages: 12 })
    expect(changedByKey(whole, '0', '', checklist[0]!)).toEqual(whole)
  })
})

describe('the hand', () => {
  const size = { rows: 2, columns: 3 }
  test.each([
    ['ArrowRight', false, { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['ArrowDown', false, { row: 1, column: 2 }, { row: 1, column: 2 }],
    ['Enter', false, { row: 0, column: 1 }, { row: 1, column: 1 }],
    ['Enter', true, { row: 1, column: 1 }, { row: 0, column: 1 }],
    ['Tab', false, { row: 0, column: 2 }, { row: 1, column: 0 }],
    ['Tab', true, { row: 1, column: 0 }, { row: 0, column: 2 }],
    ['Home', false, { row: 1, column: 2 }, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 0 }, { row: 1, column: 2 }],
  ])('%s (shift %s) from %j', (key, shift, from, to) => expect(moved(from, key, shift, size)).toEqual(to))

  test('is let out of the grid by Tab at either end', () => {
    expect(moved({ row: 1, column: 2 }, 'Tab', false, size)).toBeNull()
    expect(moved({ row: 0, column: 0 }, 'Tab', true, size)).toBeNull()
  })
})

describe('many at once', () => {
  const rows = [
    line('a', { papers: { admission: kept({ ...whole, held: 'copy' }), application: kept(whole) } }),
    line('b', { asked: ['application', 'admission'] }),
    line('c', { can: [] }),
    line('d'),
  ]
  const sheet: Sheet = { rows, checklist, at: (id, paper) => rows.find(row => row.graduateId === id)!.papers[paper] ?? blankPaper }
  const keys = (changes: ReadonlyMap<string, Paper>) => [...changes.keys()]

  test('a whole row or column: what is sealed, not asked, or said otherwise stays', () => {
    expect(keys(rowComplete(sheet, 0))).toEqual(['a full-application'])
    expect(keys(rowComplete(sheet, 1))).toEqual(['b application', 'b admission'])
    expect(keys(rowComplete(sheet, 2))).toEqual([])
    expect(keys(columnComplete(sheet, 1))).toEqual(['b admission', 'd admission'])
  })

  test('a cell takes what stands above it, or all below take what stands here', () => {
    expect(filledDown(sheet, { row: 1, column: 1 }, false).get('b admission')).toMatchObject({ held: 'copy', pages: 2 })
    expect(keys(filledDown(sheet, { row: 0, column: 1 }, true))).toEqual(['b admission', 'd admission'])
    expect(keys(filledDown(sheet, { row: 0, column: 1 }, false))).toEqual([])
  })

  test('a pasted column of pages goes down from here; what is no number stays', () => {
    const changes = pasted(sheet, { row: 0, column: 0 }, '3\r\n4页\n5\n十\n')
    expect([...changes].map(([key, { pages }]) => [key, pages])).toEqual([
      ['a application', 3],
      ['b application', 4],
    ])
    expect(pasted(sheet, { row: 1, column: 0 }, '12\t复印件').get('b admission')).toMatchObject({ held: 'copy' })
    expect(readPasted('１２\t\n')).toEqual([['12', '']])
    expect(keys(pasted(sheet, { row: 0, column: 0 }, '0'))).toEqual([])
    expect(keys(pasted(sheet, { row: 0, column: 0 }, '1000'))).toEqual([])
  })
})

describe('what is typed', () => {
  const key = cellKey('a', 'admission')
  const rows = [line('a', { papers: { admission: kept(whole) } })]
  const mine: Paper = { ...whole, pages: 9 }
  const typed = (value: Paper) => typedInto(begun(rows, []), new Map([[key, value]]))

  test('waits until it is saved, and nothing waits that is as it was', () => {
    expect(cellsToSave(typed(mine), 10)).toEqual([{ graduateId: 'a', paper: 'admission', version: 1, value: mine }])
    expect(typed(whole).edits.size).toBe(0)
  })

  test('while an answer is under way stays to be saved upon it', () => {
    const sent = cellsToSave(typed(mine), 10)
    const later = typedInto(typed(mine), new Map([[key, { ...whole, pages: 10 }]]))
    const after = answered(later, sent, {
      saved: [{ graduateId: 'a', paper: 'admission', version: 2 }],
      changed: [],
      refused: [],
      rows: [],
    })
    expect(cellsToSave(after, 10)).toMatchObject([{ version: 2, value: { pages: 10 } }])
    const done = answered(typed(mine), sent, {
      saved: [{ graduateId: 'a', paper: 'admission', version: 2 }],
      changed: [],
      refused: [],
      rows: [],
    })
    expect([done.edits.size, valueAt(done, key).pages]).toEqual([0, 9])
  })

  test('upon another’s writing is shown beside it, and either may be taken', () => {
    const theirs = kept({ ...whole, pages: 5 }, 2)
    const changed = [{ graduateId: 'a', paper: 'admission', cell: theirs }]
    const after = answered(typed(mine), cellsToSave(typed(mine), 10), { saved: [], changed, refused: [], rows: [] })
    expect([valueAt(after, key).pages, after.conflicts]).toMatchObject([5, [{ mine: { pages: 9 }, theirs: { by: '周老师' } }]])
    expect(cellsToSave(settled(after, key, 'mine'), 10)).toMatchObject([{ version: 2, value: { pages: 9 } }])
    expect([settled(after, key, 'theirs').conflicts, settled(after, key, 'theirs').edits.size]).toEqual([[], 0])
  })

  test('and left unsaved comes back; upon a newer writing as a conflict', () => {
    const left = unsaved(typed(mine))
    expect(cellsToSave(begun(rows, left), 10)).toMatchObject([{ version: 1, value: { pages: 9 } }])
    const newer = [line('a', { papers: { admission: kept({ ...whole, pages: 5 }, 2) } })]
    expect(begun(newer, left)).toMatchObject({ conflicts: [{ mine: { pages: 9 }, theirs: { pages: 5 } }] })
    expect(begun(newer, left).edits.size).toBe(0)
    expect(begun([line('z')], left)).toMatchObject({ conflicts: [] })
  })

  test('that is refused is told, and not tried again', () => {
    const refused = [{ graduateId: 'a', paper: 'admission', reason: 'wrong-state' as const }]
    const after = answered(typed(mine), cellsToSave(typed(mine), 10), { saved: [], changed: [], refused, rows: [] })
    expect([after.edits.size, after.refused]).toEqual([0, [{ key, reason: 'wrong-state' }]])
  })
})
