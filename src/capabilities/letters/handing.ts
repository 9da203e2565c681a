/** The pick-up register: letters leave the office, with what proves it; and who looks at that later. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { keepFile, openFile } from '../attachments/index.ts'
import { readScan, type ScanRefusal, scanEndings } from '../attachments/rules.ts'
import { rootPath } from '../orgs/rules.ts'
import {
  type Authority,
  type Handover,
  type HandoverRefusal,
  type HandoverWay,
  handoverNeeds,
  isSignature,
  mayHandOver,
  type SignedWay,
  signatureDrawing,
  strokesOf,
} from './rules.ts'
import { addHandovers, handoverOf } from './store/handovers.ts'
import * as store from './store.ts'

const refused = (reason: HandoverRefusal | ScanRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail !== undefined && { detail }) } })

/** As it comes from the desk. */
export type HandingOver = {
  on: Day
  how: HandoverWay
  /** Empty where everybody takes the own letter: the member's name is written. */
  by?: string | undefined
  /** Where nothing is said, on paper. */
  signed?: SignedWay | undefined
  /** The strokes, as `signatureText` writes them. */
  signature?: string | undefined
  relation?: string | undefined
  authority?: Authority | undefined
  /** The authority or the signed list, photographed: bytes read before the transaction. */
  scan?: Uint8Array | undefined
  approvedBy?: string | undefined
  reason?: string | undefined
}

const asHandover = ({ on, how, signed, signature, relation, authority, scan, approvedBy, reason }: HandingOver, by: string): Handover => ({
  on,
  how,
  by,
  signed: signed ?? 'paper',
  drawn: signature !== undefined && isSignature(strokesOf(signature)),
  relation: relation ?? null,
  authority: authority ?? null,
  scanned: scan !== undefined,
  approvedBy: approvedBy ?? null,
  reason: reason ?? null,
})

const takerOf = ({ how, by }: HandingOver, { memberName }: store.LetterRow) => by?.trim() || (how === 'self' ? memberName : '')

/** The unit that all of them lie in. */
const commonPath = ([first = rootPath, ...others]: readonly string[]): string => {
  let shared = first
  while (!others.every(path => path.startsWith(shared))) shared = shared.replace(/[^/]+\/$/, '')
  return shared
}

/** Kept once for all letters of the act, under the key of their year. */
async function keepProofs(context: RequestContext, given: HandingOver, rows: readonly store.LetterRow[]) {
  const path = commonPath(rows.map(row => row.path))
  const { cohortId } = rows[0]!
  const kept = { path, cohortId }
  const signature_id =
    given.signed === 'screen' && given.signature && handoverNeeds[given.how].includes('signature')
      ? await keepFile(context, {
          ...kept,
          purpose: 'handover-signature',
          name: '领取签名.svg',
          mime: 'image/svg+xml',
          bytes: new TextEncoder().encode(signatureDrawing(given.signature)),
        })
      : null
  if (!given.scan) return { signature_id, scan_id: null }
  const read = readScan(given.scan)
  if (!read.allowed) throw refused(read.reason)
  const name = `${given.how === 'proxy' ? '委托书' : '领取凭据'}.${scanEndings[read.value]}`
  const scan_id = await keepFile(context, { ...kept, purpose: 'handover-scan', name, mime: read.value, bytes: given.scan })
  return { signature_id, scan_id }
}

/** Enters letters in the register, all or none. The caller writes the audit entry. */
export async function handOver(
  context: RequestContext,
  { letterIds, ...given }: HandingOver & { letterIds: readonly string[] },
): Promise<void> {
  const { trx, scope, today } = context
  const wanted = [...new Set(letterIds)]
  const rows = wanted.length ? await store.heldLetters(trx, scope, wanted) : []
  if (rows.length < wanted.length) throw new ORPCError('NOT_FOUND')
  const people = new Set(rows.map(row => row.memberId)).size
  for (const row of rows) {
    const decision = mayHandOver(row, asHandover(given, takerOf(given, row)), today, people)
    if (!decision.allowed) throw refused(decision.reason, row.memberName)
  }
  await write(context, given, rows)
}

async function write(context: RequestContext, given: HandingOver, rows: readonly store.LetterRow[]): Promise<void> {
  const { trx, scope, actor, now } = context
  const proofs = await keepProofs(context, given, rows)
  const { on, how, signed, relation, authority } = given
  // What the way doesn't ask for is not kept.
  const handed = new Set(handoverNeeds[how])
  const said = {
    on_day: on,
    how,
    signed: handed.has('signature') ? (signed ?? 'paper') : null,
    relation: (handed.has('relation') && relation) || null,
    authority: (handed.has('authority') && authority) || null,
    approved_by: (handed.has('approval') && given.approvedBy) || null,
    reason: (handed.has('approval') && given.reason) || null,
  }
  const act = { school_id: scope.school, act_id: newId(), ...said, ...proofs, at: now, actor_id: actor.id, actor_name: actor.name }
  await store.saveLetters(
    trx,
    scope.school,
    rows.map(row => ({ id: row.id, version: row.version, picked_up_on: on, picked_up_by: takerOf(given, row), picked_up_how: how })),
  )
  await addHandovers(
    trx,
    rows.map(row => ({ ...act, id: newId(), letter_id: row.id, member_id: row.memberId, path: row.path, by_name: takerOf(given, row) })),
  )
}

/** Whoever looks at a signature or a scan is on record: scans show whole numbers. */
export async function handoverFile(context: RequestContext, { id, which }: { id: string; which: 'signature' | 'scan' }): Promise<File> {
  const { row, read } = await context.within(async inside => {
    const handed = await handoverOf(inside.trx, inside.scope, id)
    const fileId = which === 'signature' ? handed?.signatureId : handed?.scanId
    if (!handed || !fileId) throw new ORPCError('NOT_FOUND')
    inside.record({ kind: 'letter', id, path: handed.path, after: { which, members: [handed.memberId] } })
    return openFile(inside, fileId)
  })
  return new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })
}
