import { setTimeout as wait } from 'node:timers/promises'

/** Who steps aside waits until nobody has come for so long, but no longer than `MOST_MS`. */
const QUIET_MS = 4
const MOST_MS = 400

/** One after another, in the order of coming: gives what ends the turn. */
export function openTurns() {
  let last: Promise<void> = Promise.resolve()
  let inside = 0
  let left = 0
  const turn = async (): Promise<() => void> => {
    inside++
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    await before
    return () => {
      inside--
      left = performance.now()
      resolve()
    }
  }
  /** After all who are waiting, and after what they ask for next. */
  const quiet = async () => {
    const since = performance.now()
    while (performance.now() - since < MOST_MS) {
      await wait(QUIET_MS)
      if (inside === 0 && performance.now() - left >= QUIET_MS) return
    }
  }
  return Object.assign(turn, {
    async last() {
      await quiet()
      return turn()
    },
  })
}
