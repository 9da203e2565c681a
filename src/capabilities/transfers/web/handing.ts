/** What is typed when a letter is handed over: whether it is enough, and how it is sent. */
import type { Day } from '../../../kernel/day.ts'
import {
  type Authority,
  type HandoverLack,
  type HandoverWay,
  handoverLack,
  handoverNeeds,
  isSignature,
  type SignedWay,
  type Stroke,
  signatureText,
} from '../../letters/rules.ts'
import type { transfersApi } from './client.ts'

export type Handing = {
  on: string
  how: HandoverWay
  by: string
  signed: SignedWay
  strokes: readonly Stroke[]
  relation: string
  authority: Authority
  scan: File | undefined
  approvedBy: string
  reason: string
}

/** At the desk one who stands there signs on the screen; several sign on the list. */
export const firstHanding = (today: string, signed: SignedWay = 'paper'): Handing => ({
  on: today,
  how: 'self',
  by: '',
  signed,
  strokes: [],
  relation: '',
  // Until the paper is said to be in, a photograph of it is wanted.
  authority: 'scan',
  scan: undefined,
  approvedBy: '',
  reason: '',
})

export type HandoverInput = Omit<Parameters<typeof transfersApi.letters.handOut.call>[0], 'items'>

/** Several who each take their own can only have signed on paper. */
export const signedBy = ({ how, signed }: Handing, people: number): SignedWay => (how === 'self' && people > 1 ? 'paper' : signed)

/** The same rule as the server's; a member who takes the own letter need not be named. */
export const handingLack = (handing: Handing, people: number): HandoverLack | 'no-day' | null => {
  if (handing.on === '') return 'no-day'
  const by = handing.by.trim() || (handing.how === 'self' ? '本人' : '')
  const signed = signedBy(handing, people)
  return handoverLack({ ...handing, by, signed, drawn: isSignature(handing.strokes), scanned: handing.scan !== undefined }, people)
}

/** Only what the way asks for leaves the desk. */
export function handoverInput(handing: Handing, people: number): HandoverInput {
  const { on, how, by, strokes, relation, authority, scan, approvedBy, reason } = handing
  const signed = signedBy(handing, people)
  const needs = new Set(handoverNeeds[how])
  return {
    on: on as Day,
    how,
    ...(by.trim() && { by: by.trim() }),
    ...(needs.has('signature') && { signed, ...(signed === 'screen' && { signature: signatureText(strokes) }) }),
    ...(needs.has('relation') && { relation: relation.trim() }),
    ...(needs.has('authority') && { authority }),
    ...(needs.has('approval') && { approvedBy: approvedBy.trim(), reason: reason.trim() }),
    ...(scan && { scan }),
  }
}
