/** One sheet: what an earlier marking left goes, what is wrong now is said. */
import { harmless } from '../harmless.ts'
import type { Book, SheetPart } from '../parts/book.ts'
import type { Package } from '../parts/package.ts'
import { areaOf, LAST_COLUMN, LAST_ROW, letters } from '../parts/places.ts'
import { declareType, type Relation, relate, relationsOf } from '../parts/relations.ts'
import { changed, Tags } from '../parts/tags.ts'
import { SpreadsheetError } from '../refusals.ts'
import type { Merge } from '../workbook.ts'
import { attributesOf } from '../xml.ts'
import { anchorsOf, firstFrom } from './anchors.ts'
import { type CellEdit, cellChanges } from './cells.ts'
import { dimensionChange, drawingChange, widthChange } from './frame.ts'
import { COLUMN_NOTE, Notes, noNotes, PROBLEMS } from './notes.ts'
import { withBoxes } from './shapes.ts'
import { type Asked, HEAD_ROWS, type Look, lookAt } from './sheet.ts'
import type { Styles } from './styles.ts'

/** Excel takes 32,767 characters in a cell or a note. */
const MAX_TEXT = 30_000
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** `row` and `column` as Excel counts them, from 1; column 0 is the whole row. */
export type Mark = { sheet: string; row: number; column: number; text: string }

export type Desk = { parts: Package; book: Book; styles: Styles; blank: ReadonlySet<number> }
type Head = { row: number; column: number }

const headOf = (notes: Notes): Head | null => {
  const area = areaOf(notes.columnHead ?? undefined)
  return area && { row: area.startRow + 1, column: area.startColumn + 1 }
}

const tablesOf = (parts: Package, relations: readonly Relation[]): Merge[] =>
  relations.flatMap(({ kind, path }) => {
    const xml = kind === 'table' ? parts.xml(path) : null
    const tags = new Tags(xml ?? '')
    const area = xml !== null && tags.next() ? areaOf(attributesOf(tags.text).ref) : null
    return area ? [area] : []
  })

/** The first row that is about as full as the fullest: title and remark rows hold one or two cells. */
const headRow = ({ filled }: Look): number => {
  const fullest = Math.max(...filled)
  return (
    Math.max(
      0,
      filled.findIndex(count => count >= fullest * 0.6),
    ) + 1
  )
}

/** Right of everything that is filled, filtered or a table; null where the sheet ends. */
const freeColumn = ({ lastFilled, filterEnd, merges }: Look, tables: readonly Merge[], rows: readonly number[]): number | null => {
  const isWritten = ({ startRow, endRow }: Merge) => (rows[firstFrom(rows, startRow + 1)] ?? Infinity) <= endRow + 1
  let column = Math.max(lastFilled, filterEnd)
  for (const area of [...tables, ...merges.filter(isWritten)]) column = Math.max(column, area.endColumn + 1)
  return column < LAST_COLUMN ? column + 1 : null
}

const joined = (said: readonly { text: string }[]) => [...new Set(said.map(({ text }) => text))].join('\n').slice(0, MAX_TEXT)

const inOrder = (rows: readonly number[]) => [...new Set(rows)].sort((a, b) => a - b)

export const markSheet = (desk: Desk, sheet: SheetPart, given: readonly Mark[]): void => {
  const { parts, styles, blank } = desk
  const marks = given.filter(({ row, column }) => row >= 1 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN)
  const relations = relationsOf(parts, sheet.path)
  const notesPath = relations.find(({ kind }) => kind === 'comments')?.path ?? null
  const notes = new Notes((notesPath === null ? null : parts.xml(notesPath)) ?? noNotes)
  if (marks.length === 0 && !notes.isMarked) return

  const xml = parts.xml(sheet.path)
  if (xml === null) throw new SpreadsheetError('unreadable')
  const earlier = headOf(notes)
  const byRow = Map.groupBy(marks, ({ row }) => row)
  const asked = [...Array.from({ length: HEAD_ROWS }, (_, at) => at + 1), ...byRow.keys()]
  const isKept: Asked['isKept'] = (column, row, format) =>
    styles.former(format) !== format || (earlier !== null && column === earlier.column && row >= earlier.row)
  const lookAtRows = (rows: readonly number[]) => lookAt(xml, { rows: inOrder(rows), blankStrings: blank, isKept })
  const first = lookAtRows(asked)

  const tables = tablesOf(parts, relations)
  const head = headFor(first, tables, earlier, byRow.keys())
  const { cells, said } = editsOf(first, marks, head)
  // Merges stand behind the rows: only now is it known that a block begins further up.
  const look = [...cells.keys()].every(row => first.rows.has(row)) ? first : lookAtRows([...asked, ...cells.keys()])
  if (marks.length > 0 || inTable(tables, earlier)) sayHead(cells, said, head, byRow)
  const changes = cellChanges(xml, look, styles, { cells, earlier })
  const last = { row: Math.max(0, ...cells.keys()), column: head?.column ?? 0 }
  if (head && marks.length > 0) changes.push(...dimensionChange(xml, look, last), ...widthChange(xml, look, head.column))
  const drawingId = putNotes(desk, sheet, { relations, notesPath, notes, said, drawing: look.notesDrawing })
  if (drawingId !== null) changes.push(...drawingChange(look, drawingId, desk.book.relations))
  parts.put(sheet.path, ...changed(xml, changes))
}

const inTable = (tables: readonly Merge[], head: Head | null) =>
  head !== null &&
  tables.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      startRow < head.row && head.row <= endRow + 1 && startColumn < head.column && head.column <= endColumn + 1,
  )

/** The column of an earlier marking is used again, so that marks do not pile up. */
const headFor = (look: Look, tables: readonly Merge[], earlier: Head | null, rows: Iterable<number>): Head | null => {
  if (earlier) return earlier
  const row = headRow(look)
  const column = freeColumn(look, tables, inOrder([...rows, row]))
  return column === null ? null : { row, column }
}

type Cells = Map<number, Map<number, CellEdit>>
const put = (cells: Cells, row: number, column: number, edit: CellEdit) => cells.set(row, (cells.get(row) ?? new Map()).set(column, edit))
const refOf = (row: number, column: number) => `${letters(column)}${row}`

/** A red cell and its note for each cell that is named, and a line in the column for each row. */
const editsOf = ({ merges }: Look, marks: readonly Mark[], head: Head | null) => {
  const cells: Cells = new Map()
  const said = new Map<string, string>()
  const anchorOf = anchorsOf(merges, marks)
  const ofCell = Map.groupBy(
    marks.filter(({ column }) => column > 0).map(mark => ({ ...anchorOf(mark), text: mark.text })),
    ({ row, column }) => refOf(row, column),
  )
  for (const [ref, own] of ofCell) {
    put(cells, own[0]!.row, own[0]!.column, 'red')
    said.set(ref, joined(own))
  }
  for (const [row, own] of Map.groupBy(marks, mark => mark.row))
    if (head && row !== head.row) put(cells, row, head.column, { text: harmless(joined(own)), isHead: false })
  return { cells, said }
}

const sayHead = (cells: Cells, said: Map<string, string>, head: Head | null, byRow: ReadonlyMap<number, readonly Mark[]>) => {
  if (!head) return
  put(cells, head.row, head.column, { text: joined([{ text: PROBLEMS }, ...(byRow.get(head.row) ?? [])]), isHead: true })
  said.set(refOf(head.row, head.column), COLUMN_NOTE)
}

type Given = {
  relations: readonly Relation[]
  notesPath: string | null
  notes: Notes
  said: ReadonlyMap<string, string>
  drawing: string | null
}

/** Writes notes and their boxes; says under which name the sheet is to point to the boxes, when it does not yet. */
const putNotes = ({ parts, book }: Desk, sheet: SheetPart, { relations, notesPath, notes, said, drawing }: Given): string | null => {
  const { pieces, drawn } = notes.written(said)
  const folder = book.path.slice(0, book.path.lastIndexOf('/') + 1)
  const at = notesPath ?? parts.freePath(`${folder}comments`, '.xml')
  parts.put(at, ...pieces)
  if (notesPath === null) {
    declareType(parts, 'Override', at, COMMENTS)
    relate(parts, sheet.path, `${book.relations}/comments`, at)
  }
  const known = relations.find(({ id }) => id === drawing)?.path
  const boxes = known ?? parts.freePath(`${folder}drawings/vmlDrawing`, '.vml')
  parts.put(boxes, withBoxes(parts.raw(boxes), notes.own, new Map(drawn.map(ref => [ref, said.get(ref)!]))))
  if (known !== undefined) return null
  declareType(parts, 'Default', 'vml', DRAWING)
  return relate(parts, sheet.path, `${book.relations}/vmlDrawing`, boxes)
}
