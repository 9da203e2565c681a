/** Who asks, as the rules see it. */

import { isEmpty } from '../../kernel/rich-text.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { NoticeFacts, NoticePart, ReceiptFacts, WorkFacts } from './rules.ts'
import type { DutyRecord, NoticeRecord, ReceiptRecord, WorkRecord } from './store.ts'

type Reader = Pick<RequestContext, 'scope' | 'actor'>

/** Stands where it is written, and may issue. */
export const isIssuer = ({ scope, actor }: Reader, { heldPath }: Pick<NoticeRecord, 'heldPath'>): boolean =>
  scope.reach === 'unit' && actor.permissions.has('notices:issue') && heldPath === scope.path

const blankIn = ({ text, ...row }: NoticeRecord): NoticePart[] => [
  ...(['title', 'issuer', 'contactName', 'contactPhone'] as const).filter(part => row[part].trim() === ''),
  ...(isEmpty(text) ? (['text'] as const) : []),
]

export const noticeFacts = (reader: Reader, row: NoticeRecord, units: number): NoticeFacts => ({
  state: row.state,
  issuer: isIssuer(reader, row),
  blank: blankIn(row),
  units,
})

export const receiptFacts = (
  { actor }: Reader,
  { state }: Pick<NoticeRecord, 'state'>,
  receipt: Pick<ReceiptRecord, 'acknowledgedAt'> | undefined,
  permission: 'notices:acknowledge' | 'notices:forward',
): ReceiptFacts => ({
  state,
  received: receipt !== undefined,
  acknowledged: receipt?.acknowledgedAt != null,
  entitled: actor.permissions.has(permission),
})

export const workFacts = (
  { actor, scope }: Reader,
  { state: notice }: Pick<NoticeRecord, 'state'>,
  { withdrawnOn, byPath }: Pick<DutyRecord, 'withdrawnOn' | 'byPath'>,
  work: Pick<WorkRecord, 'state' | 'unitId'>,
): WorkFacts => ({
  notice,
  withdrawn: withdrawnOn !== null,
  state: work.state,
  doer: work.unitId === actor.unitId && actor.permissions.has('notices:report'),
  setter: byPath === scope.path && actor.permissions.has('notices:follow'),
})

/** May follow up what the own unit has sent out. */
export const isFollower = ({ actor }: Reader): boolean => actor.permissions.has('notices:follow')
