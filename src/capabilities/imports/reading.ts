/** From an import's row back to its checked list: the kept file, its corrections, the rules of its kind. */
import { ORPCError } from '@orpc/server'
import { byAndBy } from '../../kernel/steps.ts'
import { readWorkbook, SpreadsheetError } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { openFile } from '../attachments/index.ts'
import { vaultsById } from '../orgs/index.ts'
import { Recent } from './cache.ts'
import { type Edits, openEdits } from './edits.ts'
import type { Checked, ImportKind, Reader, ReadList } from './kind.ts'
import { type ImportRefusal, nothingWritten, type Sheet, type TableDecision } from './rules.ts'
import * as store from './store.ts'

/** A kind of list, and what is in hand of it. */
export interface Desk {
  kind: ImportKind
  workbooks: Recent<Sheet[]>
  lists: Recent<TableDecision<ReadList>>
  checks: Recent<Checked>
}
export const deskFor = (kind: ImportKind): Desk => ({ kind, workbooks: new Recent(), lists: new Recent(), checks: new Recent() })

export const refused = (reason: ImportRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })
export const unreadable = ({ reason, text }: { reason: string; text: string }) =>
  new ORPCError('UNREADABLE', { status: 422, message: text, data: { reason, text } })

export const workbookOf = async (bytes: Uint8Array, name: string) => {
  try {
    return await readWorkbook(bytes, name)
  } catch (error) {
    throw error instanceof SpreadsheetError ? unreadable({ reason: error.reason, text: error.message }) : error
  }
}

export interface Opened {
  row: store.ImportRow
  reader: Reader
  edits: Edits
  sheets: Sheet[]
  /** The file as it was sent. */
  bytes(): Promise<Uint8Array>
}

/** Opens a transaction for the rows, and reads the file after it. */
export async function openImport({ kind, workbooks }: Desk, context: RequestContext, id: string): Promise<Opened> {
  const { file, fileId, ...held } = await context.within(async inside => {
    const { trx, scope, keys } = inside
    const row = await store.ownImport(trx, scope, kind.kind, id)
    if (!row) throw new ORPCError('NOT_FOUND')
    const { fileId } = row
    if (!fileId || !row.edits) throw refused('file-gone')
    const vault = (await vaultsById(trx, keys, scope.school, [row.keyId])).get(row.keyId)
    if (!vault) throw refused('file-gone')
    const edits = openEdits(vault, row.id, row.edits)
    return { row, edits, fileId, reader: await kind.prepare(inside, row.cohortId, row.about), file: await openFile(inside, fileId) }
  })
  const bytes = () => file.read().catch(gone)
  const { fileName } = held.row
  const sheets = workbooks.get(fileId) ?? workbooks.set(fileId, (await workbookOf(await bytes(), fileName)).sheets)
  return { ...held, sheets, bytes }
}

/** Kept files are deleted after their time; anything else about a missing file is a bug. */
const gone = (error: unknown): never => {
  throw (error as { code?: string }).code === 'ENOENT' ? refused('file-gone') : error
}

export const keyOf = ({ row, reader }: Pick<Opened, 'row' | 'reader'>) => `${row.id} ${row.version} ${reader.stamp}`

export const listOf = async ({ lists }: Desk, opened: Opened): Promise<TableDecision<ReadList>> =>
  lists.get(keyOf(opened)) ?? lists.set(keyOf(opened), await byAndBy(opened.reader.read(opened.sheets, opened.edits)))

export const nothingChecked: Checked = { rows: [], problems: [], missing: [], weighty: 0, apply: async () => nothingWritten }

/** The people are read in a transaction and compared outside. */
export const compared = async (context: RequestContext, decision: TableDecision<ReadList>): Promise<Checked> =>
  decision.allowed ? byAndBy(await context.within(inside => decision.value.compare(inside))) : nothingChecked

/** What the preview shows: compared once for each version. The commit compares anew. */
export async function checkOf(
  { checks }: Desk,
  context: RequestContext,
  opened: Opened,
  decision: TableDecision<ReadList>,
): Promise<Checked> {
  if (!decision.allowed) return nothingChecked
  const key = keyOf(opened)
  return checks.get(key) ?? checks.set(key, await compared(context, decision))
}
