import type { Day } from '../../../kernel/day.ts'
import type { ComingSeries } from '../../letters/rules.ts'
import type { Plan } from '../../plans/rules.ts'
import type { RosterContext } from '../../roster/rules.ts'

export type Addressee = { id: string; name: string; divisionCode: string | null }
/** `find` knows a name whatever its brackets and spaces; `guess` is the nearest. */
export type Addressees = { find: (text: string) => Addressee | null; guess: (text: string) => string | null }
/** Administrative divisions by code or by whole name. */
export type Divisions = { find: (text: string) => string | null }

/** What reading a row needs to know. */
export type CarryFacts = RosterContext & {
  today: Day
  /** Null: no year has begun here yet, and there is no plan to take for an earlier one. */
  present: { year: number; name: string; plan: Plan } | null
  addressees: Addressees
  divisions: Divisions
  series: ComingSeries | null
}
