import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Lines } from '../../../ui/Lines.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { RosterFilter } from '../contract.ts'
import { rosterApi } from './client.ts'
import { rosterLine } from './rosterLine.tsx'
import { rosterProblemWords } from './words.ts'

/** Whom a whole number finds: the number stands in no address, and so these lines lead to no list. */
export const PrivateList = ({ filter }: { filter: RosterFilter & { search: string } }) => {
  const found = useQuery(rosterApi.lookup.queryOptions({ input: filter, gcTime: 0 }))
  if (found.error)
    return <ErrorState title="没有查成" next={rosterProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton lines={3} />
  if (found.data.rows.length === 0) return <EmptyState title="没有人是这个号码" />
  return <Lines label="查到的人" lines={found.data.rows.map(person => ({ ...rosterLine('')(person), key: person.id }))} />
}
