/** Photographs of a draft: drawn anew outside the transaction, kept encrypted in it. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { contentHash } from '../../platform/files/index.ts'
import { type Shrunk, shrink } from '../../platform/images/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles, keepFile } from '../attachments/index.ts'
import { plainName } from '../attachments/rules.ts'
import { vaultsById } from '../orgs/index.ts'
import { mayBeLarge, mayStep, type PhotoRefusal, roomFor } from './rules.ts'
import * as store from './store.ts'
import { factsOf, held, photoView } from './views.ts'

const refused = (reason: PhotoRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

const photosView = async ({ trx, scope }: RequestContext, id: string) => ({ photos: (await store.photosOf(trx, scope, id)).map(photoView) })

/** The draft, held for its unit; what was returned becomes a draft again. */
async function writable(context: RequestContext, id: string, hold = true) {
  const row = await held(context, id)
  const decision = mayStep(factsOf(context, row), 'change')
  if (!decision.allowed) throw refused(decision.reason === 'not-yours' ? 'not-yours' : 'wrong-state')
  if (!hold) return row
  // Whoever hands it in meanwhile waits, or has been waited for.
  const mine = await held(context, id, true)
  if (mine.state !== 'draft' && mine.state !== 'returned') throw refused('wrong-state')
  if (mine.state === 'returned') await store.saveDraft(context.trx, context.scope.school, id, { state: 'draft', returned_from: null })
  return mine
}

type Photo = { name: string; made: Shrunk }
type Refused = { name: string; reason: PhotoRefusal }

async function photosIn(files: readonly File[]): Promise<{ photos: Photo[]; not: Refused[] }> {
  const photos: Photo[] = []
  const not: Refused[] = []
  for (const file of files) {
    const name = plainName(file.name)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const large = mayBeLarge(bytes)
    const done = large.allowed ? await shrink(bytes) : large
    if (done.allowed) photos.push({ name, made: done.value })
    else not.push({ name, reason: done.reason })
  }
  return { photos, not }
}

async function keep(inside: RequestContext, row: store.NewsRecord, { name, made }: Photo, position: number) {
  const { trx, scope } = inside
  const { bytes, width, height } = made.picture
  const whose = { purpose: 'news-photo', name, mime: 'image/jpeg', path: row.path, cohortId: row.cohortId }
  await store.addPhoto(trx, {
    school_id: scope.school,
    id: newId(),
    news_id: row.id,
    path: row.path,
    position,
    name,
    size: bytes.length,
    width,
    height,
    sha256: contentHash(bytes),
    file_id: await keepFile(inside, { ...whose, bytes }),
    thumbnail_id: await keepFile(inside, { ...whose, bytes: made.thumbnail.bytes }),
  })
}

export async function addPhotos(context: RequestContext, { id, files }: { id: string; files: readonly File[] }) {
  // Nothing is decoded for who may not keep it.
  await context.within(inside => writable(inside, id, false))
  const { photos, not } = await photosIn(files)
  return context.within(async inside => {
    const { trx, scope, record } = inside
    const row = await writable(inside, id)
    const kept = await store.photosOf(trx, scope, id)
    const room = roomFor(kept.length)
    if (!room.allowed) throw refused(room.reason)
    const first = Math.max(0, ...kept.map(({ position }) => position + 1))
    const taken = photos.slice(0, room.value)
    for (const [at, photo] of taken.entries()) await keep(inside, row, photo, first + at)
    const beyond = photos.slice(room.value).map(({ name }): Refused => ({ name, reason: 'too-many' }))
    record({ kind: 'news', id, path: row.path, after: { title: row.title, photos: taken.length } })
    return { ...(await photosView(inside, id)), refused: [...not, ...beyond] }
  })
}

export async function arrangePhotos(
  context: RequestContext,
  { id, photos }: { id: string; photos: readonly { id: string; caption: string }[] },
) {
  const { trx, scope, record } = context
  const row = await writable(context, id)
  const known = new Set((await store.photosOf(trx, scope, id)).map(photo => photo.id))
  if (photos.some(photo => !known.has(photo.id))) throw new ORPCError('NOT_FOUND')
  for (const [position, { id: photo, caption }] of photos.entries()) await store.savePhoto(trx, scope, photo, { caption, position })
  record({ kind: 'news', id, path: row.path, after: { title: row.title, arranged: photos.length } })
  return photosView(context, id)
}

export async function removePhoto(context: RequestContext, id: string) {
  const { trx, scope, files, record } = context
  const photo = await store.photoById(trx, scope, id)
  if (!photo) throw new ORPCError('NOT_FOUND')
  const row = await writable(context, photo.newsId)
  await dropFiles(trx, files, scope.school, await store.removePhotos(trx, scope, [id]))
  record({ kind: 'news', id: row.id, path: row.path, after: { title: row.title, removed: 'photo' } })
  return photosView(context, row.id)
}

/** Where its bytes are read, after the transaction. */
export async function bytesOf({ trx, scope, keys, files }: RequestContext, id: string, small: boolean) {
  const content = await store.contentOf(trx, id, small)
  const vault = content && (await vaultsById(trx, keys, scope.school, [content.key_id])).get(content.key_id)
  if (!vault) throw new ORPCError('NOT_FOUND')
  return () => files.get(content.sha256, vault)
}

export async function openPhoto(context: RequestContext, { id, thumbnail }: { id: string; thumbnail: boolean }) {
  const { photo, read } = await context.within(async inside => {
    const found = await store.photoById(inside.trx, inside.scope, id)
    if (!found) throw new ORPCError('NOT_FOUND')
    return { photo: found, read: await bytesOf(inside, id, thumbnail) }
  })
  const bytes = (await read()) as Uint8Array<ArrayBuffer>
  const name = photo.name.replace(/(?:\.[A-Za-z0-9]{1,5})?$/, '.jpg')
  return {
    headers: {
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, max-age=31536000, immutable',
    },
    body: new File([bytes], name, { type: 'image/jpeg' }),
  }
}
