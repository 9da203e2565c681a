/** Keeps corrections as they are typed: one save at a time, the newest words last, nothing lost on the way. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../../../../ui/problem.ts'
import type { Draft } from '../../../../ui/QuestionForm.tsx'
import type { OwnDataView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'
import type { Edits } from './own.ts'

const TYPING_REST_MS = 900

export type Typed = { changes: Edits; reason: string }

export type OwnDraft = Typed & {
  draft: Draft
  problem: string | null
  /** Text of a field; undefined leaves the field as it is held. */
  edit: (field: string, text: string | undefined) => void
  explain: (reason: string) => void
  /** What was typed has been handed in: nothing is left to keep. */
  done: () => void
}

const begun = ({ draft }: OwnDataView): Typed => ({ changes: draft?.changes ?? {}, reason: draft?.reason ?? '' })

export const useOwnDraft = (view: OwnDataView): OwnDraft => {
  const [typed, setTyped] = useState(() => begun(view))
  const [draft, setDraft] = useState<Draft>('kept')
  const [problem, setProblem] = useState<string | null>(null)
  const held = useRef({ typed, dirty: false, running: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(async () => {
    const now = held.current
    clearTimeout(timer.current)
    if (now.running) return
    now.running = true
    while (now.dirty) {
      now.dirty = false
      setDraft('keeping')
      try {
        await rosterApi.own.keep.call({ changes: now.typed.changes, reason: now.typed.reason })
      } catch (error) {
        now.dirty = true
        setDraft('unkept')
        setProblem(problemOf(error).code)
        break
      }
    }
    now.running = false
    if (now.dirty) return
    setDraft('kept')
    setProblem(null)
  }, [])

  useEffect(() => {
    const again = () => void flush()
    const warn = (event: BeforeUnloadEvent) => held.current.dirty && event.preventDefault()
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', warn)
      // Leaving the page by a link saves what the pause had not yet saved.
      if (held.current.dirty) again()
    }
  }, [flush])

  const take = (next: Typed) => {
    Object.assign(held.current, { typed: next, dirty: true })
    setTyped(next)
    setDraft('keeping')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), TYPING_REST_MS)
  }

  return {
    ...typed,
    draft,
    problem,
    edit: (field, text) => {
      const { [field]: _, ...others } = held.current.typed.changes
      take({ ...held.current.typed, changes: text === undefined ? others : { ...others, [field]: text } })
    },
    explain: reason => take({ ...held.current.typed, reason }),
    done: () => {
      clearTimeout(timer.current)
      const none = { changes: {}, reason: '' }
      Object.assign(held.current, { typed: none, dirty: false })
      setTyped(none)
      setDraft('kept')
    },
  }
}
