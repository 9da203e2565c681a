import { useQuery } from '@tanstack/react-query'
import { orgsApi } from './client.ts'

const STILL_MS = 300_000

/** Names of the branches that a person may be put into. */
export const useBranches = (): string[] =>
  useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data?.flatMap(({ level, name }) => (level === 'branch' ? [name] : [])) ?? []
