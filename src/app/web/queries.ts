import { QueryClient } from '@tanstack/react-query'
import { problemOf } from '../../ui/problem.ts'

/** An answer, even a refusal, is final; only a broken line is tried once more. */
const tryAgain = (count: number, error: unknown) => count < 1 && problemOf(error).code === 'OFFLINE'

export const openQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: tryAgain, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
