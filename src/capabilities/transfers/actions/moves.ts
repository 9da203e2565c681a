/** Steps that follow from what somebody outside says: looked at first, then taken as by hand. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import type { Move } from '../rules/lists/outside.ts'
import { decide, type Refusal, type TransferFacts } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import { factsOf, type Setting, sidesIn } from './setting.ts'
import { take } from './take.ts'

export type Followed = { facts: TransferFacts; next: TransferFacts | null; refusal: { move: Move; reason: Refusal } | null }

/** One move after the other, by the first of the actor's sides that may. */
export function follow(held: BegunCase, setting: Setting, moves: readonly Move[]): Followed {
  const facts = factsOf(held, setting)
  let next = facts
  for (const move of moves) {
    const { step, ...given } = move
    let reason: Refusal = 'not-your-side'
    let allowed: TransferFacts | null = null
    for (const side of sidesIn(held, setting)) {
      const decision = decide(next, step, side, setting.today, given)
      if (decision.allowed) allowed ??= decision.value
      else if (decision.reason !== 'not-your-side') reason = decision.reason
    }
    if (!allowed) return { facts, next: null, refusal: { move, reason } }
    next = allowed
  }
  return { facts, next, refusal: null }
}

/** Every step for all its cases at once, in the order in which they follow; all or none. */
export async function takeMoves(
  context: RequestContext,
  due: readonly { held: BegunCase; moves: readonly Move[] }[],
  importId?: string,
): Promise<void> {
  const version = new Map(due.map(({ held }) => [held.transfer.id, held.transfer.version]))
  for (const step of ['start', 'relay', 'accept', 'reject', 'accept-other', 'reject-other'] as const) {
    const told = new Map(
      due.flatMap(({ held, moves }) => moves.filter(move => move.step === step).map(move => [held.transfer.id, move] as const)),
    )
    if (told.size === 0) continue
    const { applied } = await take(context, {
      step,
      ...(importId && { importId }),
      items: [...told.keys()].map(id => ({ id, version: version.get(id)! })),
      told: ({ transfer }) => {
        const { step: _, ...given } = told.get(transfer.id)!
        return given
      },
    })
    if (!applied) throw new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } })
    for (const id of told.keys()) version.set(id, version.get(id)! + 1)
  }
}
