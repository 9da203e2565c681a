import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../../ui/session.ts'
import type { DestinationCode, DestinationRule } from '../../plans/rules.ts'
import { plansApi } from './client.ts'

/** What the plan of the year says of a destination; unknown while it is read. */
export const usePolicy = (): ((type: DestinationCode | null) => DestinationRule | undefined) => {
  const { cohort } = useSession()
  const plan = useQuery(plansApi.plan.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null, staleTime: 600_000 }))
  return type => (type ? plan.data?.plan.destinationPolicy[type] : undefined)
}
