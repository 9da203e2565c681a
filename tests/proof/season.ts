/** Random histories of a season for the rules, beside a second, plainer telling of what must be true of each case. */
import fc from 'fast-check'
import { voidSheets } from '../../src/capabilities/letters/rules.ts'
import {
  type Membership,
  membershipCodes,
  type Outcome,
  outcomes,
  type Reduction,
  reductions,
} from '../../src/capabilities/roster/rules.ts'
import { start } from '../../src/capabilities/transfers/rules/builders.ts'
import {
  applicationKinds,
  decide,
  type Given,
  menders,
  methods,
  oldLetters,
  openSteps,
  type Proof,
  type Side,
  type Step,
  sides,
  stepCodes,
  type TransferFacts,
  trackNames,
} from '../../src/capabilities/transfers/rules.ts'
import { addDays, type Day, day } from '../../src/kernel/day.ts'

export const proofsThatCount: readonly Proof[] = [
  { kind: 'stamped-receipt' },
  { kind: 'external-system' },
  { kind: 'stamped-receipt', shown: 'picture' },
  { kind: 'callback', callId: 'received' },
]
const proofsThatDoNot: readonly Proof[] = [
  { kind: 'online-reply' },
  { kind: 'callback', callId: 'fruitless' },
  { kind: 'callback', callId: 'of somebody else' },
]
export const allProofs: readonly Proof[] = [...proofsThatCount, ...proofsThatDoNot]

const bundle = {
  reason: fc.constantFrom('写明理由', '写明理由', '写明理由', ''),
  backTo: fc.constantFrom(...menders),
  method: fc.constantFrom(...methods),
  track: fc.constantFrom(...trackNames),
  proof: fc.constantFrom(...proofsThatCount, ...proofsThatCount, ...allProofs),
  oldLetter: fc.constantFrom(...oldLetters),
  sheet: fc.constantFrom(...voidSheets),
  application: fc.constantFrom(...applicationKinds),
  exception: fc.constantFrom('写明例外', ''),
}
const everything: fc.Arbitrary<Given> = fc.record(bundle)
const something: fc.Arbitrary<Given> = fc.record(bundle, { requiredKeys: [] })
const given = fc.oneof({ weight: 3, arbitrary: everything }, { weight: 1, arbitrary: something })

/** What can change about a member in the middle of it, by somebody else's hand. */
export type Turned =
  | { turned: 'outcome'; to: Outcome }
  | { turned: 'membership'; to: Membership }
  | { turned: 'reduction'; to: Reduction | null }
  | { turned: 'complete' | 'mayStay' | 'paperCalledFor'; to: boolean }

const turned: fc.Arbitrary<Turned> = fc.oneof(
  fc.record({ turned: fc.constant('outcome' as const), to: fc.constantFrom(...outcomes) }),
  fc.record({ turned: fc.constant('membership' as const), to: fc.constantFrom('full' as const, 'full' as const, ...membershipCodes) }),
  fc.record({ turned: fc.constant('reduction' as const), to: fc.option(fc.constantFrom(...reductions)) }),
  fc.record({ turned: fc.constantFrom('complete' as const, 'mayStay' as const, 'paperCalledFor' as const), to: fc.boolean() }),
)

const who = fc.nat()
const wait = fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(60) })
// Most moves are open steps, and so lead deep; the wild ones knock at closed doors.
export const move = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who, wait, given, pick: fc.nat(4000) }) },
  {
    weight: 3,
    arbitrary: fc.record({ who, wait, given, step: fc.constantFrom(...stepCodes), side: fc.constantFrom(...sides), own: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ who, wait, turn: turned }) },
)
export type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

const began = fc.record({ direct: fc.boolean(), mayStay: fc.boolean(), paperCalledFor: fc.boolean() })
export const roster = fc.array(began, { minLength: 1, maxLength: 4 })

/** The plainer telling: what a clerk with a notebook would know. */
export type Notes = {
  /** Somebody who may vouch has proven acceptance, or the new branch has taken the member in. */
  proven: boolean
  /** A letter is in somebody's hands, unsettled. */
  letterOut: boolean
  lettersIssued: number
  lettersEnded: number
  attempts: number
}

export type Person = { facts: TransferFacts; outcome: Outcome; membership: Membership; reduction: Reduction | null; notes: Notes }
export type Season = { people: Person[]; today: Day }
export type Taken = { before: Person; after: Person; step: Step; side: Side; own: boolean; given: Given; today: Day }

export const opening = (people: readonly Partial<TransferFacts>[]): Season => ({
  today: day('2023-05-16'),
  people: people.map(facts => ({
    facts: { ...start, evidence: { pictures: 1, calls: ['received'] }, ...facts },
    outcome: 'on-time',
    membership: 'full',
    reduction: null,
    notes: { proven: false, letterOut: false, lettersIssued: 0, lettersEnded: 0, attempts: 1 },
  })),
})

const turn = (person: Person, { turned, to }: Turned): Person => {
  if (turned === 'outcome') return { ...person, outcome: to }
  if (turned === 'reduction') return { ...person, reduction: to }
  if (turned === 'membership') return { ...person, membership: to, facts: { ...person.facts, membership: to } }
  return { ...person, facts: { ...person.facts, [turned]: to } }
}

const counts = (proof: Proof | undefined) => proofsThatCount.some(({ kind }) => kind === proof?.kind) && !isIdle(proof)
const isIdle = (proof: Proof | undefined) => proof?.kind === 'callback' && proof.callId !== 'received'

/** The clerk hears of a step that was taken, and writes it down. */
const noted = (notes: Notes, { facts }: Person, step: Step, side: Side, said: Given): Notes => {
  const next = { ...notes }
  const refilled = step === 'fill' && facts.state !== 'to-fill'
  if (step === 'approve' || refilled) next.attempts += 1
  if (step === 'accept' && side !== 'member' && counts(said.proof)) next.proven = true
  if (step === 'confirm-internal' && side === 'new-branch') next.proven = true
  if (step === 'issue') next.lettersIssued += 1
  const back = (step === 'reject' || step === 'reject-other') && said.track === 'paper'
  const settled = (step === 'accept' || step === 'accept-other') && facts.tracks.paper.at === 'out' && settlesPaper(facts, said.proof)
  const ended = notes.letterOut && (back || settled || ['void-letter', 'approve', 'recall', 'void'].includes(step))
  if (ended) next.lettersEnded += 1
  next.letterOut = step === 'issue' || (notes.letterOut && !ended)
  return next
}

/** A stamped receipt speaks for paper; a call for the system first, where both are under way. */
const settlesPaper = ({ tracks }: TransferFacts, proof: Proof | undefined) =>
  proof?.kind === 'stamped-receipt' || (proof?.kind === 'callback' && tracks.system.at !== 'out')

/** Steps that lead back; three picks of four leave them aside, so that a history gets somewhere. */
const back: readonly Step[] = [
  'branch-send-back',
  'secondary-send-back',
  'office-send-back',
  'withdraw',
  'recall',
  'void',
  'void-letter',
  'apply',
]

type Try = { step: Step; side: Side; own: boolean }

const tried = (facts: TransferFacts, today: Day, made: Extract<Move, { given: Given }>): Try | undefined => {
  if ('step' in made) return made
  const open = sides.flatMap(side => openSteps(facts, side, today).map(step => ({ side, step, own: false })))
  const onward = open.filter(({ step }) => !back.includes(step))
  const among = made.pick % 4 === 0 || onward.length === 0 ? open : onward
  return among[Math.floor(made.pick / 4) % Math.max(among.length, 1)]
}

/** Plays the moves; `see` is shown the whole season after each, and the step when one was taken. */
export function play(first: Season, moves: readonly Move[], see: (season: Season, taken: Taken | null) => void): Season {
  let season = first
  for (const made of moves) {
    const at = made.who % season.people.length
    const before = season.people[at]!
    const today = addDays(season.today, made.wait)
    const put = (person: Person) => ({ today, people: season.people.with(at, person) })
    if ('turn' in made) {
      season = put(turn(before, made.turn))
      see(season, null)
      continue
    }
    const picked = tried(before.facts, today, made)
    const decision = picked && decide({ ...before.facts, own: picked.own }, picked.step, picked.side, today, made.given)
    if (!decision?.allowed) {
      season = put(before)
      see(season, null)
      continue
    }
    const notes = noted(before.notes, before, picked!.step, picked!.side, made.given)
    const after = { ...before, facts: { ...decision.value, own: false }, notes }
    season = put(after)
    see(season, { before, after, ...picked!, given: made.given, today })
  }
  return season
}
