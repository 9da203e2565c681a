/** What a graduate shows for a correction: kept encrypted under a plain name, for a file's own name may hold a number. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { dropFiles, keepFile, openFile } from '../../attachments/index.ts'
import { scanEndings } from '../../attachments/rules.ts'
import type { EvidenceView } from '../contract/own-data.ts'
import { type EvidenceRefusal, mayBringEvidence } from '../rules/own-data.ts'
import * as store from '../store/evidence.ts'
import { ownKnown } from './held.ts'

const refused = (reason: EvidenceRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

export const evidenceView = ({ id, mime, size }: store.EvidenceRow): EvidenceView => ({ id, mime, size })

/** The bytes are read before the transaction. */
export async function addEvidence(context: RequestContext, file: File): Promise<EvidenceView> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return context.within(async inside => {
    const { trx, scope, now, record } = inside
    const { memberId, cohortId, path } = (await ownKnown(inside, true)).held
    const waiting = await store.waitingEvidence(trx, scope, memberId)
    const decision = mayBringEvidence({ bytes, waiting: waiting.length })
    if (!decision.allowed) throw refused(decision.reason)
    const mime = decision.value
    const kept = { purpose: 'correction-evidence', name: `更正凭据.${scanEndings[mime]}`, mime, bytes, path, cohortId: cohortId! }
    const file_id = await keepFile(inside, kept)
    const id = newId()
    const size = bytes.length
    const whose = { school_id: scope.school, id, member_id: memberId, path }
    await store.addEvidence(trx, { ...whose, file_id, mime, size, proposal_id: null, added_at: now.toISOString() })
    record({ kind: 'evidence', id, path, after: { mime, size } })
    return { id, mime, size }
  })
}

/** Only what no proposal has taken along. */
export async function dropEvidence({ trx, scope, files, record }: RequestContext, id: string): Promise<{ id: string }> {
  const found = await store.evidenceById(trx, scope, id)
  if (!found) throw new ORPCError('NOT_FOUND')
  if (found.proposalId) throw refused('taken')
  await store.dropEvidence(trx, scope.school, id)
  await dropFiles(trx, files, scope.school, [found.fileId])
  record({ kind: 'evidence', id, path: found.path, before: { mime: found.mime, size: found.size }, after: { removed: true } })
  return { id }
}

/** For the branch: a photograph may show a whole number, so that each opening is on record and tells the member. */
export async function openEvidence(context: RequestContext, id: string): Promise<File> {
  const { row, read } = await context.within(async inside => {
    const found = await store.evidenceById(inside.trx, inside.scope, id)
    if (!found?.proposalId) throw new ORPCError('NOT_FOUND')
    const reason = '核对本人提出的资料更正'
    inside.record({ kind: 'evidence', id, path: found.path, after: { reason, members: [found.memberId] } })
    return openFile(inside, found.fileId)
  })
  return new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })
}
