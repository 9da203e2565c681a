/** Who names an addressee outside this room: asked before one is taken away, told when one goes into another; src/app says who listens. */
import type { Trx } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { Scope } from '../orgs/index.ts'

export type Named = { id: string; name: string }
/** Of these addressees the ids that are named there. */
export type NamingListener = (trx: Trx, scope: Scope, addressees: readonly Named[]) => Promise<readonly string[]>

const namers = new Map<string, NamingListener>()

/** One listener a capability. */
export const whenAddresseesGo = (capability: string, listener: NamingListener) => namers.set(capability, listener)

export async function namedElsewhere(trx: Trx, scope: Scope, addressees: readonly Named[]): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  if (addressees.length === 0) return named
  for (const namer of namers.values()) for (const id of await namer(trx, scope, addressees)) named.add(id)
  return named
}

/** `from` are gone, and `to` stands for them. */
export type MergeListener = (context: RequestContext, merged: { from: readonly Named[]; to: Named }) => Promise<void>

const mergers = new Map<string, MergeListener>()

/** One listener a capability. */
export const whenAddresseesMerge = (capability: string, listener: MergeListener) => mergers.set(capability, listener)

export async function tellMerged(context: RequestContext, merged: { from: readonly Named[]; to: Named }): Promise<void> {
  for (const merger of mergers.values()) await merger(context, merged)
}
