import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { educationApi } from './client.ts'
import { confirmReportWords, settleRefusalWords } from './words.ts'

type Asked = { cohortId: string; unitId?: string | undefined; after?: string | undefined; limit: number }

export const useReports = (asked: Asked) =>
  useQuery(educationApi.reports.queryOptions({ input: asked, placeholderData: keepPreviousData, enabled: asked.cohortId !== '' }))

export function useConfirmReports(onDone: () => void) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: (ids: string[]) => educationApi.confirmReports.call({ ids }, { context: { idempotencyKey: key() } }),
    onSuccess: ({ confirmed, refused }) => {
      if (refused.length === 0) {
        onDone()
        return void message.success(`已确认 ${confirmed} 条，写入五个一`)
      }
      const said = refused.map(({ name, reason }) => `${name}（${confirmReportWords[reason]}）`).join('、')
      void message.error(`一条也没有写入：${said}。去掉这些再确认。`, 8)
    },
    onError: error => void message.error(wordsOf(problemOf(error), settleRefusalWords)),
    onSettled: () => {
      renew()
      return queries.invalidateQueries({ queryKey: educationApi.key() })
    },
  })
}

export function useReturnReports(onDone: () => void) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (asked: { ids: string[]; reason: string }) => educationApi.returnReports.call(asked),
    onSuccess: ({ returned }) => {
      onDone()
      void message.success(`已退回 ${returned} 条，本人会收到消息`)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: educationApi.key() }),
  })
}
