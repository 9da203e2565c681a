/** Where a check says what it found: places the complaint in the sheet and marks the cell as wrong. */
import type { Complaint, Problem, Repair, RepairKind } from './field.ts'
import type { Table, TableRow } from './result.ts'

export type Ledger = {
  /** Whether a field holds a value that no earlier check found wrong: only such a one judges others. */
  sound: (field: string) => boolean
  say: (field: string, complaint: Complaint) => void
  mend: (field: string, kind: RepairKind, after: string) => void
}

type Placed = { column: string; position: number }

export const ledgerFor = (table: Table, labels: ReadonlyMap<string, string>, into: { problems: Problem[]; repairs: Repair[] }) => {
  const places = new Map<string, Placed>()
  for (const { field, header, position } of table.columns)
    if (field !== null) places.set(field, { column: header || labels.get(field)!, position })
  const placeOf = (field: string) => ({ field, ...(places.get(field) ?? { column: labels.get(field) ?? field, position: 0 }) })

  return (row: TableRow): Ledger => ({
    sound: field => row.values[field] !== null && row.values[field] !== undefined && !row.wrong.has(field),
    say: (field, complaint) => {
      into.problems.push({ row: row.row, ...placeOf(field), ...complaint })
      if (complaint.severity === 'error') row.wrong.add(field)
    },
    mend: (field, kind, after) => {
      into.repairs.push({ row: row.row, ...placeOf(field), kind, before: row.texts[field] ?? '', after })
      row.texts[field] = after
    },
  })
}
