/** What an imported list says otherwise, as rows that wait for a decision. */
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { rootPath } from '../../orgs/rules.ts'
import { type Difference, differencesOf, isWholeList, type Refusal, type Says } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import type { NewDifference } from '../store/differences.ts'
import * as store from '../store.ts'
import { heldAttempt } from './difference-settling.ts'

/** A row in the making: what it will be called, and what the preview shows of it. */
export type Found = Difference & {
  mark: string
  named: string
  says: Says
  path: string
  graduateId: string | null
  memberId: string | null
  attemptId: string | null
}

export const saysOf = ({ status, on, serial, startedOn, reason, receiver }: Says): Says => ({
  status,
  on,
  serial,
  startedOn,
  reason,
  receiver,
})

const nothingSaid: Says = { status: 'under-way', on: null, serial: null, startedOn: null, reason: null, receiver: null }

type Whom = { id: string; memberId: string; path: string; name: string }

export const differencesIn = (whom: Whom, held: BegunCase | null, says: Says, refusal: Refusal | null): Found[] =>
  differencesOf(says, held && heldAttempt(held.attempt), refusal).map(difference => ({
    ...difference,
    mark: [whom.id, held?.attempt.id ?? '', difference.kind, difference.theirs].join(' '),
    named: whom.name,
    says: saysOf(says),
    path: whom.path,
    graduateId: whom.id,
    memberId: whom.memberId,
    attemptId: held?.attempt.id ?? null,
  }))

/** `called`: a student number, or the index of an ID number; a number in full is never kept. */
export const strangerIn = (called: { mark: string; named: string }, theirs: string, says: Says): Found => ({
  kind: 'not-ours',
  ours: '名册里没有',
  theirs,
  mark: [called.mark, 'not-ours', theirs].join(' '),
  named: called.named,
  says: saysOf(says),
  path: rootPath,
  graduateId: null,
  memberId: null,
  attemptId: null,
})

/** Out by the system here, and not in a list that looks whole. */
export async function missingIn({ trx, scope }: RequestContext, cohortId: string, named: ReadonlySet<string>): Promise<Found[]> {
  const out = await store.outBySystem(trx, scope, cohortId)
  const absent = out.filter(({ graduateId }) => !named.has(graduateId))
  if (!isWholeList(out.length - absent.length, out.length)) return []
  return absent.map(row => ({
    kind: 'missing-there',
    ours: [row.startedOn && `${row.startedOn} 已发起`, row.serial].filter(Boolean).join('，'),
    theirs: '没有这个人',
    mark: [row.graduateId, row.attemptId, 'missing-there'].join(' '),
    named: row.name,
    says: nothingSaid,
    path: row.path,
    graduateId: row.graduateId,
    memberId: row.memberId,
    attemptId: row.attemptId,
  }))
}

export const differenceRow = (
  { scope, today }: RequestContext,
  cohortId: string,
  importId: string,
  { says, graduateId, memberId, attemptId, named, kind, mark, ours, theirs, path }: Found,
): NewDifference => ({
  school_id: scope.school,
  id: newId(),
  cohort_id: cohortId,
  path,
  graduate_id: graduateId,
  member_id: memberId,
  attempt_id: attemptId,
  named,
  kind,
  mark,
  ours,
  theirs,
  told: says,
  import_id: importId,
  found_on: today,
  decided_on: null,
  decided_by: null,
  decided_name: null,
  decided_role: null,
  reason: null,
})
