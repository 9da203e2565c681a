import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { problemOf } from '../../../ui/problem.ts'
import type { ItemView } from '../contract.ts'
import { archiveApi } from './client.ts'
import { problemWords } from './words.ts'

const ACCEPTS = '.pdf,.doc,.docx,.xls,.xlsx,.pptx,.jpg,.jpeg,.png,.txt,.md,.csv,.zip'

/** Chooses a file for an item and hands it in. */
export const BringButton = ({ cohortId, item }: { cohortId: string; item: ItemView }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const bring = useMutation({
    mutationFn: (file: File) => archiveApi.addMaterial.call({ cohortId, item: item.key, file }),
    onSuccess: async ({ name }) => {
      message.success(`已收下“${name}”`)
      await queries.invalidateQueries({ queryKey: archiveApi.key() })
    },
    onError: error => message.error(problemWords(problemOf(error)), 8),
  })
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) bring.mutate(file)
    event.target.value = ''
  }
  return (
    <>
      <input ref={chooser} type="file" hidden accept={ACCEPTS} aria-label={`为“${item.name}”选择文件`} onChange={chosen} />
      <Button loading={bring.isPending} onClick={() => chooser.current?.click()}>
        交文件
      </Button>
    </>
  )
}
