import { type OwnDataPart, ownDataTime } from '../accounts/index.ts'
import { planOf } from '../plans/index.ts'
import { confirmationsOf, ownGraduate } from './store.ts'

/** What this room tells a member: every confirmation, revoked ones too. */
export const educationOwnData: OwnDataPart = {
  key: 'items',
  label: '五个一',
  columns: { item: '项目', doneOn: '完成日期', evidence: '凭据', by: '确认人', revoked: '撤销' },
  async read({ trx, scope }) {
    const person = await ownGraduate(trx, scope)
    if (!person) return []
    const { items } = await planOf(trx, scope, person.cohortId)
    return (await confirmationsOf(trx, scope, person.id)).map(row => ({
      item: items.find(({ key }) => key === row.item)?.name ?? row.item,
      doneOn: row.doneOn,
      evidence: row.evidence,
      by: `${row.confirmedName} ${ownDataTime(row.confirmedAt)}`,
      revoked: row.revokedAt && [ownDataTime(row.revokedAt), row.revokedReason].filter(Boolean).join(' '),
    }))
  },
}
