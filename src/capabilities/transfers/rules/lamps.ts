import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { LampThresholds } from '../../plans/rules.ts'

export const lamps = [
  'overdue',
  'letter-expired',
  'start-expired',
  'pocket-risk',
  'silent-check',
  'stranded',
  'due-soon',
  'letter-ending',
  'start-ending',
  'receipt-missing',
  'silent-long',
  'silent',
  'probation-urgent',
  'probation-before-leaving',
  'probation-after-leaving',
  'abroad-contact',
] as const
export type Lamp = (typeof lamps)[number]

/** A lamp states a rule, never a verdict on a person. */
export const lampNames: Record<Lamp, string> = {
  overdue: '逾期',
  'letter-expired': '信已过期',
  'start-expired': '系统转接已过期',
  'pocket-risk': '口袋风险',
  'silent-check': '久未联系，请核查是否失联',
  stranded: '滞留',
  'due-soon': '临近',
  'letter-ending': '信将过期',
  'start-ending': '系统转接将过期',
  'receipt-missing': '回执未回',
  'silent-long': '久未联系（较长）',
  silent: '久未联系',
  'probation-urgent': '预备期将满',
  'probation-before-leaving': '预备期：满后先讨论转正，待批复再转',
  'probation-after-leaving': '预备期：按预备党员转出或暂缓',
  'abroad-contact': '境外联系',
}

/** Lit on every day from `from` to `until`, both included; null: until something changes. */
export type DatedLamp = { lamp: Lamp; from: Day; until: Day | null }

export type LampFacts = {
  /** Accepted, closed or 减员: no lamp is lit any more. */
  settled: boolean
  openedOn: Day
  /** Of the step that is now to be done. */
  dueOn: Day | null
  hasDestination: boolean
  destinationDueOn: Day | null
  /** The member's own; null while none is set, or while the member stays enrolled. */
  leavingDay: Day | null
  /** Sign-in, own edit, reply or log entry. */
  lastTraceOn: Day | null
  letter: { validUntil: Day; handedOutOn: Day | null; expectedOn: Day | null } | null
  externalStart: { validUntil: Day } | null
  /** Null for full members. */
  probationEndsOn: Day | null
  /** D05: the half-yearly contact. */
  abroad: boolean
  lastContactOn: Day | null
}

type Source = (facts: LampFacts, thresholds: LampThresholds) => DatedLamp[]

const lit = (lamp: Lamp, from: Day, until: Day | null = null): DatedLamp => ({ lamp, from, until })
const later = (a: Day, b: Day | null) => (b && b > a ? b : a)
const earlier = (a: Day, b: Day) => (a < b ? a : b)

const due: Source = ({ dueOn }, { dueSoonDays }) =>
  dueOn ? [lit('due-soon', addDays(dueOn, -dueSoonDays), dueOn), lit('overdue', addDays(dueOn, 1))] : []

const stranded: Source = ({ hasDestination, destinationDueOn }) =>
  destinationDueOn && !hasDestination ? [lit('stranded', addDays(destinationDueOn, 1))] : []

const ending = (validUntil: Day, days: number, soon: Lamp, past: Lamp) => [
  lit(soon, addDays(validUntil, -days), validUntil),
  lit(past, addDays(validUntil, 1)),
]

const letter: Source = ({ letter }, { endingDays, receiptDays, pocketDays }) => {
  if (!letter) return []
  const { validUntil, handedOutOn, expectedOn } = letter
  return [
    ...ending(validUntil, endingDays, 'letter-ending', 'letter-expired'),
    ...(expectedOn ? [lit('receipt-missing', addDays(expectedOn, receiptDays))] : []),
    ...(handedOutOn ? [lit('pocket-risk', earlier(addDays(validUntil, 1), addDays(handedOutOn, pocketDays + 1)))] : []),
  ]
}

const externalStart: Source = ({ externalStart }, { endingDays }) =>
  externalStart ? ending(externalStart.validUntil, endingDays, 'start-ending', 'start-expired') : []

/** Counted from the leaving day, in calendar months: before it the member is at hand. One lamp at a time. */
const silence: Source = ({ leavingDay, lastTraceOn }, { silentMonths: [first, second, third] }) => {
  if (!leavingDay) return []
  const after = (months: number) => addMonths(later(leavingDay, lastTraceOn), months)
  const before = (months: number) => addDays(after(months), -1)
  return [lit('silent', after(first), before(second)), lit('silent-long', after(second), before(third)), lit('silent-check', after(third))]
}

/** Never discuss early: what ends by the leaving day waits for its approval, what ends later leaves as 预备. */
const probation: Source = ({ probationEndsOn, leavingDay, openedOn }, { probationDays }) => {
  if (!probationEndsOn || !leavingDay) return []
  if (probationEndsOn <= leavingDay) return [lit('probation-before-leaving', openedOn)]
  const urgent = later(openedOn, addDays(probationEndsOn, -probationDays))
  const calm = urgent > openedOn ? [lit('probation-after-leaving', openedOn, addDays(urgent, -1))] : []
  return [...calm, lit('probation-urgent', urgent)]
}

const abroad: Source = ({ abroad, leavingDay, lastContactOn }, { abroadMonths }) =>
  abroad && leavingDay ? [lit('abroad-contact', addMonths(later(leavingDay, lastContactOn), abroadMonths))] : []

const sources: readonly Source[] = [due, stranded, letter, externalStart, silence, probation, abroad]

/** The lamps as dated facts: a new day changes none of them. */
export const lampsOf = (facts: LampFacts, thresholds: LampThresholds): DatedLamp[] =>
  facts.settled ? [] : sources.flatMap(source => source(facts, thresholds))

export const litOn = (dated: readonly DatedLamp[], today: Day): Lamp[] =>
  dated.flatMap(({ lamp, from, until }) => (from <= today && (until === null || today <= until) ? [lamp] : []))

/** A letter that ends before the day of reporting can't be presented there: warn before it is issued. */
export const endsBeforeReporting = (validUntil: Day, reportBy: Day | null): boolean => reportBy !== null && validUntil < reportBy
