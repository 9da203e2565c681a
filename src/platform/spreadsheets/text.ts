import { SpreadsheetError } from './refusals.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Strict first: bytes that are good UTF-8 with Chinese in them are never GBK by chance; the other way round they often are. */
const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  // Old offices cut GBK characters in two; the damage then shows in its own cell, and only there.
  return new TextDecoder('gb18030').decode(bytes)
}

/** Tab, line feed and carriage return are text; other control characters in number are a picture or a program. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g

/** The text of a file, or a refusal when the bytes are no text. */
export const decodeText = (bytes: Uint8Array): string => {
  const text = decode(bytes)
  const sample = text.slice(0, 20_000)
  const strange = (sample.match(control)?.length ?? 0) + (sample.match(/\uFFFD/g)?.length ?? 0)
  if (strange > 2 + sample.length / 100) throw new SpreadsheetError('not-a-workbook')
  return text
}
