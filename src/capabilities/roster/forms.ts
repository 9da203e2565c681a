/** 附件1 and 附件3 from what is held: for exports, returns and empty forms. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { maskIdNumber, maskPhone } from '../../kernel/mask.ts'
import { type FormSheet, writeWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import type { Form } from '../plans/rules.ts'
import type { RosterFilter } from './contract.ts'
import { type Known, opened } from './known.ts'
import { filterOf, within } from './listing.ts'
import { contactPlace } from './outcomes.ts'
import { annex1Field, annex1Row, annex3Row, type FormPerson, type FormRow, isOnAnnex3 } from './rules/forms.ts'
import { choicesOf } from './rules/value-text.ts'
import * as store from './store/full.ts'
import { idsOf } from './store/list.ts'

export type FormName = 'annex1' | 'annex3'
export type FilledRow = { graduateId: string; memberId: string; path: string; values: FormRow }

/** The rows of a form with every number in full, in roster order: the caller's procedure holds the right, and its audit entry says so. */
export async function formRows(
  context: RequestContext,
  form: FormName,
  cohortId: string,
  graduateIds?: readonly string[],
): Promise<FilledRow[]> {
  const rows = await store.graduatesInFull(context.trx, context.scope, cohortId, graduateIds)
  const listed = form === 'annex1' ? rows : rows.filter(({ outcome }) => isOnAnnex3(outcome ?? 'on-time'))
  const people = await formPeople(context, cohortId, await opened(context, listed))
  const rowOf = form === 'annex1' ? annex1Row : annex3Row
  return people.map(({ held, ...person }, at) => ({
    graduateId: held.graduateId!,
    memberId: held.memberId,
    path: held.path,
    values: rowOf(person, at),
  }))
}

async function formPeople(
  context: RequestContext,
  cohortId: string,
  known: readonly Known[],
): Promise<(FormPerson & Pick<Known, 'held'>)[]> {
  const { trx, scope } = context
  const units = await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const vault = await context.vault(cohortId)
  return known.map(person => {
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
  })
}

const hidden: Record<string, (text: string) => string> = {
  idNumber: maskIdNumber,
  phone: maskPhone,
  secondContact: () => '（已登记）',
  email: () => '（已登记）',
  address: () => '（已登记）',
}
const maskedRow = (row: FormRow): FormRow =>
  Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text === '' ? '' : (hidden[key]?.(text) ?? text)]))

const LEFT = new Set(['household', 'address', 'secondary', 'branch', 'remark', 'department', 'major'])

export const sheetOf = (form: Form, rows: readonly FormRow[], more: Pick<FormSheet, 'above' | 'below' | 'footer'> = {}): FormSheet => ({
  name: form.title,
  title: form.title,
  columns: form.columns.map(({ key, label, star }) => {
    const field = annex1Field(key)
    const choices = field && choicesOf(field)
    return { header: star ? `${label}*` : label, align: LEFT.has(key) ? 'left' : 'center', ...(choices && { choices }) }
  }),
  rows: rows.map(row => form.columns.map(({ key }) => row[key] ?? '')),
  ...more,
})

const workbook = async (name: string, sheet: FormSheet): Promise<File> =>
  new File([new Uint8Array(await writeWorkbook(sheet))], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })

/** The list as it stands. In full only with the right and a reason; who took it out stands at the foot of every page. */
export async function exported(
  context: RequestContext,
  { reason, ...asked }: RosterFilter & { reason?: string | undefined },
): Promise<File> {
  if (reason !== undefined && !context.actor.permissions.has('roster:reveal')) throw new ORPCError('FORBIDDEN')
  const { form, rows } = await context.within(async inside => {
    const part = { ...inside, scope: within(inside.scope, asked.path) }
    const plan = await planOf(inside.trx, inside.scope, asked.cohortId)
    const ids = await idsOf(inside.trx, part.scope, await filterOf(inside, asked))
    const filled = ids.length === 0 ? [] : await formRows(part, 'annex1', asked.cohortId, ids)
    const { search, ...filter } = asked
    const after = { ...filter, searched: search !== undefined, count: filled.length, full: reason !== undefined, ...(reason && { reason }) }
    inside.record({ kind: 'export', id: newId(), path: part.scope.path, after })
    return { form: plan.forms.annex1, rows: filled.map(({ values }) => (reason === undefined ? maskedRow(values) : values)) }
  })
  const footer = `${context.actor.name} ${context.today} 导出${reason === undefined ? '（号码已隐去）' : '（含完整号码，注意保密）'}`
  return workbook(form.title, sheetOf(form, rows, { footer }))
}

export async function emptyForm(context: RequestContext, cohortId: string): Promise<File> {
  const { annex1 } = await context.within(async ({ trx, scope }) => (await planOf(trx, scope, cohortId)).forms)
  const above = ['填表说明：带 * 的必填；日期写成 2001-05-03；学号、公民身份号码、手机按文本填写。']
  return workbook(`${annex1.title}（空表）`, sheetOf(annex1, [], { above }))
}
