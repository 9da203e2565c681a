/** The cases of a filter one after the other: the order stays as it was opened, though each that is done leaves the filter. */
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { transfersApi } from './client.ts'
import { filterFrom, filterQuery, isFiltered } from './filters.ts'

/** More than anybody goes through at one sitting. */
const MOST = 200
export const QUEUE_KEY = ['transfer-queue']

export type QueuePlace = { at: number; of: number; previous: string | null; next: string | null }

/** Where one stands; null for a case that is not among them. A case may be opened by its own id or the graduate's. */
export const placeIn = (queue: readonly (readonly [id: string, other: string])[], id: string): QueuePlace | null => {
  const at = queue.findIndex(ids => ids.includes(id))
  if (at < 0) return null
  return { at: at + 1, of: queue.length, previous: queue[at - 1]?.[0] ?? null, next: queue[at + 1]?.[0] ?? null }
}

/** Null without a filter: then there is no list to go through. */
export const useQueue = (id: string): (QueuePlace & { query: string }) | null => {
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
  const place = found.data && placeIn(found.data, id)
  return place ? { ...place, query } : null
}
