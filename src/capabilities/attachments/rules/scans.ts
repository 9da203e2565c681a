/** What a scan or a photograph is by its bytes, not by its name. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

/** A photograph of a phone has 3 to 6 MB. */
export const SCAN_BYTES = 8 * 1024 * 1024

/** As in `<input accept>`: a phone hands over its HEIC photographs as JPEG where these are asked for. */
export const SCAN_ACCEPT = 'image/jpeg,image/png,application/pdf'

export const scanEndings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }

const kinds: readonly { mime: string; starts: readonly number[] }[] = [
  { mime: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { mime: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
]

export const scanMime = (bytes: Uint8Array): string | null =>
  kinds.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte))?.mime ?? null

/** Of ISO 14496-12: the brand stands after `ftyp`. Most offices cannot open such a photograph. */
const isHeic = (bytes: Uint8Array): boolean => /^ftyp(?:hei|hev|mif1|msf1)/.test(String.fromCharCode(...bytes.subarray(4, 12)))

export const scanRefusals = ['empty', 'too-large', 'heic', 'not-that-kind'] as const
export type ScanRefusal = (typeof scanRefusals)[number]

/** The kind of a file that may be kept. */
export function readScan(bytes: Uint8Array): Decision<string, ScanRefusal> {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > SCAN_BYTES) return refuse('too-large')
  const mime = scanMime(bytes)
  if (mime) return allow(mime)
  return refuse(isHeic(bytes) ? 'heic' : 'not-that-kind')
}
