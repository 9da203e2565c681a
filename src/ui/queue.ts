/** What a list shows one after the other, from one page of its own to the next. */
export type QueuePlace = { at: number; of: number; previous: string | null; next: string | null }

/** Where one stands; null for what is not among them. Each entry goes by its ids, the first of which is its address. */
export const placeIn = (queue: readonly (readonly [id: string, ...others: string[]])[], id: string): QueuePlace | null => {
  const at = queue.findIndex(ids => ids.includes(id))
  if (at < 0) return null
  return { at: at + 1, of: queue.length, previous: queue[at - 1]?.[0] ?? null, next: queue[at + 1]?.[0] ?? null }
}
