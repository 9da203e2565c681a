/** The sensitive fields of a member, to and from their columns. Each value is bound to its row and its column. */
import type { Vault } from '../../platform/crypto/index.ts'
import type { SecondContact } from './rules.ts'

export interface Sensitive {
  idNumber: string | null
  phone: string | null
  email: string | null
  homeAddress: string | null
  secondContact: SecondContact | null
}

export interface SealedColumns {
  id_number_sealed: Uint8Array | null
  id_number_index: Uint8Array | null
  id_number_last4: string | null
  phone_sealed: Uint8Array | null
  phone_index: Uint8Array | null
  phone_last4: string | null
  contacts_sealed: Uint8Array | null
  key_id: string
}

const place = (column: string, memberId: string) => `members.${column} ${memberId}`
const last4 = (text: string | null) => (text === null ? null : text.slice(-4))

type Part = { fields: readonly (keyof Sensitive)[]; seal: (vault: Vault, memberId: string, person: Sensitive) => Partial<SealedColumns> }

/** What is sealed together. */
const parts: readonly Part[] = [
  {
    fields: ['idNumber'],
    seal: (vault, memberId, { idNumber }) => ({
      id_number_sealed: idNumber === null ? null : vault.seal(idNumber, place('id_number', memberId)),
      id_number_index: idNumber === null ? null : vault.index('id-number', idNumber),
      id_number_last4: last4(idNumber),
    }),
  },
  {
    fields: ['phone'],
    seal: (vault, memberId, { phone }) => ({
      phone_sealed: phone === null ? null : vault.seal(phone, place('phone', memberId)),
      phone_index: phone === null ? null : vault.index('phone', phone),
      phone_last4: last4(phone),
    }),
  },
  {
    fields: ['email', 'homeAddress', 'secondContact'],
    seal: (vault, memberId, { email, homeAddress, secondContact }) => {
      const none = email === null && homeAddress === null && secondContact === null
      return {
        contacts_sealed: none ? null : vault.seal(JSON.stringify({ email, homeAddress, secondContact }), place('contacts', memberId)),
      }
    },
  },
]

/** Takes of a person what is sensitive, and leaves the rest, whatever else it is handed. */
export const sealMember = (vault: Vault, memberId: string, person: Sensitive): SealedColumns =>
  Object.assign({ key_id: vault.keyId }, ...parts.map(({ seal }) => seal(vault, memberId, person)))

/** Only what holds one of these fields; under another key than before, all. */
export const resealed = (
  vault: Vault,
  held: { memberId: string; key_id: string },
  person: Sensitive,
  changed: ReadonlySet<string>,
): Partial<SealedColumns> => {
  if (held.key_id !== vault.keyId) return sealMember(vault, held.memberId, person)
  const touched = parts.filter(({ fields }) => fields.some(field => changed.has(field)))
  return Object.assign({}, ...touched.map(({ seal }) => seal(vault, held.memberId, person)))
}

type Columns = { id: string } & Pick<SealedColumns, 'id_number_sealed' | 'phone_sealed' | 'contacts_sealed' | 'key_id'>

/** Null throughout where the key was destroyed. */
export function unsealMember(vaults: ReadonlyMap<string, Vault>, row: Columns): Sensitive {
  const vault = vaults.get(row.key_id)
  const open = (sealed: Uint8Array | null, column: string) => (sealed && vault ? vault.unseal(sealed, place(column, row.id)) : null)
  const contacts = open(row.contacts_sealed, 'contacts')
  return {
    idNumber: open(row.id_number_sealed, 'id_number'),
    phone: open(row.phone_sealed, 'phone'),
    ...(contacts === null
      ? { email: null, homeAddress: null, secondContact: null }
      : (JSON.parse(contacts) as Omit<Sensitive, 'idNumber' | 'phone'>)),
  }
}
