import type { Plan } from '../plans/rules.ts'
import { dueOn } from '../plans/rules.ts'
import type { ConfirmationView, ItemsOfOne, MatrixRow } from './contract.ts'
import { progressOf } from './rules.ts'
import type { ConfirmationRow } from './store.ts'

export const confirmationView = (row: ConfirmationRow): ConfirmationView => ({
  id: row.id,
  item: row.item,
  doneOn: row.doneOn,
  evidence: row.evidence,
  confirmedName: row.confirmedName,
  confirmedAt: row.confirmedAt.toISOString(),
  revoked: row.revokedAt && { at: row.revokedAt.toISOString(), reason: row.revokedReason ?? '' },
})

type Person = Pick<MatrixRow, 'name' | 'studentNumber' | 'branchName' | 'joinedOn'> & { id: string; memberId: string; complete: number }

export const matrixRow = (person: Person, confirmed: readonly ConfirmationRow[], readerMemberId: string | null): MatrixRow => ({
  graduateId: person.id,
  name: person.name,
  studentNumber: person.studentNumber,
  branchName: person.branchName,
  joinedOn: person.joinedOn,
  own: person.memberId === readerMemberId,
  done: person.complete,
  confirmations: confirmed.filter(row => row.graduateId === person.id).map(confirmationView),
})

/** One member's items with everything that was ever confirmed; what was revoked is shown and not counted. */
export const itemsOfOne = (plan: Plan, person: { id: string; unitId: string }, rows: readonly ConfirmationRow[]): ItemsOfOne => {
  const progress = progressOf(
    plan.items,
    rows.filter(({ revokedAt }) => revokedAt === null),
  )
  return {
    graduateId: person.id,
    done: progress.done,
    required: progress.required,
    complete: progress.complete,
    dueOn: dueOn(plan, 'five-items', 'graduate', person.unitId),
    items: plan.items.map((item, at) => ({
      ...item,
      done: progress.items[at]!.done,
      complete: progress.items[at]!.complete,
      confirmations: rows.filter(row => row.item === item.key).map(confirmationView),
    })),
  }
}
