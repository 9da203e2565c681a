/** Which year's work is shown: the one in hand, unless another was chosen in this tab. */
const KEY = 'qicheng.cohort'

/** A browser may forbid storage; then the choice lasts as long as the page. */
let choice: string | null = null

export const chosenCohort = (): string | null => {
  try {
    return sessionStorage.getItem(KEY) ?? choice
  } catch {
    return choice
  }
}

/** Null: the one in hand. */
export const chooseCohort = (id: string | null): void => {
  choice = id
  try {
    if (id === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, id)
  } catch {
    // Kept for this page only.
  }
}

/** The newest is the one in hand; a choice that is not among them counts for nothing. */
export const cohortAmong = <Cohort extends { id: string }>(cohorts: readonly Cohort[], chosen: string | null): Cohort | null =>
  cohorts.find(({ id }) => id === chosen) ?? cohorts[0] ?? null
