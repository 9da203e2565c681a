/** Whom a file may be about, as they are held now: its cohort, and who else holds one of its numbers. */
import { byAndBy, type Steps } from '../../kernel/steps.ts'
import type { Vault } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { Among } from './importing.ts'
import { type Known, opening } from './known.ts'
import type { findingHeld } from './rules/held.ts'
import type { RosterRow } from './rules.ts'
import * as store from './store/near.ts'
import * as numberStore from './store/numbers.ts'

type KnownNear = Known & { held: store.NearRow }
export const openingNear = (context: RequestContext, rows: readonly store.NearRow[]) =>
  opening(context, rows) as Promise<Steps<KnownNear[]>>

/** The cohort as it is held, fetched while the file is unpacked and checked: whoever is among them need not be asked for again. Used once. */
export class Ahead {
  #people: Promise<KnownNear[]> | undefined

  start(context: RequestContext, facts: Among): void {
    if (facts.cohort === null) return
    // Whatever goes wrong here, the comparison asks anew and meets it itself.
    this.#people = this.#fetched(context, facts).catch(() => [])
  }

  async #fetched(context: RequestContext, { cohort, own }: Among): Promise<KnownNear[]> {
    const branches = new Map([...own].map(([name, { id }]) => [id, name]))
    const around = { cohortId: cohort!.id, numbers: [], indexes: [], branches }
    return byAndBy(await context.within(async inside => openingNear(inside, await store.membersNear(inside.trx, inside.scope, around))))
  }

  async take(): Promise<KnownNear[]> {
    const people = await this.#people
    this.#people = undefined
    return people ?? []
  }
}

/** `indexes`: of each ID number in the file. */
export type Around = { indexes: Map<string, Uint8Array>; around: store.Near }

/** Whom the file may be about: its cohort, its student numbers, its ID numbers by their index. */
export function* aroundOf(vault: Vault, facts: Among, rows: readonly RosterRow[]): Steps<Around> {
  const ours = rows.filter(({ standing }) => standing !== 'elsewhere')
  const numbers = [...new Set(ours.map(({ studentNumber }) => studentNumber).filter(Boolean))]
  const indexes = new Map<string, Uint8Array>()
  for (const { idNumber } of ours) {
    if (idNumber !== null) indexes.set(idNumber, vault.index('id-number', idNumber))
    yield
  }
  const branches = new Map([...facts.own].map(([name, { id }]) => [id, name]))
  return { indexes, around: { cohortId: facts.cohort?.id ?? null, numbers, indexes: [...indexes.values()], branches } }
}

/** Who holds these numbers elsewhere, and who held them before. `words` changes with either. */
export async function numbersOf({ trx, scope }: RequestContext, { numbers, indexes }: store.Near) {
  const elsewhere = await numberStore.heldElsewhere(trx, numbers, indexes)
  const former = await numberStore.formerAmong(trx, scope, numbers)
  return {
    elsewhere,
    former,
    words: [[...elsewhere.numbers], [...elsewhere.indexes], former.map(row => `${row.number} ${row.present}`)].map(part => part.sort()),
  }
}

export type Held = Parameters<typeof findingHeld>[2]

export function foundWith(
  { elsewhere, former }: Awaited<ReturnType<typeof numbersOf>>,
  indexes: ReadonlyMap<string, Uint8Array>,
  current: readonly Known[],
): Held {
  const ids = [...indexes].filter(([, index]) => elsewhere.indexes.has(Buffer.from(index).toString('hex')))
  return {
    elsewhereNumbers: elsewhere.numbers,
    elsewhereIds: new Set(ids.map(([idNumber]) => idNumber)),
    formerNumbers: new Map(former.map(({ number, present }) => [number, present])),
    holders: new Map(current.flatMap(({ idNumber, studentNumber }) => (idNumber === null ? [] : [[idNumber, studentNumber] as const]))),
  }
}
