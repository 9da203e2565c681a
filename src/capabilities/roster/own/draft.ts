/** What a graduate has typed and not handed in: kept sealed, read by nobody else. */
import type { RequestContext } from '../../accounts/index.ts'
import { vaultsById } from '../../orgs/index.ts'
import { isOwnField, type Texts } from '../rules/own-data.ts'
import * as store from '../store/proposals.ts'
import { ownKnown } from './held.ts'

export type OwnDraft = { changes: Texts; reason: string }

const place = (memberId: string) => `correction_drafts.texts ${memberId}`

export async function draftOf({ trx, scope, keys }: RequestContext): Promise<OwnDraft | null> {
  const row = await store.draftOf(trx, scope)
  if (!row) return null
  const vault = (await vaultsById(trx, keys, scope.school, [row.keyId])).get(row.keyId)
  return vault ? (JSON.parse(vault.unseal(row.textsSealed, place(scope.member))) as OwnDraft) : null
}

/** Without a word it is dropped. */
export async function keepOwn(context: RequestContext, { changes, reason }: OwnDraft): Promise<void> {
  const { trx, scope, now } = context
  const { cohortId } = (await ownKnown(context)).held
  const typed = Object.fromEntries(Object.entries(changes).filter(([field]) => isOwnField(field)))
  if (Object.keys(typed).length === 0 && reason === '') return void (await store.dropDraft(trx, scope))
  const vault = await context.vault(cohortId!)
  const texts_sealed = vault.seal(JSON.stringify({ changes: typed, reason } satisfies OwnDraft), place(scope.member))
  await store.keepDraft(trx, { school_id: scope.school, member_id: scope.member, texts_sealed, key_id: vault.keyId, kept_at: now })
}
