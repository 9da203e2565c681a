import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { type Problem, problemOf } from '../../../ui/problem.ts'
import type { NoticeView } from '../contract.ts'
import { noticesApi } from './client.ts'
import { type Filled, sent } from './form.ts'

const LEAVING = '写的内容还没有保存，离开就没有了。要离开吗？'

/** What is typed stays on the page until it is saved; whoever saved meanwhile is not written over. */
export function useDraft(start: Filled, cohortId: string, kept: NoticeView | undefined, onSaved: (view: NoticeView) => void) {
  const queries = useQueryClient()
  const [filled, setFilled] = useState(start)
  const [dirty, setDirty] = useState(false)
  const version = useRef(kept?.version)
  const save = useMutation({
    mutationFn: () =>
      kept === undefined
        ? noticesApi.add.call({ cohortId, ...sent(filled) })
        : noticesApi.change.call({ id: kept.id, version: version.current!, ...sent(filled) }),
    onSuccess: async view => {
      version.current = view.version
      setDirty(false)
      await queries.invalidateQueries({ queryKey: noticesApi.key() })
      onSaved(view)
    },
  })
  useBlocker({
    shouldBlockFn: () => !window.confirm(LEAVING),
    enableBeforeUnload: () => dirty,
    disabled: !dirty || save.isPending || save.isSuccess,
  })
  const problem: Problem | undefined = save.error ? problemOf(save.error) : undefined
  return {
    filled,
    dirty,
    problem,
    busy: save.isPending,
    save: () => save.mutate(),
    take: (change: Partial<Filled>) => {
      save.reset()
      setDirty(true)
      setFilled(held => ({ ...held, ...change }))
    },
  }
}
