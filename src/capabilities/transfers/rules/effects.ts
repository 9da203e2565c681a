import { addDays, type Day } from '../../../kernel/day.ts'
import { applications, wayAfter } from './applications.ts'
import { type Given, noTracks, type Track, type TransferFacts, tracksOf } from './facts.ts'
import { provenTrack } from './proving.ts'
import type { Method, State, TrackName } from './states.ts'
import type { Step, Turn } from './steps.ts'

const afterMethod: Record<Method, State> = {
  system: 'to-start',
  paper: 'to-issue',
  both: 'to-start',
  retain: 'retained',
  defer: 'deferred',
  internal: 'internal',
}

const over: readonly State[] = ['received', 'closed']

const afterChecks = ({ direct }: TransferFacts): State => (direct ? 'verified' : 'secondary-check')

const afterMending = (facts: TransferFacts): State => {
  if (facts.backTo === 'member') return 'branch-check'
  return facts.backTo === 'branch' ? afterChecks(facts) : 'verified'
}

const methodOf = (facts: TransferFacts, given: Given): Method => given.method ?? facts.method!

/** While one track lives, the other's rejection doesn't end the attempt. */
const afterRejection = ({ tracks }: TransferFacts, { track }: Given): State =>
  ['waiting', 'issued', 'out'].includes(tracks[track === 'system' ? 'paper' : 'system'].at) ? 'in-transit' : 'rejected'

const afterApproval = ({ application, method }: TransferFacts): State =>
  applications[application!].beginsAt === 'branch-check' ? 'branch-check' : afterMethod[wayAfter(application!, method)!]

export const turns: Record<Turn['by'], (facts: TransferFacts, given: Given) => State> = {
  direct: afterChecks,
  mender: afterMending,
  method: (facts, given) => afterMethod[methodOf(facts, given)],
  'other-track': afterRejection,
  application: afterApproval,
  state: ({ state }) => state,
}

type Change = Partial<TransferFacts>

const moved = (facts: TransferFacts, track: TrackName, change: Partial<Track>) => ({
  tracks: { ...facts.tracks, [track]: { ...facts.tracks[track], ...change } },
})

const sentOut = (facts: TransferFacts, on: Day) => ({ transferredOutOn: facts.transferredOutOn ?? on })

/** The day of issue or start is not counted. */
const lastDay = ({ validityDays }: TransferFacts, on: Day) => ({ validUntil: addDays(on, validityDays) })

const refilled = ({ state, attempt }: TransferFacts): Change => ({
  attempt: state === 'to-fill' ? attempt : attempt + 1,
  tracks: noTracks,
  transferredOutOn: null,
})

const sentAnew = (method: Method): Change => ({ method, tracks: tracksOf[method] })

const begunAnew = ({ application, attempt, method }: TransferFacts): Change => ({
  attempt: attempt + 1,
  application: null,
  ...(application === 'change' ? { tracks: noTracks, transferredOutOn: null } : sentAnew(wayAfter(application!, method)!)),
})

const takenWay = (facts: TransferFacts, given: Given): Change => ({
  method: methodOf(facts, given),
  tracks: tracksOf[methodOf(facts, given)],
})
const cleared = (): Change => ({ application: null })
const returnedTo = (_facts: TransferFacts, { backTo }: Given): Change => ({ backTo: backTo ?? 'member' })

const accepted = (facts: TransferFacts, { proof }: Given): Change => {
  const track = proof && proof.kind !== 'online-reply' ? provenTrack(facts, proof.kind) : undefined
  return { application: null, ...(track ? moved(facts, track, { at: 'accepted' }) : {}) }
}

/** What a step changes beside the state. */
export const effects: Partial<Record<Step, (facts: TransferFacts, given: Given, on: Day) => Change>> = {
  fill: refilled,
  'branch-send-back': () => ({ backTo: 'member' }),
  'secondary-send-back': returnedTo,
  'office-send-back': returnedTo,
  pass: takenWay,
  resume: takenWay,
  start: (facts, _given, on) => ({ ...moved(facts, 'system', { at: 'out', ...lastDay(facts, on) }), ...sentOut(facts, on) }),
  issue: (facts, _given, on) => moved(facts, 'paper', { at: 'issued', ...lastDay(facts, on) }),
  'void-letter': facts => moved(facts, 'paper', { at: over.includes(facts.state) ? 'none' : 'waiting', validUntil: null }),
  'hand-out': (facts, _given, on) => ({ ...moved(facts, 'paper', { at: 'out' }), ...sentOut(facts, on) }),
  accept: accepted,
  'accept-other': accepted,
  reject: (facts, { track }) => moved(facts, track!, { at: 'rejected' }),
  'reject-other': (facts, { track }) => moved(facts, track!, { at: 'rejected' }),
  recall: () => ({ application: null, tracks: noTracks }),
  void: () => ({ application: null, tracks: noTracks }),
  apply: (_facts, { application }) => ({ application: application! }),
  approve: begunAnew,
  decline: cleared,
}
