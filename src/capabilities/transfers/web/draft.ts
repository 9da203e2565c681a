/** A destination, kept as it is typed. */
import { useRef } from 'react'
import type { Problem } from '../../../ui/problem.ts'
import type { Draft } from '../../../ui/QuestionForm.tsx'
import { useKeeping } from '../../../ui/useKeeping.ts'
import type { CaseView } from '../contract.ts'
import { sendable, type Typed, typedFrom } from './answers.ts'

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
  const version = useRef(view.version)
  const { typed, latest, take, settle, ...keeping } = useKeeping<Typed>(
    () => typedFrom(view.form, view.own),
    async form => {
      version.current = (await save({ ...sendable(form, today), version: version.current })).version
    },
  )
  return {
    form: typed,
    draft: keeping.draft,
    problem: keeping.problem,
    change: part => take({ ...latest(), ...part }),
    flush: keeping.flush,
    version: () => version.current,
    keepMine: () => {
      if (keeping.problem?.version !== undefined) version.current = keeping.problem.version
      void keeping.flush()
    },
    takeTheirs: theirs => {
      version.current = theirs.version
      settle(typedFrom(theirs.form, theirs.own))
    },
  }
}
