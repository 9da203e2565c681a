/** The rows of the filled sheet, one after another: made while the file is packed. */
import { asBytes } from '../parts/package.ts'
import { LAST_ROW, letters } from '../parts/places.ts'
import { type Change, changed, elementsOf, withAttribute, withoutAttribute } from '../parts/tags.ts'
import type { FormCell } from '../write.ts'
import { attributesOf } from '../xml.ts'
import type { Block } from './block.ts'
import { cellText, cellXml } from './cell.ts'
import type { CellPart, RowPart } from './rows.ts'
import { movedArea, movedFormulaXml, movedRow, type Shift } from './shift.ts'

export type Content = {
  block: Block
  /** Columns as Excel counts, in the order of the cells of `rows`. */
  positions: readonly number[]
  rows: readonly (readonly FormCell[])[]
  heights?: readonly number[] | undefined
  /** The template's first row shows how it is filled in: its texts go. */
  example: boolean
  /** Row → column → text, where one value stands for the whole form. */
  single: ReadonlyMap<number, ReadonlyMap<number, string>>
}

type Cells = ReadonlyMap<number, FormCell>
type Alike = { tag: string; cells: { letter: string; style: string | undefined; place: number | undefined }[] }

export class RowWriter {
  readonly #xml: string
  readonly #prefix: string
  readonly #shift: Shift
  readonly #content: Content

  constructor(xml: string, prefix: string, shift: Shift, content: Content) {
    this.#xml = xml
    this.#prefix = prefix
    this.#shift = shift
    this.#content = content
  }

  /** All of them, in order; `rows` are the template's. */
  *pieces(rows: readonly RowPart[]): Generator<string> {
    const { block, single } = this.#content
    const inBlock = (row: number) => row >= block.first && row < block.first + block.held
    const missing = [...single.keys()].filter(row => !rows.some(part => part.row === row)).sort((a, b) => a - b)
    const before = (limit: number) => missing.splice(0, missing.findIndex(row => row >= limit) >>> 0)
    let people = block.held > 0
    for (const part of rows) {
      yield* before(part.row).map(row => this.#newRow(row))
      if (!people && block.held === 0 && part.row >= block.first) {
        yield* this.#people()
        people = true
      }
      if (inBlock(part.row)) {
        if (part.row === block.first) yield* this.#people()
      } else yield this.#other(part)
    }
    if (!people) yield* this.#people()
    yield* missing.map(row => this.#newRow(row))
  }

  *#people(): Generator<string> {
    const { block, positions, rows, example } = this.#content
    const places = this.#places(block.rows[0])
    const count = Math.max(rows.length, block.held)
    for (let at = 0; at < count; at++) {
      const own = block.rows[at]
      const row = block.first + at
      const values = rows[at]
      if (!values && own && !(example && at === 0)) yield this.#xml.slice(own.from, own.to)
      else {
        if (!own) yield this.#alike(places, row, values ?? [])
        else yield this.#written(own, row, new Map(positions.map((column, place) => [column, values?.[place] ?? null])))
      }
    }
  }

  /** The cells of a row like the template's, in order: each with the place of its value, or none. Found once for all rows. */
  #places(model: RowPart | undefined): Alike {
    const styles = new Map((model?.cells ?? []).map(({ column, tag }) => [column, attributesOf(tag).s]))
    const valueAt = new Map(this.#content.positions.map((column, place) => [column, place]))
    const columns = [...new Set([...styles.keys(), ...valueAt.keys()])].sort((a, b) => a - b)
    return {
      tag: model?.tag ?? `<${this.#prefix}row>`,
      cells: columns.map(column => ({ letter: letters(column), style: styles.get(column), place: valueAt.get(column) })),
    }
  }

  #alike({ tag, cells }: Alike, row: number, values: readonly FormCell[]): string {
    let text = ''
    for (const { letter, style, place } of cells)
      text += cellText(this.#prefix, `${letter}${row}`, style, place === undefined ? null : (values[place] ?? null))
    return this.#row(tag, row, asBytes(text))
  }

  /** The template's own row with these cells; others keep what they hold. */
  #written(part: RowPart, row: number, cells: Cells): string {
    const waiting = new Map(cells)
    const kept = part.cells.map(cell => {
      if (!waiting.has(cell.column)) return { column: cell.column, text: this.#moved(cell, row) }
      const value = waiting.get(cell.column)!
      waiting.delete(cell.column)
      return { column: cell.column, text: cellXml(this.#prefix, row, cell.column, attributesOf(cell.tag).s, value) }
    })
    const more = [...waiting].map(([column, value]) => ({ column, text: cellXml(this.#prefix, row, column, undefined, value) }))
    const inOrder = [...kept, ...more].sort((a, b) => a.column - b.column)
    return this.#row(part.tag, row, inOrder.map(({ text }) => text).join(''))
  }

  #row(tag: string, row: number, cells: string): string {
    const height = this.#content.heights?.[row - this.#content.block.first]
    const sized = height === undefined ? tag : withAttribute(withAttribute(tag, 'ht', height), 'customHeight', 1)
    const open = withAttribute(withoutAttribute(sized, 'spans'), 'r', row).replace(/\s*\/?>$/, '>')
    return `${open}${cells}</${this.#prefix}row>`
  }

  #bare(row: number, cells: Cells): string {
    const texts = [...cells].sort(([a], [b]) => a - b).map(([column, value]) => cellXml(this.#prefix, row, column, undefined, value))
    return this.#row(`<${this.#prefix}row>`, row, texts.join(''))
  }

  #newRow(row: number): string {
    return this.#bare(movedRow(this.#shift, row), this.#content.single.get(row)!)
  }

  /** Above or below the people: as it stands, but for the values that belong there, and for its place. */
  #other(part: RowPart): string {
    const single = this.#content.single.get(part.row)
    const row = movedRow(this.#shift, part.row)
    if (row === LAST_ROW && part.row < LAST_ROW) return ''
    if (single) return this.#written(part, row, single)
    if (row === part.row) return this.#unmoved(part)
    const tag = withAttribute(part.tag, 'r', row)
    return tag + part.cells.map(cell => this.#moved(cell, row)).join('') + this.#xml.slice(part.close, part.to)
  }

  #unmoved(part: RowPart): string {
    const text = this.#xml.slice(part.from, part.to)
    if (!hasFormula(text)) return text
    return part.tag + part.cells.map(cell => this.#moved(cell, part.row)).join('') + this.#xml.slice(part.close, part.to)
  }

  #moved(cell: CellPart, row: number): string {
    const tag = withAttribute(cell.tag, 'r', `${letters(cell.column)}${row}`)
    const inside = this.#xml.slice(cell.inside, cell.to)
    return tag + movedFormula(this.#shift, inside)
  }
}

const hasFormula = (text: string) => /<(?:\w+:)?f[\s/>]/.test(text)

/** What a cell holds, up to its end: its formula moved, and without the result that it had in the empty form. */
const movedFormula = (shift: Shift, inside: string): string => {
  if (!hasFormula(inside)) return inside
  const end = inside.lastIndexOf('</')
  const held = inside.slice(0, end)
  const changes = elementsOf(held, (name, depth) => depth === 0 && (name === 'f' || name === 'v')).flatMap(
    ({ name, from, inside: start, close, to }): Change[] => {
      if (name === 'v') return [{ from, to, text: '' }]
      const tag = held.slice(from, start)
      const { ref } = attributesOf(tag)
      const area = ref === undefined ? [] : [{ from, to: start, text: withAttribute(tag, 'ref', movedArea(shift, ref)) }]
      return [...area, { from: start, to: close, text: movedFormulaXml(shift, held.slice(start, close), true) }]
    },
  )
  return changed(held, changes).join('') + inside.slice(end)
}
