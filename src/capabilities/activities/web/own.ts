import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OwnActivity } from '../contract.ts'
import { activitiesApi } from './client.ts'

export const useOwnActivities = () => useQuery(activitiesApi.mine.queryOptions({ staleTime: 30_000 }))

type Signing = Parameters<typeof activitiesApi.signIn.call>[0]

export const useSigning = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (signing: Signing) => activitiesApi.signIn.call(signing),
    onSettled: () => queries.invalidateQueries({ queryKey: activitiesApi.key() }),
  })
}

export const useSignUp = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { id: string; coming: boolean }) => activitiesApi.signUp.call(asked),
    onSettled: () => queries.invalidateQueries({ queryKey: activitiesApi.key() }),
  })
}

/** What is still to come or goes on now, the next first; what is over, the latest first. */
export const parted = (all: readonly OwnActivity[], today: string) => {
  const isNext = ({ state, onDay }: OwnActivity) => state === 'held' || (state === 'announced' && onDay >= today)
  return { next: all.filter(isNext).toReversed(), past: all.filter(one => !isNext(one)) }
}
