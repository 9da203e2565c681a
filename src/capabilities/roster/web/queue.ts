/** The people of the list that a person was opened from, one after the other. */
import { useQuery } from '@tanstack/react-query'
import { placeIn, type QueuePlace } from '../../../ui/queue.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { rosterApi } from './client.ts'
import { filterFrom, fromList, listQuery } from './filters.ts'

/** As many as one answer holds, and so many answers: more than anybody leafs through. */
const PAGE = 200
const PAGES = 5
const STILL_MS = 300_000

async function idsOf(filter: RosterFilter): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { rows, next } = await rosterApi.list.call({ ...filter, limit: PAGE, ...(after && { after }) })
    ids.push(...rows.map(row => row.id))
    if (!next) break
    after = next
  }
  return ids
}

/** Null where one did not come from a list. */
export const useQueue = (id: string): { place: QueuePlace | null; query: string; list: string } => {
  const { cohort } = useSession()
  const [search] = useUrlFilters()
  const isListed = fromList(search)
  const query = isListed ? listQuery(search) : ''
  const found = useQuery({
    queryKey: ['roster-queue', cohort?.id, query],
    queryFn: () => idsOf(filterFrom(search, cohort?.id ?? '')),
    enabled: cohort !== null && isListed,
    staleTime: STILL_MS,
  })
  const place = found.data
    ? placeIn(
        found.data.map(each => [each] as const),
        id,
      )
    : null
  return { place, query, list: search.list ? '/roster' : `/roster${query}` }
}
