import { unzipSync } from 'fflate'
import { CellText, countIn, odsCell } from './ods-cell.ts'
import { OdsTable } from './ods-table.ts'
import { SpreadsheetError } from './refusals.ts'
import { type Sheet, tidy } from './workbook.ts'
import { type Attributes, type Listener, readXml } from './xml.ts'
import { checkDeclaredSizes } from './zip.ts'

const CONTENT = 'content.xml'
const MANIFEST = 'META-INF/manifest.xml'
/** A password leaves the names in place and encrypts what they hold; newer LibreOffice packs all of it into one entry. */
const ENCRYPTED_PACKAGE = 'encrypted-package'

const contentOf = (bytes: Uint8Array): string => {
  checkDeclaredSizes(bytes)
  const names = [CONTENT, MANIFEST, ENCRYPTED_PACKAGE]
  const {
    [CONTENT]: content,
    [MANIFEST]: manifest,
    [ENCRYPTED_PACKAGE]: locked,
  } = unzipSync(bytes, { filter: ({ name }) => names.includes(name) })
  if (locked || (manifest && Buffer.from(manifest).includes('manifest:encryption-data'))) throw new SpreadsheetError('encrypted')
  if (!content) throw new SpreadsheetError('unreadable')
  return new TextDecoder('utf-8', { fatal: true }).decode(content)
}

/** What hangs on a cell or a sheet and is not written in it. */
const aside = /^(?:office:annotation|office:forms|table:shapes|text:note|text:ruby-text|draw:.*|dr3d:.*)$/

/** Whose sheets are not shown: said by the style of the table, which stands before all tables. */
class HiddenStyles {
  readonly #names = new Set<string>()
  #style = ''

  opened(tag: string, given: Attributes): void {
    if (tag === 'style:style') this.#style = given['style:name'] ?? ''
    else if (tag === 'style:table-properties' && given['table:display'] === 'false') this.#names.add(this.#style)
  }

  has = (name: string | undefined): boolean => name !== undefined && this.#names.has(name)
}

class Reader implements Listener {
  readonly sheets: Sheet[] = []
  readonly #hidden = new HiddenStyles()
  readonly #text = new CellText()
  #table: OdsTable | null = null
  #cell: Attributes | null = null
  #rowRepeat = 1
  /** How deep inside something that is passed over: a hidden sheet, a note, a drawing. */
  #passed = 0

  open = (tag: string, given: Attributes): void => {
    if (this.#passed > 0 || aside.test(tag)) this.#passed++
    else if (tag === 'table:table') this.#openTable(given)
    else if (this.#table === null) this.#hidden.opened(tag, given)
    else if (tag === 'table:table-row') this.#rowRepeat = countIn(given['table:number-rows-repeated'])
    else if (tag === 'table:covered-table-cell') this.#table.add({ cell: null, repeat: countIn(given['table:number-columns-repeated']) })
    else if (tag === 'table:table-cell') {
      this.#cell = given
      this.#text.clear()
    } else if (this.#cell) this.#text.opened(tag, given)
  }

  close = (tag: string): void => {
    if (this.#passed > 0) this.#passed--
    else if (this.#table === null) return
    else if (tag === 'table:table') this.#closeTable()
    else if (tag === 'table:table-row') this.#table.endRow(this.#rowRepeat)
    else if (tag === 'table:table-cell' && this.#cell) this.#closeCell(this.#table, this.#cell)
    else this.#text.closed(tag)
  }

  /** Line breaks of the file itself are no text. */
  text = (text: string): void => {
    if (this.#passed === 0 && this.#cell) this.#text.add(text.replace(/[\t\r\n]+/g, ' '))
  }

  #openTable(given: Attributes): void {
    const hidden = this.#hidden.has(given['table:style-name'])
    // A table within a cell belongs to no sheet's rows.
    if (this.#table === null)
      this.sheets.push({ name: given['table:name'] ?? `Sheet${this.sheets.length + 1}`, hidden, rows: [], merges: [] })
    if (hidden || this.#table !== null) this.#passed = 1
    else this.#table = new OdsTable()
  }

  #closeTable(): void {
    const { rows, merges } = this.#table!
    Object.assign(this.sheets.at(-1)!, { rows: tidy(rows), merges })
    this.#table = null
  }

  #closeCell(table: OdsTable, given: Attributes): void {
    table.add({
      cell: odsCell(given, this.#text.toString()),
      repeat: countIn(given['table:number-columns-repeated']),
      columns: countIn(given['table:number-columns-spanned']),
      rows: countIn(given['table:number-rows-spanned']),
    })
    this.#cell = null
  }
}

/** OpenDocument spreadsheets, as LibreOffice writes them. Hidden sheets are named but not read; formulas are their last values. */
export const readOdsSheets = (bytes: Uint8Array): Sheet[] => {
  const reader = new Reader()
  readXml(contentOf(bytes), reader)
  return reader.sheets
}
