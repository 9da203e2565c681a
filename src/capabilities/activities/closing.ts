/** What a closed list tells higher rooms, in the same transaction; src/app says who listens. */
import type { RequestContext } from '../accounts/index.ts'

export interface ClosedList {
  activity: { id: string; cohortId: string; kind: string; title: string; onDay: string }
  /** Who was there or made up for it. */
  graduateIds: readonly string[]
  /** Of these, who made up for it. */
  madeUp: readonly string[]
}
/** Returns how many items it counted for. */
export type ListListener = (context: RequestContext, list: ClosedList) => Promise<number>

const listeners = new Map<string, ListListener>()

export const whenListCloses = (capability: string, listener: ListListener) => listeners.set(capability, listener)

export async function announceClosed(context: RequestContext, list: ClosedList): Promise<number> {
  let counted = 0
  for (const listener of listeners.values()) counted += await listener(context, list)
  return counted
}
