/** What a person changed about an uploaded workbook: kept beside the file, which itself stays as it was sent. */
import type { Vault } from '../../platform/crypto/index.ts'
import type { MendInput } from './contract.ts'
import type { Problem } from './rules.ts'

export interface Edits {
  sheet?: string
  headerRow?: number
  /** Header and columns are those that the unit corrected before. */
  recalled?: true
  /** Header text → field, or '' for none. */
  columns: Record<string, string>
  /** `row:field` → the text that replaces the cell. */
  cells: Record<string, string>
  skipped: number[]
  /** `row:field:kind` → why the problem stands. */
  overrides: Record<string, string>
}

export const noEdits = (start: { sheet?: string | undefined; headerRow?: number | undefined } = {}): Edits => ({
  ...(start.sheet !== undefined && { sheet: start.sheet }),
  ...(start.headerRow !== undefined && { headerRow: start.headerRow }),
  columns: {},
  cells: {},
  skipped: [],
  overrides: {},
})

type Placed = Pick<Problem, 'row' | 'field' | 'kind'>
export const overrideOf = ({ overrides }: Pick<Edits, 'overrides'>, { row, field, kind }: Placed): string | undefined =>
  overrides[`${row}:${field}:${kind}`]

/** Null takes an entry back. */
const written = (held: Record<string, string>, entries: readonly (readonly [string, string | null])[]) => {
  const next = new Map(Object.entries(held))
  for (const [key, value] of entries) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  return Object.fromEntries(next)
}

const ownChoice = ({ recalled: _, ...held }: Edits): Edits => held

/** The header and the columns as the machine finds them; what was corrected in the cells stays. */
const asFound = ({ headerRow: _, recalled: __, ...held }: Edits): Edits => ({ ...held, columns: {} })

export const mended = (held: Edits, { edits = [], skip = [], unskip = [], overrides = [], ...choice }: MendInput): Edits => {
  const otherSheet = choice.sheet !== undefined && choice.sheet !== held.sheet
  const base = otherSheet ? noEdits({ sheet: choice.sheet }) : choice.forget ? asFound(held) : held
  const back = new Set(unskip)
  return {
    ...(choice.headerRow === undefined ? base : { ...ownChoice(base), headerRow: choice.headerRow }),
    columns: { ...base.columns, ...choice.columns },
    cells: written(
      base.cells,
      edits.map(({ row, field, text }) => [`${row}:${field}`, text]),
    ),
    skipped: [...new Set([...base.skipped, ...skip])].filter(row => !back.has(row)),
    overrides: written(
      base.overrides,
      overrides.map(({ row, field, kind, reason }) => [`${row}:${field}:${kind}`, reason]),
    ),
  }
}

const place = (importId: string) => `imports.edits ${importId}`
export const sealEdits = (vault: Vault, importId: string, edits: Edits) => vault.seal(JSON.stringify(edits), place(importId))
export const openEdits = (vault: Vault, importId: string, sealed: Uint8Array) => JSON.parse(vault.unseal(sealed, place(importId))) as Edits
