/** The keys of the entry grid and what they make of a paper: plain data, so that it can be held against the legend. */
import type { AskedPaper } from '../contract.ts'
import { blankPaper, type Held, type Mark, MOST_PAGES, type Paper, samePaper } from '../rules.ts'

export const heldKeys: Record<string, Held> = { y: 'original', f: 'copy', q: 'missing', m: 'not-needed' }
export const markKeys: Record<string, Mark> = { s: 'signed', z: 'stamped', d: 'dated' }

export const legend: readonly { keys: string; means: string }[] = [
  { keys: '0–9', means: '页数' },
  { keys: 'Y', means: '原件' },
  { keys: 'F', means: '复印件' },
  { keys: 'Q', means: '缺' },
  { keys: 'M', means: '不需要' },
  { keys: 'S', means: '签名' },
  { keys: 'Z', means: '盖章' },
  { keys: 'D', means: '日期一致' },
  { keys: 'A', means: '这份齐全' },
  { keys: 'R', means: '写备注' },
  { keys: 'Backspace', means: '清页数' },
  { keys: 'Delete', means: '清空' },
  { keys: '方向键 Tab Enter', means: '移动' },
  { keys: 'Ctrl+D', means: '同上一格' },
  { keys: 'Ctrl+Shift+D', means: '向下填充' },
  { keys: 'Ctrl+Enter', means: '整行齐全' },
  { keys: 'Ctrl+Shift+Enter', means: '整列齐全' },
  { keys: 'Ctrl+V', means: '贴一列页数' },
  { keys: 'Ctrl+Z', means: '撤回' },
  { keys: 'Esc', means: '离开表格' },
]

const there = (paper: Paper) => paper.held === 'original' || paper.held === 'copy'
/** What is not there has no pages and no marks. */
const without = (paper: Paper, held: Held): Paper => ({ ...blankPaper, held, remark: paper.remark })

export const heldAs = (paper: Paper, held: Held): Paper =>
  held === 'missing' || held === 'not-needed' ? without(paper, held) : { ...paper, held }

/** Whoever marks or counts a paper has it in hand. */
const inHand = (paper: Paper): Paper => (there(paper) ? paper : { ...paper, held: 'original' })

export const withPages = (paper: Paper, pages: number | null): Paper =>
  pages === null ? { ...paper, pages } : { ...inHand(paper), pages: Math.min(Math.max(pages, 1), MOST_PAGES) }

/** An original with every mark that it needs; pages are counted by hand. */
export const complete = (paper: Paper, { needs }: Pick<AskedPaper, 'needs'>): Paper => ({
  ...paper,
  held: 'original',
  signed: paper.signed || needs.includes('signed'),
  stamped: paper.stamped || needs.includes('stamped'),
  dated: paper.dated || needs.includes('dated'),
})

/** Digits in a row make one number: `1`, `12`; a fourth begins anew, and a number does not begin with nought. */
export const nextDigits = (typed: string, digit: string): string => {
  const next = typed.length >= String(MOST_PAGES).length ? digit : typed + digit
  return next === '0' ? '' : next
}

/** What a letter makes of a paper; null: the key means nothing here. */
export function pressed(paper: Paper, key: string, asked: Pick<AskedPaper, 'needs'>): Paper | null {
  const letter = key.toLowerCase()
  const held = heldKeys[letter]
  if (held) return heldAs(paper, held)
  const mark = markKeys[letter]
  if (mark) return { ...inHand(paper), [mark]: !paper[mark] }
  if (letter === 'a') return complete(paper, asked)
  if (key === 'Backspace') return { ...paper, pages: null }
  return key === 'Delete' ? blankPaper : null
}

export type At = { row: number; column: number }
export type Size = { rows: number; columns: number }

const moves: Record<string, At> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Enter: { row: 1, column: 0 },
}

const within = (at: number, size: number) => Math.min(Math.max(at, 0), size - 1)

/** Where a key leads; null: it leads nowhere, or out of the grid. */
export function moved({ row, column }: At, key: string, shift: boolean, size: Size): At | null {
  if (key === 'Home') return { row, column: 0 }
  if (key === 'End') return { row, column: size.columns - 1 }
  if (key === 'PageUp') return { row: 0, column }
  if (key === 'PageDown') return { row: size.rows - 1, column }
  if (key === 'Tab') {
    const place = row * size.columns + column + (shift ? -1 : 1)
    if (place < 0 || place >= size.rows * size.columns) return null
    return { row: Math.floor(place / size.columns), column: place % size.columns }
  }
  const by = moves[key]
  if (!by) return null
  const step = key === 'Enter' && shift ? -1 : by.row
  return { row: within(row + step, size.rows), column: within(column + by.column, size.columns) }
}

const pastedHelds: Record<string, Held> = {
  原件: 'original',
  原: 'original',
  复印件: 'copy',
  复: 'copy',
  缺: 'missing',
  不需要: 'not-needed',
}

/** A table from a spreadsheet: pages, or what the paper is. An empty cell leaves what was there. */
export const readPasted = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map(line => line.split('\t').map(cell => cell.normalize('NFKC').trim()))

/** Null: cannot be read as a paper. */
export function pastedOn(paper: Paper, text: string): Paper | null {
  if (text === '') return paper
  const held = pastedHelds[text]
  if (held) return heldAs(paper, held)
  const pages = /^(\d{1,3})(?:\.0+)?\s*页?$/.exec(text)
  return pages && Number(pages[1]) > 0 ? withPages(paper, Number(pages[1])) : null
}

export const isChanged = (before: Paper, after: Paper) => !samePaper(before, after)
