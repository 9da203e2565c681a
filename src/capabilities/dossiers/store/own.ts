import '../tables.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const ownDossiers = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('dossiers')
    .select(['cohort_id as cohortId', 'papers'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('member_id', '=', scope.member)
    .orderBy('id')
    .execute()

export const ownEvents = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('dossier_events')
    .select(['step', 'bag', 'reason', 'actor_name as actorName', 'at'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('member_id', '=', scope.member)
    .orderBy('at')
    .orderBy('id')
    .execute()
