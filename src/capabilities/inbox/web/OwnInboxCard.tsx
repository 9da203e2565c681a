import { BellOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { inboxApi } from './client.ts'
import './inbox.css'

/** The way to the messages, with the newest one that is unread; quiet while nothing has come. */
export const OwnInboxCard = () => {
  const list = useQuery(inboxApi.list.queryOptions({ input: { limit: 10 } })).data
  const newest = list?.rows.find(({ read }) => !read)
  if (!list || list.rows.length === 0) return null
  const count = list.unread > 0 ? `${list.unread} 条未读` : '都已读过'
  return (
    <Anchor className="own-inbox" href="/me/inbox">
      <BellOutlined aria-hidden="true" />
      <span>
        <b>消息</b>
        <span className={list.unread > 0 ? 'second t-red' : 'second'}>{count}</span>
        {newest && <span className="second clip own-inbox-newest">{newest.title}</span>}
      </span>
      <RightOutlined aria-hidden="true" />
    </Anchor>
  )
}
