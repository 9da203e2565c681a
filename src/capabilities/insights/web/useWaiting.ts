import { useQuery } from '@tanstack/react-query'
import { type Place, waitingAt } from '../rules.ts'
import { insightsApi } from './client.ts'

const MINUTE = 60_000

type Waiting = Partial<Record<Place, { count: number; urgent: boolean }>>

/** The numbers behind the entries of the desk, from today's work. `enabled`: the post has a first screen, and a cohort has begun. */
export const useWaiting = (cohortId: string | undefined, enabled: boolean): Waiting => {
  const asked = enabled && cohortId !== undefined
  const found = useQuery(insightsApi.today.queryOptions({ input: { cohortId: cohortId ?? '' }, enabled: asked, staleTime: MINUTE }))
  return found.data ? waitingAt(found.data.work) : {}
}
