import { setTimeout as wait } from 'node:timers/promises'
import { cookieOf } from './accounts.ts'
import type { Measure } from './measure.ts'
import { columns, rosterOf } from './roster-file.ts'
import { type Served, serve } from './served.ts'

const ROWS = 50_000
/** The bar: MB above what the server holds when idle. */
const MOST_MB = 400
const LIST_EVERY_MS = 50

type Answered = { id: string; version: number }

const sent = async (url: string, init: RequestInit): Promise<Answered> => {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.json()) as Answered
}

async function imported({ url, bench }: Served, file: File): Promise<void> {
  const headers = { cookie: await cookieOf(url, 'importer'), origin: url }
  const form = new FormData()
  form.set('cohortId', bench.cohortId)
  form.set('file', file)
  const imports = `${url}/api/v1/roster/imports`
  const { id, version } = await sent(imports, { method: 'POST', body: form, headers })
  const body = JSON.stringify({ version })
  await sent(`${imports}/${id}/commit`, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } })
}

/** A list asked for at a steady pace, however long the one before takes. */
async function asking({ url, bench }: Served) {
  const headers = { cookie: await cookieOf(url, 'office') }
  const took: number[] = []
  const under = new Set<Promise<void>>()
  const once = async () => {
    const began = performance.now()
    await (await fetch(`${url}/api/v1/cohorts/${bench.cohortId}/graduates?limit=20`, { headers })).arrayBuffer()
    took.push(performance.now() - began)
  }
  await once()
  const timer = setInterval(() => {
    const asked = once().finally(() => under.delete(asked))
    under.add(asked)
  }, LIST_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await Promise.all(under)
    took.sort((a, b) => a - b)
    return { p50: took[Math.floor(took.length * 0.5)]!, p99: took[Math.floor(took.length * 0.99)]! }
  }
}

/** P1-large: what a large import holds in memory, PGlite; how long a list waits meanwhile is printed beside it. */
export const p1Large: Measure = {
  id: 'P1-large',
  what: `memory above idle while ${ROWS} × ${columns.length} are imported, PGlite; the limit is the bar`,
  unit: 'MB',
  runs: 1,
  async open() {
    const { file } = await rosterOf(ROWS, 0)
    return {
      async ours() {
        const served = await serve(0)
        const stop = await asking(served)
        await wait(2_000)
        const idle = await served.resident()
        let peak = idle
        const watch = setInterval(() => void served.resident().then(now => (peak = Math.max(peak, now))), 50)
        await imported(served, file)
        clearInterval(watch)
        const { p50, p99 } = await stop()
        process.stderr.write(`P1-large, a list meanwhile: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms\n`)
        await served.close()
        return peak - idle
      },
      limit: async () => MOST_MB,
      close: async () => undefined,
    }
  },
}
