/** One organisation that stands in the dictionary more than once. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { says } from './addressees.ts'
import { phoneMark } from './calling.ts'
import { tellMerged } from './naming.ts'
import { type AlikeReason, alikeGroups, filledFrom } from './rules/alike.ts'
import * as store from './store/addressees.ts'
import * as lessonStore from './store/lessons.ts'

export const MOST_GROUPS = 100

export async function addresseesAlike({
  trx,
  scope,
}: RequestContext): Promise<{ total: number; groups: { reason: AlikeReason; entries: store.AddresseeRow[] }[] }> {
  const rows = await store.wholeDictionary(trx, scope, false)
  const groups = alikeGroups(rows).map(({ reason, entries }) => ({ reason, entries: entries.toSorted((a, b) => b.used - a.used) }))
  return { total: groups.length, groups: groups.slice(0, MOST_GROUPS) }
}

type Versioned = { id: string; version: number }

/** The one that stays keeps its name, and takes over uses, lessons and what it lacks; the others are found by their names still. */
export async function mergeAddressees(
  context: RequestContext,
  { others: asked, ...kept }: Versioned & { others: readonly Versioned[] },
): Promise<store.AddresseeRow> {
  const { trx, scope, record } = context
  const rows = await heldAll(context, [kept, ...asked])
  const [stays, ...others] = [kept, ...asked].map(({ id }) => rows.get(id)!) as [store.AddresseeRow, ...store.AddresseeRow[]]
  const ids = others.map(({ id }) => id)
  await lessonStore.moveNames(trx, scope, ids, stays.id)
  await lessonStore.moveLessons(trx, scope, ids, stays.id)
  const pinyin = await store.pinyinOf(trx, scope, ids)
  await store.dropAddressees(trx, scope, ids)
  await lessonStore.addNames(
    trx,
    others.map(({ id, name }) => ({ school_id: scope.school, name, pinyin: pinyin.get(id)!, addressee_id: stays.id })),
  )
  const { divisionCode, orgCode, needsPaper, contact, phone } = filledFrom(stays, others)
  const all = [stays, ...others]
  await store.saveAddressee(trx, scope, stays.id, {
    division_code: divisionCode,
    org_code: orgCode,
    needs_paper: needsPaper,
    contact,
    phone,
    ...phoneMark(stays, phone, context),
    used: all.reduce((sum, { used }) => sum + used, 0),
    accepted: all.reduce((sum, { accepted }) => sum + accepted, 0),
    accepted_on:
      all
        .flatMap(({ acceptedOn }) => acceptedOn ?? [])
        .sort()
        .at(-1) ?? null,
  })
  await tellMerged(context, { from: others.map(({ id, name }) => ({ id, name })), to: { id: stays.id, name: stays.name } })
  for (const other of others)
    record({ kind: 'addressee', id: other.id, path: scope.path, before: says(other), after: { mergedInto: stays.id, name: stays.name } })
  record({
    kind: 'addressee',
    id: stays.id,
    path: scope.path,
    before: says(stays),
    after: { ...says({ ...stays, divisionCode }), merged: others.map(({ name }) => name) },
  })
  return (await store.addressee(trx, scope, stays.id))!
}

async function heldAll({ trx, scope }: RequestContext, asked: readonly Versioned[]): Promise<Map<string, store.AddresseeRow>> {
  const rows = await store.addresseesByIds(
    trx,
    scope,
    asked.map(({ id }) => id),
    true,
  )
  if (rows.length < new Set(asked.map(({ id }) => id)).size) throw new ORPCError('NOT_FOUND')
  const held = new Map(rows.map(row => [row.id, row]))
  for (const { id, version } of asked) {
    const now = held.get(id)!.version
    if (now !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: now } })
  }
  return held
}
