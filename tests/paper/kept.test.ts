/** The print against the pictures that somebody looked at and kept. Needs no program of the system. */
import { execFileSync } from 'node:child_process'
import { afterAll, describe, expect, test } from 'vitest'
import { letterSheets } from '../../src/capabilities/letters/sheet.ts'
import { openTypesetting } from '../../src/platform/typesetting/index.ts'
import { has } from '../tools.ts'
import { keptPicture, type PageName, pages, pictured } from './pages.ts'
import { fromPng, type Picture, toPng } from './png.ts'
import { difference, draw } from './raster.ts'

/** A hundred pixels of a million: no word moves unseen. */
const SMALL = 0.0001

const typesetting = openTypesetting()
afterAll(() => typesetting.close())

describe.each(Object.keys(pages) as PageName[])('%s', name => {
  test('looks as it was kept', () => {
    expect(difference(pictured(pages[name]()), keptPicture(name))).toBeLessThan(SMALL)
  })
})

describe.each(['blank', 'overprint', 'test-sheet'] as const)('%s moved by a millimetre', name => {
  test.each([
    ['right', { right: 1, down: 0 }],
    ['left', { right: -1, down: 0 }],
    ['down', { right: 0, down: 1 }],
    ['up', { right: 0, down: -1 }],
  ])('%s looks different', (_, offset) => {
    expect(difference(pictured(pages[name](offset)), keptPicture(name))).toBeGreaterThan(100 * SMALL)
  })
})

test.each([
  ['the first cut', 'first-cut = 80mm', 'first-cut = 81mm'],
  ['the number of the letter', 'number(101mm,', 'number(102mm,'],
  ['the seal of the receipt', 'seal(112mm, 265mm)', 'seal(113mm, 265mm)'],
  ['the size of the letter’s words', '((13pt, 1.05em)', '((12.8pt, 1.05em)'],
])('%s alone, moved by a millimetre or a little smaller, is seen', (_, before, after) => {
  const { source, data } = pages.blank()
  expect(source).toContain(before)
  expect(difference(pictured({ source: source.replace(before, after), data }), keptPicture('blank'))).toBeGreaterThan(SMALL)
})

test('one blank of the overprint, moved by a millimetre, is seen', () => {
  const { source, data } = pages.overprint()
  const { sheets, ...rest } = data as { sheets: { words: { x: number; words: string }[] }[] }
  const moved = sheets.map(sheet => ({
    ...sheet,
    words: sheet.words.map(item => (item.words === '玖拾' ? { ...item, x: item.x + 1 } : item)),
  }))
  expect(difference(pictured({ source, data: { ...rest, sheets: moved } }), keptPicture('overprint'))).toBeGreaterThan(SMALL)
})

describe('the drawing itself', () => {
  const square = (attributes: string) =>
    `<svg viewBox="0 0 8 8" width="8pt" height="8pt"><g transform="matrix(1 0 0 1 2 2)"><path d="M 0 0 h 4 v 4 h -4 Z" ${attributes}/></g></svg>`
  const rows = ({ width, pixels }: Picture) =>
    Array.from({ length: pixels.length / width }, (_, y) =>
      [...pixels.slice(y * width, (y + 1) * width)].map(pixel => (pixel < 128 ? '#' : '.')).join(''),
    )

  test('fills what lies inside', () => {
    expect(rows(draw(square('fill="#000000"'), 1))).toEqual([
      '........',
      '........',
      '..####..',
      '..####..',
      '..####..',
      '..####..',
      '........',
      '........',
    ])
  })

  test('gives a hole back, by the rule of windings', () => {
    const hole =
      '<svg viewBox="0 0 6 3" width="6pt" height="3pt"><path d="M 0 0 h 6 v 3 h -6 Z M 2 1 v 1 h 2 v -1 Z" fill="#000000"/></svg>'
    expect(rows(draw(hole, 1))).toEqual(['######', '##..##', '######'])
  })

  test('draws lines as thick as they are, and half a pixel half as dark', () => {
    expect(rows(draw(square('fill="none" stroke="#000000" stroke-width="2"'), 1))[2]).toBe('.######.')
    const thin = draw('<svg viewBox="0 0 2 1" width="2pt" height="1pt"><path d="M 0 0 h 1.5 v 1 h -1.5 Z" fill="#000000"/></svg>', 1)
    expect([...thin.pixels]).toEqual([0, 128])
  })

  test('stops at what it does not know', () => {
    expect(() => draw('<svg viewBox="0 0 1 1" width="1pt" height="1pt"><circle r="1"/></svg>', 1)).toThrow('circle')
  })

  test('is kept and read again as it was', () => {
    const picture = draw(square('fill="#777777"'), 3)
    expect(fromPng(toPng(picture))).toEqual(picture)
  })
})

/** Two programs smooth edges in two ways: only what is black here and white there counts. */
const BLACK_AGAINST_WHITE = 170

test.skipIf(!has('pdftoppm'))('the PDF shows what the drawing shows', async () => {
  const { source, data } = pages.blank()
  const kept = keptPicture('blank')
  const { width, height } = kept
  const whole = ['-x', '0', '-y', '0', '-W', String(width), '-H', String(height)]
  const pdf = await typesetting.typeset(source, data)
  const scan = execFileSync('pdftoppm', ['-gray', '-r', String(4 * 25.4), ...whole, '-singlefile', '-'], { input: pdf, maxBuffer: 1 << 26 })
  const seen = { width, height, pixels: new Uint8Array(scan.subarray(scan.length - width * height)) }
  expect(difference(seen, kept, BLACK_AGAINST_WHITE)).toBeLessThan(40 * SMALL)
  expect(difference(seen, pictured(pages.blank({ right: 1, down: 0 })), BLACK_AGAINST_WHITE)).toBeGreaterThan(100 * SMALL)
})

test('an overprint holds nothing of the form', () => {
  const { data } = letterSheets([], { paper: 'overprint' })
  expect(data).toMatchObject({ sheets: [] })
  const said = JSON.stringify(pages.overprint().data)
  for (const fixed of ['存根', '第一联', '同志', '系中共', '盖', '请转接', '特此回复', '经办人', '请于接收后'])
    expect(said).not.toContain(fixed)
  for (const varying of ['欧阳静怡', '岭示组介〔2023〕0040号', '449901200103260326', '贰零贰叁', '玖拾']) expect(said).toContain(varying)
})

test('a test sheet can’t be taken for a letter', () => {
  const said = JSON.stringify(pages['test-sheet']().data)
  expect(said.split('样张 · 无编号')).toHaveLength(4)
  for (const ofALetter of ['介绍信', '〔', '欧阳', '盖', '第一联', '同志']) expect(said).not.toContain(ofALetter)
})
