import type { Day } from '../../../kernel/day.ts'
import type { VoidSheet } from '../../letters/rules.ts'
import type { ClauseId } from '../../plans/rules.ts'
import type { Membership } from '../../roster/rules.ts'
import type { ApplicationKind, OldLetter } from './applications.ts'
import type { Evidence, Proof } from './proofs.ts'
import { type Mender, type Method, type State, type TrackName, trackNames } from './states.ts'

/** One way out. Paper is first issued, then handed out; an external start is out at once. */
export type Track = { at: 'none' | 'waiting' | 'issued' | 'out' | 'accepted' | 'rejected'; validUntil: Day | null }
export type Tracks = Readonly<Record<TrackName, Track>>

/** What a step is decided on: the living attempt, and what it must know about its member, unit and plan. */
export type TransferFacts = {
  state: State
  /** Counts from 1; a step that begins a new attempt adds one, and the one before is void. */
  attempt: number
  method: Method | null
  tracks: Tracks
  backTo: Mender | null
  /** An application for a new attempt that the office has not yet decided. */
  application: ApplicationKind | null
  /** First started or handed out to this destination. */
  transferredOutOn: Day | null
  /** Of a 直属党支部, which does both checks in one. */
  direct: boolean
  /** Nothing required is missing from the destination (`missingFields`). */
  complete: boolean
  /** The plan lets this destination stay at the school (`mayStay`). */
  mayStay: boolean
  /** A rule or the office's exception calls for a letter (`decidePaper`). */
  paperCalledFor: boolean
  /** What would now be handed in names another destination than what stands (`goesElsewhere`). */
  elsewhere: boolean
  /** The receiver's system has an electronic channel. */
  electronic: boolean
  membership: Membership
  /** Read where an acceptance is decided; otherwise none. */
  evidence: Evidence
  /** The actor is the member. */
  own: boolean
  validityDays: number
  reissueMonths: number
  /** Where the plan says so, of this destination and of letters. */
  clauses: { destination: ClauseId; letter: ClauseId }
}

/** What the actor brings along. */
export type Given = {
  reason?: string | undefined
  backTo?: Mender | undefined
  method?: Method | undefined
  track?: TrackName | undefined
  proof?: Proof | undefined
  oldLetter?: OldLetter | undefined
  /** Of a letter that nobody has taken yet. */
  sheet?: VoidSheet | undefined
  application?: ApplicationKind | undefined
  /** The office's reason for a letter that no rule calls for. */
  exception?: string | undefined
  /** The day it happened, when not today. */
  on?: Day | undefined
}

export const trackStands: Record<Track['at'], string> = {
  none: '不走这一路',
  waiting: '还没有转出',
  issued: '已开信，未领取',
  out: '在途',
  accepted: '已接收',
  rejected: '被退回',
}

export const noTrack: Track = { at: 'none', validUntil: null }
export const noTracks: Tracks = { system: noTrack, paper: noTrack }

const waiting: Track = { at: 'waiting', validUntil: null }

/** The tracks that a method opens. */
export const tracksOf: Record<Method, Tracks> = {
  system: { system: waiting, paper: noTrack },
  paper: { system: noTrack, paper: waiting },
  both: { system: waiting, paper: waiting },
  retain: noTracks,
  defer: noTracks,
  internal: noTracks,
}

export const tracksOut = ({ tracks }: Pick<TransferFacts, 'tracks'>): TrackName[] => trackNames.filter(name => tracks[name].at === 'out')

/** A letter exists that somebody holds and that is not settled. */
export const letterOpen = ({ tracks }: Pick<TransferFacts, 'tracks'>): boolean => tracks.paper.at === 'issued' || tracks.paper.at === 'out'

const underWay: readonly State[] = ['to-start', 'to-issue', 'in-transit']

/** The last day on which something that was sent can still be presented; null: nothing runs out, or something is left to send. */
export const expiresOn = ({ state, tracks }: Pick<TransferFacts, 'state' | 'tracks'>): Day | null => {
  const all = trackNames.map(name => tracks[name])
  if (!underWay.includes(state) || all.some(({ at }) => at === 'waiting')) return null
  const days = all.flatMap(({ at, validUntil }) => (at === 'issued' || at === 'out' ? [validUntil] : []))
  return days.length === 0 || days.includes(null) ? null : (days.sort().at(-1) ?? null)
}

/** Under way, nothing left to send, and every track past its last day. */
export const isExpired = (facts: Pick<TransferFacts, 'state' | 'tracks'>, today: Day): boolean => {
  const last = expiresOn(facts)
  return last !== null && today > last
}
