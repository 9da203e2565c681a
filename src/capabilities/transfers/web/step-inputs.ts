/** What is typed before a step is taken: whether it is enough, and how it is handed over. */
import type { Day } from '../../../kernel/day.ts'
import type { ApplicationKind, Mender, Method, OldLetter, ProofKind, Step, TrackName } from '../rules.ts'
import { type Ask, asksOf, type Filled, type Handover } from './steps.ts'

export type Inputs = {
  reason: string
  note: string
  serial: string
  on: string
  by: string
  how: Handover['how']
  toDictionaryNumber: boolean
  logged: boolean
  backTo?: Mender | undefined
  method?: Method | undefined
  track?: TrackName | undefined
  proof?: ProofKind | undefined
  oldLetter?: OldLetter | undefined
  application?: ApplicationKind | undefined
}

export const emptyInputs = (today: string): Inputs => ({
  reason: '',
  note: '',
  serial: '',
  on: today,
  by: '',
  how: 'self',
  toDictionaryNumber: false,
  logged: false,
})

/** A letter that is settled is not asked about. */
export const asksFor = (step: Step, letterOpen: boolean): Ask[] => asksOf[step].filter(ask => ask !== 'old-letter' || letterOpen)

const enough: Record<Ask, (inputs: Inputs) => boolean> = {
  reason: ({ reason }) => reason.trim().length > 0,
  'back-to': ({ backTo }) => backTo !== undefined,
  method: () => true,
  'way-out': ({ method }) => method !== undefined,
  track: ({ track }) => track !== undefined,
  proof: ({ proof, toDictionaryNumber, logged }) => proof !== undefined && (proof !== 'callback' || (toDictionaryNumber && logged)),
  'old-letter': ({ oldLetter }) => oldLetter !== undefined,
  application: ({ application }) => application !== undefined,
  day: ({ on }) => on !== '',
  serial: () => true,
  note: () => true,
  handover: ({ on, by }) => on !== '' && by.trim() !== '',
}

export const isEnough = (asks: readonly Ask[], inputs: Inputs): boolean => asks.every(ask => enough[ask](inputs))

const proofOf = ({ proof, toDictionaryNumber, logged }: Inputs) =>
  proof === 'callback' ? { kind: proof, toDictionaryNumber, logged } : proof && { kind: proof }

export const filledFrom = (asks: readonly Ask[], inputs: Inputs): Filled => {
  const { reason, note, serial, on, by, how, backTo, method, track, oldLetter, application } = inputs
  return {
    given: {
      ...(reason.trim() && { reason: reason.trim() }),
      ...(asks.includes('note') && note.trim() && { note: note.trim() }),
      ...(asks.includes('serial') && serial.trim() && { serial: serial.trim() }),
      ...(asks.includes('day') && { on: on as Day }),
      ...(asks.includes('proof') && { proof: proofOf(inputs) }),
      backTo,
      method,
      track,
      oldLetter,
      application,
    },
    ...(asks.includes('handover') && { handover: { on, by: by.trim(), how } }),
  }
}
