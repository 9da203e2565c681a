import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../../kernel/day.ts'
import { voidSheets } from '../../letters/rules.ts'
import { membershipCodes as memberships, outcomes, reductions } from '../../roster/rules.ts'
import {
  applicationKinds,
  decide,
  type Given,
  menders,
  methods,
  oldLetters,
  openSteps,
  ownerOf,
  type Proof,
  type Step,
  sides,
  states,
  stepCodes,
  steps,
  type TransferFacts,
  termOf,
  terms,
  trackNames,
} from '../rules.ts'
import { start } from './builders.ts'

const proofs: Proof[] = [
  { kind: 'stamped-receipt' },
  { kind: 'external-system' },
  { kind: 'stamped-receipt', shown: 'picture' },
  { kind: 'callback', callId: 'call' },
  { kind: 'installation' },
  { kind: 'online-reply' },
]
const given: fc.Arbitrary<Given> = fc.record(
  {
    reason: fc.constantFrom('写明理由', ''),
    backTo: fc.constantFrom(...menders),
    method: fc.constantFrom(...methods),
    track: fc.constantFrom(...trackNames),
    proof: fc.constantFrom(...proofs),
    oldLetter: fc.constantFrom(...oldLetters),
    sheet: fc.constantFrom(...voidSheets),
    application: fc.constantFrom(...applicationKinds),
  },
  { requiredKeys: [] },
)
const move = fc.record({ step: fc.constantFrom(...stepCodes), side: fc.constantFrom(...sides), given, wait: fc.nat(40), own: fc.boolean() })
// A pick among the open steps drives most histories deep; the wild ones test the refusals.
const choice = fc.oneof({ weight: 3, arbitrary: fc.record({ pick: fc.nat(), given, wait: fc.nat(40) }) }, { weight: 1, arbitrary: move })
const firstFacts = fc.record({ direct: fc.boolean(), mayStay: fc.boolean(), complete: fc.constantFrom(true, true, true, false) })
const person = fc.record({
  outcome: fc.constantFrom(...outcomes),
  membership: fc.constantFrom(...memberships),
  reduction: fc.option(fc.constantFrom(...reductions)),
})

const targets = (step: Step) => {
  const { to } = steps[step]
  return typeof to === 'string' ? [to] : to.among
}

/** Every bundle that could satisfy some step: what a button may still be given. */
const bundles: Given[] = methods.flatMap(method =>
  menders.flatMap(backTo =>
    proofs.flatMap(proof =>
      trackNames.flatMap(track =>
        applicationKinds.map(application => ({
          reason: 'r',
          oldLetter: 'handed-back' as const,
          sheet: 'kept' as const,
          exception: 'r',
          method,
          backTo,
          proof,
          track,
          application,
        })),
      ),
    ),
  ),
)

type Played = { facts: TransferFacts; today: Day }

const play = (
  first: Partial<TransferFacts>,
  choices: readonly (typeof choice extends fc.Arbitrary<infer C> ? C : never)[],
  see: (before: Played, step: Step, after: TransferFacts) => void,
): Played => {
  let facts: TransferFacts = { ...start, ...first }
  let today = day('2023-05-16')
  for (const made of choices) {
    today = addDays(today, made.wait)
    const open = sides.flatMap(side => openSteps(facts, side, today).map(step => ({ side, step })))
    const picked = 'pick' in made ? open[made.pick % Math.max(open.length, 1)] : made
    if (!picked) break
    const own = 'own' in made && made.own
    const decision = decide({ ...facts, own }, picked.step, picked.side, today, made.given)
    if (!decision.allowed) continue
    see({ facts: { ...facts, own }, today }, picked.step, decision.value)
    facts = { ...decision.value, own: false }
  }
  return { facts, today }
}

describe('random histories', () => {
  test('never leave the table', () => {
    fc.assert(
      fc.property(firstFacts, fc.array(choice, { maxLength: 40 }), (first, choices) => {
        play(first, choices, (before, step, after) => {
          expect(steps[step].from).toContain(before.facts.state)
          expect(targets(step)).toContain(after.state)
          expect(after.attempt - before.facts.attempt).toBeOneOf([0, 1])
          expect(after.state === 'sent-back').toBe(after.backTo !== null)
        })
      }),
    )
  })

  test('have one term and, until closed, one owner at every moment', () => {
    fc.assert(
      fc.property(firstFacts, person, fc.array(choice, { maxLength: 40 }), (first, who, choices) => {
        const { facts, today } = play(first, choices, () => {})
        const standing = { ...who, transfer: facts }
        expect(termOf(standing, today)).toBeOneOf([...terms])
        expect(ownerOf(facts) === null).toBe(facts.state === 'closed')
      }),
    )
  })

  test('never let anybody take an office’s step in their own case', () => {
    fc.assert(
      fc.property(firstFacts, fc.array(choice, { maxLength: 25 }), (first, choices) => {
        const { facts, today } = play(first, choices, () => {})
        const staff = sides.filter(side => !['member', 'submission', 'receiver'].includes(side))
        expect(staff.flatMap(side => openSteps({ ...facts, own: true }, side, today))).toEqual([])
      }),
    )
  })

  test('offer as buttons exactly what would be allowed with the right things in hand', () => {
    fc.assert(
      fc.property(firstFacts, fc.constantFrom(...memberships), fc.array(choice, { maxLength: 25 }), (first, membership, choices) => {
        const played = play(first, choices, () => {})
        const facts = { ...played.facts, membership }
        for (const side of sides) {
          const possible = stepCodes.filter(step => bundles.some(bundle => decide(facts, step, side, played.today, bundle).allowed))
          expect(openSteps(facts, side, played.today)).toEqual(possible)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('reach every state', () => {
    const seen = new Set<string>(['to-fill'])
    fc.assert(
      fc.property(firstFacts, fc.array(choice, { minLength: 30, maxLength: 60 }), (first, choices) => {
        play(first, choices, (_before, _step, after) => seen.add(after.state))
      }),
      { numRuns: 600, seed: 2023 },
    )
    expect([...seen].sort()).toEqual([...states].sort())
  })
})
