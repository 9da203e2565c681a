/** A commit that tells how far it is. */
import type { ImportView } from './contract.ts'
import type { Committed } from './kind.ts'

export type Told = { done: number; total: number } | { import: ImportView }

class Stopped extends Error {}

/**
 * Passes on what the work tells; last of all its result. Whoever stops listening stops the work at its next word, and its
 * transaction leaves nothing behind.
 */
export async function* telling(work: (progress: Committed['progress']) => Promise<ImportView>): AsyncGenerator<Told, void, void> {
  let heard: Told[] = []
  let wake = () => {}
  let stopped = false
  const running = work(async (done, total) => {
    if (stopped) throw new Stopped('Nobody waits for it any more.')
    heard.push({ done, total })
    wake()
  })
  let over = false
  const ended = running.then(
    () => undefined,
    () => undefined,
  )
  void ended.then(() => {
    over = true
    wake()
  })
  try {
    while (true) {
      const words = heard
      heard = []
      yield* words
      if (heard.length > 0) continue
      if (over) break
      await new Promise<void>(resolve => {
        wake = resolve
        if (over || heard.length > 0) resolve()
      })
    }
    yield { import: await running }
  } finally {
    stopped = true
  }
}

/** With its first word heard: a refusal is the answer itself, not something that is told. */
export async function begun<Word>(words: AsyncGenerator<Word, void, void>): Promise<AsyncGenerator<Word, void, void>> {
  const first = await words.next()
  return (async function* () {
    try {
      if (!first.done) yield first.value
      yield* words
    } finally {
      await words.return()
    }
  })()
}
