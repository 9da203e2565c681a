/** Photographs of a draft. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const MOST_PHOTOS = 12
export const MOST_CAPTION = 120
export const PHOTO_BYTES = 20 * 1024 * 1024

export const photoRefusals = [
  'not-yours',
  'wrong-state',
  'too-many',
  'empty',
  'too-large',
  'heic',
  'not-a-picture',
  'too-many-pixels',
  'broken',
] as const
export type PhotoRefusal = (typeof photoRefusals)[number]

export const mayBeLarge = (bytes: Uint8Array): Decision<true, PhotoRefusal> => {
  if (bytes.length === 0) return refuse('empty')
  return bytes.length > PHOTO_BYTES ? refuse('too-large') : allow(true)
}

/** How many more may come. */
export const roomFor = (kept: number): Decision<number, 'too-many'> => (kept < MOST_PHOTOS ? allow(MOST_PHOTOS - kept) : refuse('too-many'))
