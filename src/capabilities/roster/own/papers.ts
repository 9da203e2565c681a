/** What a member is told of the papers behind the outcome of study: their names, never the scans. */
import { type OwnDataPart, ownDataTime, type RequestContext } from '../../accounts/index.ts'
import type { OwnPaperView } from '../contract/own-data.ts'
import { paperName } from '../rules/outcome-papers.ts'
import { outcomeNames } from '../rules.ts'
import { papersOfMember } from '../store/outcome-papers.ts'

export const ownPapers = async ({ trx, scope }: RequestContext, memberId: string): Promise<OwnPaperView[]> =>
  (await papersOfMember(trx, scope, memberId)).flatMap(row =>
    row.removedAt ? [] : [{ name: paperName(row), outcome: row.outcome, addedAt: row.addedAt.toISOString() }],
  )

const removal = (at: Date | null, by: string | null, reason: string | null) => at && `${ownDataTime(at)} ${by}：${reason}`

export const papersOwnData: OwnDataPart = {
  key: 'outcome-papers',
  label: '学业结果的文件（只列名称）',
  columns: { name: '文件', outcome: '学业结果', at: '附上时间', by: '经办', removed: '撤下' },
  async read({ trx, scope }, memberId) {
    return (await papersOfMember(trx, scope, memberId)).map(row => ({
      name: paperName(row),
      outcome: outcomeNames[row.outcome],
      at: ownDataTime(row.addedAt),
      by: row.addedName,
      removed: removal(row.removedAt, row.removedName, row.removedReason),
    }))
  },
}
