/** Phones and other people's names in a destination: sealed apart from the answers. */
import { maskPhone } from '../../../kernel/mask.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { vaultsById } from '../../orgs/index.ts'
import { type Contact, type Form, type SealedAnswers, sealedFields } from '../rules.ts'
import type { Case } from '../store/cases.ts'

/** Of what is sealed, only what the destination asks for: its marks stand among the answers. */
const asked = (sealed: SealedAnswers, { answers = {} }: Partial<Form>): SealedAnswers =>
  Object.fromEntries(sealedFields.flatMap(field => (answers[field] && sealed[field] ? [[field, sealed[field]]] : [])))

type ContactFields = Record<string, Contact | Contact[] | null | undefined>

const masked = (contact: Contact): Contact => ({ ...contact, phone: maskPhone(contact.phone) })

/** As others than the member see them. */
export const maskedContacts = (sealed: SealedAnswers): ContactFields =>
  Object.fromEntries(
    Object.entries(sealed as ContactFields).map(([field, said]) => [field, Array.isArray(said) ? said.map(masked) : said && masked(said)]),
  )

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
    const form = typed ? null : attempt.destination
    return bytes && keyId ? [{ id: person.id, transferId: transfer.id, bytes, keyId, form }] : []
  })
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    sealed.map(({ keyId }) => keyId),
  )
  return new Map(
    sealed.flatMap(({ id, transferId, bytes, keyId, form }) => {
      const vault = vaults.get(keyId)
      if (!vault) return []
      const opened = JSON.parse(vault.unseal(bytes, contactsPlace(transferId))) as SealedAnswers
      return [[id, form ? asked(opened, form) : opened] as const]
    }),
  )
}
