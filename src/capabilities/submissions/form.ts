import { dayInWords } from '../../kernel/day.ts'
import type { FormSheet } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { openRows } from './freeze.ts'
import { formNames } from './rules.ts'
import * as store from './store.ts'

/** A frozen return as the form itself. `full` opens what is sealed: the caller holds the right, and its audit entry says so. */
export async function returnForm(
  context: RequestContext,
  head: store.Head,
  { full, footer }: { full: boolean; footer: string },
): Promise<{ sheet: FormSheet; memberIds: string[] }> {
  const rows = await store.rowsOf(context.trx, context.scope, [head.id])
  const lines = full ? await openRows(context, rows) : rows.map(({ cells }) => ({ cells }))
  const supplement = head.supplementReason ? `　补报：${head.supplementReason}` : ''
  return {
    memberIds: rows.map(row => row.member_id),
    sheet: {
      name: formNames[head.task],
      title: head.title,
      above: [
        `报送单位：${head.unitName}　　${dayInWords(head.submittedOn)}第 ${head.ordinal} 次报送，共 ${head.rowCount} 人${supplement}`,
      ],
      columns: head.columns.map(({ label }) => ({ header: label })),
      rows: lines.map(({ cells }) => head.columns.map(({ key }) => cells[key] ?? '')),
      below: [...(head.rowCount === 0 ? ['本单位无'] : []), `报送人：${head.submittedName}　　SHA-256：${head.sha256}`],
      footer,
    },
  }
}

/** Printed on every page of what holds full numbers. */
export const watermark = ({ actor, today }: Pick<RequestContext, 'actor' | 'today'>, reason: string) =>
  `含完整号码 ${actor.name} ${today} 导出，用途：${reason}`

/** 附件1-外国语学院党总支-第1次.xlsx */
export const formFileName = (head: store.Head) => `${formNames[head.task]}-${head.unitName}-第${head.ordinal}次.xlsx`
