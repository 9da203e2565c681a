import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { orgsApi } from './client.ts'

const STILL_MS = 300_000

/** Names of the school's branches, or of those below one unit. */
export const useBranches = (below = '/'): string[] => {
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data
  return useMemo(
    () => (units ?? []).filter(({ level, path }) => level === 'branch' && path.startsWith(below)).map(({ name }) => name),
    [units, below],
  )
}
