/** Keeps what is typed: one save at a time, the newest words last, nothing lost on the way. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from './problem.ts'
import type { Draft } from './QuestionForm.tsx'

const TYPING_REST_MS = 900

export type Keeping<Typed> = {
  typed: Typed
  /** The same, for who acts between two drawings. */
  latest: () => Typed
  draft: Draft
  problem: Problem | null
  /** Saved when the typing rests. */
  take: (next: Typed) => void
  /** Saves what is still on the page; false: it could not be kept. */
  flush: () => Promise<boolean>
  /** What is kept elsewhere already: nothing is left to save. */
  settle: (next: Typed) => void
}

export function useKeeping<Typed>(start: () => Typed, save: (typed: Typed) => Promise<unknown>): Keeping<Typed> {
  const [typed, setTyped] = useState(start)
  const [draft, setDraft] = useState<Draft>('kept')
  const [problem, setProblem] = useState<Problem | null>(null)
  const held = useRef({ typed, dirty: false })
  const running = useRef<Promise<boolean>>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef(save)
  saving.current = save

  const run = useCallback(async (): Promise<boolean> => {
    const now = held.current
    while (now.dirty) {
      now.dirty = false
      setDraft('keeping')
      try {
        await saving.current(now.typed)
      } catch (error) {
        now.dirty = true
        setDraft('unkept')
        setProblem(problemOf(error))
        return false
      }
    }
    setDraft('kept')
    setProblem(null)
    return true
  }, [])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    running.current ??= run().finally(() => {
      running.current = undefined
    })
    return running.current
  }, [run])

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

  return {
    typed,
    latest: () => held.current.typed,
    draft,
    problem,
    flush,
    take: next => {
      Object.assign(held.current, { typed: next, dirty: true })
      setTyped(next)
      setDraft('keeping')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), TYPING_REST_MS)
    },
    settle: next => {
      clearTimeout(timer.current)
      Object.assign(held.current, { typed: next, dirty: false })
      setTyped(next)
      setDraft('kept')
      setProblem(null)
    },
  }
}
