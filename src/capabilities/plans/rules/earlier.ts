import { addMonths, type Day, day } from '../../../kernel/day.ts'
import { cloneFor } from './dates.ts'
import type { Plan } from './schema.ts'

/** The usual end of a summer term, for a year that is over: everybody has left by now. */
const usualLeavingDay = (year: number): Day => day(`${year}-06-30`)

/**
 * The plan of a year that was run elsewhere, for what it left open: rules, forms and thresholds as in the present one,
 * its days moved to that year. Nobody is asked again for what that year handed in and confirmed.
 */
export const earlierPlan = (present: Plan, year: number): Plan => ({
  ...cloneFor(present, year),
  leavingDay: present.leavingDay ? addMonths(present.leavingDay, 12 * (year - present.year)) : usualLeavingDay(year),
  destinationPolicy: present.destinationPolicy,
  milestones: [],
  items: [],
  dossierChecklist: [],
  archiveChecklist: [],
})
