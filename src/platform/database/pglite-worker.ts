/** PGlite lives in this thread, so that its synchronous work never holds up HTTP. One queue; transactions by token. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Transaction } from '@electric-sql/pglite'

type Open = { tx: Transaction; end: (commit: boolean) => void; done: Promise<unknown> }

const INT8 = 20
const DATE = 1082
const lite = await PGlite.create({
  ...(workerData.folder && { dataDir: workerData.folder }),
  parsers: { [INT8]: Number, [DATE]: (text: string) => text },
})
const open = new Map<number, Open>()
let tokens = 0

/** As node-postgres does: without parameters the simple protocol, which takes several statements at once. */
async function run(on: Pick<PGlite, 'query' | 'exec'> | Transaction, text: string, values: unknown[] | undefined) {
  const result = values?.length ? await on.query(text, values) : ((await on.exec(text)).at(-1) ?? { rows: [], affectedRows: 0 })
  return { rows: result.rows, affectedRows: result.affectedRows }
}

const verbs = {
  query(text: string, values: unknown[], token?: number, role?: string) {
    if (token) return run(open.get(token)!.tx, text, values)
    if (!role) return run(lite, text, values)
    return lite.transaction(async tx => {
      await tx.exec(`set local role ${role}`)
      return run(tx, text, values)
    })
  },
  async exec(text: string) {
    return (await lite.exec(text)).map(({ rows, affectedRows }) => ({ rows, affectedRows }))
  },
  begin(role?: string) {
    return new Promise<number>((begun, failed) => {
      const token = ++tokens
      const done = lite.transaction(async tx => {
        if (role) await tx.exec(`set local role ${role}`)
        const { promise, resolve, reject } = Promise.withResolvers<void>()
        open.set(token, { tx, end: commit => (commit ? resolve() : reject(new Error('rolled back'))), done })
        begun(token)
        await promise
      })
      done.catch(failed)
    })
  },
  async end(token: number, commit: boolean) {
    const entry = open.get(token)
    if (!entry) return
    open.delete(token)
    entry.end(commit)
    await entry.done.catch(error => {
      if (commit) throw error
    })
  },
  async dump() {
    return new Uint8Array(await (await lite.dumpDataDir('gzip')).arrayBuffer())
  },
  close: () => lite.close(),
} satisfies Record<string, (...args: never[]) => unknown>

parentPort!.on('message', async ({ id, verb, args }: { id: number; verb: keyof typeof verbs; args: never[] }) => {
  try {
    parentPort!.postMessage({ id, result: await (verbs[verb] as (...args: never[]) => unknown)(...args) })
  } catch (caught) {
    const { message, code, constraint, table } = caught as Error & Record<string, unknown>
    parentPort!.postMessage({ id, error: { message, code, constraint, table } })
  }
})
parentPort!.postMessage({ id: 0 })
