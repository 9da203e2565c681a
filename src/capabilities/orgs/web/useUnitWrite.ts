import { type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { orgsApi } from './client.ts'

/** A write to the tree: says what was done, closes, and has the tree read anew; after a conflict too. */
export const useUnitWrite = <Data, Input, Failure extends Error>(
  options: UseMutationOptions<Data, Failure, Input>,
  done: string,
  onClose: () => void,
) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    ...options,
    onSuccess: () => {
      message.success(done)
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: orgsApi.key() }),
  })
}
