import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { openXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { markWorkbook, readWorkbook } from '../index.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type Parts = { sheet: string; more?: Record<string, string>; types?: string; ofBook?: string; book?: string }
/** The least that makes a workbook: no formats, no shared texts, no properties. */
const workbook = ({ sheet, more = {}, types = '', ofBook = '', book = `${SHEET}.sheet.main+xml` }: Parts): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${book}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/>${types}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>${ofBook}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
const text = (words: string, attributes = '') => `<c ${attributes} t="inlineStr"><is><t>${words}</t></is></c>`
const sheetWith = (data: string, after = '') => `<worksheet xmlns="${MAIN}">${data}${after}</worksheet>`
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
const sheetIn = (bytes: Uint8Array) => partOf(bytes, 'xl/worksheets/sheet1.xml')
const mark = (row: number, column: number, words = '甲。') => ({ sheet: '名册', row, column, text: words })
const rowsOf = async (bytes: Uint8Array) => (await readWorkbook(bytes, '名册.xlsx')).sheets[0]!.rows
const noteAt = async (bytes: Uint8Array, key: string) =>
  (await openXlsx(bytes, { readStyles: true })).sheets[0]!.cells!.get(key)!.comment!.text

describe('a sheet that is written otherwise', () => {
  test.each([
    [
      'without the places of its cells',
      `<sheetData><row>${text('姓名')}${text('学号')}</row><row>${text('林一')}${text('1')}</row></sheetData>`,
    ],
    [
      'without the places of its rows',
      `<sheetData><row>${text('姓名', 'r="A1"')}${text('学号', 'r="B1"')}</row><row>${text('林一', 'r="A2"')}${text('1', 'r="B2"')}</row></sheetData>`,
    ],
    [
      'with single quotation marks and line breaks',
      `<sheetData\n><row\n  r='1'>${text('姓名', "r='A1'")}${text('学号', "r='B1'")}</row>\n<row r='2' >${text('林一', "r='A2'")}\n${text('1', "r='B2'")}</row>\n</sheetData >`,
    ],
    [
      'with a note to itself and a text that looks like tags',
      `<sheetData><!-- <row r="9"> --><row r="1">${text('姓名')}${text('学号')}</row><row r="2">${text('<![CDATA[林一]]>')}${text('1')}</row></sheetData>`,
    ],
  ])('%s', async (_, data) => {
    const marked = await markWorkbook(workbook({ sheet: sheetWith(data) }), [mark(2, 1), mark(2, 2, '乙。')])
    expect(await rowsOf(marked)).toEqual([
      ['姓名', '学号', '问题'],
      ['林一', '1', '甲。\n乙。'],
    ])
    expect(await noteAt(marked, '1,0')).toBe('【启程】甲。')
    expect(partOf(marked, 'xl/styles1.xml').match(/FFFFC7CD/g)).toHaveLength(1)
  })

  test('with a name before each of its tags', async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><x:extLst/></x:worksheet>`
    const marked = sheetIn(await markWorkbook(workbook({ sheet }), [mark(3, 1)]))
    expect(marked.replaceAll(/ s="\d+"/g, ' s=""')).toBe(
      sheet
        .replace('ref="A1"', 'ref="A1:B3"')
        .replace('<x:sheetData>', '<x:cols><x:col min="2" max="2" width="48" customWidth="1"/></x:cols><x:sheetData>')
        .replace(
          '</x:c></x:row>',
          '</x:c><x:c r="B1" s="" t="inlineStr"><x:is><x:t xml:space="preserve">问题</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="A3" s=""/><x:c r="B3" s="" t="inlineStr"><x:is><x:t xml:space="preserve">甲。</x:t></x:is></x:c></x:row>',
        )
        .replace('<x:extLst/>', `<x:legacyDrawing xmlns:r="${OFFICE}" r:id="rId2"/><x:extLst/>`),
    )
  })

  test.each([
    ['no rows', '<sheetData/>', [], [mark(2, 1)]],
    [
      'an empty row',
      `<sheetData><row r="1">${text('姓名')}</row><row r="3" ht="20"/></sheetData>`,
      ['<row r="3" ht="20"><c r="A3"'],
      [mark(3, 1)],
    ],
    [
      'gaps between its cells',
      `<sheetData><row r="1">${text('姓名', 'r="A1"')}${text('学号', 'r="D1"')}</row></sheetData>`,
      ['</c><c r="B1" s="1"/><c r="D1"'],
      [mark(1, 2)],
    ],
    [
      'a row’s own format',
      `<sheetData><row r="1" s="0" customFormat="1">${text('姓名')}</row></sheetData>`,
      ['<c r="C1" s="'],
      [mark(1, 3)],
    ],
  ])('with %s', async (_, data, expected, marks) => {
    const marked = sheetIn(await markWorkbook(workbook({ sheet: sheetWith(data) }), marks))
    for (const piece of expected) expect(marked).toContain(piece)
    expect(marked).toContain('问题')
    const places = [...marked.matchAll(/<c r="([A-Z]+)(\d+)"/g)].map(([, column, row]) => Number(row) * 100 + column!.charCodeAt(0))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('whose rows are out of order: written anew, and readable', async () => {
    const data = `<sheetData><row r="2">${text('林一', 'r="A2"')}</row><row r="1">${text('姓名', 'r="A1"')}</row></sheetData>`
    expect(await rowsOf(await markWorkbook(workbook({ sheet: sheetWith(data) }), [mark(2, 1)]))).toEqual([
      ['姓名', '问题'],
      ['林一', '甲。'],
    ])
  })

  test('with a block that begins far above the mark: patched where it stands', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `<row r="${at + 1}">${text(`林${at}`, `r="A${at + 1}"`)}</row>`)
    const sheet = sheetWith(
      `<sheetData>${rows.join('')}</sheetData>`,
      '<mergeCells count="1"><mergeCell ref="A100:A120"/></mergeCells><unknown/>',
    )
    const marked = await markWorkbook(workbook({ sheet }), [mark(110, 1), mark(115, 1)])
    expect(sheetIn(marked)).toContain('<unknown/>')
    expect(sheetIn(marked)).toMatch(/<c s="\d+" r="A100"/)
    expect(await noteAt(marked, '99,0')).toBe('【启程】甲。')
    expect((await rowsOf(marked)).flatMap((row, at) => (row[1] ? [at + 1] : []))).toEqual([1, 110, 115])
  })

  test('as far right as a sheet goes: notes, and no column', async () => {
    const marked = await markWorkbook(workbook({ sheet: sheetWith(`<sheetData><row r="1">${text('末', 'r="XFD1"')}</row></sheetData>`) }), [
      mark(1, 1),
    ])
    expect(sheetIn(marked)).not.toContain('问题')
    expect(await noteAt(marked, '0,0')).toBe('【启程】甲。')
  })
})

describe('a workbook with macros', () => {
  const macros = () =>
    workbook({
      book: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      sheet: sheetWith(`<sheetData><row r="1">${text('姓名')}</row></sheetData>`),
      types:
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/other.xml" ContentType="application/xml"/>',
      ofBook: '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
      more: {
        'xl/vbaProject.bin': 'program',
        'xl/_rels/vbaProject.bin.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProjectSignature" Target="vbaProjectSignature.bin"/></Relationships>`,
        'xl/vbaProjectSignature.bin': 'signature',
        'xl/other.xml': '<keep/>',
      },
    })

  test('comes back without them, and as what it then is', async () => {
    const parts = unzipSync(await markWorkbook(macros(), [mark(1, 1)]))
    expect(Object.keys(parts).filter(name => /vba/i.test(name))).toEqual([])
    const all = Object.values(parts)
      .map(part => strFromU8(part))
      .join('\n')
    expect(all).not.toMatch(/vba|macroEnabled/i)
    expect(all).toContain('<keep/>')
    expect(all).toContain(`ContentType="${SHEET}.sheet.main+xml"`)
  })

  test('of the old kind, that live in sheets: written anew', async () => {
    const ofBook =
      '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/>'
    const sheet = sheetWith(`<sheetData><row r="1">${text('姓名')}</row></sheetData>`)
    const bytes = workbook({ sheet, ofBook, more: { 'xl/macrosheets/sheet1.xml': '<xm:macrosheet/>' } })
    const marked = await markWorkbook(bytes, [mark(1, 1)])
    expect(Object.keys(unzipSync(marked)).join()).not.toContain('macrosheet')
    expect(await rowsOf(marked)).toEqual([['姓名', '问题\n甲。']])
  })
})

describe('an old or plain file', () => {
  test('comes back as .xlsx with columns as wide as their words', async () => {
    const csv = strToU8('学号,姓名,党支部\n2019020001,林一,外国语学院英语专业第一党支部\n')
    const marked = await markWorkbook(csv, [mark(2, 2)])
    const widths = [...sheetIn(marked).matchAll(/width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(widths).toEqual([12, 6, 30, 48])
  })

  test('marked, saved as csv and marked again: one column of problems', async () => {
    const csv = strToU8('学号,姓名,问题\n1,林一,请核对。\n2,吴二,\n')
    expect(await rowsOf(await markWorkbook(csv, [mark(3, 2, '乙。')]))).toEqual([
      ['学号', '姓名', '问题'],
      ['1', '林一', null],
      ['2', '吴二', '乙。'],
    ])
  })

  test('with a column of that name of the sender’s own: it stays', async () => {
    const csv = strToU8('学号,姓名,问题\n1,林一,档案缺页\n')
    expect(await rowsOf(await markWorkbook(csv, [mark(2, 2)]))).toEqual([
      ['学号', '姓名', '问题', '问题'],
      ['1', '林一', '档案缺页', '甲。'],
    ])
  })
})
