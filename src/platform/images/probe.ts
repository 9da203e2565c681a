/** What a file is by its first bytes, and how large it would become: decided before anything is decoded. */
import { allow, type Decision, refuse } from '../../kernel/decision.ts'
import { type Head, textAt } from './head.ts'
import { jpegHead } from './jpeg-head.ts'
import { pngHead } from './png-head.ts'
import { webpHead } from './webp-head.ts'

export const pictureRefusals = ['not-a-picture', 'heic', 'too-many-pixels', 'broken'] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

/** A phone takes 12 to 50 million; decoded, each takes three or four bytes. */
export const MOST_PIXELS = 60_000_000

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const starts = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** Of ISO 14496-12: the brand stands after `ftyp`. */
const isHeic = (bytes: Uint8Array): boolean => /^ftyp(?:hei|hev|mif1|msf1)/.test(textAt(bytes, 4, 8))

type Found = (Head & { bitsASample?: number }) | null | undefined

/** `undefined`: it is no such picture at all; `null`: it says so and is none. */
function headOf(bytes: Uint8Array): Found {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return jpegHead(bytes)
  if (starts(bytes, PNG)) return pngHead(bytes)
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return webpHead(bytes)
  return undefined
}

export function probe(bytes: Uint8Array): Decision<Head, PictureRefusal> {
  const head = headOf(bytes)
  if (head === undefined) return refuse(isHeic(bytes) ? 'heic' : 'not-a-picture')
  if (head === null || head.width === 0 || head.height === 0) return refuse('broken')
  const { mime, width, height, bitsASample = 8 } = head
  // Sixteen bits a sample take twice the room.
  const pixels = width * height * (bitsASample > 8 ? 2 : 1)
  return pixels > MOST_PIXELS ? refuse('too-many-pixels') : allow({ mime, width, height })
}
