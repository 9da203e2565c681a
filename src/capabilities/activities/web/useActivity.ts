import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { ActivityView } from '../contract.ts'
import type { ActivityStep, Marking } from '../rules.ts'
import { activitiesApi } from './client.ts'
import { closeRefusalWords, markRefusalWords, stepDone, stepRefusalWords } from './words.ts'

export const useActivity = (id: string) => useQuery(activitiesApi.get.queryOptions({ input: { id } }))
export const usePeople = (id: string, search?: string | undefined) => useQuery(activitiesApi.people.queryOptions({ input: { id, search } }))

const AGAIN_MS = 5_000

/** While somebody may sign in, the list is drawn anew whenever it changes. */
export function useWatching(id: string, on: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!on) return
    const stop = new AbortController()
    const listen = async () => {
      while (!stop.signal.aborted) {
        try {
          for await (const _ of await activitiesApi.watch.call({ id }, { signal: stop.signal }))
            await queries.invalidateQueries({ queryKey: activitiesApi.key() })
        } catch {
          // The line was cut: what is shown stays, and is asked for again.
        }
        if (!stop.signal.aborted) await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
      }
    }
    void listen()
    return () => stop.abort()
  }, [id, on, queries])
}

type Plain = Exclude<ActivityStep, 'change'>

export function useSteps({ id, version }: Pick<ActivityView, 'id' | 'version'>) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ step, reason = '' }: { step: Plain; reason?: string }) =>
      step === 'cancel' ? activitiesApi.cancel.call({ id, version, reason }) : activitiesApi[step].call({ id, version }),
    onSuccess: (_, { step }) => void message.success(stepDone[step]),
    onError: error => void message.error(wordsOf(problemOf(error), stepRefusalWords)),
    onSettled: () => queries.invalidateQueries({ queryKey: activitiesApi.key() }),
  })
}

export function useMarks(id: string) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (asked: { graduateIds: string[]; marking: Marking; reason?: string }) => activitiesApi.mark.call({ id, ...asked }),
    onSuccess: ({ marked, refused }) => {
      const [first] = refused
      if (!first) return void message.success(`已登记 ${marked} 人`)
      void message.error(
        `${refused.length} 人不能登记，一人也没有写入：${refused.map(({ name }) => name).join('、')}，${markRefusalWords[first.reason]}`,
      )
    },
    onError: error => void message.error(wordsOf(problemOf(error))),
    onSettled: () => queries.invalidateQueries({ queryKey: activitiesApi.key() }),
  })
}

export function useClosing(id: string) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (unitId: string) => activitiesApi.close.call({ id, unitId }),
    onSuccess: ({ there, counted }) => void message.success(`签到表已结束，${there} 人到会，计入五个一 ${counted} 项`),
    onError: error => void message.error(wordsOf(problemOf(error), closeRefusalWords)),
    onSettled: () => queries.invalidateQueries(),
  })
}
