import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import type { Db, Trx } from './index.ts'

/** What row-level security reads. `path` bounds the rows as a range: [path, pathEnd). */
export interface Settings {
  school: string
  reach: 'unit' | 'own' | 'news' | 'code' | 'none'
  path: string
  pathEnd: string
  member: string
  account: string
  code?: string
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const shapes: Record<keyof Settings, RegExp> = {
  school: UUID,
  reach: /^(?:unit|own|news|code|none)$/,
  path: /^\/(?:\d+\/)*$/,
  pathEnd: /^(?:\/\d+)*0$/,
  member: /^$|^[0-9a-f-]{36}$/,
  account: /^$|^[0-9a-f-]{36}$/,
  code: /^$|^[0-9a-f-]{36}$/,
}

/** `set local` with checked literals: a sharded database passes these on to its nodes, but not `set_config`. */
export function settingsSql(settings: Settings): string {
  return (Object.keys(shapes) as (keyof Settings)[])
    .map(name => {
      const value = settings[name] ?? ''
      if (!shapes[name].test(value)) throw new RangeError(`Not a ${name} setting`)
      return `set local app.${name === 'pathEnd' ? 'path_end' : name} = '${value}'`
    })
    .join(';')
}

const within = new AsyncLocalStorage<true>()

/** A transaction opened inside another waits for ever on the one connection of PGlite, and escapes the other's scope on
 * PostgreSQL: refused on both. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  if (within.getStore()) throw new Error('A transaction was opened inside another: hand the open one down instead.')
  return within.run(true, work)
}

/** One transaction that sees what the settings allow. */
export const inScope = <T>(app: Db, settings: Settings, work: (trx: Trx) => Promise<T>): Promise<T> =>
  alone(() =>
    app.transaction().execute(async trx => {
      await sql.raw(settingsSql(settings)).execute(trx)
      return work(trx)
    }),
  )

const NO_SCHOOL = '00000000-0000-0000-0000-000000000000'

/** One transaction of the public page: no school, no unit, no person. What it may know comes from its own two functions. */
export const atReceipts = <T>(receipts: Db, work: (trx: Trx) => Promise<T>): Promise<T> =>
  inScope(receipts, { school: NO_SCHOOL, reach: 'code', path: '/', pathEnd: '0', member: '', account: '' }, work)

/** One transaction over every school: start, jobs and CLI only. */
export const inSystem = <T>(system: Db, work: (trx: Trx) => Promise<T>): Promise<T> => alone(() => system.transaction().execute(work))

/** One reading statement over every school, in no transaction of its own: who is signed in is asked with every request. */
export const readSystem = <T>(system: Db, read: (trx: Trx) => Promise<T>): Promise<T> => read(system as unknown as Trx)

/** PostgreSQL takes it for a word; on PGlite the worker hears it. */
export const STEP_ASIDE = 'select 1 as stepped_aside'

/**
 * Within a transaction of `Database.long`: others may read before it goes on. What it wrote stays unseen until its end, also by itself: a
 * later part must not ask for what an earlier one wrote or held.
 */
export const stepAside = async (trx: Trx): Promise<void> => void (await sql.raw(STEP_ASIDE).execute(trx))

/** It was taken for reading, beside a long transaction, and wrote: nothing happened, and it may begin anew as one that writes. */
export const refusedAsReading = (error: unknown): boolean => (error as { code?: string } | null)?.code === '25006'
