import { type OwnDataPart, ownDataTime } from '../accounts/index.ts'
import { messagesOf } from './store.ts'

/** More than anybody is sent. */
const MESSAGES = 10_000

export const inboxOwnData: OwnDataPart = {
  key: 'messages',
  label: '收到的消息',
  columns: { at: '时间', title: '标题', body: '内容', readAt: '读过' },
  async read({ trx, scope }) {
    return (await messagesOf(trx, scope, undefined, MESSAGES)).reverse().map(({ at, title, body, readAt }) => ({
      at: ownDataTime(at),
      title,
      body,
      readAt: ownDataTime(readAt),
    }))
  },
}
