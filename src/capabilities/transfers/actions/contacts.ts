/** Phones and other people's names in a destination: sealed apart from the answers. */
import type { RequestContext } from '../../accounts/index.ts'
import { vaultsById } from '../../orgs/index.ts'
import type { SealedAnswers } from '../rules.ts'
import type { Case } from '../store/cases.ts'

/** Bound to the case: what is copied from one attempt of it to the next still opens. */
export const contactsPlace = (transferId: string) => `transfers.contacts ${transferId}`
/** The sealed answers of several cases, by graduate: of the draft where there is one, or as handed in. Of a destroyed key nothing is left. */
export async function openContacts(
  { trx, keys, scope }: RequestContext,
  cases: readonly Case[],
  from: 'draft' | 'handed-in',
): Promise<Map<string, SealedAnswers>> {
  const sealed = cases.flatMap(({ person, transfer, attempt }) => {
    if (!transfer) return []
    const typed = from === 'draft' && transfer.draft !== null
    const [bytes, keyId] = typed ? [transfer.draft_sealed, transfer.draft_key_id] : [attempt.contacts_sealed, attempt.key_id]
    return bytes && keyId ? [{ id: person.id, transferId: transfer.id, bytes, keyId }] : []
  })
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    sealed.map(({ keyId }) => keyId),
  )
  return new Map(
    sealed.flatMap(({ id, transferId, bytes, keyId }) => {
      const vault = vaults.get(keyId)
      return vault ? [[id, JSON.parse(vault.unseal(bytes, contactsPlace(transferId))) as SealedAnswers] as const] : []
    }),
  )
}
