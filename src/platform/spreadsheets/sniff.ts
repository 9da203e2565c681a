import type { Format } from './workbook.ts'
import { entriesOf, unpacked } from './zip.ts'

const matches = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Pictures, PDF, archives and programs that people attach by mistake. */
const foreign: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x4d, 0x5a],
]

/** An OpenDocument file says in an entry of this name what kind it is; most begin with it. */
const MIMETYPE = 'mimetype'
const LONGEST = 100
const declaredType = (bytes: Uint8Array): string | null => {
  const entry = entriesOf(bytes).find(({ name }) => name === MIMETYPE)
  return entry && entry.size <= LONGEST ? unpacked(entry).toString('latin1') : null
}

const zipped = (bytes: Uint8Array): Format | null => {
  const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(declaredType(bytes) ?? '')?.[1]
  return kind === undefined ? 'xlsx' : kind === 'spreadsheet' ? 'ods' : null
}

/** What the bytes are; the name is not asked. Text is a candidate for csv only. */
export const formatOf = (bytes: Uint8Array): Format | null => {
  if (matches(bytes, ZIP)) return zipped(bytes)
  if (matches(bytes, COMPOUND_FILE)) return 'xls'
  return foreign.some(mark => matches(bytes, mark)) ? null : 'csv'
}

/** A password turns an .xlsx into a compound file that holds the stream "EncryptedPackage" (its name in UTF-16). */
export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
