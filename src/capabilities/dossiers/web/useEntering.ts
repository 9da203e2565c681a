/** Saves what is typed in one request when the typing rests; until it is saved it stays in the browser, past a reload too. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../../../ui/problem.ts'
import type { DossierLine } from '../contract.ts'
import type { Paper } from '../rules.ts'
import { dossiersApi } from './client.ts'
import { answered, begun, cellsToSave, type Entries, settled, typedInto, type Unsaved, unsaved, valueAt } from './entries.ts'

const TYPING_REST_MS = 700
const AGAIN_MS = 10_000
const AT_ONCE = 2000

export type Saving = 'saved' | 'saving' | 'unsaved'

const readLeft = (place: string): Unsaved[] => {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Unsaved[]
  } catch {
    return []
  }
}

/** A browser that keeps nothing still saves when the typing rests. */
const keepLeft = (place: string, left: readonly Unsaved[]) => {
  try {
    if (left.length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(left))
  } catch {
    // Private windows refuse: the page holds it all the same.
  }
}

/** `place` names whose typing it is: the account, the year and what is shown. */
export function useEntering(rows: readonly DossierLine[], place: string) {
  const queries = useQueryClient()
  const [entries, setEntries] = useState(() => begun(rows, readLeft(place)))
  const [saving, setSaving] = useState<Saving>(() => (entries.edits.size > 0 ? 'unsaved' : 'saved'))
  const [problem, setProblem] = useState<Problem | null>(null)
  const held = useRef(entries)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef(false)

  const put = useCallback(
    (next: Entries) => {
      held.current = next
      setEntries(next)
      keepLeft(place, unsaved(next))
    },
    [place],
  )

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (running.current) return false
    running.current = true
    try {
      while (held.current.edits.size > 0) {
        setSaving('saving')
        const sent = cellsToSave(held.current, AT_ONCE)
        const answer = await dossiersApi.enter.call({ cells: sent })
        put(answered(held.current, sent, answer))
      }
      setSaving('saved')
      setProblem(null)
      void queries.invalidateQueries({ queryKey: dossiersApi.list.key(), refetchType: 'none' })
      return true
    } catch (error) {
      setSaving('unsaved')
      setProblem(problemOf(error))
      timer.current = setTimeout(() => void flush(), AGAIN_MS)
      return false
    } finally {
      running.current = false
    }
  }, [put, queries])

  useEffect(() => {
    if (held.current.edits.size > 0) void flush()
    const again = () => void flush()
    const warn = (event: BeforeUnloadEvent) => held.current.edits.size > 0 && event.preventDefault()
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', warn)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', warn)
      if (held.current.edits.size > 0) again()
    }
  }, [flush])

  return {
    entries,
    saving,
    problem,
    flush,
    at: (key: string) => valueAt(entries, key),
    take: (changes: ReadonlyMap<string, Paper>) => {
      put(typedInto(held.current, changes))
      setSaving(held.current.edits.size > 0 ? 'unsaved' : 'saved')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), TYPING_REST_MS)
    },
    settle: (key: string, which: 'mine' | 'theirs') => {
      put(settled(held.current, key, which))
      if (which === 'mine') void flush()
    },
  }
}

export type Entering = ReturnType<typeof useEntering>
