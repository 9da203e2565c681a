/** A unit's correction of a header is remembered, and taken again for the next file with the same header. */

import { createHash } from 'node:crypto'
import { atOnce } from '../../kernel/steps.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { MendInput } from './contract.ts'
import { type Edits, noEdits } from './edits.ts'
import type { Reader, ReadList } from './kind.ts'
import { type Cell, choicesFrom, headerSignature, mappingOf, type Sheet, type TableDecision } from './rules.ts'
import { dropMapping, keepMapping, type Remembered } from './store/mappings.ts'

/** A digest is enough to know a header again. */
const signatureOf = (cells: readonly Cell[] = []): string | null => {
  const words = headerSignature(cells)
  return words === null ? null : createHash('sha256').update(words).digest('hex')
}

/** As far down as a header is looked for. */
const SEARCHED_ROWS = 40
/** Enough below the header to have its columns read, without reading the whole list twice. */
const SAMPLED_ROWS = 60

type Start = { sheet?: string | undefined; headerRow?: number | undefined }

function headerIn(sheets: readonly Sheet[], remembered: readonly Remembered[], start: Start) {
  if (remembered.length === 0) return null
  const known = new Map(remembered.map(({ signature, mapping }) => [signature, mapping]))
  for (const { name, hidden, rows } of sheets) {
    if (hidden || (start.sheet !== undefined && start.sheet !== name)) continue
    const first = (start.headerRow ?? 1) - 1
    for (let at = first; at < (start.headerRow ?? SEARCHED_ROWS) && at < rows.length; at++) {
      const mapping = known.get(signatureOf(rows[at]) ?? '')
      if (mapping) return { sheet: name, headerRow: at + 1, mapping }
    }
  }
  return null
}

/** The corrections with which a file is read first: those that the unit made when it last saw this header, or none. */
export function firstEdits(reader: Reader, sheets: readonly Sheet[], remembered: readonly Remembered[], start: Start): Edits {
  const found = headerIn(sheets, remembered, start)
  if (!found) return noEdits(start)
  const { mapping, ...place } = found
  const head = sheets.map(sheet => ({ ...sheet, rows: sheet.rows.slice(0, place.headerRow + SAMPLED_ROWS) }))
  const decision = atOnce(reader.read(head, noEdits(place)))
  const columns = decision.allowed ? decision.value.table.columns : decision.found?.columns
  return columns ? { ...noEdits(place), columns: choicesFrom(mapping, columns), recalled: true } : noEdits(start)
}

type Mended = { kind: string; input: MendInput; before: Edits; sheets: readonly Sheet[]; decision: TableDecision<ReadList> }

/** Remembers a header that was corrected and can be read so; forgets one that is left to the machine again. */
export async function rememberMended(context: RequestContext, { kind, input, before, sheets, decision }: Mended): Promise<void> {
  const { trx, scope, now } = context
  const signatureAt = (sheet: string | undefined, row: number) => signatureOf(sheets.find(({ name }) => name === sheet)?.rows[row - 1])
  if (input.forget) {
    const signature = before.recalled && before.headerRow !== undefined ? signatureAt(before.sheet, before.headerRow) : null
    if (signature !== null) await dropMapping(trx, scope, kind, signature)
  } else if (decision.allowed && (input.columns !== undefined || input.headerRow !== undefined)) {
    const { sheet, headerRow, columns } = decision.value.table
    const signature = signatureAt(sheet, headerRow)
    if (signature !== null) await keepMapping(trx, scope, { kind, signature, mapping: mappingOf(columns), at: now })
  }
}
