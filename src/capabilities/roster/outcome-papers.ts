/** Scans behind an outcome of study: kept encrypted under a plain name, for a file's own name may hold a number. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles, keepFile, moveFilesOf, openFile } from '../attachments/index.ts'
import { scanEndings } from '../attachments/rules.ts'
import type { PapersView, PaperView } from './contract/papers.ts'
import type { MoveListener } from './moves.ts'
import { changeRow } from './rows.ts'
import { lackingPapers, mayKeepPaper, type NewPaper, openPaperSteps, type PaperRefusal, paperName } from './rules/outcome-papers.ts'
import type { Outcome } from './rules.ts'
import { graduateInFull } from './store/full.ts'
import * as store from './store/outcome-papers.ts'
import { addChanges } from './store/write.ts'
import { graduate } from './store.ts'

const refused = (reason: PaperRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

const paperView = (row: store.PaperRow): PaperView => ({
  id: row.id,
  outcome: row.outcome,
  kind: row.kind,
  name: paperName(row),
  mime: row.mime,
  size: row.size,
  addedAt: row.addedAt.toISOString(),
  addedName: row.addedName,
})

export async function papers({ trx, scope, actor }: RequestContext, graduateId: string): Promise<PapersView> {
  const person = await graduate(trx, scope, graduateId)
  if (!person) throw new ORPCError('NOT_FOUND')
  const { outcome } = person
  const rows = await store.papersOf(trx, scope, graduateId)
  return {
    outcome,
    papers: rows.map(paperView),
    lacking: lackingPapers(outcome, rows),
    can: openPaperSteps(outcome, permission => actor.permissions.has(permission as never)),
  }
}

type Adding = NewPaper & { graduateId: string; file: File }

/** The bytes are read before the transaction. */
export async function addPaper(context: RequestContext, { graduateId, file, ...paper }: Adding): Promise<PapersView> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return context.within(async inside => {
    const { trx, scope, actor, now, record } = inside
    const row = await graduateInFull(trx, scope, graduateId, true)
    if (!row) throw new ORPCError('NOT_FOUND')
    const outcome: Outcome = row.outcome ?? 'on-time'
    const decision = mayKeepPaper(outcome, (await store.papersOf(trx, scope, graduateId)).length, paper, bytes)
    if (!decision.allowed) throw refused(decision.reason)

    const mime = decision.value
    const { memberId, path, cohortId } = row
    const name = `${paperName(paper)}.${scanEndings[mime]}`
    const kept = { outcome, kind: paper.kind, title: paper.title, mime, size: bytes.length }
    const file_id = await keepFile(inside, { purpose: 'outcome-paper', name, mime, bytes, path, cohortId: cohortId! })
    const id = newId()
    const whose = { school_id: scope.school, id, graduate_id: graduateId, member_id: memberId, path }
    await store.addPaper(trx, { ...whose, ...kept, file_id, added_at: now.toISOString(), added_by: actor.id, added_name: actor.name })
    await told(inside, { memberId, path }, '', paperName(paper))
    record({ kind: 'outcome-paper', id, path, after: { graduateId, ...kept } })
    return papers(inside, graduateId)
  })
}

/** The file is deleted; that it was here, and why it went, stays with the person's history. */
export async function removePaper(context: RequestContext, { id, reason }: { id: string; reason: string }): Promise<PapersView> {
  const { trx, scope, actor, now, files, record } = context
  const row = await store.paperById(trx, scope, id, true)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (!row.fileId) throw refused('removed')
  const gone = { file_id: null, removed_at: now.toISOString(), removed_by: actor.id, removed_name: actor.name, removed_reason: reason }
  await store.savePaper(trx, { school_id: scope.school, id, ...gone })
  await dropFiles(trx, files, scope.school, [row.fileId])
  await told(context, row, paperName(row), `撤下（${reason}）`)
  record({
    kind: 'outcome-paper',
    id,
    path: row.path,
    before: { graduateId: row.graduateId, kind: row.kind, title: row.title },
    after: { removed: true, reason },
  })
  return papers(context, row.graduateId)
}

const told = (context: RequestContext, whose: { memberId: string; path: string }, before: string, after: string) =>
  addChanges(context.trx, [changeRow(context, {}, whose, 'changed', { outcomePaper: { before, after } })])

/** A scan may show a whole number, so that each opening is on record and tells the member. */
export async function openPaper(context: RequestContext, id: string): Promise<File> {
  const { row, read } = await context.within(async inside => {
    const found = await store.paperById(inside.trx, inside.scope, id)
    if (!found) throw new ORPCError('NOT_FOUND')
    if (!found.fileId) throw refused('removed')
    const reason = `查看学业结果的文件：${paperName(found)}`
    inside.record({ kind: 'outcome-paper', id, path: found.path, after: { reason, members: [found.memberId] } })
    return openFile(inside, found.fileId)
  })
  return new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })
}

/** The new branch reads what was kept in the old one. */
export const papersFollow: MoveListener = async (trx, { school }, moves) => {
  await store.movePapers(trx, school, moves)
  await moveFilesOf(trx, school, ['outcome_papers'], moves)
}
