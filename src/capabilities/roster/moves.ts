/** What the roster tells higher rooms. When people change their branch, what other capabilities hold of them follows, in the same transaction; src/app says who listens. */
import type { Trx } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { BuiltReason } from '../imports/rules.ts'
import type { Scope } from '../orgs/index.ts'

export type Move = { memberId: string; from: string; to: string }
export type MoveListener = (trx: Trx, scope: Scope, moves: readonly Move[]) => Promise<void>

const listeners = new Map<string, MoveListener>()

/** One listener a capability: whoever stores a member's path in a table of its own. */
export const whenMembersMove = (capability: string, listener: MoveListener) => listeners.set(capability, listener)

export async function announceMoves(trx: Trx, scope: Scope, moves: readonly Move[]): Promise<void> {
  for (const listener of listeners.values()) await listener(trx, scope, moves)
}

/** A person's membership, outcome or dates have changed: what counts from them is counted anew. */
export type ChangeListener = (context: RequestContext, cohortId: string, graduateIds: readonly string[]) => Promise<void>

const followers = new Map<string, ChangeListener>()

export const whenPeopleChange = (capability: string, listener: ChangeListener) => followers.set(capability, listener)

export async function announceChange(context: RequestContext, cohortId: string, graduateIds: readonly string[]): Promise<void> {
  for (const listener of followers.values()) await listener(context, cohortId, graduateIds)
}

/** What may stand on an import: whom it brought, whom it changed, and an id; what has a later one was made later. */
export type Standing = { brought: readonly string[]; changed: readonly string[]; since: string }
/** Which of these members something was built upon. */
export type UndoListener = (trx: Trx, scope: Scope, standing: Standing) => Promise<readonly string[]>

const guards = new Map<BuiltReason, UndoListener>()

/** Asked before an import is undone: whoever holds what cannot be taken back with it. */
export const whenUndoing = (reason: BuiltReason, listener: UndoListener) => guards.set(reason, listener)

export async function builtUpon(trx: Trx, scope: Scope, standing: Standing): Promise<Map<BuiltReason, readonly string[]>> {
  const found = new Map<BuiltReason, readonly string[]>()
  for (const [reason, listener] of guards) found.set(reason, await listener(trx, scope, standing))
  return found
}

/** People leave the roster as if they had never come: what was only reckoned of them goes first. */
export type RemovalListener = (trx: Trx, scope: Scope, graduateIds: readonly string[]) => Promise<unknown>

const removers = new Map<string, RemovalListener>()

export const whenRemoved = (capability: string, listener: RemovalListener) => removers.set(capability, listener)

export async function announceRemoval(trx: Trx, scope: Scope, graduateIds: readonly string[]): Promise<void> {
  for (const listener of removers.values()) await listener(trx, scope, graduateIds)
}
