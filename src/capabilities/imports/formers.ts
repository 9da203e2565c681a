/** The former values of what an import changed: sealed under the cohort's key, as long as the import can be undone. */
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import type { Former } from './kind.ts'
import * as store from './store/formers.ts'

const place = (importId: string, subjectId: string) => `import_undo.former ${importId} ${subjectId}`

/** bytea as the database reads it from JSON, so that a column comes back as it was. */
const plain = (value: unknown) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value)
const textOf = (former: Former) =>
  JSON.stringify(Object.fromEntries(Object.entries(former).map(([column, value]) => [column, plain(value)])))

type Kept = { importId: string; cohortId: string | undefined }

export async function keepFormers(
  context: RequestContext,
  { importId, cohortId }: Kept,
  rows: readonly { subjectId: string; former: Former }[],
): Promise<void> {
  if (rows.length === 0) return
  const { trx, scope } = context
  const vault = await context.vault(cohortId)
  await store.addFormers(
    trx,
    rows.map(({ subjectId, former }) => ({
      school_id: scope.school,
      import_id: importId,
      subject_id: subjectId,
      path: scope.path,
      former: vault.seal(textOf(former), place(importId, subjectId)),
      key_id: vault.keyId,
    })),
  )
}

/** By subject; null where a key was destroyed. */
export async function openFormers({ trx, scope, keys }: RequestContext, importId: string): Promise<Map<string, Former> | null> {
  const rows = await store.formersOf(trx, scope.school, importId)
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(({ keyId }) => keyId),
  )
  if (rows.some(({ keyId }) => !vaults.has(keyId))) return null
  const open = ({ subjectId, former, keyId }: (typeof rows)[number]) =>
    JSON.parse(vaults.get(keyId)!.unseal(former, place(importId, subjectId))) as Former
  return new Map(rows.map(row => [row.subjectId, open(row)]))
}
