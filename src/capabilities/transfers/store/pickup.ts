import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { standing } from './search.ts'

/** Letters that are issued and still in the office, in roster order: branch, then student number. */
export const lettersWaiting = (trx: Trx, scope: Scope, cohortId: string) =>
  standing(trx, scope, cohortId)
    .innerJoin('transfers as t', join => join.onRef('t.school_id', '=', 'a.school_id').onRef('t.id', '=', 'a.transfer_id'))
    .innerJoin('letters as l', join => join.onRef('l.school_id', '=', 'a.school_id').onRef('l.id', '=', 'a.letter_id'))
    .leftJoin('org_units as above', join => join.onRef('above.school_id', '=', 'u.school_id').onRef('above.id', '=', 'u.parent_id'))
    .select([
      't.id as transferId',
      't.version as version',
      'l.id as letterId',
      'l.number_text as number',
      'l.number as serial',
      'l.addressee_name as addressee',
      'l.issued_on as issuedOn',
      'l.valid_until as validUntil',
      'g.path as path',
      'm.name as name',
      'm.pinyin as pinyin',
      'm.student_number as studentNumber',
      'u.name as branchName',
      'u.kind as unitKind',
      'above.name as aboveName',
    ])
    .where('a.paper_at', '=', 'issued')
    // Accepted by the system meanwhile: nobody needs it any more.
    .where('a.state', 'in', ['to-start', 'to-issue', 'in-transit'])
    .where('l.state', '=', 'issued')
    .where('l.picked_up_on', 'is', null)
    .orderBy('g.path')
    .orderBy('m.student_number')
    .orderBy('l.number')
    .execute()
export type WaitingLetter = Awaited<ReturnType<typeof lettersWaiting>>[number]
