import { Worker } from 'node:worker_threads'
import { Kysely, PGliteDialect } from 'kysely'
import type { Database, Tables } from './index.ts'
import type { Manner } from './pglite-worker.ts'
import { STEP_ASIDE } from './scope.ts'

type Reply = { id: number; result?: unknown; error?: { message: string } }
type Rows = { rows: unknown[]; affectedRows?: number }

/** The worker as an object to ask: one promise an open question. */
function connect(folder: string | undefined) {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { folder } })
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let questions = 0
  const started = Promise.withResolvers<void>()
  worker.on('message', ({ id, result, error }: Reply) => {
    if (id === 0) return started.resolve()
    const question = open.get(id)
    open.delete(id)
    if (error) question?.reject(Object.assign(new Error(error.message), error))
    else question?.resolve(result as never)
  })
  worker.on('error', error => {
    started.reject(error)
    for (const question of open.values()) question.reject(error as Error)
    open.clear()
  })
  const ask = <T>(verb: string, ...args: unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++questions
      open.set(id, { resolve, reject })
      worker.postMessage({ id, verb, args })
    })
  return { ask, ready: started.promise, stop: () => worker.terminate() }
}

type Ask = ReturnType<typeof connect>['ask']

/**
 * What Kysely's PGlite dialect asks of a PGlite, spoken to the worker; every call under `role`. Where a transaction steps aside, what it set
 * is set anew.
 */
function session(ask: Ask, role: string, manner: Manner) {
  return {
    ready: true,
    closed: false,
    waitReady: Promise.resolve(),
    query: (text: string, values?: unknown[]) => ask<Rows>('query', text, values, undefined, role),
    async transaction<T>(work: (tx: { query: (text: string, values?: unknown[]) => Promise<Rows> }) => Promise<T>): Promise<T> {
      const token = await ask<number>('begin', role, manner)
      let settings = ''
      const query = async (text: string, values?: unknown[]) => {
        if (text === STEP_ASIDE) return ask<undefined>('aside', token, settings).then(() => none)
        if (text.startsWith('set local ')) settings += `${text};`
        return ask<Rows>('query', text, values, token)
      }
      try {
        const result = await work({ query })
        await ask('end', token, true)
        return result
      } catch (error) {
        await ask('end', token, false).catch(() => undefined)
        throw error
      }
    },
    close: async () => undefined,
  }
}

const none: Rows = { rows: [] }

/** Kysely hands out one PGlite connection without a queue, and would run a second transaction inside the first: each
 * transaction therefore gets a Kysely of its own, and the worker queues them. */
const kyselyAs = (ask: Ask, role: string, manner: Manner = 'writing') => {
  const fresh = () => new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: session(ask, role, manner) as never }) })
  const shared = fresh()
  return new Proxy(shared, {
    get: (target, property) => {
      if (property === 'transaction') return () => fresh().transaction()
      const value = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Opens (or creates) the embedded database; without a folder it lives in memory. */
export async function openPglite(folder?: string): Promise<Database & { dump(): Promise<Uint8Array> }> {
  const { ask, ready, stop } = connect(folder)
  await ready
  return {
    kind: 'pglite',
    app: kyselyAs(ask, 'qicheng_app'),
    reading: kyselyAs(ask, 'qicheng_app', 'reading'),
    long: kyselyAs(ask, 'qicheng_app', 'long'),
    receipts: kyselyAs(ask, 'qicheng_receipts'),
    auth: kyselyAs(ask, 'qicheng_auth'),
    system: kyselyAs(ask, 'qicheng_system'),
    jobs: { pglite: { query: (text, values) => ask('query', text, values), exec: text => ask('exec', text) } },
    migrate: text => ask('exec', text),
    dump: () => ask('dump'),
    async close() {
      await ask('close')
      await stop()
    },
  }
}
