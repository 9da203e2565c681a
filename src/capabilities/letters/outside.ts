/** Letters that were issued before this ledger was kept, entered with what is known of them. */
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school } from '../orgs/index.ts'
import type { Plan } from '../plans/rules.ts'
import { addresseeKey } from './rules/addressee-list.ts'
import type { ComingSeries } from './rules.ts'
import { countUse, wholeDictionary } from './store/addressees.ts'
import * as store from './store/outside.ts'

export { numbersOfYears } from './store/outside.ts'

export type KnownAddressee = { id: string; name: string; divisionCode: string | null }

/** The whole dictionary by name, whatever its brackets and spaces; the most used stands for those that differ in form only. */
export const addresseesByKey = async ({ trx, scope }: RequestContext): Promise<ReadonlyMap<string, KnownAddressee>> =>
  new Map((await wholeDictionary(trx, scope, false)).map(({ id, name, divisionCode }) => [addresseeKey(name), { id, name, divisionCode }]))

/** The series that runs this year. */
export async function comingSeries({ trx, scope, today }: RequestContext, { letterPolicy }: Plan): Promise<ComingSeries> {
  const year = Number(today.slice(0, 4))
  const { letterPrefix } = await school(trx, scope.school)
  return { pattern: letterPolicy.numberPattern, daizi: letterPrefix, year, next: await store.nextNumber(trx, scope, year) }
}

export type OutsideLetter = {
  transferId: string
  attemptId: string
  memberId: string
  cohortId: string
  path: string
  memberName: string
  number: string
  addresseeName: string
  issuedOn: Day
  validUntil: Day
}

/** It left the office: by whose hands is not known any more. */
const HANDED = { picked_up_by: '补录，领取人未记', picked_up_how: 'courier' } as const

/** In the caller's transaction; the case is the subject of the audit entry, and the caller writes it. By attempt. */
export async function enterOutside(context: RequestContext, letters: readonly OutsideLetter[]): Promise<ReadonlyMap<string, string>> {
  if (letters.length === 0) return new Map()
  const { trx, scope, actor } = context
  const lowest = new Map(await store.lowestOutside(trx, scope))
  const { keyId } = await context.vault(letters[0]!.cohortId)
  const rows = letters.map(letter => {
    const year = Number(letter.issuedOn.slice(0, 4))
    const number = (lowest.get(year) ?? 0) - 1
    lowest.set(year, number)
    return {
      school_id: scope.school,
      id: newId(),
      cohort_id: letter.cohortId,
      transfer_id: letter.transferId,
      attempt_id: letter.attemptId,
      member_id: letter.memberId,
      path: letter.path,
      year,
      number,
      number_text: letter.number,
      addressee_name: letter.addresseeName,
      member_name: letter.memberName,
      issued_on: letter.issuedOn,
      valid_until: letter.validUntil,
      outside: true,
      key_id: keyId,
      state: 'issued',
      issued_by: actor.id,
      issued_name: `${actor.name}（补录）`,
      picked_up_on: letter.issuedOn,
      ...HANDED,
    }
  })
  await store.addOutside(trx, rows)
  await countUse(
    trx,
    scope.school,
    rows.map(row => row.addressee_name),
  )
  return new Map(rows.map(row => [row.attempt_id, row.id]))
}

/** Of these cases. */
export async function dropOutside({ trx, scope }: RequestContext, transferIds: readonly string[]): Promise<void> {
  const gone = await store.dropOutside(trx, scope, transferIds)
  await store.uncountUse(
    trx,
    scope.school,
    gone.map(({ addresseeName }) => addresseeName),
  )
}
