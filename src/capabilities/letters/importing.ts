/** Addressees as a list that comes as a workbook. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { divisionAt, divisionName, divisionOf } from '../../platform/divisions/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type ListWriting, listKind, type Standing, type TakenBack, type Trace } from '../imports/index.ts'
import { type AddresseeInput, columnsOf, says } from './addressees.ts'
import { phoneMark } from './calling.ts'
import { namedElsewhere } from './naming.ts'
import {
  type AddresseeEntry,
  addresseeChanges,
  addresseeComplaints,
  addresseeEntry,
  addresseeFields,
  addresseeKey,
  type Divisions,
  kindByName,
  kindLabels,
  paperLabels,
} from './rules/addressee-list.ts'
import * as store from './store/addressees.ts'
import { formerNames } from './store/lessons.ts'

const divisions: Divisions = {
  find: text => (/^\d{6}$/.test(text) ? divisionAt(text) : wholeName(text))?.code ?? null,
  name: code => divisionName(code) ?? code,
}

/** An address goes on after its division; a division by name is only that. */
const wholeName = (text: string) => {
  const found = divisionOf(text)
  return found && divisionName(found.code) === text.replace(/\s/g, '') ? found : null
}

type Writing = ListWriting<Divisions, AddresseeEntry, store.AddresseeRow>

export const addresseeImports = listKind<Divisions, AddresseeEntry, store.AddresseeRow>({
  kind: 'addressees',
  title: '抬头',
  hints: '所在地写 6 位行政区划代码或全称；党组织代码 12 位；不清楚的可以留空。',
  fields: () => addresseeFields,
  choices: { kind: kindLabels, needsPaper: paperLabels },
  facts: async () => ({ facts: divisions, stamp: '' }),
  entry: addresseeEntry,
  key: ({ name }) => addresseeKey(name),
  keyField: 'name',
  held: async ({ trx, scope }, _, entries, hold) => {
    const asked = new Set(entries.map(({ name }) => addresseeKey(name)))
    const rows = await store.wholeDictionary(trx, scope, hold)
    const byId = new Map(rows.map(row => [row.id, row]))
    const former = (await formerNames(trx, scope)).map(({ name, addresseeId }) => [addresseeKey(name), byId.get(addresseeId)!] as const)
    // The most used stands for those that differ in form only, and a present name for a former one.
    return new Map([...former, ...rows.map(row => [addresseeKey(row.name), row] as const)].filter(([key]) => asked.has(key)))
  },
  changes: addresseeChanges,
  complaints: addresseeComplaints,
  apply: write,
  undo: {
    now: standingNow,
    takeBack,
  },
})

/** In use: a letter was written to it, or somebody outside this room names it. */
async function standingNow({ trx, scope }: RequestContext, ids: readonly string[], hold: boolean): Promise<Map<string, Standing>> {
  const rows = await store.addresseesByIds(trx, scope, ids, hold)
  const named = await namedElsewhere(
    trx,
    scope,
    rows.map(({ id, name }) => ({ id, name })),
  )
  return new Map(rows.map(({ id, name, version, used }) => [id, { name, version, built: used > 0 || named.has(id) ? 'in-use' : null }]))
}

/** Two at once with the same name: the second is told to look again. */
const worded = (error: unknown): never => {
  throw meaningOf(error) === 'name-taken' ? new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } }) : error
}

async function write(context: RequestContext, { importId, added, changed }: Writing): Promise<Trace[]> {
  const { trx, scope, record } = context
  const brought = added.map(({ entry, overridden }) => {
    const [stands] = overridden.values()
    return { id: newId(), input: { ...entry, kind: entry.kind ?? kindByName(entry.name)!, nameReason: entry.nameReason ?? stands ?? null } }
  })
  const rewritten = changed.map(({ held, entry, changes }) => ({ held, input: { ...inputOf(held), ...said(entry, changes) } }))
  if (brought.length)
    await store
      .addAddressees(
        trx,
        brought.map(({ id, input }) => ({
          school_id: scope.school,
          id,
          ...columnsOf(input),
          ...phoneMark(null, input.phone, context),
          verified_on: null,
        })),
      )
      .catch(worded)
  await store.rewriteAddressees(
    trx,
    scope,
    rewritten.map(({ held, input }) => ({
      id: held.id,
      version: held.version + 1,
      ...columnsOf(input),
      ...phoneMark(held, input.phone, context),
    })),
  )
  for (const { id, input } of brought) record({ kind: 'addressee', id, path: scope.path, after: { ...says(input), importId } })
  for (const { held, input } of rewritten)
    record({ kind: 'addressee', id: held.id, path: scope.path, before: says(held), after: { ...says(input), importId } })
  return [
    ...brought.map(({ id }) => ({ id, version: 1, former: null })),
    ...rewritten.map(({ held }) => ({ id: held.id, version: held.version + 1, former: columnsOf(inputOf(held)) })),
  ]
}

const inputOf = ({ name, kind, nameReason, divisionCode, orgCode, needsPaper, contact, phone }: store.AddresseeRow): AddresseeInput => ({
  name,
  kind,
  nameReason,
  divisionCode,
  orgCode,
  needsPaper,
  contact,
  phone,
})

/** Of the row's fields, those that are to be written. */
const said = (entry: AddresseeEntry, changes: readonly { field: string }[]): Partial<AddresseeInput> =>
  Object.fromEntries(changes.map(({ field }) => [field, entry[field as keyof AddresseeEntry]]))

async function takeBack({ trx, scope, record }: RequestContext, { importId, removed, restored }: TakenBack): Promise<void> {
  await store.dropAddressees(trx, scope, removed)
  await store.rewriteAddressees(
    trx,
    scope,
    restored.map(({ id, version, former }) => ({ ...former, id, version: version + 1 })),
  )
  for (const id of removed) record({ kind: 'addressee', id, path: scope.path, after: { removed: true, importId } })
  for (const { id, former } of restored) record({ kind: 'addressee', id, path: scope.path, after: { name: former.name, importId } })
}
