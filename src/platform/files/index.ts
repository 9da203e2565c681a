import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../../kernel/ids.ts'
import type { Vault } from '../crypto/index.ts'

/** Encrypted files under the data folder, by the hash of their content; one folder a data key, so that a purge is a removal. */
export interface FileStore {
  /** Returns the sha-256 of the content in hex. Written whole or not at all. */
  put(bytes: Uint8Array, vault: Vault): Promise<string>
  get(sha256: string, vault: Vault): Promise<Uint8Array>
  /** Removes one content; nothing where it is gone already. */
  remove(sha256: string, keyId: string): Promise<void>
  /** Removes everything sealed by one key. */
  purge(keyId: string): Promise<void>
}

/** The name under which content is kept. */
export const contentHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function openFiles(folder: string): FileStore {
  const placeOf = (sha256: string, keyId: string) => join(folder, keyId, sha256.slice(0, 2), sha256)
  return {
    async put(bytes, vault) {
      const sha256 = contentHash(bytes)
      const place = placeOf(sha256, vault.keyId)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      const draft = `${place}.${newId()}`
      await writeFile(draft, vault.sealBytes(bytes, `file ${sha256}`), { mode: 0o600, flush: true })
      await rename(draft, place)
      return sha256
    },
    get: async (sha256, vault) => vault.unsealBytes(await readFile(placeOf(sha256, vault.keyId)), `file ${sha256}`),
    remove: (sha256, keyId) => rm(placeOf(sha256, keyId), { force: true }),
    purge: keyId => rm(join(folder, keyId), { recursive: true, force: true }),
  }
}
