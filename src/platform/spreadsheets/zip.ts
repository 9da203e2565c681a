import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { SpreadsheetError } from './refusals.ts'
import { limits } from './workbook.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
export const STORED = 0
export const DEFLATED = 8
const LOCKED = 1

/** As the directory declares it; `packed` is what lies in the file. */
export type Entry = { name: string; method: number; crc: number; size: number; modified: number; packed: Uint8Array }
type Declared = Omit<Entry, 'packed'> & { flags: number; packedSize: number; at: number }

/** The end record is 22 bytes and may be followed by a comment of at most 65,535. */
const endRecordAt = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new SpreadsheetError('unreadable')
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const declaredAt = (bytes: Uint8Array, view: DataView, at: number): Declared => ({
  name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
  flags: view.getUint16(at + 8, true),
  method: view.getUint16(at + 10, true),
  modified: view.getUint32(at + 12, true),
  crc: view.getUint32(at + 16, true),
  packedSize: view.getUint32(at + 20, true),
  size: view.getUint32(at + 24, true),
  at: view.getUint32(at + 42, true),
})

/** An office writes none of these: a name that climbs out of its folder, a size that is not said. */
const isSuspect = ({ name, method, size, packedSize }: Declared): boolean =>
  name.split(/[\\/]/).includes('..') || (method === DEFLATED && size === 0 && packedSize !== 2 && !name.endsWith('/'))

const mostOf = ({ byteLength }: Uint8Array) => Math.min(limits.unpackedBytes, Math.max(limits.bombBytes, byteLength * limits.bombRatio))

const declaredIn = (bytes: Uint8Array): Declared[] => {
  const view = viewOf(bytes)
  const end = endRecordAt(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.zipEntries) throw new SpreadsheetError('unpacked-too-large')

  const found: Declared[] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  while (found.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new SpreadsheetError('unreadable')
    const entry = declaredAt(bytes, view, at)
    if (isSuspect(entry)) throw new SpreadsheetError('unreadable')
    total += entry.size
    if (total > mostOf(bytes)) throw new SpreadsheetError('unpacked-too-large')
    found.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  // Entries that share their bytes are how a small file becomes a large one.
  const inPlace = found.toSorted((a, b) => a.at - b.at)
  if (inPlace.some((entry, place) => place > 0 && inPlace[place - 1]!.at + 30 + inPlace[place - 1]!.packedSize > entry.at))
    throw new SpreadsheetError('unreadable')
  return found
}

/**
 * Refuses a zip by what its directory declares; nothing is inflated. The reader then holds each entry to its declared
 * size, so an entry that declares none must hold none.
 */
export const checkDeclaredSizes = (bytes: Uint8Array): void => void declaredIn(bytes)

/** What is in the zip, in the order of its directory; nothing is inflated. */
export const entriesOf = (bytes: Uint8Array): Entry[] => {
  const view = viewOf(bytes)
  return declaredIn(bytes).map(({ flags, packedSize, at, ...entry }) => {
    if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_ENTRY) throw new SpreadsheetError('unreadable')
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const known = entry.method === STORED || entry.method === DEFLATED
    if (!known || flags & LOCKED || from + packedSize > view.byteLength) throw new SpreadsheetError('unreadable')
    return { ...entry, packed: bytes.subarray(from, from + packedSize) }
  })
}

/** Never more than was declared, and nothing that was damaged on the way. */
export const unpacked = ({ method, size, crc, packed }: Entry): Buffer => {
  const bytes =
    method === STORED
      ? Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
      : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  if (bytes.length !== size || crc32(bytes) !== crc) throw new SpreadsheetError('unreadable')
  return bytes
}

const AT_ONCE = 1 << 20

/** The same, a piece at a time. */
export async function* unpacking(entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.method === STORED) return yield unpacked(entry)
  const stream = createInflateRaw({ chunkSize: AT_ONCE })
  stream.end(entry.packed)
  let [crc, size] = [0, 0]
  for await (const bytes of stream as AsyncIterable<Uint8Array>) {
    crc = crc32(bytes, crc)
    size += bytes.length
    if (size > entry.size) throw new SpreadsheetError('unreadable')
    yield bytes
  }
  if (size !== entry.size || crc !== entry.crc) throw new SpreadsheetError('unreadable')
}
