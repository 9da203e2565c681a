/** What the graduate's own page asks of the server. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIdempotencyKey } from '../../../../ui/useIdempotencyKey.ts'
import type { OwnDataView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'

export const useOwnData = () => useQuery(rosterApi.own.get.queryOptions({ staleTime: 30_000 }))

export type Edits = Readonly<Record<string, string>>

/** The answer is the page anew. */
export const useOwnWrite = <Input>(
  call: (input: Input, options: { context: { idempotencyKey: string } }) => Promise<OwnDataView>,
  onDone: (view: OwnDataView) => void,
) => {
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: (input: Input) => call(input, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: view => {
      queries.setQueryData(rosterApi.own.get.queryKey(), view)
      onDone(view)
    },
    onError: () => void queries.invalidateQueries({ queryKey: rosterApi.own.get.queryKey() }),
  })
}
