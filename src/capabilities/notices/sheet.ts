/** The register of receipts as a workbook: what the archive keeps of a notice. */
import { dayInWords, onOfficeClock } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { ReceiptRow, ReceiptTable } from './contract.ts'
import { receiptTable } from './following.ts'
import { standingNames } from './rules.ts'
import { held } from './views.ts'

const minute = ({ on, at }: { on: string; at: string }) => `${on} ${onOfficeClock(at).slice(11, 16)}`
const share = (part: number, all: number) => (all === 0 ? '' : `${part}/${all}`)

const dutyColumn = ({ id, words, dueOn, withdrawn }: ReceiptTable['duties'][number]) => ({
  header: `${words}（${dueOn}${withdrawn ? '，已撤销' : ''}）`,
  cell: ({ works }: ReceiptRow) => {
    const work = works.find(({ dutyId }) => dutyId === id)
    return work ? [standingNames[work.standing], work.doneOn, work.remark].filter(Boolean).join(' ') : ''
  },
})

const below = {
  secondary: [
    { header: '转发日期', cell: ({ forwardedOn }: ReceiptRow) => forwardedOn ?? '' },
    { header: '党支部签收', cell: ({ below: sums }: ReceiptRow) => (sums ? share(sums.acknowledged, sums.units) : '') },
    { header: '党支部任务完成', cell: ({ below: sums }: ReceiptRow) => (sums ? share(sums.done, sums.works) : '') },
  ],
  branch: [],
}

export async function sheet(context: RequestContext, id: string): Promise<File> {
  const { row, table } = await context.within(async inside => {
    const found = await held(inside, id)
    const read = await receiptTable(inside, found)
    const after = { list: 'notice-receipts', title: found.title, count: read.rows.length }
    inside.record({ kind: 'export', id: newId(), path: inside.scope.path, after })
    return { row: found, table: read }
  })
  return listWorkbook({
    name: '通知签收记录',
    by: context.actor.name,
    on: context.today,
    notes: [[row.number, row.title].filter(Boolean).join(' '), ...(row.issuedOn ? [`${dayInWords(row.issuedOn)}印发`] : [])],
    columns: [
      { header: table.level === 'secondary' ? '二级党组织' : '党支部', cell: ({ name }: ReceiptRow) => name },
      { header: '已读', cell: ({ readers }) => readers.map(reader => `${reader.name} ${minute(reader)}`).join('；') },
      { header: '签收人', cell: ({ acknowledged }) => acknowledged?.by ?? '' },
      { header: '签收时间', cell: ({ acknowledged }) => (acknowledged ? minute(acknowledged) : '未签收') },
      ...below[table.level],
      ...table.duties.map(dutyColumn),
      { header: '最近催办', cell: ({ chasedOn }) => chasedOn ?? '' },
    ],
    rows: table.rows,
  })
}
