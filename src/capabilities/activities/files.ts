/** Photographs and attachments of an activity: read before the transaction, kept encrypted in it. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { type Shrunk, shrink } from '../../platform/images/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles, keepFile } from '../attachments/index.ts'
import { plainName } from '../attachments/rules.ts'
import { vaultsById } from '../orgs/index.ts'
import { heldActivity } from './actions.ts'
import type { ActivityFile } from './contract.ts'
import { type FileKind, type FileRefusal, mayBeLarge, mayKeep, mayTakeDown, readAttachment } from './rules.ts'
import * as store from './store.ts'
import { fileView, isHolder } from './views.ts'

const refused = (reason: FileRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

const filesView = async ({ trx, scope }: RequestContext, activityId: string): Promise<ActivityFile[]> =>
  (await store.filesOf(trx, scope, activityId)).map(fileView)

/** The activity, held where something will be kept with it, and for how many more there is room. */
async function roomFor(inside: RequestContext, id: string, kind: FileKind, hold: boolean) {
  const row = await heldActivity(inside, id, hold)
  const kept = (await store.filesOf(inside.trx, inside.scope, id)).filter(file => file.kind === kind).length
  const decision = mayKeep({ state: row.state, holder: isHolder(inside, row), kept }, kind)
  if (!decision.allowed) throw refused(decision.reason)
  return { row, room: decision.value }
}

type Row = store.ActivityRecord
type New = Pick<store.KeptFile, 'kind' | 'name' | 'mime'> & { bytes: Uint8Array; small?: Uint8Array; width?: number; height?: number }

async function keep(inside: RequestContext, row: Row, { kind, name, mime, bytes, small, width, height }: New): Promise<string> {
  const { trx, scope, actor, now, record } = inside
  const whose = { purpose: `activity-${kind}`, name, mime, path: row.heldPath, cohortId: row.cohortId }
  const id = newId()
  await store.addFile(trx, {
    school_id: scope.school,
    id,
    activity_id: row.id,
    held_path: row.heldPath,
    kind,
    name,
    mime,
    size: bytes.length,
    width: width ?? null,
    height: height ?? null,
    file_id: await keepFile(inside, { ...whose, bytes }),
    thumbnail_id: small ? await keepFile(inside, { ...whose, bytes: small }) : null,
    added_at: now,
    added_by: actor.id,
    added_name: actor.name,
  })
  record({ kind: 'activity-file', id, path: row.heldPath, after: { activity: row.title, kind, mime, size: bytes.length } })
  return id
}

type Photo = { name: string; made: Shrunk }
type Refused = { name: string; reason: FileRefusal }

/** One after another: what is taken and what is not, each by its own name. */
async function photosIn(files: readonly File[]): Promise<{ photos: Photo[]; refused: Refused[] }> {
  const photos: Photo[] = []
  const refusedOnes: Refused[] = []
  for (const file of files) {
    const name = plainName(file.name)
    const bytes = await bytesOf(file)
    const large = mayBeLarge(bytes)
    const done = large.allowed ? await shrink(bytes) : large
    if (done.allowed) photos.push({ name, made: done.value })
    else refusedOnes.push({ name, reason: done.reason })
  }
  return { photos, refused: refusedOnes }
}

export async function addPhotos(context: RequestContext, { id, files }: { id: string; files: readonly File[] }) {
  // Nothing is decoded for who may not keep it.
  await context.within(inside => roomFor(inside, id, 'photo', false))
  const { photos, refused: not } = await photosIn(files)
  return context.within(async inside => {
    const { row, room } = await roomFor(inside, id, 'photo', true)
    const added: string[] = []
    for (const { name, made } of photos.slice(0, room)) {
      const { bytes, width, height } = made.picture
      added.push(await keep(inside, row, { kind: 'photo', name, mime: 'image/jpeg', bytes, small: made.thumbnail.bytes, width, height }))
    }
    const beyond = photos.slice(room).map(({ name }): Refused => ({ name, reason: 'too-many' }))
    return { files: await filesView(inside, id), added, refused: [...not, ...beyond] }
  })
}

export async function addAttachment(context: RequestContext, { id, file }: { id: string; file: File }) {
  const bytes = await bytesOf(file)
  const read = readAttachment(bytes)
  return context.within(async inside => {
    const { row } = await roomFor(inside, id, 'attachment', true)
    if (!read.allowed) throw refused(read.reason)
    await keep(inside, row, { kind: 'attachment', name: plainName(file.name), mime: read.value, bytes })
    return { files: await filesView(inside, id) }
  })
}

/** One that the caller's side keeps. */
async function ownFile(context: RequestContext, id: string) {
  const file = await store.fileById(context.trx, context.scope, id)
  if (!file) throw new ORPCError('NOT_FOUND')
  const row = await heldActivity(context, file.activityId, false)
  const decision = mayTakeDown({ holder: isHolder(context, row) })
  if (!decision.allowed) throw refused(decision.reason)
  return { file, row }
}

export async function changeCaption(context: RequestContext, { id, caption }: { id: string; caption: string }) {
  const { file, row } = await ownFile(context, id)
  await store.saveCaption(context.trx, context.scope, id, caption)
  const about = { activity: row.title, kind: file.kind }
  context.record({
    kind: 'activity-file',
    id,
    path: row.heldPath,
    before: { ...about, caption: file.caption },
    after: { ...about, caption },
  })
  return { files: await filesView(context, row.id) }
}

/** The file is deleted; that it was here, and why it went, stays in the log. */
export async function removeFile(context: RequestContext, { id, reason }: { id: string; reason: string }) {
  const { trx, scope, files, record } = context
  const { file, row } = await ownFile(context, id)
  const gone = await store.removeFile(trx, scope, id)
  if (!gone) throw new ORPCError('NOT_FOUND')
  await dropFiles(
    trx,
    files,
    scope.school,
    [gone.fileId, gone.thumbnailId].filter(one => one !== null),
  )
  const before = { activity: row.title, kind: file.kind, mime: file.mime, size: file.size }
  record({ kind: 'activity-file', id, path: row.heldPath, before, after: { removed: true, reason } })
  return { files: await filesView(context, row.id) }
}

/** A year: what is kept under an id never changes. */
const KEPT = 'private, max-age=31536000, immutable'

/** A photograph is a JPEG of our own making and may be shown; what somebody else made is only ever handed out. */
export async function openFile(context: RequestContext, { id, thumbnail }: { id: string; thumbnail: boolean }) {
  const { file, read } = await context.within(async inside => {
    const { trx, scope, keys, files } = inside
    const found = await store.fileById(trx, scope, id)
    const content = found && (await store.contentOf(trx, id, thumbnail && found.kind === 'photo'))
    const vault = content && (await vaultsById(trx, keys, scope.school, [content.key_id])).get(content.key_id)
    if (!found || !vault) throw new ORPCError('NOT_FOUND')
    return { file: found, read: () => files.get(content.sha256, vault) }
  })
  const bytes = (await read()) as Uint8Array<ArrayBuffer>
  const shown = file.kind === 'photo' ? 'inline' : 'attachment'
  const name = file.kind === 'photo' ? file.name.replace(/(?:\.[A-Za-z0-9]{1,5})?$/, '.jpg') : file.name
  return {
    headers: {
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': file.kind === 'photo' ? KEPT : 'private, no-store',
    },
    body: new File([bytes], name, { type: file.mime }),
  }
}
