/** What an accepted case teaches the dictionary: the organisation exists, takes people, and took this employer's. */
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { columnsOf, says } from './addressees.ts'
import { addresseeKey, kindByName } from './rules/addressee-list.ts'
import { checkAddressee } from './rules.ts'
import * as store from './store/addressees.ts'
import * as lessonStore from './store/lessons.ts'

/** Of one case that the addressee has accepted. */
export type Accepted = { name: string; employer: string | null; divisionCode: string | null }

/** A name in order that the dictionary lacks. What is doubtful is not learnt: a person writes it, with the reason. */
const learnable = (name: string) => checkAddressee(name).length === 0 && kindByName(name) !== null

/** The same transaction that records the acceptance. */
export async function learnAccepted(context: RequestContext, accepted: readonly Accepted[]): Promise<void> {
  if (accepted.length === 0) return
  const { trx, scope, today, record } = context
  const known = await knownByKey(context)
  const unknown = new Map(accepted.filter(({ name }) => !known.has(addresseeKey(name))).map(one => [addresseeKey(one.name), one]))
  const fresh = [...unknown].filter(([, { name }]) => learnable(name)).map(([key, one]) => ({ key, id: newId(), ...one }))
  const inputs = fresh.map(({ id, name, divisionCode }) => ({
    id,
    input: { name, kind: kindByName(name)!, divisionCode, nameReason: null, orgCode: null, needsPaper: null, contact: null, phone: null },
  }))
  await store.addAddressees(
    trx,
    inputs.map(({ id, input }) => ({ school_id: scope.school, id, ...columnsOf(input), verified_on: null })),
  )
  for (const { id, input } of inputs) record({ kind: 'addressee', id, path: scope.path, after: { ...says(input), learnt: true } })
  for (const { key, id } of fresh) known.set(key, id)
  const lessons = accepted.flatMap(({ name, employer, divisionCode }) => {
    const addresseeId = known.get(addresseeKey(name))
    return addresseeId ? [{ addresseeId, employer: employerKey(employer), divisionCode: divisionCode ?? '', count: 1 }] : []
  })
  if (lessons.length > 0) await lessonStore.addLessons(trx, scope, lessons, today)
}

export const employerKey = (employer: string | null | undefined): string => (employer ? addresseeKey(employer) : '')

/** By present and by former name; of several that differ in form only the most used. */
async function knownByKey({ trx, scope }: RequestContext): Promise<Map<string, string>> {
  const rows = await store.wholeDictionary(trx, scope, false)
  const former = await lessonStore.formerNames(trx, scope)
  return new Map([
    ...former.map(({ name, addresseeId }) => [addresseeKey(name), addresseeId] as const),
    ...rows.map(({ id, name }) => [addresseeKey(name), id] as const),
  ])
}

/** Written to, or chosen in the external system. */
export const countAddressees = async ({ trx, scope }: RequestContext, names: readonly string[]): Promise<void> => {
  if (names.length > 0) await store.countUse(trx, scope.school, names)
}
