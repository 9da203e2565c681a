/** The certificate that a member has done the five items: only of what is confirmed, and only when nothing is lacking. */
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ChecklistItem } from '../../plans/rules.ts'
import { type AskedItem, type Done, progressOf } from './items.ts'

export const certificateName = '“五个一”完成证明'

/** More than these are asked for branch by branch: each is a page. */
export const CERTIFICATES_AT_ONCE = 500

export const certificateRefusals = ['incomplete', 'nobody', 'too-many'] as const
export type CertificateRefusal = (typeof certificateRefusals)[number]

export type Confirmed = Done & { evidence: string; confirmedName: string }
/** Item, day, evidence, by whom confirmed: a line of the table. */
export type CertificateLine = [item: string, day: string, evidence: string, by: string]

/** Every confirmation of the items that are asked, item by item and day by day. */
export function certificateOf(
  items: readonly (AskedItem & Pick<ChecklistItem, 'name'>)[],
  confirmed: readonly Confirmed[],
): Decision<CertificateLine[], 'incomplete'> {
  const { complete, required } = progressOf(items, confirmed)
  if (!complete || required === 0) return refuse('incomplete')
  return allow(
    items
      .filter(item => item.required > 0)
      .flatMap(({ key, name }) =>
        confirmed
          .filter(({ item }) => item === key)
          .toSorted((a, b) => a.doneOn.localeCompare(b.doneOn))
          .map(({ doneOn, evidence, confirmedName }): CertificateLine => [name, dayInWords(doneOn as Day), evidence, confirmedName]),
      ),
  )
}
