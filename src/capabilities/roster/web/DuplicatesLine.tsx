import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useSession } from '../../../ui/session.ts'
import { rosterApi } from './client.ts'

const STILL_MS = 300_000

/** Says so only where there is something to look at. */
export const DuplicatesLine = ({ cohortId }: { cohortId: string }) => {
  const { can } = useSession()
  const edits = can('roster:edit')
  const found = useQuery(rosterApi.duplicates.list.queryOptions({ input: { cohortId }, enabled: edits, staleTime: STILL_MS }))
  if (!found.data?.length) return null
  return (
    <p className="roster-said">
      有 {found.data.length} 对疑似重复的人。
      <Anchor className="link" href="/roster/duplicates">
        去核对
      </Anchor>
    </p>
  )
}
