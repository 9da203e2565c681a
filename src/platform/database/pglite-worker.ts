/** PGlite lives in this thread, so that its synchronous work never holds up HTTP. Whoever comes waits for its turn. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { openParts } from './pglite-parts.ts'
import { openTurns } from './turns.ts'

/** `long`: it steps aside between its parts, and is the only one that writes until it ends. `reading` passes it by. */
export type Manner = 'writing' | 'reading' | 'long'
type Begun = { role: string; done: () => void; long: Long | null }
type Long = { ended: Promise<void>; end: () => void; id: string; parts: number }

const INT8 = 20
const DATE = 1082
const READ_ONLY = '25006'
/** Beyond these a long transaction goes on in one piece. */
const MOST_PARTS = 400

const lite = await PGlite.create({
  ...(workerData.folder && { dataDir: workerData.folder }),
  parsers: { [INT8]: Number, [DATE]: (text: string) => text },
  startParams: [...PGlite.defaultStartParams, '-c', `max_prepared_transactions=${MOST_PARTS + 1}`],
})
const parts = await openParts(lite)
const turn = openTurns()
const begun = new Map<number, Begun>()
let tokens = 0
let long: Long | null = null

/** As node-postgres does: without parameters the simple protocol, which takes several statements at once. */
async function run(text: string, values: unknown[] | undefined) {
  const result = values?.length ? await lite.query(text, values) : ((await lite.exec(text)).at(-1) ?? { rows: [], affectedRows: 0 })
  return { rows: result.rows, affectedRows: result.affectedRows }
}

/** Nobody writes beside a long transaction: a row that one of its parts holds would be waited for in vain. */
async function turnToWrite() {
  while (true) {
    while (long) await long.ended
    const done = await turn()
    if (!long) return done
    done()
  }
}

const begin = (role: string) => lite.exec(`begin; set local role ${role}`)

async function once<Result>(work: () => Promise<Result>, done: () => void): Promise<Result> {
  try {
    return await work()
  } finally {
    done()
  }
}

async function alone<Result>(opening: string, work: () => Promise<Result>): Promise<Result> {
  await lite.exec(opening)
  try {
    const result = await work()
    await lite.exec('commit')
    return result
  } catch (error) {
    await lite.exec('rollback')
    throw error
  }
}

/** One statement under a role. Beside a long transaction it is tried as one that only reads, and waits if it does not. */
async function single(text: string, values: unknown[], role: string) {
  const opening = `begin; set local role ${role}`
  if (/^\s*select\b/i.test(text)) {
    const done = await turn()
    const manner = long ? `${opening}; set transaction read only` : opening
    try {
      return await once(() => alone(manner, () => run(text, values)), done)
    } catch (error) {
      if ((error as { code?: string }).code !== READ_ONLY) throw error
    }
  }
  return once(() => alone(opening, () => run(text, values)), await turnToWrite())
}

const verbs = {
  async query(text: string, values: unknown[], token?: number, role?: string) {
    if (token) return run(text, values)
    if (role) return single(text, values, role)
    return once(() => run(text, values), await turnToWrite())
  },
  async exec(text: string) {
    const results = await once(() => lite.exec(text), await turnToWrite())
    return results.map(({ rows, affectedRows }) => ({ rows, affectedRows }))
  },
  async begin(role: string, manner: Manner) {
    const token = ++tokens
    const done = await (manner === 'reading' ? turn() : turnToWrite())
    await begin(role)
    if (manner === 'reading' && long) await lite.exec('set transaction read only')
    if (manner === 'long') long = { ...endless(), id: parts.newId(), parts: 0 }
    begun.set(token, { role, done, long: manner === 'long' ? long : null })
    return token
  },
  /** What is written so far is put aside, unseen, and whoever waits to read comes first. `settings` hold for the next part too. */
  async aside(token: number, settings: string) {
    const one = begun.get(token)!
    if (!one.long || one.long.parts >= MOST_PARTS) return
    await parts.putAside(one.long.id, ++one.long.parts)
    one.done()
    one.done = await turn.last()
    await begin(one.role)
    await lite.exec(settings)
  },
  async end(token: number, commit: boolean) {
    const one = begun.get(token)
    if (!one) return
    begun.delete(token)
    try {
      if (one.long && one.long.parts > 0) await (commit ? parts.commit(one.long) : parts.rollback(one.long))
      else await lite.exec(commit ? 'commit' : 'rollback')
    } finally {
      if (one.long) {
        long = null
        one.long.end()
      }
      one.done()
    }
  },
  async dump() {
    const file = await once(() => lite.dumpDataDir('gzip'), await turnToWrite())
    return new Uint8Array(await file.arrayBuffer())
  },
  close: () => lite.close(),
} satisfies Record<string, (...args: never[]) => unknown>

function endless() {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  return { ended, end }
}

parentPort!.on('message', async ({ id, verb, args }: { id: number; verb: keyof typeof verbs; args: never[] }) => {
  try {
    parentPort!.postMessage({ id, result: await (verbs[verb] as (...args: never[]) => unknown)(...args) })
  } catch (caught) {
    const { message, code, constraint, table } = caught as Error & Record<string, unknown>
    parentPort!.postMessage({ id, error: { message, code, constraint, table } })
  }
})
parentPort!.postMessage({ id: 0 })
