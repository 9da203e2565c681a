import type { Database } from './index.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** PostgreSQL where a URL is given, else the embedded database in `folder` (in memory without one). */
export const openDatabase = (where: { url?: string | undefined; folder?: string | undefined; connections?: number }): Promise<Database> =>
  where.url ? openPostgres(where.url, where.connections) : openPglite(where.folder)
