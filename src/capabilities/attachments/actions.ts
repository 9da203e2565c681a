import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { Trx } from '../../platform/database/index.ts'
import { contentHash, type FileStore } from '../../platform/files/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import * as store from './store.ts'

export type NewFile = {
  purpose: string
  name: string
  mime: string
  bytes: Uint8Array
  path?: string
  cohortId?: string | undefined
}

/** Keeps a file, encrypted, under the keeper's own unit (or `path`). The bytes are written before the row: a row never lacks its file. */
export async function keepFile(context: RequestContext, kept: NewFile): Promise<string> {
  const { trx, scope, actor, files } = context
  const vault = await context.vault(kept.cohortId)
  const id = newId()
  await store.holdContent(trx, contentHash(kept.bytes))
  await store.addFile(trx, {
    school_id: scope.school,
    id,
    account_id: actor.id,
    path: kept.path ?? scope.path,
    purpose: kept.purpose,
    name: kept.name,
    mime: kept.mime,
    size: kept.bytes.length,
    sha256: await files.put(kept.bytes, vault),
    key_id: vault.keyId,
  })
  return id
}

/** Opens a kept file of the scope. Two parts, so that the reading stands outside the transaction: `within` it the row, then the bytes. */
export async function openFile(context: RequestContext, id: string): Promise<{ row: store.FileRow; read: () => Promise<Uint8Array> }> {
  const row = await store.file(context.trx, context.scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  const vault = (await vaultsById(context.trx, context.keys, context.scope.school, [row.keyId])).get(row.keyId)
  if (!vault) throw new ORPCError('NOT_FOUND')
  return { row, read: () => context.files.get(row.sha256, vault) }
}

/** Deletes files for good, rows and bytes; bytes that another row names stay. Asked again after a break it finishes. */
export async function dropFiles(trx: Trx, files: FileStore, school: string, ids: readonly string[]): Promise<void> {
  const contents = new Map((await store.removeFiles(trx, school, ids)).map(row => [`${row.sha256} ${row.keyId}`, row]))
  // In one order, so that two who delete never wait for each other.
  for (const [, { sha256, keyId }] of [...contents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await store.holdContent(trx, sha256)
    if (!(await store.isNamed(trx, school, sha256, keyId))) await files.remove(sha256, keyId)
  }
}
