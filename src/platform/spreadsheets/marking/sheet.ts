/** What must be known of a sheet before it is marked: one pass over its tags, and few of them kept. */

import { Unpatchable } from '../parts/package.ts'
import { areaOf, columnNumber, LAST_COLUMN, LAST_ROW } from '../parts/places.ts'
import { type Element, prefixOf, Tags } from '../parts/tags.ts'
import { SpreadsheetError } from '../refusals.ts'
import type { Merge } from '../workbook.ts'
import { attributesOf } from '../xml.ts'

/** A header stands within these. */
export const HEAD_ROWS = 60

/** A row that is asked for: where it stands, or (`open` null) where it would. */
export type RowPlace = { row: number; from: number; open: { to: number; close: number; alone: boolean; tag: string } | null }
export type CellPlace = { row: number; column: number; from: number; to: number; alone: boolean; tag: string; format: number; end: number }

export type Look = {
  prefix: string
  rows: Map<number, RowPlace>
  /** Cells that `isKept` asked for. */
  cells: CellPlace[]
  /** Of the first rows, how many cells hold something. */
  filled: number[]
  lastFilled: number
  merges: Merge[]
  /** Where a filter ends. */
  filterEnd: number
  dimension: Element | null
  cols: Element | null
  columns: Element[]
  data: Element
  /** Behind what must stand before the drawing of notes. */
  behindDrawings: number
  notesDrawing: string | null
}

/** The order is the standard's; what comes later may not stand before the notes' drawing. */
const before = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing'.split(
    ' ',
  ),
)

export type Asked = {
  /** Rows whose place is needed, in order. */
  rows: readonly number[]
  blankStrings: ReadonlySet<number>
  isKept: (column: number, row: number, format: number) => boolean
}

class Looker {
  readonly #tags: Tags
  readonly #xml: string
  readonly #asked: Asked
  readonly look: Look
  #next = 0
  #row = 0
  #column = 0
  #kind = ''
  #text = -1
  /** A text of several runs is one cell's. */
  #counted = 0
  #cell: CellPlace | null = null
  #place: RowPlace | null = null
  readonly #starts = new Map<string, Element>()

  constructor(xml: string, asked: Asked) {
    this.#xml = xml
    this.#tags = new Tags(xml)
    this.#asked = asked
    const data = { name: '', depth: 1, from: 0, inside: 0, close: 0, to: 0, alone: true }
    const parts = { dimension: null, cols: null, columns: [], notesDrawing: null }
    const counted = { filled: Array.from({ length: HEAD_ROWS }, () => 0), lastFilled: 0, filterEnd: 0, behindDrawings: 0 }
    this.look = { prefix: prefixOf(xml), rows: new Map(), cells: [], merges: [], data, ...parts, ...counted }
  }

  all(): Look {
    const tags = this.#tags
    let part = ''
    while (tags.next()) {
      if (tags.depth === 0 && tags.name !== 'worksheet') throw new Unpatchable()
      if (tags.depth === 1) {
        part = tags.name
        this.#part()
      } else if (part === 'sheetData') this.#inData()
      else if (part === 'cols') this.look.columns.push(this.#element())
      else if (part === 'mergeCells' && tags.name === 'mergeCell') this.#merge()
    }
    if (this.look.data.name === '') throw new Unpatchable()
    return this.look
  }

  #element(): Element {
    const { name, depth, from, to, alone } = this.#tags
    return { name, depth, from, inside: to, close: to, to, alone }
  }

  #part(): void {
    const { name, closing, alone } = this.#tags
    const started = closing ? this.#starts.get(name) : this.#element()
    if (!started) throw new SpreadsheetError('unreadable')
    if (!closing) this.#starts.set(name, started)
    if (name === 'legacyDrawing' && !closing) this.look.notesDrawing = idOf(this.#tags.attributes)
    if (name === 'autoFilter' && !closing) this.look.filterEnd = (areaOf(this.#tags.attributes.ref)?.endColumn ?? -1) + 1
    if (!closing && !alone) return
    const element = { ...started, close: closing ? this.#tags.from : started.to, to: this.#tags.to }
    if (before.has(name)) this.look.behindDrawings = element.to
    if (name === 'dimension') this.look.dimension = element
    if (name === 'cols') this.look.cols = element
    if (name === 'sheetData') {
      this.look.data = element
      this.#passed(LAST_ROW, element.close)
    }
  }

  #merge(): void {
    const merge = areaOf(this.#tags.attributes.ref)
    if (merge) this.look.merges.push(merge)
  }

  #inData(): void {
    const { name, depth, closing } = this.#tags
    if (depth === 2 && name === 'row') this.#rowTag(closing)
    else if (depth === 3 && name === 'c') this.#cellTag(closing)
    else if (name === 'v' || name === 't') this.#textTag(closing)
  }

  /** Rows that were asked for and are not there stand before the next one. */
  #passed(row: number, at: number): void {
    const { rows } = this.#asked
    for (; this.#next < rows.length && rows[this.#next]! <= row; this.#next++)
      this.look.rows.set(rows[this.#next]!, { row: rows[this.#next]!, from: at, open: null })
  }

  #rowTag(closing: boolean): void {
    const { from, to, alone, text, attributes } = this.#tags
    if (closing) {
      if (this.#place?.open) this.#place.open.close = from
      return
    }
    const row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r)
    // Out of order is what only broken programs write; the sheet is then written anew.
    if (!(Number.isInteger(row) && row > this.#row && row <= LAST_ROW)) throw new Unpatchable()
    this.#passed(row - 1, from)
    this.#place = null
    if (this.#asked.rows[this.#next] === row) {
      this.#place = { row, from, open: { to, close: to, alone, tag: text } }
      this.look.rows.set(row, this.#place)
      this.#next++
    }
    this.#row = row
    this.#column = 0
    this.#counted = 0
  }

  #cellTag(closing: boolean): void {
    const { from, to, alone } = this.#tags
    if (closing) {
      if (this.#cell) this.#cell.end = to
      return
    }
    const tag = this.#tags.text
    const { r, s, t = '' } = attributesOf(tag)
    const column = r === undefined ? this.#column + 1 : columnNumber(/^[A-Z]{1,3}/.exec(r)?.[0] ?? '')
    if (column <= this.#column || column > LAST_COLUMN) throw new Unpatchable()
    this.#column = column
    this.#kind = t
    const format = Number(s ?? 0)
    const isKept = this.#asked.isKept(column, this.#row, format)
    this.#cell = isKept ? { row: this.#row, column, from, to, alone, tag, format, end: to } : null
    if (this.#cell) this.look.cells.push(this.#cell)
  }

  #textTag(closing: boolean): void {
    const { from, to, alone } = this.#tags
    if (!closing) {
      this.#text = alone ? -1 : to
      return
    }
    if (this.#text < 0 || this.#column === 0) return
    const text = this.#xml.slice(this.#text, from).trim()
    this.#text = -1
    if (text === '' || (this.#kind === 's' && this.#asked.blankStrings.has(Number(text)))) return
    if (this.#row <= HEAD_ROWS && this.#counted !== this.#column) this.look.filled[this.#row - 1]!++
    this.#counted = this.#column
    if (this.#column > this.look.lastFilled) this.look.lastFilled = this.#column
  }
}

const idOf = (given: Readonly<Record<string, string>>) => Object.entries(given).find(([name]) => name.endsWith(':id'))?.[1] ?? null

export const lookAt = (xml: string, asked: Asked): Look => new Looker(xml, asked).all()
