import { blindIndex, deriveKey, newKey, seal, unseal } from './seal.ts'

const utf8 = new TextDecoder()

/** The open keys of one school and one group of people: seals and opens single values. */
export interface Vault {
  /** Which data key seals here; stored beside what it sealed. */
  keyId: string
  seal(value: string, context: string): Uint8Array
  sealBytes(value: Uint8Array, context: string): Uint8Array
  unseal(sealed: Uint8Array, context: string): string
  unsealBytes(sealed: Uint8Array, context: string): Uint8Array
  index(field: string, value: string): Uint8Array
}

export interface Keys {
  /** A new data key, wrapped by the master key, to be stored. */
  wrapNew(school: string, keyId: string): Uint8Array
  open(school: string, keyId: string, wrapped: Uint8Array): Vault
  /** The secret of sessions and tickets. */
  secret(purpose: string): Uint8Array
}

/** Data keys opened once stay open in memory: opening costs a decryption, and a list opens one a row otherwise. */
export function keysUnder(master: Uint8Array): Keys {
  const wrapping = deriveKey(master, 'wrap data keys')
  const opened = new Map<string, Vault>()
  const context = (school: string, keyId: string) => `data key ${school} ${keyId}`
  return {
    wrapNew: (school, keyId) => seal(wrapping, newKey(), context(school, keyId)),
    open(school, keyId, wrapped) {
      const known = opened.get(keyId)
      if (known) return known
      const vault = vaultOf(unseal(wrapping, wrapped, context(school, keyId)), deriveKey(master, `blind index ${school}`), keyId)
      opened.set(keyId, vault)
      return vault
    },
    secret: purpose => deriveKey(master, purpose),
  }
}

const vaultOf = (key: Uint8Array, indexKey: Uint8Array, keyId: string): Vault => ({
  keyId,
  seal: (value, context) => seal(key, Buffer.from(value), context),
  sealBytes: (value, context) => seal(key, value, context),
  unseal: (sealed, context) => utf8.decode(unseal(key, sealed, context)),
  unsealBytes: (sealed, context) => unseal(key, sealed, context),
  index: (field, value) => blindIndex(indexKey, field, value),
})
