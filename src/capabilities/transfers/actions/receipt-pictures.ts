/** Pictures of stamped receipts: brought by the unit or 组织部, checked by 组织部, kept encrypted under a plain name. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { dropFiles, keepFile, openFile } from '../../attachments/index.ts'
import { scanEndings } from '../../attachments/rules.ts'
import { tell } from '../../inbox/index.ts'
import type { ReceiptView } from '../contract.ts'
import { mayKeepPicture, mayRemovePicture, type PictureRefusal } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { noteOf } from './noting.ts'
import { isOwn, pictureFacts, receiptView } from './receipt-desk.ts'

const refused = (reason: PictureRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

async function begunCase({ trx, scope }: RequestContext, id: string): Promise<BegunCase> {
  const graduateId = await store.graduateIdOf(trx, scope, id)
  const [held] = graduateId ? await store.casesOf(trx, scope, [graduateId]) : []
  if (!held) throw new ORPCError('NOT_FOUND')
  if (!held.transfer) throw refused('no-letter-out')
  return held
}

/** The bytes are read before the transaction. */
export async function addPicture(context: RequestContext, { id: caseId, file }: { id: string; file: File }): Promise<ReceiptView> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return context.within(async inside => {
    const { trx, scope, actor, now, record } = inside
    const found = await begunCase(inside, caseId)
    await store.hold(trx, scope, [found.transfer.id])
    const held = await begunCase(inside, caseId)
    const { person, transfer, attempt } = held
    const count = (await store.picturesOf(trx, scope, attempt.id)).length
    const decision = mayKeepPicture(pictureFacts(inside, held, count), bytes)
    if (!decision.allowed) throw refused(decision.reason)
    const mime = decision.value
    const { memberId, path, cohortId } = person
    const name = `盖章回执.${scanEndings[mime]}`
    const file_id = await keepFile(inside, { purpose: 'receipt-picture', name, mime, bytes, path, cohortId })
    const id = newId()
    const size = bytes.length
    const whose = { school_id: scope.school, id, transfer_id: transfer.id, attempt_id: attempt.id, member_id: memberId, path }
    const by = { added_at: now.toISOString(), added_by: actor.id, added_name: actor.name }
    await store.addPicture(trx, { ...whose, mime, size, file_id, ...by })
    await store.addEvents(trx, [noteOf(inside, held, 'add-picture', {})])
    record({ kind: 'receipt-picture', id, path, after: { transferId: transfer.id, attemptId: attempt.id, mime, size } })
    return receiptView(inside, held)
  })
}

/** The file is deleted; that it was here, and why it went, stays in the story. Whoever brought it is told why. */
export async function removePicture(context: RequestContext, { id, reason }: { id: string; reason: string }): Promise<ReceiptView> {
  const { trx, scope, actor, now, files, record } = context
  const row = await store.pictureById(trx, scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  await store.hold(trx, scope, [row.transferId])
  const held = await begunCase(context, row.transferId)
  const stands = (await store.pictureById(trx, scope, id, true))?.fileId ?? null
  // A picture of an earlier attempt is history with it.
  const state = held.attempt.id === row.attemptId ? held.attempt.state : 'closed'
  const decision = mayRemovePicture({ state, own: isOwn(context, held), gone: stands === null })
  if (!decision.allowed) throw refused(decision.reason)
  const gone = { file_id: null, removed_at: now.toISOString(), removed_by: actor.id, removed_name: actor.name, removed_reason: reason }
  await store.savePicture(trx, { school_id: scope.school, id, ...gone })
  await dropFiles(trx, files, scope.school, [stands!])
  await store.addEvents(trx, [noteOf(context, held, 'remove-picture', { reason })])
  record({ kind: 'receipt-picture', id, path: row.path, before: { transferId: row.transferId }, after: { removed: true, reason } })
  if (row.addedBy !== actor.id)
    await tell(trx, scope.school, [row.addedBy], {
      kind: 'transfer',
      title: '回执照片没有通过核对',
      body: `${held.person.name}的盖章回执照片已撤下。原因：${reason.replace(/[。.]$/, '')}。请重新拍一张附上，或把纸质原件交组织部。`,
      link: `/transfers/${row.transferId}`,
    })
  return receiptView(context, held)
}

/** Every look is on record. */
export async function openPicture(context: RequestContext, id: string): Promise<File> {
  const { row, read } = await context.within(async inside => {
    const found = await store.pictureById(inside.trx, inside.scope, id)
    if (!found) throw new ORPCError('NOT_FOUND')
    if (!found.fileId) throw refused('removed')
    inside.record({ kind: 'receipt-picture', id, path: found.path, after: { transferId: found.transferId } })
    return openFile(inside, found.fileId)
  })
  return new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })
}
