import { type OwnDataPart, ownDataTime } from '../accounts/index.ts'
import { planOf } from '../plans/index.ts'
import { basisNames, reportStateNames } from './rules.ts'
import { reportsOf } from './store/reports.ts'
import { type ConfirmationRow, confirmationsOf, ownGraduate } from './store.ts'
import { reportView } from './views.ts'

const howOf = ({ basis, madeUp }: Pick<ConfirmationRow, 'basis' | 'madeUp'>) =>
  [basisNames[basis], madeUp && '补做'].filter(Boolean).join('，') || null

/** What this room tells a member: every confirmation, revoked ones too. */
export const educationOwnData: OwnDataPart = {
  key: 'items',
  label: '五个一',
  columns: { item: '项目', doneOn: '完成日期', evidence: '凭据', how: '方式', by: '确认人', revoked: '撤销' },
  async read({ trx, scope }) {
    const person = await ownGraduate(trx, scope)
    if (!person) return []
    const { items } = await planOf(trx, scope, person.cohortId)
    return (await confirmationsOf(trx, scope, person.id)).map(row => ({
      item: items.find(({ key }) => key === row.item)?.name ?? row.item,
      doneOn: row.doneOn,
      evidence: row.evidence,
      how: howOf(row),
      by: `${row.confirmedName} ${ownDataTime(row.confirmedAt)}`,
      revoked: row.revokedAt && [ownDataTime(row.revokedAt), row.revokedReason].filter(Boolean).join(' '),
    }))
  },
}

/** What the member reported, and what became of it. */
export const reportsOwnData: OwnDataPart = {
  key: 'item-reports',
  label: '五个一申报',
  columns: { item: '项目', doneOn: '完成日期', says: '内容', reported: '申报时间', state: '情况', reason: '退回原因', by: '处理' },
  async read({ trx, scope }) {
    const person = await ownGraduate(trx, scope)
    if (!person) return []
    const { items } = await planOf(trx, scope, person.cohortId)
    return (await reportsOf(trx, scope, person.id)).map(row => ({
      item: items.find(({ key }) => key === row.item)?.name ?? row.item,
      doneOn: row.doneOn,
      says: `${reportView(items, row).evidence}${row.madeUp ? '（补做）' : ''}`,
      reported: ownDataTime(row.reportedAt),
      state: reportStateNames[row.state],
      reason: row.reason,
      by: row.settledAt && [row.settledName, ownDataTime(row.settledAt)].filter(Boolean).join(' '),
    }))
  },
}
