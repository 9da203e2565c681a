import { describe, expect, test } from 'vitest'
import type { ImportRowView } from '../contract.ts'
import { copiedLines, fillDown } from './paste.ts'

const row = (at: number, major: string, kind: ImportRowView['kind'] = 'new'): ImportRowView => ({
  row: at,
  kind,
  cells: { major },
  changes: [],
  problems: [],
  repairs: [],
  edited: [],
})

describe('what was copied', () => {
  test.each<[string, string, string[][]]>([
    ['a column of Excel ends with a line break', '英语\r\n法语\r\n', [['英语'], ['法语']]],
    ['a blank in it keeps its place', '英语\n\n法语\n', [['英语'], [''], ['法语']]],
    [
      'two columns',
      '英语\t01\n法语\t02',
      [
        ['英语', '01'],
        ['法语', '02'],
      ],
    ],
    ['a cell of two lines', '"英\n语"\n法语', [['英\n语'], ['法语']]],
    ['a cell with quotation marks', '"叫""小林""的"\n法语', [['叫"小林"的'], ['法语']]],
    ['quotation marks that are only text', '"英语"班\n法语', [['"英语"班'], ['法语']]],
    ['one word', '英语', [['英语']]],
  ])('%s', (_, copied, lines) => expect(copiedLines(copied)).toEqual(lines))
})

describe('a pasted column', () => {
  /** As they are shown: wrong ones first. */
  const rows = [row(7, ''), row(3, '英语'), row(4, '英语'), row(9, '', 'elsewhere')]
  const fill = (copied: string, at = 7) => fillDown(rows, { row: at, field: 'major' }, copied)
  const edit = (at: number, text: string) => ({ row: at, field: 'major', text })

  test('fills the rows below in the order shown, and says what it leaves as it was', () =>
    expect(fill('英语\n法语\n英语\n')).toEqual({ allowed: true, value: { edits: [edit(7, '英语'), edit(3, '法语')], filled: 3, left: 0 } }))

  test('begins where one stands, and ends with the page; rows of others are not written', () =>
    expect(fill('法语\n德语\n俄语\n日语\n', 3)).toEqual({
      allowed: true,
      value: { edits: [edit(3, '法语'), edit(4, '德语')], filled: 2, left: 2 },
    }))

  test('empties a cell where the column has a blank, and joins lines within one', () =>
    expect(fill('"英\n语 "\n\n英语')).toMatchObject({ value: { edits: [edit(7, '英 语'), edit(3, '')], filled: 3 } }))

  test.each([
    ['several-columns', '英语\t01\n法语\t02', 7],
    ['nothing-copied', '', 7],
    ['nothing-copied', '\n\n', 7],
    ['too-long', `英语\n${'长'.repeat(501)}`, 7],
    ['not-yours', '英语\n法语', 9],
    ['not-yours', '英语\n法语', 99],
  ])('is refused: %s', (reason, copied, at) => expect(fill(copied, at)).toEqual({ allowed: false, reason }))

  test('of 500 characters is taken', () => expect(fill('长'.repeat(500)).allowed).toBe(true))
})
