import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export type ChangeFilter = { importId?: string | undefined; memberId?: string | undefined; field?: string | undefined }

const changesIn = (trx: Trx, scope: Scope, { importId, memberId, field }: ChangeFilter) =>
  trx
    .selectFrom('member_changes as c')
    .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'c.school_id').onRef('m.id', '=', 'c.member_id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .where('c.school_id', '=', scope.school)
    .where('c.path', '>=', scope.path)
    .where('c.path', '<', scope.pathEnd)
    .$if(importId !== undefined, query => query.where('c.import_id', '=', importId!))
    .$if(memberId !== undefined, query => query.where('c.member_id', '=', memberId!))
    .$if(field !== undefined, query => query.where(sql<SqlBool>`c.changes -> ${field} is not null`))

export const changes = (trx: Trx, scope: Scope, filter: ChangeFilter, limit: number, after?: string) =>
  changesIn(trx, scope, filter)
    .select([
      'c.id as id',
      'c.at as at',
      'c.actor_name as actorName',
      'c.import_id as importId',
      'c.basis as basis',
      'c.proposal_id as proposalId',
      'c.kind as kind',
      'c.member_id as memberId',
      'c.changes as changes',
      'm.student_number as studentNumber',
      'm.name as name',
      'u.name as branchName',
    ])
    .$if(after !== undefined, query => query.where('c.id', '<', after!))
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()

export const countChanges = async (trx: Trx, scope: Scope, filter: ChangeFilter): Promise<number> =>
  Number(
    (
      await changesIn(trx, scope, filter)
        .select(eb => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )
