import type { Kysely, Transaction } from 'kysely'

/** Every capability adds its own tables to this interface, in its `tables.ts`. */
export interface Tables {}

/** A transaction whose role and settings are set. Nothing else is handed to a store. */
export type Trx = Transaction<Tables>
export type Db = Kysely<Tables>

/** `app` serves requests under row-level security; `system` passes it, for what belongs to no request. */
export interface Database {
  /** Requests: sees nothing until `inScope` has set school and reach. */
  app: Db
  /** Requests that change nothing: on PGlite they pass a long transaction by, and one that writes beside it is refused as read-only. */
  reading: Db
  /** Requests that write thousands: on PGlite nobody else writes until they end, and between their parts (`stepAside`) others read. */
  long: Db
  /** The public page: may call its two functions, and read no table. */
  receipts: Db
  /** better-auth's own tables, and nothing else. */
  auth: Db
  /** Start, jobs, CLI: every school's rows. */
  system: Db
  /** What pg-boss needs to speak to the same database. */
  jobs: JobsConnection
  /** Runs plain SQL as the owner: migrations only. */
  migrate(sql: string): Promise<unknown>
  kind: 'pglite' | 'postgres'
  close(): Promise<void>
}

export type JobsConnection =
  | { pglite: { query: Query; exec: (text: string) => Promise<{ rows: unknown[] }[]> } }
  | { connectionString: string }
type Query = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

export { insertRows, namedSince, patchRows, readMany, replaceRows, updateRows } from './bulk.ts'
export { answers, answersAs, gatherStatistics, migrate } from './migrate.ts'
export { openDatabase } from './open.ts'
export { openReceipts, type ReceiptsDatabase } from './postgres.ts'
export { forget, remembered } from './remembered.ts'
export { atReceipts, inScope, inSystem, readSystem, refusedAsReading, type Settings, stepAside } from './scope.ts'
export { meaning, meaningOf } from './violations.ts'
