import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { AddresseeView } from '../contract.ts'
import type { Draft } from './AddresseeFields.tsx'
import { addresseesApi } from './client.ts'

/** Saves or verifies one entry, and has the list read anew; after a conflict too. */
export const useAddresseeWrites = (addressee: AddresseeView | undefined, onDone: () => void) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  const context = () => ({ context: { idempotencyKey: key() } })
  const settled = () => {
    renew()
    return queries.invalidateQueries({ queryKey: addresseesApi.key() })
  }

  const save = useMutation({
    mutationFn: (draft: Draft) =>
      addressee
        ? addresseesApi.save.call({ ...draft, id: addressee.id, version: addressee.version }, context())
        : addresseesApi.create.call(draft, context()),
    onSuccess: ({ name }) => {
      message.success(`已保存：${name}`)
      onDone()
    },
    onSettled: settled,
  })
  const verify = useMutation({
    mutationFn: () => addresseesApi.verify.call({ id: addressee!.id, version: addressee!.version }, context()),
    onSuccess: () => message.success('已记下今天核实'),
    onSettled: settled,
  })
  return { save, verify }
}
