/** What keys, fills and pastes change in the grid. */
import type { AskedPaper, DossierLine } from '../contract.ts'
import type { Paper } from '../rules.ts'
import { cellKey } from './entries.ts'
import { type At, complete, isChanged, pastedOn, pressed, readPasted, withPages } from './grid.ts'

export type Sheet = {
  rows: readonly DossierLine[]
  checklist: readonly AskedPaper[]
  at: (graduateId: string, paper: string) => Paper
}
export type Changes = ReadonlyMap<string, Paper>

const isOpen = (row: DossierLine | undefined, asked: AskedPaper | undefined) =>
  row !== undefined && asked !== undefined && row.can.includes('enter') && row.asked.includes(asked.key)

/** The cells that are open and really become another. */
function changesOf(sheet: Sheet, cells: readonly At[], next: (paper: Paper, asked: AskedPaper, at: At) => Paper | null): Changes {
  const changes = new Map<string, Paper>()
  for (const at of cells) {
    const row = sheet.rows[at.row]
    const asked = sheet.checklist[at.column]
    if (!isOpen(row, asked)) continue
    const before = sheet.at(row!.graduateId, asked!.key)
    const after = next(before, asked!, at)
    if (after && isChanged(before, after)) changes.set(cellKey(row!.graduateId, asked!.key), after)
  }
  return changes
}

const span = (from: number, to: number) => Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at)

/** Of many at once: what somebody has looked at and found a copy, missing or not needed stays so. */
const completeUnlessSaid = (paper: Paper, asked: AskedPaper): Paper | null =>
  paper.held === null || paper.held === 'original' ? complete(paper, asked) : null

export const rowComplete = (sheet: Sheet, row: number): Changes =>
  changesOf(
    sheet,
    span(0, sheet.checklist.length).map(column => ({ row, column })),
    completeUnlessSaid,
  )

export const columnComplete = (sheet: Sheet, column: number): Changes =>
  changesOf(
    sheet,
    span(0, sheet.rows.length).map(row => ({ row, column })),
    completeUnlessSaid,
  )

/** As in a spreadsheet: this cell becomes what stands above it; or all below become what stands here. */
export function filledDown(sheet: Sheet, { row, column }: At, allBelow: boolean): Changes {
  const from = allBelow ? row : row - 1
  const asked = sheet.checklist[column]
  const source = sheet.rows[from]
  if (!source || !asked || !source.asked.includes(asked.key)) return new Map()
  const paper = sheet.at(source.graduateId, asked.key)
  const to = allBelow ? span(row + 1, sheet.rows.length) : [row]
  return changesOf(
    sheet,
    to.map(below => ({ row: below, column })),
    () => paper,
  )
}

/** From here to the right and down; what cannot be read stays as it was. */
export function pasted(sheet: Sheet, here: At, text: string): Changes {
  const table = readPasted(text)
  const cells = table.flatMap((line, down) => line.map((_, right) => ({ row: here.row + down, column: here.column + right })))
  return changesOf(sheet, cells, (paper, _, { row, column }) => pastedOn(paper, table[row - here.row]![column - here.column]!))
}

/** One key in one cell; `digits` is the number as it stands so far. */
export function changedByKey(paper: Paper, key: string, digits: string, asked: AskedPaper): Paper | null {
  if (/^\d$/.test(key)) return digits === '' ? paper : withPages(paper, Number(digits))
  return pressed(paper, key, asked)
}
