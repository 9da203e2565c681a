import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Sealed bytes: one format byte, 12 of nonce, 16 of tag, then AES-256-GCM ciphertext. */
const FORMAT = 1
const NONCE = 12
const TAG = 16

/** Asked for by the hundred: one by one they take as long as all the rest of the sealing. Each is used once. */
const NONCES_AT_ONCE = 512
let nonces = Buffer.alloc(0)
let used = 0
const nextNonce = (): Uint8Array => {
  if (used === nonces.length) {
    nonces = randomBytes(NONCE * NONCES_AT_ONCE)
    used = 0
  }
  used += NONCE
  return nonces.subarray(used - NONCE, used)
}

/** `context` is bound to the bytes: a value copied into another row or column does not open. */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body])
}

/** Throws where key, context or bytes are not those it was sealed with. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  if (sealed[0] !== FORMAT) throw new Error('Unknown seal format')
  const nonce = sealed.subarray(1, 1 + NONCE)
  const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()])
}

export const newKey = (): Uint8Array => randomBytes(32)

/** A key of its own for each purpose, derived from the master key. */
export const deriveKey = (master: Uint8Array, purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', master, '', purpose, 32))

/** Equal values give equal indexes under one key, and nothing else is told. */
export const blindIndex = (key: Uint8Array, field: string, value: string): Uint8Array =>
  createHmac('sha256', key).update(`${field}\0${value}`).digest()
