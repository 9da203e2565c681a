/** Attachments of a notice: hung on the draft, frozen with it, handed out as they came. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { contentHash } from '../../platform/files/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles, keepFile } from '../attachments/index.ts'
import { plainName } from '../attachments/rules.ts'
import { vaultsById } from '../orgs/index.ts'
import { isIssuer } from './reader.ts'
import { type FileRefusal, mayHang, readAttachment } from './rules.ts'
import * as store from './store.ts'
import { fileView, held } from './views.ts'

const refused = (reason: FileRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

const filesView = async ({ trx, scope }: RequestContext, noticeId: string) => (await store.filesOf(trx, scope, [noticeId])).map(fileView)

/** The draft, held where it is one's own to hang something on. */
async function draftFor(context: RequestContext, id: string, taking: boolean) {
  const { trx, scope } = context
  const row = await held(context, id)
  const kept = taking ? 0 : (await store.filesOf(trx, scope, [id])).length
  const decision = mayHang({ state: row.state, issuer: isIssuer(context, row) }, kept)
  if (!decision.allowed) throw refused(decision.reason)
  // Whoever issues it meanwhile waits, or has been waited for.
  const mine = await held(context, id, true)
  if (mine.state !== 'draft') throw refused('wrong-state')
  return mine
}

export async function addFile(context: RequestContext, { id, file }: { id: string; file: File }) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readAttachment(bytes)
  return context.within(async inside => {
    const { trx, scope, actor, now, record } = inside
    const row = await draftFor(inside, id, false)
    if (!read.allowed) throw refused(read.reason)
    const [name, mime, size] = [plainName(file.name), read.value, bytes.length]
    const fileId = newId()
    await store.addFile(trx, {
      school_id: scope.school,
      id: fileId,
      notice_id: id,
      held_path: row.heldPath,
      name,
      mime,
      size,
      sha256: contentHash(bytes),
      // Under the school's own key: it names no member, and outlives a purge of the year.
      file_id: await keepFile(inside, { purpose: 'notice', name, mime, bytes, path: row.heldPath }),
      added_at: now,
      added_by: actor.id,
      added_name: actor.name,
    })
    record({ kind: 'notice-file', id: fileId, path: row.heldPath, after: { notice: row.title, name, mime, size } })
    return { files: await filesView(inside, id) }
  })
}

export async function removeFile(context: RequestContext, id: string) {
  const { trx, scope, files, record } = context
  const file = await store.fileById(trx, scope, id)
  if (!file) throw new ORPCError('NOT_FOUND')
  const row = await draftFor(context, file.noticeId, true)
  const gone = await store.removeFiles(trx, scope, [id])
  if (gone.length === 0) throw new ORPCError('NOT_FOUND')
  await dropFiles(trx, files, scope.school, gone)
  record({ kind: 'notice-file', id, path: row.heldPath, before: { notice: row.title, name: file.name }, after: { removed: true } })
  return { files: await filesView(context, row.id) }
}

export async function openFile(context: RequestContext, id: string) {
  const { file, read } = await context.within(async inside => {
    const { trx, scope, keys, files } = inside
    const found = await store.fileById(trx, scope, id)
    const content = found && (await store.contentOf(trx, id))
    const vault = content && (await vaultsById(trx, keys, scope.school, [content.key_id])).get(content.key_id)
    if (!found || !vault) throw new ORPCError('NOT_FOUND')
    return { file: found, read: () => files.get(content.sha256, vault) }
  })
  const bytes = (await read()) as Uint8Array<ArrayBuffer>
  return {
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    },
    body: new File([bytes], file.name, { type: file.mime }),
  }
}
