import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { dueOn, type Level, type Plan, type Task } from '../../plans/rules.ts'
import type { NoticeView } from '../contract.ts'
import { noticesApi, plansApi } from './client.ts'

const STILL_MS = 300_000

export const useNotice = (id: string) => useQuery(noticesApi.get.queryOptions({ input: { id } }))
export const useReceipts = (id: string, enabled: boolean) => useQuery(noticesApi.receipts.queryOptions({ input: { id }, enabled }))

/** Whoever looks at it has read it: told once. */
export function useReading(view: NoticeView | undefined): void {
  const queries = useQueryClient()
  const id = view?.registers ? view.id : undefined
  useEffect(() => {
    if (id === undefined) return
    void noticesApi.open
      .call({ id })
      .then(() => queries.invalidateQueries({ queryKey: noticesApi.key() }))
      .catch(() => undefined) // It is told the next time.
  }, [id, queries])
}

/** One act, its word, and everything read anew. */
export function useAct<Input>(
  act: (input: Input) => Promise<unknown>,
  done: string,
  refusals: Readonly<Record<string, string>>,
  onDone?: () => void,
) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      message.success(done)
      onDone?.()
    },
    onError: error => {
      const problem = problemOf(error)
      message.error(`${wordsOf(problem, refusals)}${problem.reason === 'after-plan' ? `（${problem.detail}）` : ''}`, 6)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: noticesApi.key() }),
  })
}

/** The document numbers that the year's notices have. */
export function useGiven(): readonly string[] | undefined {
  const { cohort } = useSession()
  const input = { cohortId: cohort?.id ?? '', limit: 200 }
  return useQuery(noticesApi.list.queryOptions({ input, enabled: cohort !== null })).data?.rows.map(({ number }) => number)
}

export type Planned = { task: Task; name: string; limit: Day | null }

/** What the plan asks of a level, with its days: what a duty may hang on. */
export function usePlanned(level: Level): { plan: Plan | undefined; planned: readonly Planned[] } {
  const { cohort } = useSession()
  const input = { cohortId: cohort?.id ?? '' }
  const plan = useQuery(plansApi.plan.queryOptions({ input, enabled: cohort !== null, staleTime: STILL_MS })).data?.plan as Plan | undefined
  const planned = (plan?.milestones ?? [])
    .filter(row => row.level === level)
    .map(({ task, name }) => ({ task, name, limit: dueOn(plan!, task, level) }))
  return { plan, planned }
}
