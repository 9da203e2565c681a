/**
 * A transaction of several parts, all or none. PGlite has one connection, and whoever waits for it waits as long as a transaction
 * takes: so a long one puts each part aside as a prepared transaction, which nobody sees and which outlives a crash. The last part says
 * in the same commit that all of them hold; what is found at the next start without that word is given up.
 */
import { randomBytes } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'

type Whole = { id: string; parts: number }
const GID = /^part-([0-9a-f]{16})-\d{3}$/
const gid = (id: string, part: number) => `part-${id}-${String(part).padStart(3, '0')}`

export async function openParts(lite: PGlite) {
  await lite.exec('create schema if not exists embedded; create table if not exists embedded.held (id text primary key)')
  await recover(lite)
  const each = async (verb: 'commit' | 'rollback', { id, parts }: Whole) => {
    for (let part = 1; part <= parts; part++) await lite.exec(`${verb} prepared '${gid(id, part)}'`)
  }
  return {
    newId: () => randomBytes(8).toString('hex'),
    putAside: async (id: string, part: number) => void (await lite.exec(`prepare transaction '${gid(id, part)}'`)),
    /** Ends the last part, which is open, and with it all. */
    async commit(whole: Whole) {
      try {
        await lite.exec(`set local role none; insert into embedded.held (id) values ('${whole.id}'); commit`)
      } catch (error) {
        await lite.exec('rollback')
        await each('rollback', whole)
        throw error
      }
      await each('commit', whole)
      await lite.exec(`delete from embedded.held where id = '${whole.id}'`)
    },
    async rollback(whole: Whole) {
      await lite.exec('rollback')
      await each('rollback', whole)
    },
  }
}

/** What a crash left behind. */
async function recover(lite: PGlite): Promise<void> {
  const left = (await lite.query<{ gid: string }>('select gid from pg_prepared_xacts order by gid')).rows
  const held = new Set((await lite.query<{ id: string }>('select id from embedded.held')).rows.map(({ id }) => id))
  for (const { gid: name } of left) {
    const id = GID.exec(name)?.[1]
    if (id !== undefined) await lite.exec(`${held.has(id) ? 'commit' : 'rollback'} prepared '${name}'`)
  }
  if (held.size > 0) await lite.exec('delete from embedded.held')
}
