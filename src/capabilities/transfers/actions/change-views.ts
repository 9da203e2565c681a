/** Versions of a destination as the contract shows them: places by name, phones masked. */
import { divisionName } from '../../../platform/divisions/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import type { ChangeView } from '../contract/changes.ts'
import type { CaseView } from '../contract.ts'
import { type Change, changesBetween, isSealedField, type SealedAnswers } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import { resealedBetween } from './changes.ts'
import { maskedContacts, openContacts } from './contacts.ts'
import { consequences, type Setting, standsAs, wouldStandAs } from './setting.ts'

const places: readonly string[] = ['receiverPlace', 'householdPlace']

const named = (value: unknown) => (typeof value === 'string' ? (divisionName(value.slice(0, 6)) ?? value) : value)

export const changeView = ({ field, before, after }: Change): ChangeView =>
  places.includes(field) ? { field, before: named(before), after: named(after) } : { field, before, after }

const opened =
  (was: SealedAnswers, is: SealedAnswers) =>
  (change: Change): Change => {
    if (!isSealedField(change.field)) return change
    const said = (sealed: SealedAnswers) => (maskedContacts(sealed) as Record<string, unknown>)[change.field] ?? null
    return { ...change, before: said(was), after: said(is) }
  }

/** What the application that waits would change, and what the plan says of a letter then. */
export async function appliedView(context: RequestContext, held: BegunCase, setting: Setting): Promise<CaseView['applied']> {
  if (!held.attempt.application) return null
  const id = held.person.id
  const was = (await openContacts(context, [held], 'handed-in')).get(id) ?? {}
  const is = held.transfer.draft ? ((await openContacts(context, [held], 'draft')).get(id) ?? {}) : was
  const changes = changesBetween(standsAs(held.attempt), wouldStandAs(held, setting), resealedBetween(was, is))
  return { changes: changes.map(opened(was, is)).map(changeView), paper: consequences(held, setting).paper }
}
