/** A page as words, lines and drawings at their places, in millimetres; `placed.typ` sets it in type. */
import { readFileSync } from 'node:fs'
import type { PrintOffset } from '../rules.ts'
import { softened } from './breaking.ts'

export type Place = {
  x: number
  y: number
  width: number
  /** The words stand on its lower edge. */
  height: number
  side: 'left' | 'center' | 'right'
  /** Points; smaller where the words are long. */
  size: number
}

export type PlacedWords = Place & {
  words: string
  face: 'title' | 'text' | 'code'
  ink: string
  weight: number
  turn: number
  /** So short that they need no measuring. */
  sure: boolean
}
export type PlacedLine = { x: number; y: number; across: number; down: number; thick: number; ink: string; dashed: boolean }
export type PlacedDrawing = { x: number; y: number; width: number; svg: string }
export type Page = { words: PlacedWords[]; lines: PlacedLine[]; drawings: PlacedDrawing[] }

/** What `platform/typesetting` needs to make the PDF. */
export type Sheets = { source: string; data: unknown }

const source = readFileSync(new URL('./placed.typ', import.meta.url), 'utf8')

const INK = '#1d1a17'
const MM_PER_POINT = 25.4 / 72

/** Every character at full width has room. */
const isSure = (words: string, { width, size }: Place) => words.length * size * MM_PER_POINT <= width

export const wordsAt = (place: Place, words: string, look: Partial<PlacedWords> = {}): PlacedWords => {
  const item = { face: 'text' as const, ink: INK, weight: 400, turn: 0, ...place, ...look }
  return { ...item, words: softened(words), sure: isSure(words, item) }
}

export const lineAt = (x: number, y: number, across: number, down: number, look: Partial<PlacedLine> = {}): PlacedLine => ({
  x,
  y,
  across,
  down,
  thick: 0.5,
  ink: '#4a443d',
  dashed: false,
  ...look,
})

export const placedSheets = (title: string, sheets: readonly Page[], offset: PrintOffset): Sheets => ({
  source,
  data: { title, offset, sheets },
})
