/** What is asked again and again is read and planned once by each connection (decision 0015). */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A statement is prepared from so many times on: what is asked once, like a list of ids of its own length, is not. */
const OFTEN = 3
/** So many at most: a connection keeps some 50 KB for each. */
const MOST = 250
/** Of the texts that are counted; when more have come, the counting begins anew. */
const COUNTED = 5_000

/** Rows within a unit: how many they are depends on the unit, and so does the best plan. It is made anew each time. */
const ofUnit = /\bpath"? >=? \$/
/** Few rows, whatever the unit. */
const byId = /id" (?:= \$|in \(\$)/

/** The answer's columns are others than when it was prepared: a migration has run meanwhile. */
const CHANGED = '0A000'

export type Naming = (text: string) => string | undefined

/** Names what is to be prepared; the same text has one name in every connection. */
export function openNaming(): Naming {
  const names = new Map<string, string>()
  const times = new Map<string, number>()
  return text => {
    const name = names.get(text)
    if (name || names.size >= MOST) return name
    if (ofUnit.test(text) && !byId.test(text)) return undefined
    const asked = (times.get(text) ?? 0) + 1
    if (times.size >= COUNTED) times.clear()
    if (asked < OFTEN) return void times.set(text, asked)
    times.delete(text)
    const fresh = `q${names.size + 1}`
    names.set(text, fresh)
    return fresh
  }
}

function preparing(client: pg.PoolClient, nameOf: Naming): PostgresPoolClient {
  let stale = false
  const ask = async (text: string, values: readonly unknown[]) => {
    const name = values.length > 0 ? nameOf(text) : undefined
    return client.query({ text, values: [...values], ...(name && { name }) }).catch((error: { code?: string }) => {
      stale ||= error.code === CHANGED
      throw error
    })
  }
  // A cursor, which nobody opens here, is its own query.
  const query = (asked: unknown, values: readonly unknown[] = []) =>
    typeof asked === 'string' ? ask(asked, values) : client.query(asked as never)
  return { query: query as unknown as PostgresPoolClient['query'], release: spoilt => client.release(spoilt || stale) }
}

/** The pool, as Kysely asks it. */
export function prepared(pool: pg.Pool, nameOf = openNaming()): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const held = clients.get(client) ?? preparing(client, nameOf)
      clients.set(client, held)
      return held
    },
    end: () => pool.end(),
    options: pool.options,
  }
}
