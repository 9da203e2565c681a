import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useSession } from '../../../ui/session.ts'
import { transfersApi } from './client.ts'

/** 流入 stand beside the equation: whom other schools of this installation sent and 组织部 accepted. Not drawn while nobody came. */
export const ArrivalsLink = () => {
  const { can } = useSession()
  const found = useQuery(transfersApi.arrivals.list.queryOptions({ input: { limit: 1 }, enabled: can('transfers:feedback') }))
  if (!found.data?.total) return null
  const { waiting, accepted } = found.data
  return (
    <Anchor className="link" href="/arrivals">
      流入 {accepted} 人{waiting > 0 && `，待接收 ${waiting} 人`}（不在等式内）
    </Anchor>
  )
}
