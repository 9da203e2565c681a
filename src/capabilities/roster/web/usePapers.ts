import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PapersView } from '../contract/papers.ts'
import type { GraduatePage } from '../contract.ts'
import { rosterApi } from './client.ts'

/** One write about a person's papers: the answer is the list anew. Refused, what is held is read again. */
export const usePaperWrite = <Input>({ id }: Pick<GraduatePage, 'id'>, call: (input: Input) => Promise<PapersView>, onDone: () => void) => {
  const queries = useQueryClient()
  const key = rosterApi.papers.list.queryKey({ input: { graduateId: id } })
  return useMutation({
    mutationFn: call,
    onSuccess: view => {
      queries.setQueryData(key, view as never)
      void queries.invalidateQueries({ queryKey: rosterApi.changes.key() })
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
}
