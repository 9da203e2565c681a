import { OFFICE_ZONE } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { everyRow } from '../../../kernel/paging.ts'
import { listWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import type { CorrectionRow } from '../contract/own-data.ts'
import { within } from '../listing.ts'
import { proposalStateNames } from '../rules/own-data.ts'
import * as store from '../store/proposals.ts'
import { rowOf } from './decide.ts'

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_ZONE })
const dayOf = (at: string | null) => (at === null ? '' : inChina.format(new Date(at)))

/** Which fields, and never what they say. */
const columns = [
  { header: '学号', cell: ({ studentNumber }: CorrectionRow) => studentNumber },
  { header: '姓名', cell: ({ name }: CorrectionRow) => name },
  { header: '党支部', cell: ({ branchName }: CorrectionRow) => branchName },
  { header: '要更正的', cell: ({ fields }: CorrectionRow) => fields.join('、') },
  { header: '凭据份数', cell: ({ evidence }: CorrectionRow) => evidence },
  { header: '提出日期', cell: ({ proposedAt }: CorrectionRow) => dayOf(proposedAt) },
  { header: '状态', cell: ({ state }: CorrectionRow) => proposalStateNames[state] },
  { header: '核对日期', cell: ({ decidedAt }: CorrectionRow) => dayOf(decidedAt) },
  { header: '核对人', cell: ({ decidedName }: CorrectionRow) => decidedName ?? '' },
]

type Asked = store.ProposalFilter & { path?: string | undefined }

export async function exportedCorrections(context: RequestContext, { path, ...filter }: Asked): Promise<File> {
  const rows = await context.within(async inside => {
    const scope = within(inside.scope, path)
    const found = await everyRow<CorrectionRow, string>(async (after, limit) => {
      const page = (await store.listed(inside.trx, scope, filter, limit, after)).map(rowOf)
      return { rows: page, last: page.at(-1)?.id }
    })
    inside.record({ kind: 'export', id: newId(), path: scope.path, after: { list: 'corrections', ...filter, count: found.length } })
    return found
  })
  return listWorkbook({ name: '资料更正', by: context.actor.name, on: context.today, columns, rows })
}
