/** 附件1 and 附件3 from what is held: for exports, returns and empty forms. */
import { atOnce } from '../../kernel/steps.ts'
import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { type Known, opening } from './known.ts'
import { contactPlace } from './outcomes.ts'
import { annex1Row, annex3Row, type FormPerson, type FormRow, isOnAnnex3 } from './rules/forms.ts'
import * as store from './store/full.ts'

export type FormName = 'annex1' | 'annex3'
export type FilledRow = { graduateId: string; memberId: string; path: string; values: FormRow }

/** The rows of a form with every number in full, in roster order: the caller's procedure holds the right, and its audit entry says so. */
export async function formRows(
  context: RequestContext,
  form: FormName,
  cohortId: string,
  graduateIds?: readonly string[],
): Promise<FilledRow[]> {
  const personOf = await forming(context, cohortId)
  const rowOf = form === 'annex1' ? annex1Row : annex3Row
  const rows: FilledRow[] = []
  const asked = { scope: context.scope, cohortId, ids: graduateIds }
  for await (const people of store.graduatesInParts(context.trx, asked, part => opening(context, onForm(form, part))))
    for (const { held, ...person } of atOnce(people).map(personOf))
      rows.push({
        graduateId: held.graduateId!,
        memberId: held.memberId,
        path: held.path,
        values: rowOf(person, rows.length),
      })
  return rows
}

const onForm = (form: FormName, rows: readonly store.FullRow[]) =>
  form === 'annex1' ? rows : rows.filter(({ outcome }) => isOnAnnex3(outcome ?? 'on-time'))

/** All that a form's rows ask of the database beside the people. */
async function forming({ trx, scope, vault: vaultOf }: RequestContext, cohortId: string) {
  const units = await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const vault = await vaultOf(cohortId)
  return (person: Known): FormPerson & Pick<Known, 'held'> => {
    const { held } = person
    const unit = byId.get(held.unitId)
    const secondary = unit?.level === 'branch' ? byId.get(unit.parentId ?? '')?.name : unit?.name
    const contactPhone = held.contactPhoneSealed && vault.unseal(held.contactPhoneSealed, contactPlace(held.graduateId!))
    return {
      ...person,
      secondary: secondary ?? '',
      outcome: held.outcome ?? 'on-time',
      outcomeFacts: { ...held.outcomeFacts, ...(contactPhone && { contactPhone }) },
    }
  }
}
