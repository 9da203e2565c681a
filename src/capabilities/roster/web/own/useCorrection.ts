/** What members proposed, as the branch asks for it and answers. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../../../ui/problem.ts'
import type { CorrectionView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'

/** The one of this member that waits, if any. */
export const useOpenCorrection = (cohortId: string, memberId: string, enabled: boolean) => {
  const found = useQuery(rosterApi.corrections.list.queryOptions({ input: { cohortId, memberId, limit: 1 }, enabled }))
  const id = found.data?.rows[0]?.id
  return useQuery(rosterApi.corrections.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== undefined })).data
}

export type Decision = Omit<Parameters<typeof rosterApi.corrections.decide.call>[0], 'id' | 'version' | 'graduateVersion'>

export const useDecision = ({ id, version, graduateVersion, graduateId }: CorrectionView, onDone: (decided: CorrectionView) => void) => {
  const queries = useQueryClient()
  const key = rosterApi.corrections.get.queryKey({ input: { id } })
  const person = rosterApi.get.queryKey({ input: { id: graduateId } })
  return useMutation({
    mutationFn: (decision: Decision) => rosterApi.corrections.decide.call({ id, version, graduateVersion, ...decision }),
    onSuccess: decided => {
      queries.setQueryData(key, decided)
      for (const stale of [rosterApi.corrections.list.key(), rosterApi.list.key(), rosterApi.counts.key(), rosterApi.changes.key(), person])
        void queries.invalidateQueries({ queryKey: stale })
      onDone(decided)
    },
    // Somebody was here first: how it now stands is read again, and what was typed stays.
    onError: error => {
      const { code } = problemOf(error)
      if (code === 'CONFLICT' || code === 'REFUSED') for (const stale of [key, person]) void queries.invalidateQueries({ queryKey: stale })
    },
  })
}
