import { newId } from '../../kernel/ids.ts'
import type { Keys, Vault } from '../../platform/crypto/index.ts'
import { remembered, type Trx } from '../../platform/database/index.ts'
import * as store from './store.ts'

/** The open data key of a cohort (or of the school, for members without one); made where there is none yet. */
export const vaultFor = (trx: Trx, keys: Keys, school: string, scopeId: string = school): Promise<Vault> =>
  remembered(trx, `vault ${school} ${scopeId}`, () => openOrMake(trx, keys, school, scopeId))

async function openOrMake(trx: Trx, keys: Keys, school: string, scopeId: string): Promise<Vault> {
  const held = await store.dataKeyOf(trx, school, scopeId)
  if (held) return opened(keys, school, held)
  const id = newId()
  await store.addDataKey(trx, { school_id: school, id, scope_id: scopeId, wrapped: keys.wrapNew(school, id) })
  return opened(keys, school, (await store.dataKeyOf(trx, school, scopeId))!)
}

/** The open data keys that sealed these rows, by id; a destroyed key is left out, and what it sealed is gone. */
export async function vaultsById(trx: Trx, keys: Keys, school: string, ids: readonly string[]): Promise<Map<string, Vault>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length ? await store.dataKeys(trx, school, wanted) : []
  return new Map(rows.filter(row => row.wrapped).map(row => [row.id, opened(keys, school, row)]))
}

const opened = (keys: Keys, school: string, row: { id: string; wrapped: Uint8Array | null }): Vault => {
  if (!row.wrapped) throw new Error('This cohort’s key was destroyed: its sensitive data is gone for good.')
  return keys.open(school, row.id, row.wrapped)
}
