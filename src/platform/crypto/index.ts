export { defaultKeyFile, fingerprint, masterKey } from './master-key.ts'
export { randomCode } from './random-code.ts'
export { blindIndex, deriveKey, newKey, seal, unseal } from './seal.ts'
export { type Keys, keysUnder, type Vault } from './vault.ts'
