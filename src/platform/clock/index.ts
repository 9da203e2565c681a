import { type Day, day, OFFICE_ZONE } from '../../kernel/day.ts'

/** The one place that reads time. The demonstration may set the day; instants are always real. */
export interface Clock {
  today(): Day
  now(): Date
  /** Demonstration only; null returns to the real day. */
  setToday(day: Day | null): void
}

export function openClock(fixed?: Day): Clock {
  let pinned = fixed ?? null
  return {
    today: () => pinned ?? day(Temporal.Now.plainDateISO(OFFICE_ZONE).toString()),
    now: () => new Date(),
    setToday(chosen) {
      pinned = chosen
    },
  }
}
