/**
 * A sheet as nearly every program writes it, read as it is unpacked: a third of the time of a reader for all that the format allows, and no
 * second copy of the sheet in memory. What is written in any other way is `NotPlain`, and is left to that reader.
 */
import { NotPlain, type Shared, textOf } from './shared.ts'
import { type Cell, limits, serialCell } from './workbook.ts'
import { plain } from './xml.ts'
import { type Entry, unpacking } from './zip.ts'

/** What a program writes before the first row, between two and behind the last is less. */
const MOST_BETWEEN = 8 << 20

/** The part as text, in pieces that end behind an element. */
async function* piecesOf(entry: Entry, end: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let held = ''
  for await (const bytes of unpacking(entry)) {
    held += decoder.decode(bytes, { stream: true })
    const to = held.lastIndexOf(end) + end.length
    if (to < end.length) {
      if (held.length > MOST_BETWEEN) throw new NotPlain()
      continue
    }
    yield held.slice(0, to)
    held = held.slice(to)
  }
  yield held + decoder.decode()
}

const ROW = /\s*<row\b([^<>]*?)(\/?)>/y
const ROW_NUMBER = /\sr="(\d{1,7})"/
const ROW_END = /\s*<\/row>/y
const CELL =
  /\s*<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*?)(?:\/>|>(?:<f[^<>]*?(?:\/>|>[^<]*<\/f>))?(?:<v>([^<]*)<\/v>|<v\/>|<is><t(?: xml:space="preserve")?(?:\/>|>([^<]*)<\/t>)<\/is>)?<\/c>)/y
const ROWS_BEGIN = /<sheetData>/g
const ROWS_END = /\s*<\/sheetData>/y

type Kind = { type: string; style: string }
const STYLED = /\ss="(\d+)"/
const TYPED = /\st="([a-zA-Z]+)"/

const EARLIEST = 61
const numberOf = (text: string, style: string, { dates }: Shared): Cell => {
  if (text === '') return null
  const number = Number(text)
  if (Number.isNaN(number)) return text
  if (!dates.has(style)) return number
  // Before March 1900 programs count the days in two ways.
  if (number < EARLIEST) throw new NotPlain()
  return serialCell(number)
}

const cellOf = ({ type, style }: Kind, value: string, inline: string, shared: Shared): Cell => {
  if (type === 's') return shared.strings[Number(value)] ?? null
  if (type === 'inlineStr') return textOf(inline)
  if (type === 'str') return textOf(value)
  if (type === 'b') return value === '1' || value.toLowerCase() === 'true'
  if (type === 'e') return plain(value)
  if (type === '' || type === 'n') return numberOf(value, style, shared)
  throw new NotPlain()
}

const columnOf = (letters: string): number => {
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

/** Reads rows where they stand in a piece; calls `row` for each with its index, from 0. */
class Rows {
  readonly #shared: Shared
  readonly #kinds = new Map<string, Kind>()
  readonly #columns = new Map<string, number>()
  #last = -1
  readonly #take: (index: number, row: Cell[]) => void

  constructor(shared: Shared, take: (index: number, row: Cell[]) => void) {
    this.#shared = shared
    this.#take = take
  }

  /** From `at` as far as there are rows; where they end. */
  read(xml: string, at: number): number {
    for (;;) {
      ROW.lastIndex = at
      const row = ROW.exec(xml)
      if (!row) return at
      const index = Number(ROW_NUMBER.exec(row[1]!)?.[1] ?? Number.NaN) - 1
      if (!(index > this.#last)) throw new NotPlain()
      this.#last = index
      at = ROW.lastIndex
      if (row[2] === '/') continue
      const cells: Cell[] = []
      at = this.#cells(xml, at, index, cells)
      this.#take(index, cells)
    }
  }

  #cells(xml: string, from: number, index: number, cells: Cell[]): number {
    let at = from
    for (;;) {
      CELL.lastIndex = at
      const cell = CELL.exec(xml)
      if (!cell) break
      at = CELL.lastIndex
      const [, letters = '', row, attributes = '', value = '', inline = ''] = cell
      const column = this.#column(letters)
      if (Number(row) - 1 !== index || column < cells.length) throw new NotPlain()
      if (column >= limits.columns) continue
      while (cells.length < column) cells.push(null)
      cells.push(cellOf(this.#kind(attributes), value, inline, this.#shared))
    }
    ROW_END.lastIndex = at
    if (!ROW_END.test(xml)) throw new NotPlain()
    return ROW_END.lastIndex
  }

  #kind(attributes: string): Kind {
    const known = this.#kinds.get(attributes)
    if (known) return known
    const kind = { type: TYPED.exec(attributes)?.[1] ?? '', style: STYLED.exec(attributes)?.[1] ?? '' }
    this.#kinds.set(attributes, kind)
    return kind
  }

  #column(letters: string): number {
    const known = this.#columns.get(letters)
    if (known !== undefined) return known
    const column = columnOf(letters)
    this.#columns.set(letters, column)
    return column
  }
}

/** Every row that is written, in order; what stands behind the last. */
export async function readPlainRows(entry: Entry, shared: Shared, take: (index: number, row: Cell[]) => void): Promise<string> {
  const rows = new Rows(shared, take)
  let [begun, ended, behind] = [false, false, '']
  for await (const piece of piecesOf(entry, '</row>')) {
    if (ended) throw new NotPlain()
    ROWS_BEGIN.lastIndex = 0
    if (!begun && !(ROWS_BEGIN.test(piece) && !piece.slice(0, ROWS_BEGIN.lastIndex).includes('<!'))) throw new NotPlain()
    const end = rows.read(piece, begun ? 0 : ROWS_BEGIN.lastIndex)
    begun = true
    if (end === piece.length) continue
    ROWS_END.lastIndex = end
    if (!ROWS_END.test(piece)) throw new NotPlain()
    behind = piece.slice(ROWS_END.lastIndex)
    ended = true
  }
  if (!ended) throw new NotPlain()
  return behind
}
