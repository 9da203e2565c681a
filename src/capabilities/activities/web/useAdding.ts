import { useMutation, useQueryClient } from '@tanstack/react-query'
import { activitiesApi } from './client.ts'
import { type Filled, sent } from './form.ts'

/** One draft, or one a week. */
export const useAdding = (cohortId: string, onDone: (ids: readonly string[]) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (filled: Filled) => activitiesApi.add.call({ cohortId, ...sent(filled), weeks: filled.weeks }),
    onSuccess: async ({ ids }) => {
      await queries.invalidateQueries({ queryKey: activitiesApi.key() })
      onDone(ids)
    },
  })
}
