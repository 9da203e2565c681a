/** The rows of a sheet as they stand in its part. */

import { Unpatchable } from '../parts/package.ts'
import { columnNumber, LAST_COLUMN, LAST_ROW } from '../parts/places.ts'
import { type Element, Tags } from '../parts/tags.ts'
import { SpreadsheetError } from '../refusals.ts'
import { attributesOf } from '../xml.ts'

export type CellPart = { column: number; tag: string; from: number; inside: number; to: number }
/** From its tag to behind its end; `inside` is where its cells begin, `close` where they end. */
export type RowPart = { row: number; tag: string; from: number; inside: number; close: number; to: number; cells: CellPart[] }

class Reader {
  readonly rows: RowPart[] = []
  readonly #xml: string
  readonly #data: Element
  #row: RowPart | null = null
  #cell: CellPart | null = null

  constructor(xml: string, data: Element) {
    this.#xml = xml
    this.#data = data
  }

  all(): RowPart[] {
    const start = this.#data.inside
    const tags = new Tags(this.#xml.slice(start, this.#data.close))
    while (tags.next()) {
      if (tags.depth === 0 && tags.name === 'row') this.#rowTag(tags, start)
      else if (tags.depth === 1 && tags.name === 'c') this.#cellTag(tags, start)
    }
    return this.rows
  }

  #rowTag({ closing, alone, text, from, to }: Tags, start: number): void {
    if (closing) {
      if (!this.#row) throw new SpreadsheetError('unreadable')
      Object.assign(this.#row, { close: start + from, to: start + to })
      return
    }
    const last = this.rows.at(-1)?.row ?? 0
    const row = Number(attributesOf(text).r ?? last + 1)
    // Out of order is what only broken programs write.
    if (!(Number.isInteger(row) && row > last && row <= LAST_ROW)) throw new Unpatchable()
    const end = start + to
    this.#row = { row, tag: text, from: start + from, inside: end, close: end, to: end, cells: [] }
    this.rows.push(this.#row)
    if (alone) this.#row = null
  }

  #cellTag({ closing, text, from, to }: Tags, start: number): void {
    const cells = this.rows.at(-1)?.cells
    if (!cells) throw new SpreadsheetError('unreadable')
    if (closing) {
      if (this.#cell) this.#cell.to = start + to
      return
    }
    const { r } = attributesOf(text)
    const column = r === undefined ? (cells.at(-1)?.column ?? 0) + 1 : columnNumber(/^[A-Z]{1,3}/.exec(r)?.[0] ?? '')
    if (column <= (cells.at(-1)?.column ?? 0) || column > LAST_COLUMN) throw new Unpatchable()
    this.#cell = { column, tag: text, from: start + from, inside: start + to, to: start + to }
    cells.push(this.#cell)
  }
}

export const rowsOf = (xml: string, data: Element): RowPart[] => (data.alone ? [] : new Reader(xml, data).all())
