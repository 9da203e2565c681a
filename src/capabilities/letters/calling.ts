/** The number at which the dictionary says that an organisation is reached. */
import type { Day } from '../../kernel/day.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { numbersNamed, type ReceiverNumber, saveAddressee } from './store/addressees.ts'

export type { ReceiverNumber } from './store/addressees.ts'

/** By the name that a letter went out with, present or former; what the dictionary lacks is left out. */
export async function receiversToCall(
  trx: Trx,
  school: { school: string },
  names: readonly string[],
): Promise<ReadonlyMap<string, ReceiverNumber>> {
  if (names.length === 0) return new Map()
  return new Map((await numbersNamed(trx, school, [...new Set(names)])).map(({ asked, ...entry }) => [asked, entry]))
}

type Marked = { phone: string | null; phoneBy: string | null; phoneOn: Day | null; phoneVerified: boolean; phoneDoubtedOn: Day | null }

type NumberColumns = { phone_by: string | null; phone_on: Day | null; phone_verified: boolean; phone_doubted_on: Day | null }

/** Who wrote the number that is saved now: a new one has been asked about by nobody. */
export const phoneMark = (
  before: Marked | null,
  phone: string | null,
  { actor, today }: Pick<RequestContext, 'actor' | 'today'>,
): NumberColumns =>
  before && before.phone === phone
    ? {
        phone_by: before.phoneBy,
        phone_on: before.phoneOn,
        phone_verified: before.phoneVerified,
        phone_doubted_on: before.phoneDoubtedOn,
      }
    : { phone_by: phone === null ? null : actor.id, phone_on: phone === null ? null : today, phone_verified: false, phone_doubted_on: null }

/** Somebody else took the call: the entry is to be verified anew. */
export async function doubtNumber(context: RequestContext, { id, verifiedOn }: ReceiverNumber): Promise<void> {
  const { trx, scope, today, record } = context
  await saveAddressee(trx, scope, id, { phone_doubted_on: today, phone_verified: false, verified_on: null })
  record({ kind: 'addressee', id, path: scope.path, before: { verifiedOn }, after: { verifiedOn: null, phoneDoubtedOn: today } })
}
