/** The SQL of what a unit corrected about a header: one row for each header that differs. */
import '../tables.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { Mapping } from '../rules.ts'

/** The unit's own, not those of the units below: each knows its own senders. */
export const mappingsOf = (trx: Trx, { school, path }: Scope, kind: string) =>
  trx
    .selectFrom('import_mappings')
    .select(['signature', 'mapping'])
    .where('school_id', '=', school)
    .where('path', '=', path)
    .where('kind', '=', kind)
    .execute()

export type Remembered = Awaited<ReturnType<typeof mappingsOf>>[number]

type Kept = { kind: string; signature: string; mapping: Mapping; at: Date }

export const keepMapping = (trx: Trx, { school, path }: Scope, { kind, signature, mapping, at }: Kept) => {
  const row = { school_id: school, path, kind, signature, mapping: JSON.stringify(mapping) as never, kept_at: at }
  return trx
    .insertInto('import_mappings')
    .values(row)
    .onConflict(conflict => conflict.columns(['school_id', 'path', 'kind', 'signature']).doUpdateSet({ mapping: row.mapping, kept_at: at }))
    .execute()
}

export const dropMapping = (trx: Trx, { school, path }: Scope, kind: string, signature: string) =>
  trx
    .deleteFrom('import_mappings')
    .where('school_id', '=', school)
    .where('path', '=', path)
    .where('kind', '=', kind)
    .where('signature', '=', signature)
    .execute()
