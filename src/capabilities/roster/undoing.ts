/** A roster import taken back: whom it brought is removed, whom it changed is as before. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import type { Former, Undoing } from '../imports/index.ts'
import { type BuiltReason, firstBuilt } from '../imports/rules.ts'
import { unitsOf } from '../orgs/index.ts'
import { announceMoves, announceRemoval, builtUpon } from './moves.ts'
import { changeRow, type FormerRow } from './rows.ts'
import { sensitiveFields } from './rules.ts'
import * as store from './store/undo.ts'
import * as writeStore from './store/write.ts'
import type { FieldChange } from './tables.ts'

type Touched = Awaited<ReturnType<typeof store.touchedBy>>
type Person = Awaited<ReturnType<typeof store.peopleNow>>[number]
type Entries = Awaited<ReturnType<typeof store.entriesOf>>
type Restored = { person: Person; former: FormerRow }
type Taken = { importId: string; cohortId: string | null; brought: Person[]; changed: Person[]; entries: Entries; touched: Touched }

export async function undoing(context: RequestContext, committed: { id: string; cohortId: string | null }, hold = false): Promise<Undoing> {
  const { trx, scope } = context
  const { id: importId, cohortId } = committed
  const touched = await store.touchedBy(trx, scope, importId)
  const [first] = touched
  if (!first) return { removes: 0, restores: 0, built: null, apply: async () => undefined }
  const ids = touched.map(({ memberId }) => memberId)
  const people = await store.peopleNow(trx, scope, ids, hold)
  const entries = await store.entriesOf(trx, scope, ids, hold)
  const created = new Set(touched.filter(({ kind }) => kind === 'created').map(({ memberId }) => memberId))
  const [brought, changed] = [
    people.filter(({ memberId }) => created.has(memberId)),
    people.filter(({ memberId }) => !created.has(memberId)),
  ]
  const idsOf = (some: readonly Person[]) => some.map(({ memberId }) => memberId)
  const found = await builtUpon(trx, scope, { brought: idsOf(brought), changed: idsOf(changed), since: first.id })
  // Who has left the importer's units was moved there by somebody since.
  const later = await store.changedAfter(trx, scope, ids, importId, first.id)
  const moved = people.length < touched.length ? ['已转到别的单位的人'] : []
  return {
    removes: created.size,
    restores: touched.length - created.size,
    built: firstBuilt(namesOf(new Map([...found, ['changed-since', later]]), people, moved)),
    apply: formers => takeBack(context, { importId, cohortId, brought, changed, entries, touched }, formers),
  }
}

function namesOf(found: ReadonlyMap<BuiltReason, readonly string[]>, people: readonly Person[], moved: readonly string[]) {
  const names = (ids: readonly string[]) => {
    const among = new Set(ids)
    return people.filter(({ memberId }) => among.has(memberId)).map(({ name }) => name)
  }
  const named = [...found].map(([reason, ids]) => [reason, [...names(ids), ...(reason === 'changed-since' ? moved : [])]] as const)
  return new Map(named)
}

async function takeBack(context: RequestContext, taken: Taken, formers: ReadonlyMap<string, Former>): Promise<void> {
  await remove(context, taken)
  await restore(context, taken, formers as ReadonlyMap<string, FormerRow>)
  // As after the import itself: lamps are counted after the commit, off the request.
  if (taken.cohortId) await context.begin('roster-changed', '按撤销后的名册更新预警提示', { cohortId: taken.cohortId })
}

/** Also the entries of who was known already and only joined the cohort. */
async function remove({ trx, scope, record }: RequestContext, { importId, brought, entries }: Taken): Promise<void> {
  const ids = new Set(brought.map(({ memberId }) => memberId))
  const gone = entries.filter(entry => entry.importId === importId || ids.has(entry.memberId)).map(({ id }) => id)
  await announceRemoval(trx, scope, gone)
  await store.dropEntries(trx, scope, gone)
  await store.dropMembers(trx, scope, [...ids])
  for (const { memberId, path, studentNumber, name, branch } of brought)
    record({ kind: 'member', id: memberId, path, before: { studentNumber, name, branch }, after: { removed: true, importId } })
}

async function restore(context: RequestContext, taken: Taken, formers: ReadonlyMap<string, FormerRow>): Promise<void> {
  const { changed, entries, importId, cohortId } = taken
  if (changed.length === 0) return
  const { trx, scope, now } = context
  const rows = changed.map(person => ({ person, former: formers.get(person.memberId)! }))
  await stillThere(context, rows)
  await writeStore.saveMembers(
    trx,
    rows.map(({ person, former }) => ({
      school_id: scope.school,
      id: person.memberId,
      ...former,
      version: person.version + 1,
      updated_at: now.toISOString(),
    })),
  )
  const among = new Set(changed.map(({ memberId }) => memberId))
  const standing = entries.filter(entry => among.has(entry.memberId) && entry.cohortId === cohortId && entry.importId !== importId)
  if (standing.length)
    await writeStore.saveGraduates(
      trx,
      standing.map(({ id, version }) => ({ school_id: scope.school, id, version: version + 1 })),
    )
  await written(context, taken, rows)
  const moves = rows
    .filter(({ person, former }) => person.path !== former.path)
    .map(({ person, former }) => ({ memberId: person.memberId, from: person.path, to: former.path }))
  if (moves.length === 0) return
  await writeStore.moveMembers(trx, scope, moves)
  await announceMoves(trx, scope, moves)
}

/** A branch that was dissolved since takes nobody back. */
async function stillThere({ trx, scope }: RequestContext, rows: readonly Restored[]): Promise<void> {
  const units = new Map((await unitsOf(trx, scope)).map(({ id, path }) => [id, path]))
  const lost = rows.filter(({ former }) => units.get(former.unit_id) !== former.path).map(({ person }) => person.name)
  const built = firstBuilt(new Map([['changed-since', lost]]))
  if (built) throw new ORPCError('REFUSED', { status: 409, data: { reason: built.reason, detail: built.people } })
}

/** The import's own entries, turned round. */
async function written(context: RequestContext, { touched, importId }: Taken, rows: readonly Restored[]) {
  const said = new Map(touched.map(({ memberId, changes }) => [memberId, turned(changes)]))
  const places = rows.map(({ person, former }) => ({ memberId: person.memberId, path: former.path }))
  await writeStore.addChanges(
    context.trx,
    places.map(place => changeRow(context, { importId }, place, 'changed', said.get(place.memberId)!)),
  )
  for (const { memberId, path } of places) {
    const open = Object.entries(said.get(memberId)!).filter(([field]) => !sensitiveFields.has(field))
    const unseen = Object.keys(said.get(memberId)!).filter(field => sensitiveFields.has(field))
    context.record({
      kind: 'member',
      id: memberId,
      path,
      before: Object.fromEntries(open.map(([field, { before }]) => [field, before])),
      after: {
        ...Object.fromEntries(open.map(([field, { after }]) => [field, after])),
        ...(unseen.length && { changedUnseen: unseen }),
        importId,
      },
    })
  }
}

const turned = (changes: Record<string, FieldChange>): Record<string, FieldChange> =>
  Object.fromEntries(Object.entries(changes).map(([field, { before, after }]) => [field, { before: after, after: before }]))
