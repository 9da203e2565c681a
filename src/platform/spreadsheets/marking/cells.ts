/** What is written into a sheet: red cells, the words of our column, and what an earlier marking left goes. */

import { asBytes, Unpatchable } from '../parts/package.ts'
import { columnNumber, letters } from '../parts/places.ts'
import { appended, type Change, escaped, Tags, withAttribute } from '../parts/tags.ts'
import { attributesOf } from '../xml.ts'
import type { CellPlace, Look, RowPlace } from './sheet.ts'
import type { Styles } from './styles.ts'

export type CellEdit = { text: string; isHead: boolean } | 'red'
/** Row → column → what it becomes. */
export type SheetEdits = { cells: ReadonlyMap<number, ReadonlyMap<number, CellEdit>>; earlier: { column: number; row: number } | null }

/** Formats that a cell takes over while it is not there yet. */
const columnFormats = (xml: string, { columns }: Look) => {
  const known = columns.map(({ from, inside }) => attributesOf(xml.slice(from, inside)))
  return (column: number) => Number(known.find(({ min, max }) => Number(min) <= column && column <= Number(max))?.style ?? 0)
}

class Writer {
  readonly changes: Change[] = []
  readonly #xml: string
  readonly #look: Look
  readonly #styles: Styles
  readonly #ofColumn: (column: number) => number

  constructor(xml: string, look: Look, styles: Styles) {
    this.#xml = xml
    this.#look = look
    this.#styles = styles
    this.#ofColumn = columnFormats(xml, look)
  }

  row(place: RowPlace, edits: ReadonlyMap<number, CellEdit>): void {
    const sorted = [...edits].sort(([a], [b]) => a - b)
    const { row, open } = place
    const made = (rowFormat: number | null) => (given: (typeof sorted)[number]) => this.#made(row, given, rowFormat)
    if (!open) {
      this.#newRow(place, `<${this.#look.prefix}row r="${row}">${sorted.map(made(null)).join('')}</${this.#look.prefix}row>`)
      return
    }
    const given = attributesOf(open.tag)
    const format = /^(?:1|true)$/.test(given.customFormat ?? '') ? Number(given.s ?? 0) : null
    const tag = widened(open.tag, sorted.at(-1)?.[0] ?? 0)
    if (open.alone) {
      const element = { name: 'row', depth: 2, from: place.from, inside: open.to, close: open.to, to: open.to, alone: true }
      const { text } = appended(open.tag, { ...element, from: 0, to: open.tag.length }, sorted.map(made(format)).join(''))
      this.changes.push({ from: place.from, to: open.to, text: text.replace(open.tag.slice(0, -2), tag.slice(0, -2)) })
      return
    }
    if (tag !== open.tag) this.changes.push({ from: place.from, to: open.to, text: tag })
    this.#inRow(open, sorted, made(format))
  }

  /** A cell that is there and marked no more. */
  mended(cell: CellPlace, isOurs: boolean): void {
    if (isOurs) this.changes.push({ from: cell.from, to: cell.end, text: '' })
    else this.changes.push({ from: cell.from, to: cell.to, text: withAttribute(cell.tag, 's', this.#styles.former(cell.format)) })
  }

  #newRow({ from }: RowPlace, text: string): void {
    const { data } = this.#look
    if (!data.alone) {
      this.changes.push({ from, to: from, text })
      return
    }
    const opened = this.changes.find(change => change.from === data.from)
    if (opened) opened.text = opened.text.replace(/<\/[^<]*>$/, end => text + end)
    else this.changes.push(appended(this.#xml, data, text))
  }

  #inRow(open: NonNullable<RowPlace['open']>, sorted: [number, CellEdit][], made: (given: [number, CellEdit]) => string): void {
    const tags = new Tags(this.#xml.slice(open.to, open.close))
    const waiting = [...sorted]
    let [column, held] = [0, null as { given: [number, CellEdit]; from: number } | null]
    while (tags.next()) {
      if (tags.depth !== 0 || tags.name !== 'c') continue
      const at = { from: open.to + tags.from, to: open.to + tags.to }
      if (tags.closing) {
        if (held) this.changes.push({ from: held.from, to: at.to, text: made(held.given) })
        held = null
        continue
      }
      const { r, s } = tags.attributes
      column = r === undefined ? column + 1 : columnNumber(/^[A-Z]{1,3}/.exec(r)?.[0] ?? '')
      const missing = waiting.splice(0, waiting.findIndex(([wanted]) => wanted >= column) >>> 0)
      if (missing.length > 0) this.changes.push({ from: at.from, to: at.from, text: missing.map(made).join('') })
      if (waiting[0]?.[0] !== column) continue
      const given = waiting.shift()!
      if (given[1] === 'red') this.changes.push({ ...at, text: withAttribute(tags.text, 's', this.#styles.red(Number(s ?? 0))) })
      else if (tags.alone) this.changes.push({ ...at, text: made(given) })
      else held = { given, from: at.from }
    }
    if (waiting.length > 0) this.changes.push({ from: open.close, to: open.close, text: waiting.map(made).join('') })
  }

  #made(row: number, [column, edit]: [number, CellEdit], rowFormat: number | null): string {
    const p = this.#look.prefix
    const at = `<${p}c r="${letters(column)}${row}"`
    if (edit === 'red') return `${at} s="${this.#styles.red(rowFormat ?? this.#ofColumn(column))}"/>`
    const text = asBytes(escaped(edit.text))
    return `${at} s="${this.#styles.words(edit.isHead)}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`
  }
}

/** `spans` tells how far a row's cells reach. */
const widened = (tag: string, column: number): string => {
  const [, first, last] = /^(\d+):(\d+)$/.exec(attributesOf(tag).spans ?? '') ?? []
  return last !== undefined && Number(last) < column ? withAttribute(tag, 'spans', `${first}:${column}`) : tag
}

export const cellChanges = (xml: string, look: Look, styles: Styles, { cells, earlier }: SheetEdits): Change[] => {
  const writer = new Writer(xml, look, styles)
  for (const [row, edits] of [...cells].sort(([a], [b]) => a - b)) {
    const place = look.rows.get(row)
    if (!place) throw new Unpatchable()
    writer.row(place, edits)
  }
  for (const cell of look.cells) {
    if (cells.get(cell.row)?.has(cell.column)) continue
    const isOurs = earlier !== null && cell.column === earlier.column && cell.row >= earlier.row
    if (isOurs || styles.former(cell.format) !== cell.format) writer.mended(cell, isOurs)
  }
  return writer.changes
}
