import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: no letter that a reader takes for a digit. */
const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'
const CODE_BYTES = 16

/** 128 random bits as 26 characters. */
export const randomCode = (): string => {
  let bits = BigInt(`0x${randomBytes(CODE_BYTES).toString('hex')}`)
  let code = ''
  for (let at = 0; at < 26; at++, bits >>= 5n) code = BASE32[Number(bits & 31n)] + code
  return code
}
