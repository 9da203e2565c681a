import type { Day } from '../../../kernel/day.ts'
import { applications, wayAfter } from './applications.ts'
import { type Given, letterOpen, type Track, type TransferFacts, tracksOut } from './facts.ts'
import { type Proof, proofKinds } from './proofs.ts'
import { proofsFor } from './proving.ts'
import type { Refusal } from './refusals.ts'
import { openApplications, refusedApplication } from './renewing.ts'
import { type Mender, type Method, menders, type Side } from './states.ts'
import type { Bring, Need } from './steps.ts'

type Moment = { acting: readonly Side[]; today: Day }
type Answer = Refusal | null

const held = ({ membership }: TransferFacts): Answer => {
  if (membership === 'under-review') return 'under-review'
  return membership === 'suspended' ? 'membership-stopped' : null
}

/** One letter an attempt; where none was called for, none. */
const notToIssue: Record<Track['at'], Answer> = {
  none: 'letter-not-called-for',
  waiting: null,
  issued: 'letter-exists',
  out: 'letter-exists',
  accepted: 'letter-exists',
  rejected: 'letter-exists',
}

const sameDestination = ({ application, elsewhere }: TransferFacts): Answer =>
  elsewhere && application && applications[application].beginsAt === 'by-method' ? 'another-destination' : null

const channel = ({ application, electronic }: TransferFacts): Answer =>
  application && applications[application].way === 'system' && !electronic ? 'no-channel' : null

export const needs: Record<Need, (facts: TransferFacts, moment: Moment) => Answer> = {
  complete: ({ complete }) => (complete ? null : 'destination-incomplete'),
  free: held,
  'my-turn': ({ backTo }, { acting }) => (backTo && acting.includes(backTo) ? null : 'not-your-side'),
  'nothing-pending': ({ application }) => (application ? 'application-pending' : null),
  pending: ({ application }) => (application ? null : 'no-application'),
  'system-waiting': ({ tracks }) => (tracks.system.at === 'waiting' ? null : 'track-not-ready'),
  'paper-waiting': ({ tracks }) => notToIssue[tracks.paper.at],
  'paper-issued': ({ tracks }) => (tracks.paper.at === 'issued' ? null : 'track-not-ready'),
  'paper-out': ({ tracks }) => (tracks.paper.at === 'out' ? null : 'track-not-ready'),
  'letter-valid': ({ tracks: { paper } }, { today }) => (paper.validUntil && today > paper.validUntil ? 'letter-expired' : null),
  'some-track-out': facts => (tracksOut(facts).length > 0 ? null : 'track-not-ready'),
  provable: (facts, { acting }) => (proofsFor(facts, acting).length > 0 ? null : 'track-not-ready'),
  'number-free': ({ evidence }) => (evidence.numberTaken ? 'number-taken' : null),
  'method-known': ({ method }) => (method ? null : 'method-missing'),
  'same-destination': sameDestination,
  channel,
  applicable: (facts, { today }) => (openApplications(facts, today).length > 0 ? null : 'wrong-state'),
}

/** The school can send a case back only to somebody who stands before it in the chain; a 直属 branch has no 总支. */
export const mendersFor = ({ direct }: TransferFacts, acting: readonly Side[]): Mender[] =>
  menders.filter(mender =>
    mender === 'secondary' ? acting.includes('office') && !direct : mender === 'member' || acting.includes('office') || !direct,
  )

const stays: readonly Method[] = ['retain', 'defer']
const waysOut: readonly Method[] = ['system', 'paper', 'both']
const onPaper: readonly Method[] = ['paper', 'both']

/** Of the methods that fit the place, those that the decision on paper leaves open. */
export const methodsOpen = ({ paperCalledFor }: Pick<TransferFacts, 'paperCalledFor'>, fitting: readonly Method[]): Method[] =>
  fitting.filter(method => paperCalledFor || !onPaper.includes(method))

/** Feedback may set the method. 暂缓 is always open, also under review; 保留 only where the plan lets it stay, paper only where it is called for. */
const onward = (facts: TransferFacts, { method = facts.method ?? undefined }: Given): Answer => {
  if (!method) return 'method-missing'
  if (method === 'retain' && !facts.mayStay) return 'stay-not-allowed'
  if (onPaper.includes(method) && !facts.paperCalledFor) return 'paper-not-called-for'
  return stays.includes(method) ? null : held(facts)
}

/** The same destination sent again on paper: still called for, or the office makes its exception. */
const paperGround = (facts: TransferFacts, { exception }: Given): Answer => {
  const { application, method, paperCalledFor } = facts
  if (!application || applications[application].beginsAt !== 'by-method' || paperCalledFor || exception?.trim()) return null
  const way = wayAfter(application, method)
  return way && onPaper.includes(way) ? 'paper-not-called-for' : null
}

/** A picture has to be there, a call to be logged: saying so is not enough. */
const onRecord = ({ evidence }: TransferFacts, said: Proof): Answer => {
  if (said.kind === 'callback') return evidence.calls.includes(said.callId) ? null : 'no-such-call'
  return said.kind === 'stamped-receipt' && said.shown === 'picture' && evidence.pictures === 0 ? 'no-picture' : null
}

const proof = (facts: TransferFacts, given: Given, { acting }: Moment): Answer => {
  if (!given.proof) return 'needs-proof'
  if (given.proof.kind === 'online-reply') return 'reply-is-no-proof'
  if (!proofKinds.includes(given.proof.kind) || !proofsFor(facts, acting).includes(given.proof.kind)) return 'proof-does-not-fit'
  return onRecord(facts, given.proof)
}

export const brings: Record<Bring, (facts: TransferFacts, given: Given, moment: Moment) => Answer> = {
  reason: (_facts, { reason }) => (reason?.trim() ? null : 'needs-reason'),
  'back-to': (facts, { backTo }, { acting }) => (backTo && mendersFor(facts, acting).includes(backTo) ? null : 'needs-recipient'),
  onward,
  'way-out': (facts, given) => (given.method && waysOut.includes(given.method) ? onward(facts, given) : 'method-missing'),
  track: (facts, { track }) => (track && tracksOut(facts).includes(track) ? null : 'needs-track'),
  proof,
  'old-letter': (facts, { oldLetter }) => (oldLetter || !letterOpen(facts) ? null : 'old-letter-open'),
  sheet: (_facts, { sheet }) => (sheet ? null : 'needs-sheet'),
  'paper-ground': paperGround,
  application: (facts, { application }, { today }) => (application ? refusedApplication(facts, application, today) : 'needs-application'),
}
