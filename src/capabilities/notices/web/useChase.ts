import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { noticesApi } from './client.ts'

export type ChaseAsked = { id: string; unitIds?: string[] | undefined }

/** Whom a reminder would reach; then the reminder itself. */
export function useChase(asked: ChaseAsked, onDone: () => void) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { key, renew } = useIdempotencyKey()
  const preview = useQuery(noticesApi.chase.queryOptions({ input: { ...asked, dryRun: true }, gcTime: 0, staleTime: 0 }))
  const chase = useMutation({
    mutationFn: () => noticesApi.chase.call(asked, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: async ({ units, people }) => {
      message.success(`已催 ${units} 个单位，${people} 人`)
      onDone()
      await queries.invalidateQueries({ queryKey: noticesApi.receipts.key() })
    },
  })
  return { preview, chase }
}
