import type { RequestContext } from '../../accounts/index.ts'
import { moveFilesOf } from '../../attachments/index.ts'
import type { MoveListener } from '../moves.ts'
import { moveCorrections } from '../store/evidence.ts'

/** The new branch decides what is open, and reads what was shown for it. */
export const correctionsFollow: MoveListener = async (trx, { school }, moves) => {
  await moveCorrections(trx, school, moves)
  await moveFilesOf(trx, school, ['correction_evidence'], moves)
}

/** A member has said something about themselves: a real trace of them. */
export type TraceListener = (context: RequestContext, graduateIds: readonly string[]) => Promise<void>

const followers = new Map<string, TraceListener>()

export const whenMembersSpeak = (capability: string, listener: TraceListener) => followers.set(capability, listener)

export async function announceTrace(context: RequestContext, graduateIds: readonly string[]): Promise<void> {
  for (const listener of followers.values()) await listener(context, graduateIds)
}
