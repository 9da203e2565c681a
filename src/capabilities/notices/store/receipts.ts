import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Tables, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const receipts = (trx: Trx, { school, path, pathEnd }: Scope) =>
  trx
    .selectFrom('notice_receipts as r')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'r.school_id').onRef('u.id', '=', 'r.unit_id'))
    .where('r.school_id', '=', school)
    .where('r.path', '>=', path)
    .where('r.path', '<', pathEnd)
    .select([
      'r.notice_id as noticeId',
      'r.unit_id as unitId',
      'r.path as path',
      'r.from_path as fromPath',
      'r.received_on as receivedOn',
      'r.acknowledged_on as acknowledgedOn',
      'r.acknowledged_at as acknowledgedAt',
      'r.acknowledged_name as acknowledgedName',
      'u.name as unitName',
      'u.level as level',
    ])

/** Of all units in the scope that have got these notices. */
export const receiptsOfNotices = (trx: Trx, scope: Scope, noticeIds: readonly string[]) =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : receipts(trx, scope).where('r.notice_id', 'in', noticeIds).orderBy('u.position').orderBy('r.path').execute()
export type ReceiptRecord = Awaited<ReturnType<typeof receiptsOfNotices>>[number]

/** The unit's own, held: whoever else acknowledges or hands on waits. */
export const holdReceipt = (trx: Trx, scope: Scope, noticeId: string, unitId: string) =>
  receipts(trx, scope).where('r.notice_id', '=', noticeId).where('r.unit_id', '=', unitId).forUpdate('r').executeTakeFirst()

export const addReceipts = (
  trx: Trx,
  rows: readonly Pick<
    Insertable<Tables['notice_receipts']>,
    'school_id' | 'notice_id' | 'unit_id' | 'path' | 'from_path' | 'received_on'
  >[],
) => insertRows(trx, 'notice_receipts', rows)

export const acknowledgeReceipt = (trx: Trx, school: string, noticeId: string, unitId: string, by: { on: Day; at: Date; name: string }) =>
  trx
    .updateTable('notice_receipts')
    .set({ acknowledged_on: by.on, acknowledged_at: by.at, acknowledged_name: by.name })
    .where('school_id', '=', school)
    .where('notice_id', '=', noticeId)
    .where('unit_id', '=', unitId)
    .where('acknowledged_at', 'is', null)
    .execute()

/** True where it is the account's first time. */
export const addRead = async (trx: Trx, row: Insertable<Tables['notice_reads']>): Promise<boolean> =>
  ((
    await trx
      .insertInto('notice_reads')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows ?? 0n) > 0n

/** Who has read these, the earliest first. */
export const readsOf = (trx: Trx, { school, path, pathEnd }: Scope, noticeIds: readonly string[]) =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('notice_reads')
        .select(['notice_id as noticeId', 'unit_id as unitId', 'account_id as accountId', 'name', 'read_on as readOn', 'read_at as readAt'])
        .where('school_id', '=', school)
        .where('path', '>=', path)
        .where('path', '<', pathEnd)
        .where('notice_id', 'in', noticeIds)
        .orderBy('read_at')
        .execute()

/** Which of these the account itself has opened. */
export const readBy = async (trx: Trx, { school, account }: Scope, noticeIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    noticeIds.length === 0
      ? []
      : (
          await trx
            .selectFrom('notice_reads')
            .select('notice_id as noticeId')
            .where('school_id', '=', school)
            .where('account_id', '=', account)
            .where('notice_id', 'in', noticeIds)
            .execute()
        ).map(({ noticeId }) => noticeId),
  )

/** As they were made; of a branch those of the 总支 above it. */
export const forwardingsOf = (trx: Trx, { school, path, pathEnd }: Scope, noticeIds: readonly string[]) =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('notice_forwardings')
        .select([
          'id',
          'notice_id as noticeId',
          'unit_id as unitId',
          'by_path as byPath',
          'remarks',
          'on_day as onDay',
          'by_name as byName',
        ])
        .where('school_id', '=', school)
        .where('notice_id', 'in', noticeIds)
        .where(({ and, or, eb }) =>
          or([and([eb('by_path', '>=', path), eb('by_path', '<', pathEnd)]), sql<boolean>`starts_with(${path}, by_path)`]),
        )
        .orderBy('id')
        .execute()

export const addForwarding = (trx: Trx, row: Insertable<Tables['notice_forwardings']>) =>
  trx.insertInto('notice_forwardings').values(row).execute()
