/** The cases of a filter one after the other: the order stays as it was opened, though each that is done leaves the filter. */
import { useQuery } from '@tanstack/react-query'
import { placeIn, type QueuePlace } from '../../../ui/queue.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { transfersApi } from './client.ts'
import { filterFrom, filterQuery, isFiltered } from './filters.ts'

/** More than anybody goes through at one sitting. */
const MOST = 200
export const QUEUE_KEY = ['transfer-queue']

/** Null without a filter: then there is no list to go through. A case may be opened by its own id or the graduate's. */
export const useQueue = (id: string): QueuePlace | null => {
  const { cohort } = useSession()
  const [search] = useUrlFilters()
  const query = filterQuery(search)
  const found = useQuery({
    queryKey: [...QUEUE_KEY, query],
    queryFn: () => transfersApi.list.call({ ...filterFrom(search, cohort?.id ?? ''), limit: MOST }),
    select: ({ rows }) => rows.map(row => [row.id ?? row.graduateId, row.graduateId] as const),
    enabled: cohort !== null && isFiltered(search),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return found.data ? placeIn(found.data, id) : null
}
