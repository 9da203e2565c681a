/** 校内升学: the new student number is joined to the old one, so that both find the one person. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import { joinNumbers, numbersTaken } from '../../roster/index.ts'
import { type Evidence, noEvidence } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import type { Outcome } from './outcome.ts'

const newNumberOf = ({ person, attempt }: BegunCase): string | null => {
  const said = attempt.destination_type === 'D04' ? attempt.destination.answers?.newStudentNo : null
  const number = typeof said === 'string' ? said.trim() : ''
  return number && number !== person.studentNumber ? number : null
}

const joining = (cases: readonly BegunCase[]) =>
  cases.flatMap(held => {
    const number = newNumberOf(held)
    return number ? [{ held, number, memberId: held.person.memberId, path: held.person.path }] : []
  })

/** By attempt: where the number is somebody else's, here or elsewhere in the school. */
export async function numberEvidence({ trx, scope }: RequestContext, cases: readonly BegunCase[]): Promise<Map<string, Evidence>> {
  const rows = joining(cases)
  const taken = await numbersTaken(trx, scope, rows)
  return new Map(rows.map(({ held, number }) => [held.attempt.id, { ...noEvidence, numberTaken: taken.has(number) }]))
}

/** After the new branch has confirmed. */
export async function joinNewNumbers(context: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const { trx, scope, today, record } = context
  const rows = joining(outcomes.filter(({ step }) => step === 'confirm-internal').map(({ held }) => held))
  if (rows.length === 0) return
  if (!(await joinNumbers(trx, scope, rows, today))) throw new ORPCError('REFUSED', { status: 409, data: { reason: 'number-taken' } })
  for (const { memberId, path, number, held } of rows)
    record({ kind: 'member', id: memberId, path, before: { studentNumber: held.person.studentNumber }, after: { newStudentNo: number } })
}
