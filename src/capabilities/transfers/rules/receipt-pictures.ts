/** Pictures of a stamped receipt: who brings one when, and who takes it away. 组织部 checks them; they prove nothing by being there. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { readScan, type ScanRefusal, scanRefusals } from '../../attachments/rules.ts'
import type { Track } from './facts.ts'
import type { State } from './states.ts'

/** Front, back, and a sharper one. */
export const MAX_PICTURES = 4

export const pictureRefusals = ['no-letter-out', 'settled', 'too-many', 'own-case', 'removed', ...scanRefusals] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

export type PictureFacts = { state: State; paperAt: Track['at']; own: boolean; held: number }

const settled: readonly State[] = ['received', 'closed']

/** Without its bytes: what the page knows before it sends them. A receipt belongs to a letter that is out. */
export function decidePictureKept({ state, paperAt, own, held }: PictureFacts): Decision<true, Exclude<PictureRefusal, ScanRefusal>> {
  if (own) return refuse('own-case')
  // Accepted by the system, the letter's own receipt may still come.
  if (settled.includes(state) && paperAt !== 'out') return refuse('settled')
  if (paperAt !== 'out') return refuse('no-letter-out')
  return held >= MAX_PICTURES ? refuse('too-many') : allow(true)
}

/** The kind of the file that is kept. */
export function mayKeepPicture(facts: PictureFacts, bytes: Uint8Array): Decision<string, PictureRefusal> {
  const decision = decidePictureKept(facts)
  return decision.allowed ? readScan(bytes) : decision
}

/** What acceptance was checked on stays. */
export function mayRemovePicture({ state, own, gone }: { state: State; own: boolean; gone: boolean }): Decision<true, PictureRefusal> {
  if (gone) return refuse('removed')
  if (own) return refuse('own-case')
  return settled.includes(state) ? refuse('settled') : allow(true)
}
