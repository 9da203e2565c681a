/** Scans of a destination's papers: kept encrypted under a plain name, for a file's own name may hold a number. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { dropFiles, keepFile, openFile } from '../../attachments/index.ts'
import { scanEndings } from '../../attachments/rules.ts'
import type { PapersView, PaperView } from '../contract.ts'
import {
  decidePaperKept,
  destinationPaperName,
  mayEdit,
  mayKeepPaper,
  mayRemovePaper,
  type NewPaper,
  type PaperRefusal,
  papersAsked,
  papersLacking,
  shownState,
  staysAtSchool,
} from '../rules.ts'
import type { BegunCase, Case } from '../store/cases.ts'
import type { KeptPaper } from '../store/papers.ts'
import * as store from '../store.ts'
import { factsOf, type Setting, settingOf, sidesIn } from './setting.ts'

const refused = (reason: PaperRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

/** As it is being typed, or as it was handed in. */
const askedOf = (held: Case, { plan }: Setting) => {
  const form = held.transfer?.draft ?? held.attempt?.destination
  if (!form?.type) return []
  const rule = plan.destinationPolicy[form.type]
  return papersAsked(rule, staysAtSchool(rule, { stay: form.stay }))
}

const standing = (held: Case, setting: Setting) => {
  const facts = factsOf(held, setting)
  const editable = sidesIn(held, setting).some(side => mayEdit(facts, side, setting.today).allowed)
  return { state: shownState(facts, setting.today), own: facts.own, mayEdit: editable }
}

type Actor = Pick<RequestContext, 'actor'>

/** Members open what they brought; of others, a scan shows whole numbers: that takes the right to see those. */
const mayOpen = ({ actor }: Actor, row: KeptPaper, own: boolean) =>
  own ? row.addedBy === actor.id : actor.permissions.has('roster:reveal')

const removable = ({ actor }: Actor, row: KeptPaper, at: ReturnType<typeof standing>) =>
  mayRemovePaper({ ...at, addedByMe: row.addedBy === actor.id, gone: row.fileId === null })

const paperView = (context: Actor, row: KeptPaper, at: ReturnType<typeof standing>): PaperView => {
  const { id, kind, mime, size, addedAt, addedName } = row
  const writes = at.own || context.actor.permissions.has('transfers:fill')
  return {
    id,
    kind,
    name: destinationPaperName(row),
    mime,
    size,
    addedAt: addedAt.toISOString(),
    addedName,
    can: [
      ...(mayOpen(context, row, at.own) ? (['open'] as const) : []),
      ...(writes && removable(context, row, at).allowed ? (['remove'] as const) : []),
    ],
  }
}

export async function papersView(context: RequestContext, held: Case, setting: Setting): Promise<PapersView> {
  const { trx, scope, actor } = context
  const rows = held.transfer ? await store.papersOf(trx, scope, held.transfer.id) : []
  const asked = askedOf(held, setting)
  const at = standing(held, setting)
  const state = held.transfer ? at.state : null
  const writes = at.own ? actor.permissions.has('transfers:own') : actor.permissions.has('transfers:fill')
  return {
    asked,
    lacking: papersLacking(asked, rows),
    papers: rows.map(row => paperView(context, row, at)),
    mayAdd: writes && decidePaperKept({ state, held: rows.length }, { kind: 'receiver-letter', title: '' }).allowed,
  }
}

async function caseOf(context: RequestContext, graduateId: string): Promise<{ held: Case; setting: Setting }> {
  const [held] = await store.casesOf(context.trx, context.scope, [graduateId])
  if (!held) throw new ORPCError('NOT_FOUND')
  return { held, setting: await settingOf(context, held.person.cohortId) }
}

type Adding = NewPaper & { file: File }

/** The bytes are read before the transaction. */
export async function addPaper(
  context: RequestContext,
  { file, ...paper }: Adding,
  graduateIdOf: (inside: RequestContext) => Promise<string>,
): Promise<PapersView> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return context.within(async inside => {
    const { trx, scope, actor, now, record } = inside
    const { held, setting } = await caseOf(inside, await graduateIdOf(inside))
    const { person, transfer } = held
    if (!transfer) throw refused('not-begun')
    await store.hold(trx, scope, [transfer.id])
    const kept = (await store.papersOf(trx, scope, transfer.id)).length
    const decision = mayKeepPaper({ state: standing(held, setting).state, held: kept }, paper, bytes)
    if (!decision.allowed) throw refused(decision.reason)

    const mime = decision.value
    const { memberId, path, cohortId } = person
    const name = `${destinationPaperName(paper)}.${scanEndings[mime]}`
    const file_id = await keepFile(inside, { purpose: 'destination-paper', name, mime, bytes, path, cohortId })
    const id = newId()
    const size = bytes.length
    const whose = { school_id: scope.school, id, transfer_id: transfer.id, member_id: memberId, path }
    const by = { added_at: now.toISOString(), added_by: actor.id, added_name: actor.name }
    await store.addPaper(trx, { ...whose, ...paper, mime, size, file_id, ...by })
    record({ kind: 'destination-paper', id, path, after: { transferId: transfer.id, ...paper, mime, size } })
    return papersView(inside, held, setting)
  })
}

/** The file is deleted; that it was here, and why it went, stays in the case's story. */
export async function removePaper(context: RequestContext, { id, reason }: { id: string; reason: string }): Promise<PapersView> {
  const { trx, scope, actor, now, files, record } = context
  const row = await store.paperById(trx, scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  const graduateId = await store.graduateIdOf(trx, scope, row.transferId)
  const { held, setting } = await caseOf(context, graduateId ?? '')
  const decision = removable(context, row, standing(held, setting))
  if (!decision.allowed) throw refused(decision.reason)
  // Two at once: the second one finds it gone.
  if (!(await store.paperById(trx, scope, id, true))?.fileId) throw refused('removed')
  const gone = { file_id: null, removed_at: now.toISOString(), removed_by: actor.id, removed_name: actor.name, removed_reason: reason }
  await store.savePaper(trx, { school_id: scope.school, id, ...gone })
  await dropFiles(trx, files, scope.school, [row.fileId!])
  await tell(context, held as BegunCase, destinationPaperName(row), reason)
  record({
    kind: 'destination-paper',
    id,
    path: row.path,
    before: { transferId: row.transferId, kind: row.kind, title: row.title },
    after: { removed: true, reason },
  })
  return papersView(context, held, setting)
}

const tell = ({ trx, scope, actor, today }: RequestContext, { person, transfer, attempt }: BegunCase, name: string, reason: string) =>
  store.addEvents(trx, [
    {
      school_id: scope.school,
      transfer_id: transfer.id,
      attempt_id: attempt.id,
      member_id: person.memberId,
      path: person.path,
      on_day: today,
      step: 'remove-paper',
      from_state: attempt.state,
      to_state: attempt.state,
      actor_id: actor.id,
      actor_name: actor.name,
      role: actor.role,
      reason,
      note: name,
    },
  ])

/** Whoever else opens one is on record, and the member is told. */
export async function openPaper(context: RequestContext, id: string): Promise<File> {
  const { row, read } = await context.within(async inside => {
    const found = await store.paperById(inside.trx, inside.scope, id)
    if (!found) throw new ORPCError('NOT_FOUND')
    if (!found.fileId) throw refused('removed')
    const own = inside.actor.memberId === found.memberId
    if (own && found.addedBy !== inside.actor.id) throw refused('not-yours')
    const reason = `查看去向材料：${destinationPaperName(found)}`
    if (!own) inside.record({ kind: 'destination-paper', id, path: found.path, after: { reason, members: [found.memberId] } })
    return openFile(inside, found.fileId)
  })
  return new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })
}
