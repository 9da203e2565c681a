import { maskIdNumber, maskPhone } from '../../../kernel/mask.ts'

/** The cells of one line, by the column keys of the plan's form. An empty one is ''. */
export type Cells = Readonly<Record<string, string>>
export type Column = { key: string; label: string; star: boolean }

const HELD = '已填'

/** Sealed in a frozen return; screens show what is said here. */
const maskOf: Readonly<Record<string, (text: string) => string>> = {
  idNumber: maskIdNumber,
  phone: maskPhone,
  secondContact: () => HELD,
  email: () => HELD,
  address: () => HELD,
  receiverContact: () => HELD,
  keeper: () => HELD,
}

export const isSensitive = (key: string) => key in maskOf

/** The line as screens show it, and what has to be sealed. */
export function partCells(cells: Cells): { shown: Record<string, string>; sealed: Record<string, string> } {
  const shown: Record<string, string> = {}
  const sealed: Record<string, string> = {}
  for (const [key, text] of Object.entries(cells)) {
    const mask = maskOf[key]
    shown[key] = mask && text ? mask(text) : text
    if (mask && text) sealed[key] = text
  }
  return { shown, sealed }
}

/** Starred columns that are empty: the line goes along, and the gap is named. */
export const gapsOf = (columns: readonly Column[], cells: Cells): string[] =>
  columns.filter(({ key, star }) => star && !cells[key]).map(({ label }) => label)
