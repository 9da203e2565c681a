import '../tables.ts'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

/** Of these addressees those that an attempt or a destination in the making names: picked from the dictionary, or typed as it stands there. */
export async function addresseesNamed(trx: Trx, { school }: Scope, addressees: readonly { id: string; name: string }[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with asked as (select * from json_to_recordset(${JSON.stringify(addressees)}::json) as a (id uuid, name text)),
      drafts as (select draft #> '{answers,addressee}' as addressee from transfers where school_id = ${school} and draft is not null)
    select q.id as id from asked q join attempts a on a.school_id = ${school} and a.addressee_id = q.id
    union select q.id from asked q join attempts a on a.school_id = ${school} and a.addressee_name = q.name
    union select q.id from asked q join drafts d on d.addressee ->> 'id' = q.id::text
    union select q.id from asked q join drafts d on d.addressee ->> 'name' = q.name
    union select q.id from asked q join drafts d on d.addressee #>> '{}' = q.name`.execute(trx)
  return rows.map(({ id }) => id)
}

type Named = { id: string; name: string }

/**
 * Attempts and destinations in the making name the one that stays. What is out already, on paper or in the system, keeps the name that it
 * went out with. Gives the transfers whose name changed.
 */
export async function addresseesFollow(
  trx: Trx,
  { school }: Scope,
  { from, to }: { from: readonly Named[]; to: Named },
): Promise<{ id: string; path: string }[]> {
  const gone = JSON.stringify(from)
  const kept = JSON.stringify({ id: to.id, name: to.name })
  const asked = sql`(select * from json_to_recordset(${gone}::json) as g (id uuid, name text))`
  await sql`update attempts a set addressee_id = ${to.id}::uuid from ${asked} g
    where a.school_id = ${school} and a.addressee_id = g.id and (a.issued_on is not null or a.started_on is not null or a.closed_on is not null)`.execute(
    trx,
  )
  const { rows } = await sql<{ id: string; path: string }>`
    with moved as (
      update attempts a set addressee_id = ${to.id}::uuid, addressee_name = ${to.name},
        destination = jsonb_set(a.destination, '{answers,addressee}', ${kept}::jsonb)
      from ${asked} g
      where a.school_id = ${school} and (a.addressee_id = g.id or a.addressee_name = g.name)
        and a.issued_on is null and a.started_on is null and a.closed_on is null
      returning a.transfer_id),
    drafted as (
      update transfers t set draft = jsonb_set(t.draft, '{answers,addressee}', ${kept}::jsonb)
      from ${asked} g
      where t.school_id = ${school} and t.draft is not null
        and (t.draft #>> '{answers,addressee,id}' = g.id::text or t.draft #>> '{answers,addressee,name}' = g.name or t.draft #>> '{answers,addressee}' = g.name)
      returning t.id)
    select t.id, t.path from transfers t where t.school_id = ${school}
      and t.id in (select transfer_id from moved union select id from drafted)`.execute(trx)
  await trx
    .updateTable('transfers')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('school_id', '=', school)
    .where('id', 'in', rows.length ? rows.map(({ id }) => id) : [to.id])
    .execute()
  return rows
}
