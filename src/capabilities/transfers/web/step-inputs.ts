/** What is typed before a step is taken: whether it is enough, and how it is handed over. */
import type { Day } from '../../../kernel/day.ts'
import type { VoidSheet } from '../../letters/rules.ts'
import type { ApplicationKind, Mender, Method, OldLetter, Proof, ProofKind, ReceiptForm, Step, TrackName } from '../rules.ts'
import { firstHanding, type Handing, handingLack, handoverInput } from './handing.ts'
import { type Ask, asksOf, type Filled } from './steps.ts'

export type Inputs = {
  /** Picked from the list; `reason` is what is typed beside it. */
  cause: string
  reason: string
  note: string
  serial: string
  exception: string
  on: string
  handover: Handing
  /** Of the stamped receipt: how it was seen, and what it says beside its day. */
  shown: ReceiptForm
  handler: string
  handlerPhone: string
  /** The logged call that acceptance rests on. */
  callId: string
  backTo?: Mender | undefined
  method?: Method | undefined
  track?: TrackName | undefined
  proof?: ProofKind | undefined
  oldLetter?: OldLetter | undefined
  sheet?: VoidSheet | undefined
  application?: ApplicationKind | undefined
}

export const emptyInputs = (today: string): Inputs => ({
  cause: '',
  reason: '',
  note: '',
  serial: '',
  exception: '',
  on: today,
  handover: firstHanding(today),
  shown: 'paper',
  handler: '',
  handlerPhone: '',
  callId: '',
})

type Standing = { letterOpen: boolean; exception?: boolean; proposed?: Method | null | undefined }

/** A letter that is settled is not asked about; a method that could not be proposed has to be chosen. */
export const asksFor = (step: Step, { letterOpen, exception = false, proposed }: Standing): Ask[] =>
  asksOf[step]
    .filter(ask => (ask !== 'old-letter' || letterOpen) && (ask !== 'exception' || exception))
    .map(ask => (ask === 'method' && proposed === null ? 'some-method' : ask))

type Choices = {
  backTo: readonly Mender[]
  tracks: readonly TrackName[]
  proofs: readonly ProofKind[]
  applications: readonly ApplicationKind[]
}

const only = <Value>(choices: readonly Value[]): Value | undefined => (choices.length === 1 ? choices[0] : undefined)

/** Where there is no choice nothing has to be chosen. */
export const firstInputs = (today: string, { backTo, tracks, proofs, applications }: Choices): Inputs => ({
  ...emptyInputs(today),
  backTo: only(backTo),
  track: only(tracks),
  proof: only(proofs),
  application: only(applications),
})

/** 列出的理由；补充的话 */
export const reasonIn = ({ cause, reason }: Pick<Inputs, 'cause' | 'reason'>): string => [cause, reason.trim()].filter(Boolean).join('；')

const enough: Record<Ask, (inputs: Inputs) => boolean> = {
  reason: inputs => reasonIn(inputs).length > 0,
  'back-to': ({ backTo }) => backTo !== undefined,
  method: inputs => inputs.method !== 'defer' || reasonIn(inputs).length > 0,
  'some-method': inputs => inputs.method !== undefined && (inputs.method !== 'defer' || reasonIn(inputs).length > 0),
  'way-out': ({ method }) => method !== undefined,
  track: ({ track }) => track !== undefined,
  proof: ({ proof, callId }) => proof !== undefined && (proof !== 'callback' || callId !== ''),
  'old-letter': ({ oldLetter }) => oldLetter !== undefined,
  exception: ({ exception }) => exception.trim() !== '',
  sheet: ({ sheet }) => sheet !== undefined,
  application: ({ application }) => application !== undefined,
  day: ({ on }) => on !== '',
  serial: () => true,
  note: () => true,
  handover: ({ handover }) => handingLack(handover, 1) === null,
}

export const isEnough = (asks: readonly Ask[], inputs: Inputs): boolean => asks.every(ask => enough[ask](inputs))

const proofOf = ({ proof, shown, handler, handlerPhone, callId }: Inputs): Proof | undefined => {
  if (proof === 'callback') return { kind: proof, callId }
  if (proof !== 'stamped-receipt') return proof && { kind: proof }
  const [who, phone] = [handler.trim(), handlerPhone.trim()]
  return { kind: proof, shown, ...(who && { handler: who }), ...(phone && { phone }) }
}

export const filledFrom = (asks: readonly Ask[], inputs: Inputs): Filled => {
  const { note, serial, exception, on, backTo, method, track, oldLetter, sheet, application } = inputs
  const reason = reasonIn(inputs)
  return {
    given: {
      ...(reason && { reason }),
      ...(asks.includes('note') && note.trim() && { note: note.trim() }),
      ...(asks.includes('serial') && serial.trim() && { serial: serial.trim() }),
      ...(asks.includes('exception') && { exception: exception.trim() }),
      ...(asks.includes('day') && { on: on as Day }),
      ...(asks.includes('proof') && { proof: proofOf(inputs) }),
      ...(asks.includes('back-to') && { backTo }),
      method,
      ...(asks.includes('track') && { track }),
      oldLetter,
      sheet,
      ...(asks.includes('application') && { application }),
    },
    ...(asks.includes('handover') && { handover: handoverInput(inputs.handover, 1) }),
  }
}
