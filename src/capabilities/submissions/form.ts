import { dayInWords } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { formUnit, type Layout, paperOf } from '../forms/index.ts'
import { signatures, valuesOf } from '../forms/rules.ts'
import { cohort } from '../plans/index.ts'
import { openRows } from './freeze.ts'
import { formNames, formOfTask } from './rules.ts'
import * as store from './store.ts'

export interface ReturnForm {
  /** Outside the transaction. */
  write: () => Promise<Uint8Array>
  memberIds: string[]
}

/** A frozen return as the form itself. `full` opens what is sealed: the caller holds the right, and its audit entry says so. */
export async function returnForm(
  context: RequestContext,
  head: store.Head,
  { full, footer }: { full: boolean; footer: string },
): Promise<ReturnForm> {
  const rows = await store.rowsOf(context.trx, context.scope, [head.id])
  const lines = full ? await openRows(context, rows) : rows.map(({ cells }) => ({ cells }))
  const paper = await paperOf(context, formOfTask[head.task])
  const layout = {
    ...(await headLayout(context, head)),
    form: { title: head.title, columns: head.columns },
    rows: lines.map(({ cells }) => cells),
    footer,
  }
  return { memberIds: rows.map(row => row.member_id), write: () => paper.write(layout) }
}

async function headLayout(context: RequestContext, head: store.Head): Promise<Omit<Layout, 'form' | 'rows' | 'footer'>> {
  const unit = await formUnit(context, head.path)
  const year = await cohort(context.trx, context.scope, head.cohortId)
  const supplement = head.supplementReason ? `，补报：${head.supplementReason}` : ''
  const note = `${dayInWords(head.submittedOn)}第 ${head.ordinal} 次报送，共 ${head.rowCount} 人${supplement}`
  const facts = { title: head.title, unit: unit.name, on: head.submittedOn, cohort: year?.name ?? '', count: head.rowCount }
  return {
    values: valuesOf({ ...facts, by: head.submittedName, note: `${note}；SHA-256：${head.sha256}` }),
    above: [note],
    below: [...(head.rowCount === 0 ? ['本单位无'] : []), `报送人：${head.submittedName}　　SHA-256：${head.sha256}`],
    signatures: signatures(unit.kind),
  }
}

/** Printed on every page of what holds full numbers. */
export const watermark = ({ actor, today }: Pick<RequestContext, 'actor' | 'today'>, reason: string) =>
  `含完整号码 ${actor.name} ${today} 导出，用途：${reason}`

/** 附件1-外国语学院党总支-第1次.xlsx */
export const formFileName = (head: store.Head) => `${formNames[head.task]}-${head.unitName}-第${head.ordinal}次.xlsx`
