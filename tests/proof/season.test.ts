/** R1, the rules: in no history of a season is anybody lost, ownerless, received without proof or begun anew after it. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  decide,
  isExpired,
  openSteps,
  ownerOf,
  type Side,
  type Step,
  sides,
  states,
  stepCodes,
  type Term,
  termOf,
  terms,
} from '../../src/capabilities/transfers/rules.ts'
import { addDays, type Day } from '../../src/kernel/day.ts'
import { allProofs, move, opening, type Person, play, roster, type Season, type Taken } from './season.ts'

/** `QICHENG_PROOF=1` is the nightly form; `QICHENG_SEED` replays what a failure names. */
const numRuns = process.env.QICHENG_PROOF === '1' ? 10_000 : 500
if (numRuns > 500) vi.setConfig({ testTimeout: 1_800_000 })
const seed = process.env.QICHENG_SEED ? Number(process.env.QICHENG_SEED) : undefined
const histories = (see: (season: Season, taken: Taken | null, first: Season) => void, runs = numRuns, from = seed) =>
  fc.assert(
    fc.property(roster, fc.array(move, { minLength: 30, maxLength: 60, size: 'max' }), (people, moves) => {
      const first = opening(people)
      play(first, moves, (season, taken) => see(season, taken, first))
    }),
    { numRuns: runs, ...(from !== undefined && { seed: from }) },
  )

const ofSchool = ['branch-check', 'secondary-check', 'verified', 'office-check', 'to-start', 'to-issue', 'rejected']

/** Each term in a sentence of its own, not by the table. The first five lines: what settles a person before the case is asked. */
const sentences = ({ facts, outcome, membership, reduction }: Person, today: Day): Record<Term, boolean> => {
  const reduced = reduction !== null || outcome === 'deceased' || membership === 'disqualified'
  const delayed = !reduced && (outcome === 'delayed' || outcome === 'suspended')
  const leaves = !reduced && !delayed
  const turns = facts.application !== null || isExpired(facts, today)
  const { state, backTo } = facts
  const still = leaves && !turns
  const backAtSchool = state === 'sent-back' && backTo !== 'member'
  return {
    reduced,
    delayed,
    received: still && (state === 'received' || state === 'closed'),
    'in-transit': still && (state === 'in-transit' || state === 'answered'),
    internal: still && state === 'internal',
    retained: still && (state === 'retained' || state === 'deferred'),
    'in-school-process': leaves && (turns || backAtSchool || ofSchool.includes(state)),
    unreported: still && (['to-fill', 'withdrawn', 'void'].includes(state) || (state === 'sent-back' && backTo === 'member')),
  }
}

const standing = (person: Person) => ({ ...person, transfer: person.facts })
const taken = (sees: (taken: Taken) => void) => (_season: Season, step: Taken | null) => step && sees(step)
const settled = ({ facts: { state } }: Person) => state === 'received' || state === 'closed'

describe('in every history of a season', () => {
  test('each person is in exactly one term at every moment, and the terms sum to the people', () => {
    histories(({ people, today }, _taken, first) => {
      const sums = Object.fromEntries(terms.map(term => [term, 0])) as Record<Term, number>
      for (const person of people) {
        const holds = sentences(person, today)
        expect(terms.filter(term => holds[term])).toEqual([termOf(standing(person), today)])
        sums[termOf(standing(person), today)] += 1
      }
      expect(Object.values(sums).reduce((sum, count) => sum + count)).toBe(first.people.length)
    })
  })

  test('each case has an owner until it is closed, and somebody at the school or the member can always move it', () => {
    histories(({ people, today }) => {
      for (const { facts } of people) {
        expect(ownerOf(facts) === null).toBe(facts.state === 'closed')
        if (facts.state === 'closed') continue
        const ready = { ...facts, complete: true, membership: 'full' as const }
        const movers = sides.filter(side => side !== 'receiver' && side !== 'receiving-school' && openSteps(ready, side, today).length > 0)
        expect(movers).not.toEqual([])
        if (facts.application) expect(movers).toContain('office')
      }
    })
  })

  test('received means proven: by who may vouch, for a way that was under way', () => {
    histories((season, step) => {
      for (const person of season.people) expect(settled(person)).toBe(person.notes.proven)
      if (step?.step !== 'accept') return
      const { before, after, given, side, own } = step
      const name = (['system', 'paper'] as const).find(track => before.facts.tracks[track].at !== after.facts.tracks[track].at)!
      expect([before.facts.tracks[name].at, after.facts.tracks[name].at]).toEqual(['out', 'accepted'])
      if (given.proof?.kind === 'stamped-receipt') expect([name, side]).toEqual(['paper', 'office'])
      if (given.proof?.kind === 'external-system') expect(name).toBe('system')
      expect([own, given.proof?.kind === 'online-reply']).toEqual([false, false])
    })
  })

  test('a member proves nothing of their own case, whatever post they hold and whatever they bring', () => {
    const proving = ['accept', 'accept-other', 'confirm-internal', 'close', 'relay', 'set-answer-aside'] as const
    const posts: readonly Side[] = ['branch', 'secondary', 'office', 'new-branch']
    histories(({ people, today }) => {
      const taken = people.flatMap(({ facts }) =>
        allProofs.flatMap(proof =>
          proving.filter(step => {
            const may = (side: Side, own: boolean) => decide({ ...facts, own }, step, side, today, { proof, reason: '写明理由' }).allowed
            return may('member', false) || may('member', true) || posts.some(side => may(side, true))
          }),
        ),
      )
      expect(taken).toEqual([])
    }, numRuns / 2)
  })

  // What comes of the other track is told beside it; a letter that nobody took is voided.
  const beside: readonly Step[] = ['accept-other', 'reject-other', 'void-letter']

  test('what is received stays received: no new attempt, no application, nothing left but to close', () => {
    histories(
      taken(({ before, after, step }) => {
        if (!settled(before)) return
        expect(['close', ...beside]).toContain(step)
        const state = step === 'close' ? 'closed' : before.facts.state
        expect(after.facts).toMatchObject({ state, attempt: before.facts.attempt, application: null })
      }),
    )
    histories(({ people, today }) => {
      for (const person of people.filter(settled))
        expect(sides.flatMap(side => openSteps(person.facts, side, today)).filter(step => !beside.includes(step))).toEqual(
          person.facts.state === 'received' ? ['close'] : [],
        )
    }, numRuns / 5)
  })

  test('attempts are counted one by one, and only when a destination is filled anew or the office approves', () => {
    histories(({ people }) => {
      for (const { facts, notes } of people) expect(facts.attempt).toBe(notes.attempts)
    })
  })

  test('one letter at most is in anybody’s hands, none leaves without a word on what became of it', () => {
    histories(({ people }, step) => {
      for (const { facts, notes } of people) {
        expect(['issued', 'out'].includes(facts.tracks.paper.at)).toBe(notes.letterOut)
        expect(notes.lettersIssued - notes.lettersEnded).toBe(notes.letterOut ? 1 : 0)
      }
      if (step?.before.notes.letterOut && ['approve', 'recall', 'void'].includes(step.step)) expect(step.given.oldLetter).toBeTruthy()
      if (step?.step === 'issue') expect(step.before.notes.letterOut).toBe(false)
    })
  })

  test('a letter runs its days from the day of issue, and none past its last day is handed out', () => {
    histories(
      taken(({ before, after, step, today }) => {
        if (step === 'issue') expect(after.facts.tracks.paper.validUntil).toBe(addDays(today, before.facts.validityDays))
        if (step === 'hand-out') expect(before.facts.tracks.paper.validUntil! >= today).toBe(true)
      }),
    )
  })

  test('an application changes nothing until it is decided, and whoever declines leaves everything as it was', () => {
    histories(
      taken(({ before, after, step }) => {
        if (step !== 'apply' && step !== 'decline') return
        expect({ ...after.facts, application: null }).toEqual({ ...before.facts, application: null, backTo: null, own: false })
      }),
    )
  })
})

test('the histories are deep: they know every state, every step and every term', () => {
  const reached = { states: new Set<string>(), steps: new Set<string>(), terms: new Set<string>() }
  histories(
    (season, step) => {
      if (step) reached.steps.add(step.step)
      for (const person of season.people) {
        reached.states.add(person.facts.state)
        reached.terms.add(termOf(standing(person), season.today))
      }
    },
    1500,
    2023,
  )
  expect(states.filter(state => !reached.states.has(state))).toEqual([])
  expect(stepCodes.filter(step => !reached.steps.has(step))).toEqual([])
  expect(terms.filter(term => !reached.terms.has(term))).toEqual([])
})
