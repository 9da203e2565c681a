/** The pages whose pictures are kept, and where. */
import { readFileSync } from 'node:fs'
import { formSheet } from '../../src/capabilities/letters/paper/form.ts'
import type { Sheets } from '../../src/capabilities/letters/paper/placed.ts'
import { testSheet } from '../../src/capabilities/letters/paper/test-sheet.ts'
import { freezeLetter, type PrintOffset, STRAIGHT } from '../../src/capabilities/letters/rules.ts'
import { letterSheets } from '../../src/capabilities/letters/sheet.ts'
import { day } from '../../src/kernel/day.ts'
import { anOrdinary } from './ordinary.ts'
import { svgOf } from './page.ts'
import { fromPng, type Picture } from './png.ts'
import { draw } from './raster.ts'

const letter = freezeLetter(anOrdinary)

export const pages = {
  blank: (offset: PrintOffset = STRAIGHT): Sheets => letterSheets([letter], { paper: 'blank', offset }),
  overprint: (offset: PrintOffset = STRAIGHT): Sheets => letterSheets([letter], { paper: 'overprint', offset }),
  form: (): Sheets => formSheet(letter.committee),
  'test-sheet': (offset: PrintOffset = STRAIGHT): Sheets => testSheet({ printer: '组织部打印机', offset, today: day('2023-06-02') }),
}
export type PageName = keyof typeof pages

/** Four pixels a millimetre. */
export const PIXELS_A_POINT = (4 * 25.4) / 72

export const pictured = (sheets: Sheets): Picture => draw(svgOf(sheets), PIXELS_A_POINT)

export const keptFile = (name: PageName) => new URL(`./kept/${name}.png`, import.meta.url)
export const keptPicture = (name: PageName): Picture => fromPng(readFileSync(keptFile(name)))
