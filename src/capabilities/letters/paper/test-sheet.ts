/** The test sheet of a printer: rulers that tell the true distance from the paper's edges, and where the blanks lie. No letter, and like none. */
import type { Day } from '../../../kernel/day.ts'
import { offsetInWords, type PrintOffset } from '../rules.ts'
import { lineAt, type Page, type PlacedLine, type PlacedWords, placedSheets, type Sheets, wordsAt } from './placed.ts'
import { type Blank, blankNames, blanks, places } from './places.ts'

const PAPER = { width: 210, height: 297 } as const
export const CROSS = { x: 105, y: 148.5 } as const
/** Printers leave so much of the edge white. */
const WHITE = 5
const RULER = '#2b4a7d'
const BOX = '#b9b0a4'

const tick = (at: number) => (at % 10 === 0 ? 5 : at % 5 === 0 ? 3.4 : 1.8)
const marks = (length: number) => Array.from({ length: length - 2 * WHITE + 1 }, (_, at) => WHITE + at)

const across: PlacedLine[] = [
  lineAt(WHITE, CROSS.y, PAPER.width - 2 * WHITE, 0, { ink: RULER }),
  ...marks(PAPER.width).map(x => lineAt(x, CROSS.y - tick(x), 0, tick(x), { ink: RULER, thick: 0.3 })),
]
const downwards: PlacedLine[] = [
  lineAt(CROSS.x, WHITE, 0, PAPER.height - 2 * WHITE, { ink: RULER }),
  ...marks(PAPER.height).map(y => lineAt(CROSS.x, y, tick(y), 0, { ink: RULER, thick: 0.3 })),
]

const tens = (length: number) => marks(length).filter(at => at % 10 === 0)
const small = { side: 'center', size: 7, height: 3, width: 10 } as const
const figures: PlacedWords[] = [
  ...tens(PAPER.width).map(x => wordsAt({ ...small, x: x - 5, y: CROSS.y + 0.6 }, String(x), { ink: RULER })),
  ...tens(PAPER.height).map(y => wordsAt({ ...small, side: 'right', x: CROSS.x - 11, y: y - 1.5 }, String(y), { ink: RULER })),
]

const boxOf = (blank: Blank): PlacedLine[] => {
  const { x, y, width, height } = places[blank]
  const look = { ink: BOX, thick: 0.4 }
  return [
    lineAt(x, y, width, 0, look),
    lineAt(x, y + height, width, 0, look),
    lineAt(x, y, 0, height, look),
    lineAt(x + width, y, 0, height, look),
  ]
}

const labels = blanks.map(blank => wordsAt({ ...places[blank], side: 'left', size: 8 }, blankNames[blank], { ink: '#8a8074' }))

const NOT_A_LETTER = '样张 · 无编号'
const loud = [14, 84, 220].flatMap(y => [
  wordsAt({ x: 10, y, width: 90, height: 12, side: 'left', size: 26 }, NOT_A_LETTER, { face: 'title', weight: 700, ink: '#8f2f24' }),
  wordsAt({ x: 115, y: y + 4, width: 85, height: 7, side: 'left', size: 12 }, '只用来对打印机，不能当信用', { ink: '#8f2f24' }),
])

const note = (x: number, y: number, words: string) => wordsAt({ x, y, width: 80, height: 8, side: 'left', size: 8 }, words)

type Told = { printer: string; offset: PrintOffset; today: Day }

const notes = ({ printer, offset, today }: Told): PlacedWords[] => [
  ...[`打印机：${printer}`, `已设：${offsetInWords(offset)}　${today}`].map((words, at) => note(20, 197 + at * 5, words)),
  note(20, 207, '打印时请选“实际大小”（100%），不要选“适合纸张”。'),
  note(116, 195, '量一量：竖线离纸的左边应为 105 毫米，横线离纸的上边应为 148.5 毫米。'),
  note(116, 203, '差多少，在“打印机”里填偏左、偏右、偏上或偏下几毫米。套打的可叠在预印纸上对着灯看方框。'),
]

const page = (told: Told): Page => ({
  words: [...labels, ...figures, ...loud, ...notes(told)],
  lines: [...blanks.flatMap(boxOf), ...across, ...downwards],
  drawings: [],
})

export const testSheet = (told: Told): Sheets => placedSheets('打印机样张', [page(told)], told.offset)
