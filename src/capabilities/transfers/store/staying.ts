/** Contacts with those whose relation stays at the school. */
import '../tables.ts'
import type { Insertable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Tables, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const addStayContact = (trx: Trx, row: Insertable<Tables['stay_contacts']>) => insertRows(trx, 'stay_contacts', [row])

export const stayContactsOf = (trx: Trx, scope: Scope, transferId: string) =>
  trx
    .selectFrom('stay_contacts')
    .select(['id', 'on_day as on', 'way', 'spoken_with as spokenWith', 'note', 'actor_name as by'])
    .where('school_id', '=', scope.school)
    .where('transfer_id', '=', transferId)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The newest day counts: an earlier contact that is entered late takes nothing back. */
export const traceContact = async (trx: Trx, school: string, transferId: string, on: Day): Promise<void> => {
  for (const column of ['traced_on', 'contacted_on'] as const)
    await trx
      .updateTable('transfers')
      .set({ [column]: on })
      .where('school_id', '=', school)
      .where('id', '=', transferId)
      .where(({ or, eb }) => or([eb(column, 'is', null), eb(column, '<', on)]))
      .execute()
}
