/** What the roster tells higher rooms. When people change their branch, what other capabilities hold of them follows, in the same transaction; src/app says who listens. */
import type { Trx } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
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
