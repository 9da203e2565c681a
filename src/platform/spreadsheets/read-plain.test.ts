import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { asXlsx } from './fixtures/sheets.ts'
import { bookOf } from './parts/book.ts'
import { Package } from './parts/package.ts'
import { readLongSheets } from './read-long.ts'
import { readPlainRows } from './read-plain.ts'
import { readWhole } from './read-xlsx.ts'
import { NotPlain, sharedOf } from './shared.ts'
import type { Cell, Sheet } from './workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const base = await asXlsx({ rows: [['一']] })

/** A workbook with this sheet, these shared texts and these styles, otherwise as it is written everywhere. */
const bookWith = ({ sheet, strings = '', styles }: { sheet: string; strings?: string; styles?: string }): Uint8Array => {
  const parts = unzipSync(base)
  const [rels, types] = ['xl/_rels/workbook.xml.rels', '[Content_Types].xml']
  const text = (name: string) => new TextDecoder().decode(parts[name])
  if (!text(rels).includes('sharedStrings')) {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings'
    parts[rels] = strToU8(
      text(rels).replace('</Relationships>', `<Relationship Id="rId99" Type="${relation}" Target="sharedStrings.xml"/></Relationships>`),
    )
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'
    parts[types] = strToU8(text(types).replace('</Types>', `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}"/></Types>`))
  }
  parts['xl/sharedStrings.xml'] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="${main}">${strings}</sst>`)
  if (styles) parts['xl/styles.xml'] = strToU8(`<styleSheet xmlns="${main}">${styles}</styleSheet>`)
  parts['xl/worksheets/sheet1.xml'] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}">${sheet}</worksheet>`)
  return zipSync(parts)
}

const plainly = async (bytes: Uint8Array): Promise<Cell[][]> => {
  const parts = new Package(bytes)
  const book = bookOf(parts)
  const rows: Cell[][] = []
  await readPlainRows(parts.entry(book.sheets[0]!.path)!, sharedOf(parts, book), (index, row) => {
    while (rows.length < index) rows.push([])
    rows.push(row)
  })
  return rows
}

const filled = (rows: readonly Cell[][]) =>
  rows.map(row => row.slice(0, row.findLastIndex(cell => cell !== null && cell !== '') + 1).map(cell => (cell === '' ? null : cell)))

const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`
const styles = `<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
  <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="176"><alignment/></xf><xf numFmtId="2"/></cellXfs>`

describe('a sheet as nearly every program writes it', () => {
  test.each<[string, Parameters<typeof bookWith>[0], Cell[]]>([
    ['a shared text', { sheet: row('<c r="A1" s="0" t="s"><v>1</v></c>'), strings: '<si><t>甲</t></si><si><t>乙</t></si>' }, ['乙']],
    [
      'a shared text of several runs, and how it is read aloud',
      {
        sheet: row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
        strings:
          '<si><r><rPr><b/></rPr><t>林</t></r><r><t xml:space="preserve"> 一</t></r><rPh sb="0" eb="1"><t>lín</t></rPh><phoneticPr fontId="1"/></si><si><t>二</t><phoneticPr fontId="1" type="noConversion"/></si>',
      },
      ['林 一', '二'],
    ],
    ['a shared text that is none', { sheet: row('<c r="B1" t="s"><v>7</v></c>'), strings: '<si><t/></si>' }, []],
    ['a text in its cell', { sheet: row('<c r="A1" t="inlineStr"><is><t>A&amp;B &#x4E00;_x000D_</t></is></c>') }, ['A&B 一\r']],
    [
      'a number, one of many digits, a truth, an error',
      {
        sheet: row(
          '<c r="A1"><v>3.5</v></c><c r="B1" t="n"><v>4.49901200101010E17</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>',
        ),
      },
      [3.5, 449_901_200_101_010_000, true, '#N/A'],
    ],
    [
      'what a formula came to',
      { sheet: row('<c r="A1" t="str"><f>A2&amp;"x"</f><v>甲x</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>') },
      ['甲x', 2],
    ],
    [
      'dates, by their styles',
      { sheet: row('<c r="A1" s="1"><v>36982</v></c><c r="B1" s="2"><v>36982</v></c><c r="C1" s="3"><v>36982</v></c>'), styles },
      [{ date: '2001-04-01' }, { date: '2001-04-01' }, 36_982],
    ],
    [
      'cells left out, cells that are empty',
      { sheet: row('<c r="B1" s="1"/><c r="D1"><v>1</v></c><c r="E1"></c>') },
      [null, null, null, 1],
    ],
    [
      'lines between the tags',
      { sheet: '<sheetData>\n  <row r="1" spans="1:2">\n    <c r="A1"><v>1</v></c>\n  </row>\n</sheetData>' },
      [1],
    ],
  ])('%s', async (_, given, expected) => {
    const bytes = bookWith(given)
    const [whole] = await readWhole(bytes)
    expect(filled(await plainly(bytes))[0]).toEqual(expected)
    expect(filled(whole!.rows)[0] ?? []).toEqual(expected)
  })

  test.each([
    'fixtures/libreoffice.xlsx',
    'fixtures/form-libreoffice.xlsx',
    'fixtures/wps.xlsx',
    'fixtures/table-and-charts.xlsx',
    'fixtures/form-otherwise.xlsx',
    'fixtures/filter-and-colors.xlsx',
  ])('%s is read as it is read whole', async name => {
    const bytes = new Uint8Array(readFileSync(new URL(name, import.meta.url)))
    const said = (sheets: readonly Sheet[]) =>
      sheets.map(({ rows, merges, ...sheet }) => ({
        ...sheet,
        rows: filled(rows),
        merges: new Set(merges.map(merge => Object.values(merge).join())),
      }))
    expect(said(await readLongSheets(bytes))).toEqual(said(await readWhole(bytes)))
  })
})

describe('what is written otherwise is left to the other reader', () => {
  test.each<[string, Parameters<typeof bookWith>[0]]>([
    ['cells that do not say where they are', { sheet: '<sheetData><row><c><v>1</v></c></row></sheetData>' }],
    [
      'rows out of order',
      { sheet: '<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
    ],
    ['a cell of another row', { sheet: row('<c r="A2"><v>1</v></c>') }],
    ['a cell twice', { sheet: row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>') }],
    ['a text of several runs in its cell', { sheet: row('<c r="A1" t="inlineStr"><is><r><t>甲</t></r></is></c>') }],
    ['a day before March 1900', { sheet: row('<c r="A1" s="1"><v>31</v></c>'), styles }],
    ['a comment between the rows', { sheet: '<sheetData><!-- --><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
    ['a cell kept apart from XML', { sheet: row('<c r="A1" t="str"><v><![CDATA[甲]]></v></c>') }],
    ['no end', { sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>' }],
  ])('%s', async (_, given) => expect(plainly(bookWith(given))).rejects.toBeInstanceOf(NotPlain))

  test('and is read by it', async () => {
    const bytes = bookWith({ sheet: '<sheetData><row><c><v>1</v></c></row></sheetData>' })
    expect((await readLongSheets(bytes))[0]!.rows).toEqual([[1]])
  })
})
