/** A BagIt bag (RFC 8493) as one ZIP, written as it goes: the payload is hashed and packed chunk by chunk. Knows no domain. */
import { createHash } from 'node:crypto'
import { manifestOf, safePath, tagLines } from './tags.ts'
import { openZip } from './zip.ts'

/** `path` below data/, with `/` between folders. */
export interface BagFile {
  path: string
  content: Uint8Array | AsyncIterable<Uint8Array>
}

export interface BagEntry {
  /** As the manifest names it: `data/…`. */
  path: string
  bytes: number
  sha512: string
}

export interface BagInfo {
  /** The one folder of the ZIP that is the bag. */
  folder: string
  /** Elements of bag-info.txt in order; Payload-Oxum is added. */
  info: readonly (readonly [name: string, value: string])[]
  /** Stands on every file: the same payload gives the same bytes. */
  at: Date
}

const utf8 = (text: string) => new TextEncoder().encode(text)

async function* chunksOf(content: BagFile['content']): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else yield* content
}

/** Writes the whole bag to `write`, one chunk after another, and says what is in it. */
export async function writeBag(
  { folder, info, at }: BagInfo,
  files: AsyncIterable<BagFile> | Iterable<BagFile>,
  write: (chunk: Uint8Array) => Promise<void> | void,
): Promise<BagEntry[]> {
  const zip = openZip(at, write)
  const put = async (path: string, content: BagFile['content']): Promise<BagEntry> => {
    const hash = createHash('sha512')
    let bytes = 0
    const entry = zip.entry(`${folder}/${path}`)
    for await (const chunk of chunksOf(content)) {
      hash.update(chunk)
      bytes += chunk.length
      await entry.push(chunk)
    }
    await entry.close()
    return { path, bytes, sha512: hash.digest('hex') }
  }

  const payload: BagEntry[] = []
  for await (const { path, content } of files) payload.push(await put(`data/${safePath(path)}`, content))

  const oxum = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`
  const tags = [
    await put('bagit.txt', utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')),
    await put('bag-info.txt', utf8(tagLines([...info, ['Payload-Oxum', oxum]]))),
    await put('manifest-sha512.txt', utf8(manifestOf(payload))),
  ]
  await put('tagmanifest-sha512.txt', utf8(manifestOf(tags)))
  await zip.close()
  return payload
}
