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
