import { type OwnDataPart, ownDataTime } from './own-data.ts'
import { ownSignIns } from './store/sign-ins.ts'

/** What this room tells a member: where and when they signed in, as long as it is held. */
export const signInOwnData: OwnDataPart = {
  key: 'sign-ins',
  label: '登录记录（仅限系统里还存有的）',
  columns: { since: '登录', lastSeen: '最近使用', until: '有效至', address: '网络地址', device: '设备和浏览器' },
  async read({ trx }) {
    return (await ownSignIns(trx)).reverse().map(({ since, lastSeen, until, address, device }) => ({
      since: ownDataTime(since),
      lastSeen: ownDataTime(lastSeen),
      until: ownDataTime(until),
      address,
      device,
    }))
  },
}
