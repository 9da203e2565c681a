import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import type { RichText } from '../../../kernel/rich-text.ts'
import { type Problem, problemOf } from '../../../ui/problem.ts'
import type { ActivityView } from '../contract.ts'
import { activitiesApi } from './client.ts'

const DROPPING = '写的记录还没有保存，不存就没有了。真的不存吗？'
const LEAVING = '写的记录还没有保存，离开就没有了。要离开吗？'

/** What is typed stays on the page until it is saved: a conflict, a lost line, a click elsewhere take nothing of it. */
export function useMinutes(view: ActivityView, onDone: () => void) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<RichText>()
  const [version, setVersion] = useState(view.minutesVersion)
  const dirty = typed !== undefined
  const save = useMutation({
    mutationFn: (upon: number) => activitiesApi.writeMinutes.call({ id: view.id, version: upon, text: typed ?? view.minutes }),
    onSuccess: async () => {
      setTyped(undefined)
      await queries.invalidateQueries({ queryKey: activitiesApi.key() })
      onDone()
    },
    onError: error => {
      // The other's words come, and stand beside one's own.
      if (problemOf(error).code === 'CONFLICT') void queries.invalidateQueries({ queryKey: activitiesApi.get.key() })
    },
  })
  useBlocker({ shouldBlockFn: () => !window.confirm(LEAVING), enableBeforeUnload: () => dirty, disabled: !dirty })
  const problem: Problem | undefined = save.error ? problemOf(save.error) : undefined
  return {
    dirty,
    busy: save.isPending,
    problem,
    /** Somebody else's newer words, where there are any. */
    newer: problem?.code === 'CONFLICT' && view.minutesVersion > version ? view : undefined,
    take: setTyped,
    save: () => (dirty ? save.mutate(version) : onDone()),
    /** Back to what is kept, where that is meant. */
    drop: () => {
      if (!dirty || window.confirm(DROPPING)) onDone()
    },
    /** With the other's words seen: one's own take their place. */
    saveOver: () => {
      setVersion(view.minutesVersion)
      save.mutate(view.minutesVersion)
    },
  }
}
