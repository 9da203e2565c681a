/** What the receipts desk asks of the server; the answer is the desk of that case anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { CallOutcome } from '../rules.ts'
import { addresseesApi, transfersApi } from './client.ts'

export type Call = { outcome: CallOutcome; answeredBy: string; said: string; on: string }
type Receiver = { id: string; version: number }

/** Lists, counts and the case follow. */
export const useReceipts = (id: string) => {
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const readAnew = () =>
    Promise.all([queries.invalidateQueries({ queryKey: transfersApi.key() }), queries.invalidateQueries({ queryKey: addresseesApi.key() })])
  const add = useMutation({ mutationFn: (file: File) => transfersApi.pictures.add.call({ id, file }), onSuccess: readAnew })
  const remove = useMutation({
    mutationFn: (gone: { id: string; reason: string }) => transfersApi.pictures.remove.call(gone),
    onSuccess: readAnew,
  })
  const log = useMutation({
    mutationFn: ({ receiver: { id: known, version }, on, ...call }: Call & { receiver: Receiver }) =>
      transfersApi.calls.log.call(
        { id, receiver: { id: known, version }, ...call, on: on as never },
        { context: { idempotencyKey: once.key() } },
      ),
    onSuccess: readAnew,
    onError: () => {
      once.renew()
      void readAnew()
    },
  })
  return { add, remove, log }
}
