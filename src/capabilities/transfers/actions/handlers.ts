/** The phone of whoever handled a receipt: on the paper in full, here sealed apart and shown by its last four. */
import { maskPhone } from '../../../kernel/mask.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { vaultsById } from '../../orgs/index.ts'
import type { AttemptRow } from '../store/cases.ts'
import type { Outcome } from './outcome.ts'

const placeOf = (attemptId: string) => `transfers.receipt ${attemptId}`

const phoneIn = ({ step, told: { proof } }: Outcome): string =>
  (step === 'accept' || step === 'accept-other') && proof?.kind === 'stamped-receipt' ? (proof.phone ?? '') : ''

export async function withSealedPhones(context: RequestContext, outcomes: readonly Outcome[]): Promise<Outcome[]> {
  const sealed: Outcome[] = []
  for (const outcome of outcomes) {
    const phone = phoneIn(outcome)
    if (phone === '') {
      sealed.push(outcome)
      continue
    }
    const { held } = outcome
    const vault = await context.vault(held.person.cohortId)
    const columns = { acceptance_phone_sealed: vault.seal(phone, placeOf(held.attempt.id)), acceptance_key_id: vault.keyId }
    sealed.push({ ...outcome, held: { ...held, attempt: { ...held.attempt, ...columns } } })
  }
  return sealed
}

/** By attempt, masked; of a destroyed key nothing is left. */
export async function handlerPhones({ trx, keys, scope }: RequestContext, attempts: readonly AttemptRow[]): Promise<Map<string, string>> {
  const held = attempts.flatMap(({ id, acceptance_phone_sealed: bytes, acceptance_key_id: keyId }) =>
    bytes && keyId ? [{ id, bytes, keyId }] : [],
  )
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    held.map(({ keyId }) => keyId),
  )
  return new Map(
    held.flatMap(({ id, bytes, keyId }) => {
      const vault = vaults.get(keyId)
      return vault ? [[id, maskPhone(vault.unseal(bytes, placeOf(id)))] as const] : []
    }),
  )
}
