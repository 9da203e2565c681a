/** A school's own workbook, filled in: its look, pictures and print set-up stay, and every part that is not written to stays bit by bit. */
import { aroundChanges, mergeChanges } from './filling/around.ts'
import { moveBeside, moveNames, namedCells, reckonAnew } from './filling/beside.ts'
import { blockOf } from './filling/block.ts'
import { RowWriter } from './filling/fill-rows.ts'
import { footerChanges } from './filling/footer.ts'
import { rowsOf } from './filling/rows.ts'
import type { Shift } from './filling/shift.ts'
import { type Book, bookOf, withoutMacros } from './parts/book.ts'
import { Package, Unpatchable } from './parts/package.ts'
import { columnNumber, LAST_ROW } from './parts/places.ts'
import { type Change, changed, elementsOf, prefixOf } from './parts/tags.ts'
import { checkOutside } from './read.ts'
import { SpreadsheetError } from './refusals.ts'
import type { FormCell } from './write.ts'

/** Rows and columns as Excel counts, from 1. */
export type Filling = {
  sheet: string
  /** The first row for people, and the row where something else begins: signatures, notes. */
  first: number
  until: number | null
  example: boolean
  positions: readonly number[]
  rows: readonly (readonly FormCell[])[]
  single: readonly { row: number; column: number; text: string }[]
  footer?: string
  /** In points, of each of `rows`; without them all are as high as the template's. */
  heights?: readonly number[]
}

export type NamedPlace = { name: string; sheet: string; row: number; column: number }
export type TemplateFacts = { names: NamedPlace[]; hasMacros: boolean }

const opened = (bytes: Uint8Array): { parts: Package; book: Book } => {
  if (checkOutside(bytes) !== 'xlsx') throw new SpreadsheetError('not-a-workbook')
  const parts = new Package(bytes)
  return { parts, book: bookOf(parts) }
}

const told = async <T>(work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Unpatchable ? new SpreadsheetError('unreadable') : error
  }
}

/** What a template says beside its cells. */
export const templateHere = (bytes: Uint8Array): Promise<TemplateFacts> =>
  told(() => {
    const { parts, book } = opened(bytes)
    const names = namedCells(parts, book).map(named => ({ ...named, column: columnNumber(named.column) }))
    return { names, hasMacros: parts.has('xl/vbaProject.bin') }
  })

export const fillHere = (bytes: Uint8Array, filling: Filling): Promise<Uint8Array> =>
  told(() => {
    const { parts, book } = opened(bytes)
    withoutMacros(parts, book)
    const sheet = book.sheets.find(({ name }) => name === filling.sheet)
    const xml = sheet && parts.xml(sheet.path)
    if (!sheet || !xml) throw new SpreadsheetError('unreadable')
    const shift = fillSheet(parts, sheet.path, xml, filling)
    if (shift.by > 0) {
      moveNames(parts, book, shift)
      moveBeside(parts, sheet.path, shift)
    }
    if (/<(?:\w+:)?f[\s>]/.test(xml)) reckonAnew(parts, book)
    return parts.pack()
  })

const fillSheet = (parts: Package, path: string, xml: string, filling: Filling): Shift => {
  const prefix = prefixOf(xml)
  const data = elementsOf(xml, (name, depth) => depth === 1 && name === 'sheetData')[0]
  if (!data) throw new Unpatchable()
  const template = rowsOf(xml, data)
  const { first, until, positions, rows, example } = filling
  const block = blockOf(template, first, until, positions)
  const shift = { sheet: filling.sheet, last: first + block.held - 1, by: Math.max(0, rows.length - block.held), grows: block.held > 0 }
  if (first + rows.length > LAST_ROW) throw new SpreadsheetError('too-many-rows')
  const writer = new RowWriter(xml, prefix, shift, { block, positions, rows, example, heights: filling.heights, single: byRow(filling) })
  const around = aroundAll(xml, shift, data, prefix, filling)
  const head = changed(
    xml.slice(0, data.from),
    around.filter(({ to }) => to <= data.from),
  ).join('')
  const tail = changed(
    xml.slice(data.to),
    around.filter(({ from }) => from >= data.to).map(({ from, to, text }) => ({ from: from - data.to, to: to - data.to, text })),
  )
  parts.putPieces(path, {
    *[Symbol.iterator]() {
      yield `${head}<${prefix}sheetData>`
      yield* writer.pieces(template)
      yield `</${prefix}sheetData>`
      yield* tail
    },
  })
  return shift

  function aroundAll(whole: string, move: Shift, cells: { from: number; to: number }, p: string, { footer }: Filling): Change[] {
    const merges = move.by === 0 ? [] : mergeChanges(whole, block, move, p)
    const gone = (change: Change) => merges.some(({ from, to }) => from <= change.from && change.to <= to)
    const moved = move.by === 0 ? [] : aroundChanges(whole, move, cells).filter(change => !gone(change))
    return [...moved, ...merges, ...(footer ? footerChanges(whole, p, footer) : [])]
  }
}

const byRow = ({ single }: Filling) =>
  new Map([...Map.groupBy(single, ({ row }) => row)].map(([row, cells]) => [row, new Map(cells.map(({ column, text }) => [column, text]))]))
