import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { newsApi } from './client.ts'
import { stepRefusalWords } from './words.ts'

/** One act, its word, and everything read anew. */
export function useAct<Input>(act: (input: Input) => Promise<unknown>, done: string, onDone?: () => void) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (done) message.success(done)
      onDone?.()
    },
    onError: error => message.error(wordsOf(problemOf(error), stepRefusalWords), 6),
    onSettled: () => queries.invalidateQueries({ queryKey: newsApi.key() }),
  })
}
