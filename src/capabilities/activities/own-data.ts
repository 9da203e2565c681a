import { type OwnDataPart, ownDataTime } from '../accounts/index.ts'
import { attendanceNames, wayNames } from './rules.ts'
import { ownAttendances, ownGraduate } from './store.ts'

/** What this room tells a member: every list that they stand on. */
export const activitiesOwnData: OwnDataPart = {
  key: 'attendances',
  label: '教育活动',
  columns: { title: '活动', onDay: '日期', state: '情况', how: '方式', reason: '原因', said: '登记' },
  async read({ trx, scope }) {
    const person = await ownGraduate(trx, scope)
    if (!person) return []
    return (await ownAttendances(trx, scope, person.id)).map(row => ({
      title: row.title,
      onDay: row.onDay,
      state: attendanceNames[row.state],
      how: wayNames[row.how],
      reason: row.reason || null,
      said: `${row.saidName} ${ownDataTime(row.saidAt)}`,
    }))
  },
}
