/** Every pair of steps that two sides can take in one case at the same time, found by walking the rules' own table. */
import { type Permission, permissionsOf, type Role } from '../../src/capabilities/accounts/rules.ts'
import { checkSteps, feedbackSteps, fillSteps, handleSteps } from '../../src/capabilities/transfers/contract.ts'
import { start } from '../../src/capabilities/transfers/rules/builders.ts'
import {
  actingSides,
  applicationKinds,
  decide,
  type Given,
  menders,
  methods,
  openSteps,
  type Proof,
  type Side,
  type Step,
  sides,
  type TransferFacts,
  trackNames,
} from '../../src/capabilities/transfers/rules.ts'
import type { Day } from '../../src/kernel/day.ts'

export type Deed = { side: Side; step: Step; given: Given }
export type Pair = { facts: TransferFacts; one: Deed; other: Deed }

const proofs: readonly Proof[] = [{ kind: 'stamped-receipt' }, { kind: 'external-system' }]

const rest = { reason: '写明理由', oldLetter: 'handed-back', sheet: 'kept', exception: '写明例外' } as const
const bundles: readonly Given[] = methods.flatMap(method =>
  menders.flatMap(backTo =>
    proofs.flatMap(proof =>
      trackNames.flatMap(track => applicationKinds.map(application => ({ ...rest, method, backTo, proof, track, application }))),
    ),
  ),
)

const shapeOf = ({ state, method, tracks: { system, paper }, backTo, application, direct }: TransferFacts) =>
  [state, method, system.at, paper.at, backTo, application, direct].join()

/** Every shape that a case can come to have on this day, from a fresh one, of an ordinary branch first and then of a 直属. */
function shapes(today: Day): TransferFacts[] {
  const found = new Map<string, TransferFacts>()
  let wave: TransferFacts[] = [false, true].map(direct => ({ ...start, direct, mayStay: true }))
  while (wave.length > 0) {
    for (const facts of wave) found.set(shapeOf(facts), facts)
    const next = new Map<string, TransferFacts>()
    for (const facts of wave)
      for (const side of sides)
        for (const step of openSteps(facts, side, today))
          for (const given of bundles) {
            const decision = decide(facts, step, side, today, given)
            if (!decision.allowed) continue
            const after = { ...decision.value, attempt: 1 }
            if (!found.has(shapeOf(after))) next.set(shapeOf(after), after)
          }
    wave = [...next.values()]
  }
  return [...found.values()].toSorted((a, b) => Number(a.direct) - Number(b.direct))
}

/** Who speaks for a side: a 直属 branch has no 总支 over it. */
export const speakerOf = (side: Side, direct: boolean): { login: string; role: Role } | 'member' | 'act' => {
  if (side === 'member') return 'member'
  if (side === 'submission' || side === 'receiver' || side === 'receiving-school') return 'act'
  if (side === 'branch') return direct ? { login: 'direct', role: 'direct-branch' } : { login: 'teacher', role: 'branch-teacher' }
  if (side === 'office') return { login: 'office', role: 'committee-office' }
  return { login: 'secondary', role: 'general-branch' }
}

const among = (list: readonly Step[], step: Step) => list.includes(step)

/** The procedure that a staff member takes a step by; none for what belongs to no post. */
export const doorOf = (step: Step): { permission: Permission; group: 'fill' | 'check' | 'feedback' | 'handle' | 'letters' } | null => {
  if (among(fillSteps, step)) return { permission: 'transfers:fill', group: 'fill' }
  if (among(checkSteps, step)) return { permission: 'transfers:check', group: 'check' }
  if (among(feedbackSteps, step)) return { permission: 'transfers:feedback', group: 'feedback' }
  if (among(handleSteps, step)) return { permission: 'transfers:handle', group: 'handle' }
  if (among(['issue', 'void-letter', 'hand-out'], step)) return { permission: 'letters:issue', group: 'letters' }
  return null
}

/** The table may give a step to a side whose posts have no right to the procedure. */
const hasDoor = (side: Side, step: Step, direct: boolean): boolean => {
  const speaker = speakerOf(side, direct)
  if (direct && (side === 'secondary' || side === 'new-branch')) return false
  if (side === 'receiving-school') return false // its answer is taken up alone: arrivals.test
  if (typeof speaker === 'string') return true
  const door = doorOf(step)
  const acts = actingSides({ role: speaker.role, path: '/' }, '/1/1/').includes(side)
  return acts && door !== null && permissionsOf[speaker.role].includes(door.permission)
}

/** How the case stands in the database where it is tried: the destination is complete and calls for paper. */
export const inDatabase = (facts: TransferFacts): TransferFacts => ({ ...facts, mayStay: false })

function deedsIn(facts: TransferFacts, today: Day): Deed[] {
  return sides.flatMap(side =>
    openSteps(facts, side, today).flatMap(step => {
      const given = bundles.find(bundle => decide(inDatabase(facts), step, side, today, bundle).allowed)
      return given && hasDoor(side, step, facts.direct) ? [{ side, step, given }] : []
    }),
  )
}

/** Each pair once in a state, in the first shape that leaves both open. */
export function pairsOf(today: Day): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const facts of shapes(today)) {
    const deeds = deedsIn(facts, today)
    // Where one side alone has something to do, two people of it can still meet.
    const alone = new Set(deeds.map(({ side }) => side)).size === 1
    for (const [at, one] of deeds.entries())
      for (const other of deeds.slice(alone ? at : at + 1)) {
        const name = [facts.state, one.side, one.step, other.side, other.step].join()
        if ((alone || one.side !== other.side) && !pairs.has(name)) pairs.set(name, { facts, one, other })
      }
  }
  return [...pairs.values()]
}
