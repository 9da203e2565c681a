/** The empty form of a list: what may stand in each column, to be filled in and brought back. */
import { writeWorkbook } from '../../platform/spreadsheets/index.ts'
import type { ListKind } from './list-spec.ts'
import { mimes } from './mimes.ts'

export async function emptyForm({ title, hints, fields }: Pick<ListKind, 'title' | 'hints' | 'fields'>): Promise<File> {
  const columns = fields.map(({ label, required, choices }) => ({ header: required ? `${label}*` : label, ...(choices && { choices }) }))
  const above = [`填表说明：带 * 的必填。${hints}`]
  const bytes = await writeWorkbook({ name: title, title, above, columns, rows: [] })
  return new File([new Uint8Array(bytes)], `${title}（空表）.xlsx`, { type: mimes.xlsx })
}
