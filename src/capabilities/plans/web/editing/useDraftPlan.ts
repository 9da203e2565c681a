import { useEffect, useState } from 'react'
import type { Plan } from '../../rules.ts'

const keyOf = (cohortId: string) => `qicheng.plan.${cohortId}`
type Kept = { version: number; plan: Plan }

/** A browser may forbid storage; then the draft lasts as long as the page. */
const kept = (cohortId: string): Kept | null => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(cohortId)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

const keep = (cohortId: string, draft: Kept | null) => {
  try {
    if (draft) localStorage.setItem(keyOf(cohortId), JSON.stringify(draft))
    else localStorage.removeItem(keyOf(cohortId))
  } catch {
    // Kept for this page only.
  }
}

/** The plan as it is being changed: kept in this browser until it is saved or given up. `stale`: begun on an older version. */
export function useDraftPlan(cohortId: string, running: Kept) {
  const [draft, setDraft] = useState<Kept>(() => kept(cohortId) ?? running)
  const changed = JSON.stringify(draft.plan) !== JSON.stringify(running.plan)
  useEffect(() => keep(cohortId, changed ? draft : null), [cohortId, changed, draft])
  return {
    plan: draft.plan,
    version: draft.version,
    changed,
    stale: changed && draft.version !== running.version,
    change: (plan: Plan) => setDraft({ ...draft, plan }),
    giveUp: () => {
      keep(cohortId, null)
      setDraft(running)
    },
  }
}
