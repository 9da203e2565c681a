import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import type { DutyView, NoticeView, WorkView } from './contract.ts'
import { accountsAt, audienceOf, type Places, places, whoHears } from './places.ts'
import { isFollower, isIssuer, noticeFacts, receiptFacts, workFacts } from './reader.ts'
import { mayAcknowledge, mayHang, mayWithdrawDuty, standingOf, stepsOf, worksOf } from './rules.ts'
import * as store from './store.ts'

type Row = store.NoticeRecord

export const held = async ({ trx, scope }: RequestContext, id: string, hold = false): Promise<Row> => {
  const row = await store.notice(trx, scope, id, hold)
  if (!row) throw new ORPCError('NOT_FOUND')
  return row
}

export const acknowledgedView = ({ acknowledgedOn, acknowledgedAt, acknowledgedName }: store.ReceiptRecord) =>
  acknowledgedAt && { on: acknowledgedOn!, at: acknowledgedAt.toISOString(), by: acknowledgedName ?? '' }

export const workView = (context: RequestContext, row: Row, duty: store.DutyRecord, work: store.WorkRecord): WorkView => ({
  dutyId: work.dutyId,
  unitId: work.unitId,
  state: work.state,
  standing: standingOf({ ...work, dueOn: duty.dueOn }, context.today),
  doneOn: work.doneOn,
  doneBy: work.doneName,
  remark: work.remark,
  backReason: work.backReason,
  version: work.version,
  may: worksOf(workFacts(context, row, duty, work)),
})

export const dutyView = (context: RequestContext, row: Row, duty: store.DutyRecord, { nameAt }: Places): DutyView => {
  const withdrawn = duty.withdrawnOn !== null
  const setter = duty.byPath === context.scope.path && isFollower(context)
  return {
    id: duty.id,
    words: duty.words,
    dueOn: duty.dueOn,
    task: duty.task,
    by: nameAt(duty.byPath),
    version: duty.version,
    withdrawn: duty.withdrawnOn === null ? null : { on: duty.withdrawnOn, reason: duty.withdrawnReason ?? '' },
    mayWithdraw: mayWithdrawDuty({ notice: row.state, withdrawn, setter }, '–').allowed,
  }
}

export const fileView = ({ id, name, mime, size, addedAt, addedName }: store.KeptFile) => ({
  id,
  name,
  mime,
  size,
  addedAt: addedAt.toISOString(),
  addedBy: addedName,
})

const other = ({ id, title, number, issuedOn }: Row) => ({ id, title, number, issuedOn })

/** The words themselves, and what of the office's steps the reader may take. */
async function documentView(context: RequestContext, row: Row, at: Places) {
  const { trx, scope } = context
  const issuer = isIssuer(context, row)
  const files = await store.filesOf(trx, scope, [row.id])
  const amended = row.amends === null ? undefined : await store.notice(trx, scope, row.amends)
  const units = audienceOf(at, row)
  const draft = row.state === 'draft'
  return {
    id: row.id,
    cohortId: row.cohortId,
    state: row.state,
    title: row.title,
    number: row.number,
    issuer: row.issuer,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    text: row.text,
    version: row.version,
    madeBy: row.madeName,
    issued: row.issuedOn && { on: row.issuedOn, by: row.issuedName ?? '', sha256: row.sha256 ?? '' },
    withdrawn: row.withdrawnOn && { on: row.withdrawnOn, by: row.withdrawnName ?? '', reason: row.withdrawnReason ?? '' },
    amends: amended ? other(amended) : null,
    amendedBy: (await store.amending(trx, scope, [row.id])).map(other),
    files: files.map(fileView),
    units: draft && row.audience.length === 0 ? [] : units.map(({ id, name }) => ({ unitId: id, name })),
    planned: draft ? row.planned : [],
    reach: draft && issuer ? await reachOf(context, units) : null,
    may: stepsOf(noticeFacts(context, row, units.length)),
    mayHang: mayHang({ state: row.state, issuer }, files.length).allowed,
  }
}

const reachOf = async (context: RequestContext, units: readonly { path: string }[]) => {
  const staff = await whoHears(context)
  const paths = units.map(({ path }) => path)
  return { units: units.length, people: accountsAt(staff, paths).length }
}

/** What the reader's own unit has to do with it. */
async function ownView(context: RequestContext, row: Row, at: Places) {
  const { trx, scope, actor } = context
  const receipts = await store.receiptsOfNotices(trx, scope, [row.id])
  const receipt = receipts.find(({ unitId }) => unitId === actor.unitId)
  const duties = new Map((await store.dutiesOf(trx, scope, [row.id])).map(duty => [duty.id, duty]))
  const works = (await store.worksOfNotices(trx, scope, [row.id])).filter(({ unitId }) => unitId === actor.unitId)
  const forwardings = await store.forwardingsOf(trx, scope, [row.id])
  const read = await store.readBy(trx, scope, [row.id])
  return {
    registers: receipt !== undefined && !read.has(row.id),
    receipt: receipt
      ? {
          receivedOn: receipt.receivedOn,
          from: at.nameAt(receipt.fromPath),
          acknowledged: acknowledgedView(receipt),
          mayAcknowledge: mayAcknowledge(receiptFacts(context, row, receipt, 'notices:acknowledge')).allowed,
        }
      : null,
    forwardings: forwardings
      .filter(({ byPath }) => scope.path.startsWith(byPath))
      .map(({ id, byPath, byName, onDay, remarks }) => ({ id, by: at.nameAt(byPath), name: byName, on: onDay, remarks })),
    // As they were set.
    duties: [...duties.values()].flatMap(duty => {
      const work = works.find(({ dutyId }) => dutyId === duty.id)
      return work ? [{ ...dutyView(context, row, duty, at), work: workView(context, row, duty, work) }] : []
    }),
    forward: receipt ? await forwardView(context, row, receipt, receipts, at) : null,
    follows: isFollower(context) && receipts.some(({ fromPath }) => fromPath === scope.path),
  }
}

/** The branches below, where the reader may hand it on to them. */
async function forwardView(
  context: RequestContext,
  row: Row,
  own: store.ReceiptRecord,
  receipts: readonly store.ReceiptRecord[],
  at: Places,
) {
  const { received, entitled, state, acknowledged } = receiptFacts(context, row, own, 'notices:forward')
  const branches = at.units.filter(({ level, path }) => level === 'branch' && path.startsWith(own.path))
  if (!received || !entitled || !acknowledged || state !== 'issued' || branches.length === 0) return null
  const staff = await whoHears(context)
  const got = new Set(receipts.map(({ unitId }) => unitId))
  return {
    branches: branches.map(({ id, name, path }) => ({ unitId: id, name, people: staff.get(path)?.length ?? 0, received: got.has(id) })),
  }
}

export async function view(context: RequestContext, row: Row): Promise<NoticeView> {
  const at = await places(context)
  return { ...(await documentView(context, row, at)), ...(await ownView(context, row, at)) }
}
