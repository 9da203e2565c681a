import { type Cell as BookCell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { harmless } from './harmless.ts'

export type FormColumn = {
  header: string
  /** In characters; without it, from the header and the first rows. */
  width?: number
  align?: 'left' | 'center' | 'right'
  /** Choices offered by a drop-down, joined at most 255 characters. */
  choices?: readonly string[]
}
export type FormCell = string | number | null

/** An official form: title, lines above the header, header, rows, lines below. `footer` is printed on every page. */
export type FormSheet = {
  name: string
  title?: string
  above?: readonly string[]
  columns: readonly FormColumn[]
  rows: readonly (readonly FormCell[])[]
  below?: readonly string[]
  footer?: string
}

const side = { style: 'thin', color: { rgb: 'FF000000' } } as const
const border = { top: side, right: side, bottom: side, left: side }
const body = (align: FormColumn['align'] = 'center'): CellStyle => ({
  font: { name: '宋体', size: 11 },
  border,
  numFmt: '@',
  alignment: { horizontal: align, vertical: 'center', wrapText: true },
})
const title: CellStyle = {
  font: { name: '宋体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const head: CellStyle = {
  ...body('center'),
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2F2F2' } },
}
const line: CellStyle = { font: { name: '宋体', size: 11 }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } }

const wide = /[\u2e80-\uffef]/
/** Chinese characters take two places; more than 40 are wrapped. */
const widthIn = (text: string): number => {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}
const textWidth = (text: string) => Math.min(40, widthIn(text))
const SAMPLED_ROWS = 50

/** In characters, for a column with these texts. */
export const columnWidth = (texts: readonly string[]): number => Math.max(6, ...texts.map(text => textWidth(text) + 2))

export const widthOf = (sheet: FormSheet, at: number): number => {
  const column = sheet.columns[at]!
  if (column.width) return column.width
  const sampled = sheet.rows.slice(0, SAMPLED_ROWS).map(row => String(row[at] ?? ''))
  return Math.max(Math.ceil(textWidth(column.header) / 2) + 2, columnWidth(sampled))
}

const LINE = 14.5
const wrapped = (text: string, width: number) =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthIn(line) / Math.max(1, width - 1))), 0)
/** In points: programs differ in whether they make room for wrapped lines of themselves. */
export const rowHeight = (row: readonly FormCell[], widths: readonly number[]): number => {
  let lines = 1
  for (let at = 0; at < row.length; at++) {
    const cell = row[at]
    if (typeof cell === 'string' && cell.length * 2 >= widths[at]!) lines = Math.max(lines, wrapped(cell, widths[at]!))
  }
  return Math.min(409, lines * LINE + 5)
}
const SIGNED = 28

/** Excel refuses these in a sheet's name, and more than 31 characters. */
export const sheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

const formOf = (sheet: FormSheet): WriteSheet => {
  const last = sheet.columns.length - 1
  const lead = [...(sheet.title === undefined ? [] : [sheet.title]), ...(sheet.above ?? [])]
  const headerAt = lead.length
  const belowAt = headerAt + 1 + sheet.rows.length
  const widths = sheet.columns.map((_, at) => widthOf(sheet, at))
  const all = [widths.reduce((sum, width) => sum + width, 0)]
  const heights = [
    ...lead.map((text, at) => (at === 0 && sheet.title !== undefined ? 32 : rowHeight([text], all))),
    rowHeight(
      sheet.columns.map(({ header }) => header),
      widths,
    ),
    ...sheet.rows.map(row => rowHeight(row, widths)),
    ...(sheet.below ?? []).map(text => Math.max(SIGNED, rowHeight([text], all))),
  ]
  const cells = new Map<string, Partial<BookCell>>()
  const merges: NonNullable<WriteSheet['merges']> = []
  const spread = (row: number, style: CellStyle) => {
    for (let column = 0; column <= last; column++) cells.set(`${row},${column}`, { style })
    if (last > 0) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last })
  }

  lead.forEach((_, at) => {
    spread(at, at === 0 && sheet.title !== undefined ? title : line)
  })
  sheet.columns.forEach((_, column) => {
    cells.set(`${headerAt},${column}`, { style: head })
  })
  sheet.below?.forEach((_, at) => {
    spread(belowAt + at, line)
  })

  return {
    name: sheetName(sheet.name),
    columns: sheet.columns.map(({ align }, at) => ({ width: widths[at]!, style: body(align) })),
    rows: [
      ...lead.map(text => [harmless(text)]),
      sheet.columns.map(column => harmless(column.header)),
      ...sheet.rows.map(row => row.map(cell => (typeof cell === 'string' ? harmless(cell) : cell))),
      ...(sheet.below ?? []).map(text => [harmless(text)]),
    ],
    cells,
    merges,
    dataValidations: validations(sheet, headerAt + 1),
    freezePane: { rows: headerAt + 1 },
    rowDefs: new Map(heights.map((height, at) => [at, { height }])),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${headerAt + 1}:$${headerAt + 1}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${(sheet.footer ?? '').replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
  }
}

const validations = (sheet: FormSheet, from: number): NonNullable<WriteSheet['dataValidations']> =>
  sheet.columns.flatMap(({ choices }, at) => {
    if (!choices || choices.join(',').length > 255) return []
    const letter = columnLetter(at)
    const rows = Math.max(sheet.rows.length, 500)
    return [
      {
        type: 'list' as const,
        range: `${letter}${from + 1}:${letter}${from + rows}`,
        values: [...choices],
        allowBlank: true,
        showErrorMessage: true,
      },
    ]
  })

/** 0 is A, 26 is AA. */
export const columnLetter = (at: number): string =>
  (at < 26 ? '' : columnLetter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

export const writeHere = (sheets: readonly FormSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(formOf), defaultFont: { name: '宋体', size: 11 } })
