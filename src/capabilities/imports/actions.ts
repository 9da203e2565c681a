import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { byAndBy } from '../../kernel/steps.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { type Mark, markWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { keepFile } from '../attachments/index.ts'
import type { CountsView, ImportView, MendInput, PreviewView } from './contract.ts'
import { type Edits, mended, sealEdits } from './edits.ts'
import type { Checked, Committed, ReadList } from './kind.ts'
import { firstEdits, rememberMended } from './mappings.ts'
import { mimes } from './mimes.ts'
import {
  checkOf,
  compared,
  type Desk,
  keyOf,
  listOf,
  nothingChecked,
  type Opened,
  openImport,
  refused,
  unreadable,
  workbookOf,
} from './reading.ts'
import { type Choice, everything, type ImportRefusal, mayCommit, mayMend, type RowKind, type TableDecision } from './rules.ts'
import { mappingsOf } from './store/mappings.ts'
import * as store from './store.ts'
import { lookAtUndo } from './undo-look.ts'
import { countsOf, importView, previewOf } from './view.ts'

/** Without its columns a sheet is kept, for a person to map it; what is no list at all is not. */
const readable = <Read>(decision: TableDecision<Read>): TableDecision<Read> => {
  if (!decision.allowed && !(decision.reason === 'columns-missing' && decision.found)) throw unreadable(decision)
  return decision
}

const allowedOr = (decision: { allowed: true } | { allowed: false; reason: ImportRefusal }): void => {
  if (!decision.allowed) throw refused(decision.reason)
}
const sameVersion = (row: store.ImportRow, version: number): void => {
  if (row.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.version } })
}

type Upload = {
  cohortId?: string | undefined
  about?: string | undefined
  file: File
  sheet?: string | undefined
  headerRow?: number | undefined
}

export async function upload(desk: Desk, context: RequestContext, { cohortId, about, file, ...start }: Upload): Promise<ImportView> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { reader, remembered } = await context.within(async inside => ({
    reader: await desk.kind.prepare(inside, cohortId ?? null, about ?? null),
    remembered: await mappingsOf(inside.trx, inside.scope, desk.kind.kind),
  }))
  reader.ahead?.(context)
  const { format, sheets } = await workbookOf(bytes, file.name)
  const edits = firstEdits(reader, sheets, remembered, start)
  const decision = readable(await byAndBy(reader.read(sheets, edits)))
  const checked = await compared(context, decision)
  const row = await context.within(async inside => {
    const kept = { purpose: 'import', name: file.name, mime: mimes[format], bytes, cohortId }
    const fileId = await keepFile(inside, kept)
    const counts = countsOf(decision, checked)
    return keep(desk, inside, { cohortId, about, fileId, fileName: file.name, edits, counts })
  })
  remember(desk, { row, reader, sheets }, decision, checked)
  return importView(row, context.actor.id)
}

type Kept = { cohortId: string | undefined; about: string | undefined; fileId: string; fileName: string; edits: Edits; counts: CountsView }

async function keep(
  { kind }: Desk,
  context: RequestContext,
  { cohortId, about, fileId, fileName, edits, counts }: Kept,
): Promise<store.ImportRow> {
  const { trx, scope, actor, today, record } = context
  const id = newId()
  const vault = await context.vault(cohortId)
  await store.addImport(trx, {
    school_id: scope.school,
    id,
    account_id: actor.id,
    account_name: actor.name,
    path: scope.path,
    kind: kind.kind,
    cohort_id: cohortId ?? null,
    about: about ?? null,
    file_id: fileId,
    file_name: fileName,
    state: 'checked',
    edits: sealEdits(vault, id, edits),
    key_id: vault.keyId,
    counts,
    touched_on: today,
  })
  record({ kind: 'import', id, path: scope.path, after: { fileName, counts } })
  return (await store.ownImport(trx, scope, kind.kind, id))!
}

/** What was just read need not be read again for the first look. */
function remember(
  desk: Desk,
  opened: Pick<Opened, 'row' | 'reader' | 'sheets'>,
  decision: TableDecision<ReadList>,
  checked: Checked,
): void {
  const key = keyOf(opened)
  if (opened.row.fileId) desk.workbooks.set(opened.row.fileId, opened.sheets)
  desk.lists.set(key, decision)
  desk.checks.set(key, checked)
}

type Asked = { id: string; kind?: RowKind | undefined; after?: readonly [rank: number, row: number] | undefined; limit: number }

export async function preview(desk: Desk, context: RequestContext, { id, ...page }: Asked): Promise<PreviewView> {
  const opened = await openImport(desk, context, id)
  const decision = await listOf(desk, opened)
  if (!decision.allowed && !decision.found) throw refused('columns-missing')
  const checked = await checkOf(desk, context, opened, decision)
  const looked = await context.within(inside => lookAtUndo(desk, inside, opened.row))
  return previewOf({ ...opened, looked, accountId: context.actor.id, fields: desk.kind.fields }, decision, checked, page)
}

export async function mend(desk: Desk, context: RequestContext, input: MendInput): Promise<ImportView> {
  const opened = await openImport(desk, context, input.id)
  const { row: seen, reader, sheets } = opened
  allowedOr(mayMend(seen))
  sameVersion(seen, input.version)
  const edits = mended(opened.edits, input)
  const decision = readable(await byAndBy(reader.read(sheets, edits)))
  const checked = await compared(context, decision)
  const row = await context.within(async inside => {
    const { trx, scope, today, record } = inside
    const held = await store.holdImport(trx, scope, desk.kind.kind, input.id)
    if (!held) throw new ORPCError('NOT_FOUND')
    allowedOr(mayMend(held))
    sameVersion(held, input.version)
    const vault = await inside.vault(held.cohortId ?? undefined)
    const counts = countsOf(decision, checked)
    await store.saveImport(trx, scope, held.id, {
      edits: sealEdits(vault, held.id, edits),
      key_id: vault.keyId,
      counts,
      touched_on: today,
    })
    await rememberMended(inside, { kind: desk.kind.kind, input, before: opened.edits, sheets, decision })
    record({ kind: 'import', id: held.id, path: held.path, before: { counts: held.counts }, after: { counts, overrides: edits.overrides } })
    return { ...held, counts, version: held.version + 1 }
  })
  remember(desk, { row, reader, sheets }, decision, checked)
  return importView(row, context.actor.id)
}

export type Commit = {
  id: string
  version: number
  partial?: boolean | undefined
  choice?: Choice | undefined
  basis?: string | undefined
}

const unheard: Committed['progress'] = async () => undefined

/** Writes what the preview showed, compared anew with what is held now. Asked again, it says what it did and changes nothing. */
export async function commit(desk: Desk, context: RequestContext, input: Commit, progress = unheard): Promise<ImportView> {
  const opened = await openImport(desk, context, input.id)
  if (opened.row.state === 'committed') return importView(opened.row, context.actor.id)
  const decision = await listOf(desk, opened)
  const row = await context.within(inside => committed(desk, inside, decision, input, progress), { long: true })
  return importView(row, context.actor.id)
}

async function committed(
  { kind }: Desk,
  context: RequestContext,
  decision: TableDecision<ReadList>,
  { id, version, partial = false, choice = everything, basis }: Commit,
  progress: Committed['progress'],
): Promise<store.ImportRow> {
  const { trx, scope, today, now } = context
  const hold = !context.sole
  const held = await (hold ? store.holdImport : store.ownImport)(trx, scope, kind.kind, id)
  if (!held) throw new ORPCError('NOT_FOUND')
  if (held.state === 'committed') return held
  allowedOr(mayMend(held))
  sameVersion(held, version)
  const checked = decision.allowed ? await byAndBy(await decision.value.compare(context, hold)) : nothingChecked
  const counted = countsOf(decision, checked)
  allowedOr(mayCommit({ state: held.state, readable: decision.allowed, counts: counted }, partial))
  if (checked.weighty > 0 && choice.changed === 'all' && !basis) throw refused('basis-missing')
  const written = await checked.apply(context, { importId: held.id, choice, basis: basis ?? null, progress }).catch(worded)
  const counts = { ...counted, ...written }
  await store.saveImport(trx, scope, held.id, { state: 'committed', counts, committed_at: now, touched_on: today })
  return { ...held, state: 'committed' as const, counts, committedAt: now, version: held.version + 1 }
}

/** Somebody else wrote one of these people between our look and our writing. */
const worded = (error: unknown): never => {
  throw meaningOf(error) === 'held-meanwhile' ? refused('held-meanwhile') : error
}

export async function marked(desk: Desk, context: RequestContext, id: string): Promise<File> {
  const opened = await openImport(desk, context, id)
  const decision = await listOf(desk, opened)
  if (!decision.allowed) throw refused('columns-missing')
  const checked = await checkOf(desk, context, opened, decision)
  const marks = desk.kind.marks === 'differences' ? differenceMarks(decision.value, checked) : errorMarks(decision.value, checked)
  const bytes = await markWorkbook(await opened.bytes(), marks)
  const name = opened.row.fileName.replace(/\.[^.]*$/, '')
  return new File([new Uint8Array(bytes)], `${name}（已标注）.xlsx`, { type: mimes.xlsx })
}

const markOf =
  ({ table: { sheet } }: ReadList) =>
  ({ row, position, text }: { row: number; position: number; text: string }): Mark => ({ sheet, row, column: position, text })

const errorMarks = (read: ReadList, { problems }: Checked): Mark[] =>
  problems.filter(({ severity }) => severity === 'error').map(markOf(read))

/** What is held otherwise stands at its cell; who is not held at all is said at the row. */
function differenceMarks(read: ReadList, checked: Checked): Mark[] {
  const positions = new Map(read.table.columns.map(({ field, position }) => [field, position]))
  const differing = checked.rows.flatMap(({ row, changes }) =>
    changes.map(({ field, label, before }) => ({ row, position: positions.get(field) ?? 0, text: `${label}：这里是“${before || '空'}”` })),
  )
  const aside = new Set(checked.rows.filter(({ kind }) => kind === 'elsewhere').map(({ row }) => row))
  const said = checked.problems.filter(({ row }) => aside.has(row))
  return [...errorMarks(read, checked), ...[...differing, ...said].map(markOf(read))]
}

export async function cancel(desk: Desk, context: RequestContext, { id, version }: { id: string; version: number }): Promise<ImportView> {
  const { trx, scope, today, record, actor } = context
  const row = await store.holdImport(trx, scope, desk.kind.kind, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  allowedOr(mayMend(row))
  sameVersion(row, version)
  await store.saveImport(trx, scope, id, { state: 'cancelled', touched_on: today })
  record({ kind: 'import', id, path: row.path, before: { state: row.state }, after: { state: 'cancelled' } })
  return importView({ ...row, state: 'cancelled', version: version + 1 }, actor.id)
}

export async function list(
  { kind }: Desk,
  { trx, scope, actor }: RequestContext,
  { cohortId, about, limit }: { cohortId?: string | undefined; about?: string | undefined; limit: number },
) {
  const rows = await store.importsOf(trx, scope, kind.kind, { cohortId: cohortId ?? null, about: about ?? null, limit })
  return rows.map(row => importView(row, actor.id))
}
