/** What a step makes of the destination, kept with its event: before and after, by whom and when. */
import type { RequestContext } from '../../accounts/index.ts'
import { changesBetween, type FormField, type SealedAnswers, sealedFields } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import { openContacts } from './contacts.ts'
import type { Outcome } from './outcome.ts'
import { standsAs } from './setting.ts'

export const resealedBetween = (before: SealedAnswers = {}, after: SealedAnswers = {}): FormField[] =>
  sealedFields.filter(field => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))

/** A first destination changes nothing. */
const isVersion = ({ before, held }: Outcome) =>
  before.destination.type !== null && before.destination.type !== undefined && held.attempt.destination !== before.destination

/** Behind the marks of sealed answers something else may stand now. */
async function resealed(context: RequestContext, outcomes: readonly Outcome[]): Promise<Map<string, FormField[]>> {
  const sealed = outcomes.filter(({ before, held: { attempt } }) => before.contacts_sealed !== attempt.contacts_sealed)
  const asWas = sealed.map(({ held, before }): BegunCase => ({ ...held, attempt: before }))
  const asIs = sealed.map(({ held }) => held)
  const [was, is] = [await openContacts(context, asWas, 'handed-in'), await openContacts(context, asIs, 'handed-in')]
  return new Map(asIs.map(({ person: { id } }) => [id, resealedBetween(was.get(id), is.get(id))]))
}

export async function withChanges(context: RequestContext, outcomes: readonly Outcome[]): Promise<Outcome[]> {
  const changed = await resealed(context, outcomes.filter(isVersion))
  return outcomes.map(outcome => {
    if (!isVersion(outcome)) return outcome
    const { before, held, event } = outcome
    const changes = changesBetween(standsAs(before), standsAs(held.attempt), changed.get(held.person.id))
    return { ...outcome, event: { ...event, changes: changes.length > 0 ? changes : null } }
  })
}
