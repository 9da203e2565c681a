import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ActivityRow } from '../contract.ts'
import { boundsOf, type Month } from '../rules.ts'
import { activitiesApi } from './client.ts'

const PAGE = 200
/** A whole university's month; whoever has more than that looks at the list. */
const MOST_PAGES = 10

type Asked = { cohortId: string; state: ActivityRow['state'] | undefined; kind: string | undefined; month: Month }

async function allOf({ month, ...filter }: Asked, signal: AbortSignal): Promise<ActivityRow[]> {
  const rows: ActivityRow[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await activitiesApi.list.call({ ...filter, ...boundsOf(month), after, limit: PAGE }, { signal })
    rows.push(...found.rows)
    if (!found.next) break
    after = found.next
  }
  return rows
}

/** Every activity of one month, by the list's own filters. */
export const useMonth = (asked: Asked, enabled: boolean) =>
  useQuery({
    queryKey: [...activitiesApi.list.key(), 'month', asked],
    queryFn: ({ signal }) => allOf(asked, signal),
    enabled,
    placeholderData: keepPreviousData,
  })
