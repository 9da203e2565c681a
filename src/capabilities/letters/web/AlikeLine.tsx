import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useSession } from '../../../ui/session.ts'
import { addresseesApi } from './client.ts'

const STILL_MS = 300_000

/** Says so only where there is something to look at, and to those who may merge. */
export const AlikeLine = () => {
  const { can } = useSession()
  const found = useQuery(addresseesApi.alike.queryOptions({ enabled: can('letters:issue'), staleTime: STILL_MS }))
  if (!found.data?.total) return null
  return (
    <p className="addressees-said">
      有 {found.data.total} 组抬头可能是同一个党组织。
      <Anchor className="link" href="/addressees/alike">
        去核对
      </Anchor>
    </p>
  )
}
