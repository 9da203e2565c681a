/** A scanner types a bag's number or a student number: whose file it is. */
import type { RequestContext } from '../accounts/index.ts'
import { readBag, readStudentNumber } from './rules.ts'
import { bagByText } from './store/bags.ts'
import * as store from './store.ts'

type Found = { graduateId: string; name: string; voided: boolean } | null

export async function find({ trx, scope }: RequestContext, { cohortId, typed }: { cohortId: string; typed: string }): Promise<Found> {
  const text = readBag(typed)
  const bag = text && (await bagByText(trx, scope, cohortId, text))
  if (bag) {
    const [person] = await store.dossiersByIds(trx, scope, [bag.graduateId])
    return person ? { graduateId: person.graduateId, name: person.name, voided: bag.voidedAt !== null } : null
  }
  const person = await store.byStudentNumber(trx, scope, cohortId, readStudentNumber(typed))
  return person ? { graduateId: person.graduateId, name: person.name, voided: false } : null
}
