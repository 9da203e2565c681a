import type { Trx } from './index.ts'

const memory = new WeakMap<Trx, Map<string, Promise<unknown>>>()

const of = (trx: Trx) => {
  const held = memory.get(trx) ?? new Map<string, Promise<unknown>>()
  memory.set(trx, held)
  return held
}

/** What a transaction has read once it does not read again: the plan in force, the school, an open key. Who writes it forgets it. */
export const remembered = <T>(trx: Trx, key: string, read: () => Promise<T>): Promise<T> => {
  if (!trx.isTransaction) return read()
  const held = of(trx)
  const found = held.get(key) as Promise<T> | undefined
  if (found) return found
  const reading = read()
  held.set(key, reading)
  return reading
}

export const forget = (trx: Trx, key: string): void => void memory.get(trx)?.delete(key)
