/** Keeps a destination as it is typed: one save at a time, the newest words last, nothing lost on the way. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../../../ui/problem.ts'
import type { Draft } from '../../../ui/QuestionForm.tsx'
import type { CaseView } from '../contract.ts'
import { sendable, type Typed, typedFrom } from './answers.ts'

const TYPING_REST_MS = 900

export type Save = (input: Typed & { version: number }) => Promise<CaseView>

export type DestinationDraft = {
  form: Typed
  draft: Draft
  problem: Problem | null
  change: (change: Partial<Typed>) => void
  /** Saves what is still on the page; false: it could not be kept. */
  flush: () => Promise<boolean>
  /** The version of the last answer: the one to hand in. */
  version: () => number
  /** Somebody else saved meanwhile: keep what is typed here over it. */
  keepMine: () => void
  /** … or go on from what they saved. */
  takeTheirs: (view: CaseView) => void
}

export const useDestinationDraft = (view: CaseView, save: Save, today: string): DestinationDraft => {
  const [form, setForm] = useState(() => typedFrom(view.form, view.own))
  const [draft, setDraft] = useState<Draft>('kept')
  const [problem, setProblem] = useState<Problem | null>(null)
  const held = useRef({ form, version: view.version, dirty: false })
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
        now.version = (await saving.current({ ...sendable(now.form, today), version: now.version })).version
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
  }, [today])

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

  const change = (part: Partial<Typed>) => {
    const next = { ...held.current.form, ...part }
    Object.assign(held.current, { form: next, dirty: true })
    setForm(next)
    setDraft('keeping')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), TYPING_REST_MS)
  }

  return {
    form,
    draft,
    problem,
    change,
    flush,
    version: () => held.current.version,
    keepMine: () => {
      if (problem?.version !== undefined) held.current.version = problem.version
      void flush()
    },
    takeTheirs: theirs => {
      const next = typedFrom(theirs.form, theirs.own)
      held.current = { form: next, version: theirs.version, dirty: false }
      setForm(next)
      setDraft('kept')
      setProblem(null)
    },
  }
}
