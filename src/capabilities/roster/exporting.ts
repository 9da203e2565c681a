/** The roster on paper: 附件1, 附件3, and the list as it stands on the screen. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { maskIdNumber, maskPhone } from '../../kernel/mask.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { formUnit, type Layout, paperOf } from '../forms/index.ts'
import { signatures, valuesOf } from '../forms/rules.ts'
import { cohort, planOf } from '../plans/index.ts'
import type { LedgerView, RosterFilter } from './contract.ts'
import { type FormName, formRows } from './forms.ts'
import { ledgerText } from './ledger-text.ts'
import { filterOf, ledgerRows, within } from './listing.ts'
import { annex1Field, type FormRow } from './rules/forms.ts'
import { type LedgerColumn, ledgerTitles } from './rules/ledger-columns.ts'
import { choicesOf } from './rules/value-text.ts'
import { idsOf, isWhole } from './store/list.ts'

const hidden: Record<string, (text: string) => string> = {
  idNumber: maskIdNumber,
  phone: maskPhone,
  keeper: () => '（已登记）',
  secondContact: () => '（已登记）',
  email: () => '（已登记）',
  address: () => '（已登记）',
}
const maskedRow = (row: FormRow): FormRow =>
  Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text === '' ? '' : (hidden[key]?.(text) ?? text)]))

const BLANK_LINES = 20

/** The choices that each column offers to whoever fills the form in. */
const choices = (key: string) => {
  const field = annex1Field(key)
  return field && choicesOf(field)
}

type Asked = RosterFilter & { form: FormName | 'list'; columns?: LedgerColumn[] | undefined; reason?: string | undefined }

const note = ({ search, columns: _, reason, ...asked }: Asked, count: number) => ({
  ...asked,
  searched: search !== undefined,
  count,
  full: reason !== undefined,
  ...(reason && { reason }),
})

/** In full only with the right and a reason; who took it out stands at the foot of every page. */
export async function exported(context: RequestContext, asked: Asked): Promise<File> {
  const { form } = asked
  if (form === 'list') return ledgerFile(context, asked)
  if (asked.reason !== undefined && !context.actor.permissions.has('roster:reveal')) throw new ORPCError('FORBIDDEN')
  return formFile(context, { ...asked, form })
}

async function formFile(context: RequestContext, { reason, ...asked }: Asked & { form: FormName }): Promise<File> {
  const { form } = asked
  const { paper, layout } = await context.within(async inside => {
    const { trx, scope, actor, today } = inside
    const part = { ...inside, scope: within(scope, asked.path) }
    const plan = (await planOf(trx, scope, asked.cohortId)).forms[form]
    const filter = await filterOf(inside, asked)
    const ids = isWhole(filter) ? undefined : await idsOf(trx, part.scope, filter)
    const filled = ids?.length === 0 ? [] : await formRows(part, form, asked.cohortId, ids)
    inside.record({ kind: 'export', id: newId(), path: part.scope.path, after: note({ ...asked, reason }, filled.length) })
    const rows = filled.map(({ values }, at) => ({ ...(reason === undefined ? maskedRow(values) : values), no: String(at + 1) }))
    const unit = await formUnit(inside, part.scope.path)
    const year = await cohort(trx, scope, asked.cohortId)
    const facts = { title: plan.title, unit: unit.name, on: today, cohort: year?.name ?? '', count: rows.length, by: actor.name }
    const layout: Layout = {
      form: plan,
      rows,
      values: valuesOf(facts),
      below: rows.length === 0 ? ['本单位无'] : [],
      signatures: signatures(unit.kind),
      footer: `${actor.name} ${today} 导出${reason === undefined ? '（号码已隐去）' : '（含完整号码，注意保密）'}`,
    }
    return { paper: await paperOf(inside, form), layout }
  })
  return paper.file(layout.form.title, layout)
}

/** The columns of the screen, in their order: masked, as the screen is. */
async function ledgerFile(context: RequestContext, asked: Asked): Promise<File> {
  const columns = asked.columns ?? (Object.keys(ledgerTitles) as LedgerColumn[])
  const rows = await context.within(async inside => {
    const scope = within(inside.scope, asked.path)
    const found = await ledgerRows(inside, asked)
    inside.record({ kind: 'export', id: newId(), path: scope.path, after: note({ ...asked, reason: undefined }, found.length) })
    return found
  })
  return listWorkbook({
    name: '毕业生党员名册',
    by: context.actor.name,
    on: context.today,
    notes: ['号码只写后四位'],
    columns: columns.map(key => ({ header: ledgerTitles[key], cell: (row: LedgerView) => ledgerText(key, row) })),
    rows,
  })
}

export async function emptyForm(context: RequestContext, cohortId: string): Promise<File> {
  const { paper, layout } = await context.within(async inside => {
    const { trx, scope, today } = inside
    const plan = (await planOf(trx, scope, cohortId)).forms.annex1
    const unit = await formUnit(inside, scope.path)
    const year = await cohort(trx, scope, cohortId)
    const values = { ...valuesOf({ title: plan.title, unit: unit.name, on: today, cohort: year?.name ?? '', count: 0, by: '' }), count: '' }
    const above = ['填表说明：带 * 的必填；日期写成 2001-05-03；学号、公民身份号码、手机按文本填写。']
    const layout: Layout = { form: plan, rows: [], values, above, signatures: signatures(unit.kind), blank: BLANK_LINES, choices }
    return { paper: await paperOf(inside, 'annex1'), layout }
  })
  return paper.file(`${layout.form.title}（空表）`, layout)
}
