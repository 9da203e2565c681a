import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import { insertRows, type Tables, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const addHandovers = (trx: Trx, rows: readonly Insertable<Tables['letter_handovers']>[]) => insertRows(trx, 'letter_handovers', rows)

/** How a letter was handed out, and how many went with it. */
export const handoverOf = (trx: Trx, scope: Scope, letterId: string) =>
  trx
    .selectFrom('letter_handovers as h')
    .select([
      'h.id as id',
      'h.path as path',
      'h.member_id as memberId',
      'h.how as how',
      'h.by_name as by',
      'h.signed as signed',
      'h.relation as relation',
      'h.authority as authority',
      'h.approved_by as approvedBy',
      'h.reason as reason',
      'h.signature_id as signatureId',
      'h.scan_id as scanId',
      'h.actor_name as enteredBy',
    ])
    .select(
      sql<number>`(select count(*)::int from letter_handovers o where o.school_id = h.school_id and o.act_id = h.act_id)`.as('together'),
    )
    .where('h.school_id', '=', scope.school)
    .where('h.path', '>=', scope.path)
    .where('h.path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('h.member_id', '=', scope.member))
    .where('h.letter_id', '=', letterId)
    .executeTakeFirst()
export type Handed = NonNullable<Awaited<ReturnType<typeof handoverOf>>>
