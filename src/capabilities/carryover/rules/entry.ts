/** What a row says: a person of an earlier year, and what that year left open. */
import type { Day } from '../../../kernel/day.ts'
import type { Ledger, TableRow } from '../../imports/rules.ts'
import type { DestinationCode } from '../../plans/rules.ts'
import { type OutcomeFacts, personIn, type RosterEntry } from '../../roster/rules.ts'
import type { Contact } from '../../transfers/rules.ts'
import { checkDelayed } from './delayed.ts'
import type { Addressee, CarryFacts } from './facts.ts'
import type { CarryField } from './fields.ts'
import type { Matter } from './matters.ts'
import { checkAsked, checkYear } from './needs.ts'
import { checkRetained } from './retained.ts'
import { checkUnreturned } from './unreturned.ts'

export type Retained = {
  destination: DestinationCode
  unitName: string | null
  country: string | null
  from: Day
  /** `2024-06` */
  until: string
  contacts: readonly Contact[]
  /** Whether there is one in writing. */
  applied: boolean
}

export type Unreturned = {
  number: string
  issuedOn: Day
  validDays: number
  addressee: Addressee
  destination: DestinationCode | null
  unitName: string | null
  /** A division code. */
  place: string | null
  /** It went by the Party-affairs system too. */
  system: boolean
}

export type Open =
  | { matter: 'retained'; retained: Retained }
  | { matter: 'delayed'; delayed: OutcomeFacts }
  | { matter: 'unreturned'; unreturned: Unreturned }
export type CarryEntry = { year: number; person: RosterEntry } & Open

/** The cells of a row by column; what was not written, or is wrong, says nothing. */
export type Cells = { text: (field: CarryField) => string | null; of: <Value>(field: CarryField) => Value | null }

const cellsOf = ({ values }: TableRow): Cells => {
  const of = <Value>(field: CarryField) => (values[field] as Value | null | undefined) ?? null
  return { of, text: of<string> }
}

/** Every cell is checked before anything is put together; a row with an error is none that is written. */
export const carryEntry = (row: TableRow, facts: CarryFacts, ledger: Ledger): CarryEntry | null => {
  const person = personIn(row, ledger, facts.today)
  const year = row.values.year as number | null | undefined
  const matter = row.values.matter as Matter | null | undefined
  if (year) checkYear(year, facts, ledger)
  if (!matter) return null
  checkAsked(row, matter, ledger)
  const cells = cellsOf(row)
  const open = opened[matter](cells, facts, ledger, year ?? 0)
  if (!year || !person.studentNumber || !open) return null
  return { year, person, ...open }
}

type Opened = (cells: Cells, facts: CarryFacts, ledger: Ledger, year: number) => Open | null

const contactsOf = ({ text }: Cells): Contact[] =>
  ([1, 2] as const).flatMap(at => {
    const [name, phone, relation] = [text(`contact${at}Name`), text(`contact${at}Phone`), text(`contact${at}Relation`)]
    return name && phone ? [{ name, phone, ...(relation && { relation }) }] : []
  })

const opened: Record<Matter, Opened> = {
  retained(cells, facts, ledger, year) {
    checkRetained(cells, facts, ledger, year)
    const [destination, from, until] = [cells.of<DestinationCode>('destination'), cells.of<Day>('retainedFrom'), cells.text('until')]
    if (!destination || !from || !until) return null
    const retained = {
      destination,
      unitName: cells.text('unitName'),
      country: cells.text('country'),
      from,
      until,
      contacts: contactsOf(cells),
      applied: cells.text('application') === 'yes',
    }
    return { matter: 'retained', retained }
  },
  delayed(cells, facts, ledger) {
    const delayed = checkDelayed(cells, facts, ledger)
    return delayed && { matter: 'delayed', delayed }
  },
  unreturned(cells, facts, ledger) {
    checkUnreturned(cells, facts, ledger)
    const [number, issuedOn] = [cells.text('letterNumber'), cells.of<Day>('issuedOn')]
    const [validDays, addressee] = [cells.of<number>('validDays'), cells.of<Addressee>('addressee')]
    if (!number || !issuedOn || !validDays || !addressee) return null
    const unreturned = {
      number,
      issuedOn,
      validDays,
      addressee,
      destination: cells.of<DestinationCode>('destination'),
      unitName: cells.text('unitName'),
      place: cells.text('place') ?? addressee.divisionCode,
      system: cells.text('way') === 'both',
    }
    return { matter: 'unreturned', unreturned }
  },
}

/** One person, one year. */
export const carryKey = ({ year, person }: CarryEntry): string => `${year} ${person.studentNumber}`
