import type { ChecklistItem, Plan } from '../plans/rules.ts'
import { dueOn, leavingDayOf } from '../plans/rules.ts'
import type { ConfirmationView, ItemsOfOne, MatrixRow, ReportView } from './contract.ts'
import { progressOf, type Reported, recordOf, type Signed, waitingFor } from './rules.ts'
import type { ReportRecord } from './store/reports.ts'
import type { ConfirmationRow } from './store.ts'

export const confirmationView = (row: ConfirmationRow): ConfirmationView => ({
  id: row.id,
  item: row.item,
  doneOn: row.doneOn,
  evidence: row.evidence,
  basis: row.basis,
  details: row.details,
  activityId: row.activityId,
  madeUp: row.madeUp,
  confirmedName: row.confirmedName,
  confirmedAt: row.confirmedAt.toISOString(),
  revoked: row.revokedAt && { at: row.revokedAt.toISOString(), reason: row.revokedReason ?? '' },
})

type Person = Pick<MatrixRow, 'name' | 'studentNumber' | 'branchName' | 'joinedOn'> & { id: string; memberId: string; complete: number }

export const matrixRow = (
  person: Person,
  confirmed: readonly ConfirmationRow[],
  readerMemberId: string | null,
  waiting: readonly Pick<ReportRecord, 'graduateId' | 'item'>[] = [],
): MatrixRow => ({
  graduateId: person.id,
  name: person.name,
  studentNumber: person.studentNumber,
  branchName: person.branchName,
  joinedOn: person.joinedOn,
  own: person.memberId === readerMemberId,
  done: person.complete,
  confirmations: confirmed.filter(row => row.graduateId === person.id).map(confirmationView),
  reported: waiting.filter(row => row.graduateId === person.id).map(({ item }) => item),
})

type Report = Pick<ReportRecord, 'id' | 'item' | 'doneOn' | 'basis' | 'details' | 'evidence' | 'madeUp' | 'state' | 'reason' | 'reportedAt'>

/** What a report says, as the confirmation would. */
const saysOf = (items: readonly ChecklistItem[], { item, basis, details, evidence }: Report): string => {
  const asked = items.find(({ key }) => key === item)
  const recorded = asked && recordOf(asked, { basis, details, evidence })
  return recorded?.allowed ? recorded.value.evidence : evidence
}

export const reportView = (items: readonly ChecklistItem[], row: Report): ReportView => ({
  id: row.id,
  item: row.item,
  doneOn: row.doneOn,
  basis: row.basis as ReportView['basis'],
  details: row.details,
  evidence: saysOf(items, row),
  madeUp: row.madeUp,
  state: row.state,
  reason: row.reason,
  reportedAt: row.reportedAt.toISOString(),
})

export const reportedOf = (items: readonly ChecklistItem[], rows: readonly Report[]): Reported[] =>
  rows.map(row => {
    const says = `${saysOf(items, row)}${row.madeUp ? '（补做）' : ''}`
    return { id: row.id, item: row.item, doneOn: row.doneOn, says, state: row.state, reason: row.reason }
  })

type OnItsWay = { signed: readonly Signed[]; reports: readonly Reported[] }

/** One member's items with everything that was ever confirmed; what was revoked is shown and not counted. */
export const itemsOfOne = (
  plan: Plan,
  person: { id: string; unitId: string },
  rows: readonly ConfirmationRow[],
  { signed, reports }: OnItsWay,
): ItemsOfOne => {
  const valid = rows.filter(({ revokedAt }) => revokedAt === null)
  const progress = progressOf(plan.items, valid)
  return {
    graduateId: person.id,
    done: progress.done,
    required: progress.required,
    complete: progress.complete,
    dueOn: dueOn(plan, 'five-items', 'graduate', person.unitId),
    leavingOn: leavingDayOf(plan, person.unitId),
    items: plan.items.map((item, at) => {
      const { done, hours, complete } = progress.items[at]!
      return {
        ...item,
        done,
        hours,
        complete,
        confirmations: rows.filter(row => row.item === item.key).map(confirmationView),
        waiting: waitingFor(item.key, complete, signed, reports),
      }
    }),
  }
}
