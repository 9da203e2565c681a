/** Who names an addressee outside this room: asked before one that an import brought is taken away again; src/app says who answers. */
import type { Trx } from '../../platform/database/index.ts'
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
