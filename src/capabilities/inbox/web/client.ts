import { useQuery } from '@tanstack/react-query'
import { capabilityApi } from '../../../ui/api.ts'
import type { inboxContract } from '../contract.ts'

export const inboxApi = capabilityApi<typeof inboxContract>('inbox')

const MINUTE = 60_000

/** How many messages wait, asked once a minute: for the bell. */
export const useUnread = (): number =>
  useQuery(inboxApi.list.queryOptions({ input: { limit: 1 }, refetchInterval: MINUTE, staleTime: MINUTE / 2 })).data?.unread ?? 0
