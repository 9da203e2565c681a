/** 移交清单: made from checked dossiers, frozen with their hash, withdrawn whole or received by the archive office. */
import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/decision.ts'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { keepFile, openFile } from '../attachments/index.ts'
import { readScan, type ScanRefusal, scanEndings } from '../attachments/rules.ts'
import { membershipNames } from '../roster/rules.ts'
import type { ListView, StepResult } from './contract.ts'
import { loadFiltered, loadOnList, unitAt } from './loading.ts'
import {
  contents,
  type ListRefusal,
  type ListRow,
  listText,
  mayReceive,
  mayStep,
  mayWithdraw,
  problemNames,
  type Step,
  totalOf,
  unitNumberOf,
} from './rules.ts'
import { decideStep, type Seen, write } from './stepping.ts'
import { takeNumbers } from './store/bags.ts'
import * as store from './store/lists.ts'
import { type Loaded, troubleViews } from './views.ts'

const refused = (reason: ListRefusal | ScanRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })
const orThrow = (decision: Decision<unknown, ListRefusal | ScanRefusal>) => {
  if (!decision.allowed) throw refused(decision.reason)
}

export const listView = ({ scanId, cohortId: _, path: __, ...list }: Omit<store.ListLine, never>): ListView => ({
  ...list,
  scanned: scanId !== null,
})

/** What was explained of a problem stands beside the papers for good. */
const remarkOf = (person: Loaded) => {
  const nameOf = new Map(person.asked.map(({ key, name }) => [key, name]))
  return troubleViews(person)
    .map(({ paper, problem, explained }) => `${nameOf.get(paper) ?? paper}${problemNames[problem]}：${explained ?? ''}`)
    .join('；')
}

const rowOf = (person: Loaded, bag: string): ListRow => ({
  graduateId: person.row.graduateId,
  bag,
  studentNumber: person.row.studentNumber,
  name: person.row.name,
  membership: membershipNames[person.row.membership],
  branch: person.row.branchName,
  ...contents(person.asked, person.papers),
  remark: remarkOf(person),
})

const inBagOrder = (one: { bag: string }, other: { bag: string }) => (one.bag < other.bag ? -1 : 1)

/** Lists are of one 总支 or 直属支部: their numbers and their people. */
async function listingUnit(context: RequestContext, unitId: string) {
  const unit = await unitAt(context, unitId)
  if (unit.level !== 'secondary') throw new ORPCError('NOT_FOUND')
  return unit
}

export async function candidates(context: RequestContext, { cohortId, unitId }: { cohortId: string; unitId: string }) {
  await listingUnit(context, unitId)
  const { everybody } = await loadFiltered(context, { cohortId, unitId })
  return everybody
    .filter(({ facts }) => mayStep('hand-over', facts).allowed)
    .map(person => ({ ...rowOf(person, person.row.bag!), version: person.version }))
    .toSorted(inBagOrder)
}

type Making = { cohortId: string; unitId: string; people: readonly Seen[] }

export async function makeList(
  context: RequestContext,
  { cohortId, unitId, people }: Making,
): Promise<{ list: ListView | null; refused: StepResult['refused'] }> {
  const { trx, scope, actor, now, today, record } = context
  const unit = await listingUnit(context, unitId)
  const { decided, refused: left } = await decideStep(context, 'hand-over', people)
  if (decided.some(({ person: { row } }) => row.cohortId !== cohortId || !row.path.startsWith(unit.path))) throw new ORPCError('NOT_FOUND')
  if (left.length > 0) return { list: null, refused: left }
  const rows = decided.map(({ person, bag }) => rowOf(person, bag!)).toSorted(inBagOrder)
  const content = JSON.stringify(rows)
  const number = await takeNumbers(trx, { school: scope.school, cohortId, kind: 'list', unit: unitNumberOf(unit.path) }, 1)
  const id = newId()
  const kept = {
    text: listText(unitNumberOf(unit.path), number),
    sha256: createHash('sha256').update(content).digest('hex'),
    people: rows.length,
    pages: totalOf(rows).pages,
  }
  await store.addList(trx, {
    school_id: scope.school,
    id,
    cohort_id: cohortId,
    unit_id: unitId,
    unit_name: unit.name,
    path: unit.path,
    number,
    content,
    ...kept,
    made_on: today,
    made_at: now.toISOString(),
    made_by: actor.id,
    made_name: actor.name,
  })
  await write(context, 'hand-over', decided, { also: { list_id: id } })
  record({ kind: 'dossier-list', id, path: unit.path, after: { ...kept, state: 'made' } })
  return { list: listView((await store.listById(trx, scope, id))!), refused: [] }
}

/** A list of the scope, held; one that was changed meanwhile is a conflict. */
async function heldList({ trx, scope }: RequestContext, { id, version }: { id: string; version: number }): Promise<store.KeptList> {
  const list = await store.listById(trx, scope, id, true)
  if (!list) throw new ORPCError('NOT_FOUND')
  if (list.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: list.version } })
  return list
}

/** Everything that is still on the list takes the step. */
async function stepOnList(context: RequestContext, step: Step & ('receive' | 'withdraw'), list: store.KeptList, reason = '') {
  const people = await loadOnList(context, list.id)
  const seen = people.map(({ row, version }) => ({ graduateId: row.graduateId, version }))
  const { decided } = seen.length > 0 ? await decideStep(context, step, seen, reason) : { decided: [] }
  await write(context, step, decided, { reason })
}

export async function withdrawList(
  context: RequestContext,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<ListView> {
  const { trx, scope, actor, now, record } = context
  const list = await heldList(context, { id, version })
  orThrow(mayWithdraw(list, reason))
  await stepOnList(context, 'withdraw', list, reason)
  const change = { state: 'withdrawn', withdrawn_name: actor.name, withdrawn_at: now, withdrawn_reason: reason, version: version + 1 }
  await store.saveList(trx, scope, id, change)
  record({ kind: 'dossier-list', id, path: list.path, before: { state: list.state }, after: { state: 'withdrawn', reason } })
  return listView((await store.listById(trx, scope, id))!)
}

type Receiving = { id: string; version: number; onDay: Day; by: string; scan?: File | undefined }

const scanOf = (bytes: Uint8Array) => {
  const read = readScan(bytes)
  if (!read.allowed) throw refused(read.reason)
  return read.value
}

/** The bytes of the signed sheet are read before the transaction. */
export async function receiveList(context: RequestContext, { id, version, onDay, by, scan }: Receiving): Promise<ListView> {
  const bytes = scan && new Uint8Array(await scan.arrayBuffer())
  return context.within(async inside => {
    const { trx, scope, actor, now, today, record } = inside
    const list = await heldList(inside, { id, version })
    orThrow(mayReceive(list, { onDay, by }, today))
    const { path, cohortId } = list
    const mime = bytes && scanOf(bytes)
    const file = bytes && {
      purpose: 'dossier-list',
      name: `移交清单 ${list.text}.${scanEndings[mime!]}`,
      mime: mime!,
      bytes,
      path,
      cohortId,
    }
    const scan_id = file ? await keepFile(inside, file) : null
    await stepOnList(inside, 'receive', list)
    const said = { received_on: onDay, received_by: by.trim(), receipt_name: actor.name, receipt_at: now, scan_id }
    await store.saveList(trx, scope, id, { state: 'received', ...said, version: version + 1 })
    record({
      kind: 'dossier-list',
      id,
      path,
      before: { state: list.state },
      after: { state: 'received', receivedOn: onDay, by: by.trim(), scanned: scan_id !== null },
    })
    return listView((await store.listById(trx, scope, id))!)
  })
}

export const rowsOfList = ({ content }: store.KeptList) => JSON.parse(content) as ListRow[]

export async function listDetail(context: RequestContext, id: string) {
  const list = await store.listById(context.trx, context.scope, id)
  if (!list) throw new ORPCError('NOT_FOUND')
  const still = new Set((await loadOnList(context, id)).map(({ row }) => row.graduateId))
  const { content: _, ...view } = list
  return { ...listView(view), rows: rowsOfList(list).map(row => ({ ...row, leftSince: !still.has(row.graduateId) })) }
}

/** The sheet names everybody on it: whoever opens it is on record. */
export async function openScan(context: RequestContext, id: string): Promise<File> {
  const { row, read } = await context.within(async inside => {
    const list = await store.listById(inside.trx, inside.scope, id)
    if (!list?.scanId) throw new ORPCError('NOT_FOUND')
    inside.record({ kind: 'dossier-list', id, path: list.path, after: { text: list.text } })
    return openFile(inside, list.scanId)
  })
  return new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })
}
