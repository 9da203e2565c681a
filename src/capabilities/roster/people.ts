import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import { type Sensitive, unsealMember } from './sealed.ts'
import * as store from './store.ts'

/** Opens the sensitive fields of these members, by member id. The caller's procedure holds the right, and its audit entry says so. */
export async function openPeople(context: RequestContext, memberIds: readonly string[]): Promise<Map<string, Sensitive>> {
  const { trx, keys, scope } = context
  const rows = await store.sealedOf(trx, scope, memberIds)
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(row => row.key_id),
  )
  return new Map(rows.map(row => [row.id, unsealMember(vaults, row)]))
}
