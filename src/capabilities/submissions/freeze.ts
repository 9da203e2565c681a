/** Lines into frozen rows and back: sensitive cells sealed, the whole under one hash. */
import { createHash } from 'node:crypto'
import type { Vault } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import type { FormLine } from './lines.ts'
import { type Cells, canonicalText, type Line, partCells } from './rules.ts'
import type { FrozenRow, Head } from './store.ts'

const place = (submissionId: string, ordinal: number) => `submission_rows.cells ${submissionId} ${ordinal}`

export const frozenRows = (vault: Vault, school: string, id: string, lines: readonly FormLine[]): FrozenRow[] =>
  lines.map((line, at) => {
    const ordinal = at + 1
    const { shown, sealed } = partCells({ ...line.cells, no: String(ordinal) })
    return {
      school_id: school,
      submission_id: id,
      ordinal,
      graduate_id: line.graduateId,
      member_id: line.memberId,
      path: line.path,
      cells: shown,
      cells_sealed: Object.keys(sealed).length ? vault.seal(JSON.stringify(sealed), place(id, ordinal)) : null,
      key_id: vault.keyId,
    }
  })

export type OpenedLine = Line & { memberId: string }

/** The rows as they were handed in, unmasked. Where the key was destroyed, they stay masked. */
export async function openRows({ trx, keys, scope }: RequestContext, rows: readonly FrozenRow[]): Promise<OpenedLine[]> {
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(row => row.key_id),
  )
  return rows.map(row => {
    const vault = vaults.get(row.key_id)
    const opened =
      row.cells_sealed && vault ? (JSON.parse(vault.unseal(row.cells_sealed, place(row.submission_id, row.ordinal))) as Cells) : {}
    const cells = { ...row.cells, ...opened }
    return { memberId: row.member_id, studentNumber: cells.studentNo ?? '', name: cells.name ?? '', cells }
  })
}

type Hashed = Pick<Head, 'id' | 'cohortId' | 'unitId' | 'task' | 'level' | 'ordinal' | 'title' | 'columns' | 'submittedOn' | 'submittedBy'>

/** SHA-256, in hex, of the canonical text of what is stored (see rules/canonical.ts). */
export const hashOf = (head: Hashed, rows: readonly FrozenRow[]): string =>
  createHash('sha256')
    .update(
      canonicalText(
        head,
        rows.map(row => ({
          ordinal: row.ordinal,
          graduateId: row.graduate_id,
          memberId: row.member_id,
          cells: row.cells,
          sealed: row.cells_sealed && Buffer.from(row.cells_sealed).toString('base64'),
          keyId: row.key_id,
        })),
      ),
    )
    .digest('hex')

/** Whether what is stored is still what was handed in. */
export const isIntact = (head: Head, rows: readonly FrozenRow[]): boolean =>
  rows.length === head.rowCount && hashOf(head, rows) === head.sha256

/** Of lines that are not frozen yet, under the cohort's key: says whether two previews are the same, and nothing else. */
export const fingerprintOf = (vault: Vault, lines: readonly FormLine[]): string =>
  Buffer.from(
    vault.index('return-preview', JSON.stringify(lines.map(({ graduateId, cells }) => [graduateId, Object.entries(cells).sort()]))),
  ).toString('base64url')
