import { ORPCError } from '@orpc/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../../ui/problem.ts'
import type { ProblemView } from '../../imports/contract.ts'
import type { GraduatePage } from '../contract.ts'
import { rosterApi } from './client.ts'

export const useGraduate = (id: string) => useQuery(rosterApi.get.queryOptions({ input: { id } }))

/** What the checks found wrong with a correction. */
export const wrongOf = (error: unknown): readonly ProblemView[] => {
  if (!(error instanceof ORPCError) || error.code !== 'WRONG') return []
  return (error.data as { problems: ProblemView[] }).problems
}

type Named = { id: string; version: number }

/** One write about one person: the answer is the page anew; what depends on it is read again. */
export const useGraduateWrite = <Full extends Named>(
  call: (input: Full) => Promise<GraduatePage>,
  { id, version }: GraduatePage,
  onDone: () => void,
) => {
  const queries = useQueryClient()
  const key = rosterApi.get.queryKey({ input: { id } })
  return useMutation({
    mutationFn: (input: Omit<Full, keyof Named>) => call({ id, version, ...input } as Full),
    onSuccess: person => {
      queries.setQueryData(key, person as never)
      for (const stale of [rosterApi.list.key(), rosterApi.counts.key(), rosterApi.changes.key(), rosterApi.papers.key()])
        void queries.invalidateQueries({ queryKey: stale })
      onDone()
    },
    onError: error => {
      if (problemOf(error).code === 'CONFLICT') void queries.invalidateQueries({ queryKey: key })
    },
  })
}
