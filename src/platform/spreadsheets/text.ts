import { SpreadsheetError } from './refusals.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

const SAMPLE = 4_000
const common = /[0-9A-Za-z,;|\t\r\n]/g
/** Digits, commas and line ends have an empty byte in UTF-16, and no other text has any; in the wrong order they are no digits. */
const wideOrder = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.filter(byte => byte === 0).length < sample.length / 50) return null
  const likeText = (order: string) => count(new TextDecoder(order).decode(sample), common)
  return likeText('utf-16le') >= likeText('utf-16be') ? 'utf-16le' : 'utf-16be'
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

const decoded = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Strict first: bytes that are good UTF-8 with Chinese in them are never GBK by chance; the other way round they often are.
 * Old programs cut characters in two: a few such are damage in their own cells, and only there.
 */
const decode = (bytes: Uint8Array): string => {
  const wide = wideOrder(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const strict = decoded('utf-8', bytes)
  if (strict !== null) return strict
  const cut = new TextDecoder('utf-8').decode(bytes)
  if (count(cut, /\uFFFD/g) <= 1 + count(cut, /\p{Script=Han}/gu) / 50) return cut
  return new TextDecoder('gb18030').decode(bytes)
}

/** Tab, line feed and carriage return are text; other control characters in number are a picture or a program. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g

/** The text of a file, or a refusal when the bytes are no text. */
export const decodeText = (bytes: Uint8Array): string => {
  const text = decode(bytes)
  const sample = text.slice(0, 20_000)
  if (count(sample, control) + count(sample, /\uFFFD/g) > 2 + sample.length / 100) throw new SpreadsheetError('not-a-workbook')
  return text
}
