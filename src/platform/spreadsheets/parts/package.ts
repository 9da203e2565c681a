/** An office file as the zip of parts that it is: the parts that are not written anew come back bit by bit. */
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import { SpreadsheetError } from '../refusals.ts'
import { DEFLATED, type Entry, entriesOf, unpacked } from '../zip.ts'

/** The file can be read but not patched in place; it is then written anew. */
export class Unpatchable extends Error {}

/** Parts are named with any case and either slash. */
const keyOf = (path: string) => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** One character for each byte: what is not touched stays as it was, whatever it says. */
export const asBytes = (text: string): string => Buffer.from(text.toWellFormed(), 'utf8').toString('latin1')
export const asText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

const declaredEncoding = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/
const isUtf8 = (xml: string) =>
  !xml.startsWith('\xff\xfe') && !xml.startsWith('\xfe\xff') && /^(?:utf-?8|us-ascii)$/i.test(declaredEncoding.exec(xml)?.[1] ?? 'utf-8')

/** Asked for again and again, and never whole: a sheet of 100,000 rows is made while it is packed. */
export type Pieces = Iterable<string>
type Part = { name: string; entry: Entry | null; written: Pieces | null }

export class Package {
  readonly #parts = new Map<string, Part>()

  constructor(bytes: Uint8Array) {
    for (const entry of entriesOf(bytes)) {
      // Two entries of one name: programs differ in which they take.
      if (this.#parts.has(keyOf(entry.name))) throw new SpreadsheetError('unreadable')
      this.#parts.set(keyOf(entry.name), { name: entry.name, entry, written: null })
    }
  }

  has(path: string): boolean {
    return this.#parts.has(keyOf(path))
  }

  /** As it lies in the file; what was written anew has none. */
  entry(path: string): Entry | null {
    return this.#parts.get(keyOf(path))?.entry ?? null
  }

  /** A character for each byte. */
  raw(path: string): string | null {
    const part = this.#parts.get(keyOf(path))
    if (!part) return null
    return part.written ? [...part.written].join('') : unpacked(part.entry!).toString('latin1')
  }

  /** The part as XML into which we can write. */
  xml(path: string): string | null {
    const xml = this.raw(path)
    if (xml !== null && !isUtf8(xml)) throw new Unpatchable()
    return xml
  }

  put(path: string, ...pieces: readonly string[]): void {
    this.putPieces(path, pieces)
  }

  putPieces(path: string, pieces: Pieces): void {
    const part = this.#parts.get(keyOf(path))
    this.#parts.set(keyOf(path), { name: part?.name ?? path, entry: part?.entry ?? null, written: pieces })
  }

  drop(path: string): void {
    this.#parts.delete(keyOf(path))
  }

  /** `xl/comments1.xml`, or the next number that is free. */
  freePath(before: string, after: string): string {
    let number = 1
    while (this.has(`${before}${number}${after}`)) number++
    return `${before}${number}${after}`
  }

  async pack(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      chunks.push(chunk)
    })
    for (const { name, entry, written } of this.#parts.values()) {
      const packed = written ? await deflated(written) : entry!
      const file: ZipInputFile = {
        filename: name,
        compression: packed.method,
        size: packed.size,
        crc: packed.crc,
        mtime: timeOf(entry?.modified ?? 0),
      }
      zip.add(file)
      file.ondata!(null, packed.packed as Uint8Array<ArrayBuffer>, true)
    }
    zip.end()
    return new Uint8Array(Buffer.concat(chunks))
  }
}

const FIRST = new Date(1980, 0, 1)
/** A zip's own form of time: from 1980, in steps of two seconds, without a zone. */
const timeOf = (modified: number): Date => {
  const [day, time] = [modified >>> 16, modified & 0xffff]
  const at = new Date(1980 + (day >> 9), ((day >> 5) & 15) - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2)
  return at.getFullYear() < 1980 || at.getFullYear() > 2099 ? FIRST : at
}

const AT_ONCE = 1 << 20
function* batches(pieces: Pieces): Generator<Buffer> {
  let held = ''
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += AT_ONCE) {
      held += piece.slice(from, from + AT_ONCE)
      if (held.length < AT_ONCE) continue
      yield Buffer.from(held, 'latin1')
      held = ''
    }
  }
  yield Buffer.from(held, 'latin1')
}

const deflated = async (pieces: Pieces): Promise<Omit<Entry, 'name' | 'modified'>> => {
  const stream = createDeflateRaw()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject))
  let [crc, size] = [0, 0]
  for (const batch of batches(pieces)) {
    crc = crc32(batch, crc)
    size += batch.length
    if (!stream.write(batch)) await new Promise(resolve => stream.once('drain', resolve))
  }
  stream.end()
  await ended
  return { method: DEFLATED, crc, size, packed: Buffer.concat(chunks) }
}
