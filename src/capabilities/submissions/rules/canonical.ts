import type { ReturnLevel, ReturnTask } from './forms.ts'

export interface CanonicalHead {
  id: string
  cohortId: string
  unitId: string
  task: ReturnTask
  level: ReturnLevel
  ordinal: number
  title: string
  columns: readonly { key: string; label: string; star: boolean }[]
  submittedOn: string
  submittedBy: string
}

export interface CanonicalRow {
  ordinal: number
  graduateId: string
  memberId: string
  cells: Readonly<Record<string, string>>
  /** Base64 of the ciphertext, or null where nothing is sealed. */
  sealed: string | null
  keyId: string
}

/**
 * The text whose SHA-256 a return carries. UTF-8, lines joined by LF, without one at the end. The first line is the JSON array
 * [id, cohort, unit, task, level, ordinal, title, columns as [key, label, star], submitted on, submitted by]; each further line,
 * by ordinal, is the JSON array [ordinal, graduate, member, cells as [key, text] sorted by key, ciphertext in Base64 or null,
 * key id]. JSON without spaces, as ECMAScript writes it. Ciphertext stands in it, so that the hash holds when the key is destroyed; the unit's path
 * does not, which a reorganisation rewrites.
 */
export const canonicalText = (head: CanonicalHead, rows: readonly CanonicalRow[]): string =>
  [
    [
      head.id,
      head.cohortId,
      head.unitId,
      head.task,
      head.level,
      head.ordinal,
      head.title,
      head.columns.map(({ key, label, star }) => [key, label, star]),
      head.submittedOn,
      head.submittedBy,
    ],
    ...[...rows]
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(row => [row.ordinal, row.graduateId, row.memberId, sortedCells(row.cells), row.sealed, row.keyId]),
  ]
    .map(line => JSON.stringify(line))
    .join('\n')

const sortedCells = (cells: Readonly<Record<string, string>>) => Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))
