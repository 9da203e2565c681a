import { type OwnDataPart, ownDataTime } from '../accounts/index.ts'
import { kindNames, wayNames } from './rules.ts'
import { ownGraduate, recordsOf } from './store.ts'

/** What this room tells a member: every record, revoked ones too. */
export const farewellOwnData: OwnDataPart = {
  key: 'farewell',
  label: '离校教育',
  columns: { kind: '事项', onDay: '日期', how: '方式', by: '谈话人或收件人', recorded: '登记', revoked: '撤销' },
  async read({ trx, scope }) {
    const person = await ownGraduate(trx, scope)
    if (!person) return []
    return (await recordsOf(trx, scope, [person.id], true)).map(row => ({
      kind: kindNames[row.kind],
      onDay: row.onDay,
      how: wayNames[row.how],
      by: row.by,
      recorded: `${row.recordedName} ${ownDataTime(row.recordedAt)}`,
      revoked: row.revokedAt && [ownDataTime(row.revokedAt), row.revokedReason].filter(Boolean).join(' '),
    }))
  },
}
