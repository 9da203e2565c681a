/** Photographs and PDFs that members show for their corrections. */
import '../own/tables.ts'
import '../tables.ts'
import { insertRows, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const evidence = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('correction_evidence')
    .select([
      'id',
      'member_id as memberId',
      'path',
      'file_id as fileId',
      'mime',
      'size',
      'proposal_id as proposalId',
      'added_at as addedAt',
    ])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('member_id', '=', member))

export type EvidenceRow = Awaited<ReturnType<typeof evidenceOf>>[number]

/** What waits for a proposal to take it along. */
export const waitingEvidence = (trx: Trx, scope: Scope, memberId: string) =>
  evidence(trx, scope).where('member_id', '=', memberId).where('proposal_id', 'is', null).orderBy('id').execute()

export const evidenceOf = (trx: Trx, scope: Scope, proposalIds: readonly string[]) =>
  proposalIds.length === 0 ? Promise.resolve([]) : evidence(trx, scope).where('proposal_id', 'in', proposalIds).orderBy('id').execute()

export const evidenceById = (trx: Trx, scope: Scope, id: string) => evidence(trx, scope).where('id', '=', id).executeTakeFirst()

export const addEvidence = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'correction_evidence', [row])

export const takeAlong = (trx: Trx, school: string, ids: readonly string[], proposalId: string) =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateRows(
        trx,
        'correction_evidence',
        ['school_id', 'id'],
        ids.map(id => ({ school_id: school, id, proposal_id: proposalId })),
      )

export const dropEvidence = (trx: Trx, school: string, id: string) =>
  trx.deleteFrom('correction_evidence').where('school_id', '=', school).where('id', '=', id).where('proposal_id', 'is', null).execute()

/** Members who moved take along what they proposed and what they showed. */
export async function moveCorrections(trx: Trx, school: string, moves: readonly { memberId: string; to: string }[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ memberId, to }) => ({ school_id: school, member_id: memberId, path: to }))
  await updateRows(trx, 'correction_proposals', ['school_id', 'member_id'], rows)
  await updateRows(trx, 'correction_evidence', ['school_id', 'member_id'], rows)
}
