import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Packed already: squeezing them again costs time and gains nothing. */
const packed = /\.(?:xlsx|docx|pptx|zip|pdf|jpe?g|png|webp|mp4|gz|7z|rar)$/i

/** Named as made on Unix: for a ZIP of MS-DOS, unzip recodes names even where they are marked as UTF-8. */
const UNIX = 3
const PLAIN_FILE = (0o100644 << 16) >>> 0

export interface ZipEntry {
  push(chunk: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** A ZIP that is written out while it is made. Names are UTF-8. */
export function openZip(at: Date, write: (chunk: Uint8Array) => Promise<void> | void) {
  const ready: Uint8Array[] = []
  let broken: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) broken = error
    else ready.push(chunk)
  })
  const flush = async () => {
    if (broken) throw broken
    for (const chunk of ready.splice(0)) await write(chunk)
  }
  return {
    entry(name: string): ZipEntry {
      const file = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      file.mtime = at
      file.os = UNIX
      file.attrs = PLAIN_FILE
      zip.add(file)
      return {
        push(chunk) {
          file.push(chunk)
          return flush()
        },
        close() {
          file.push(new Uint8Array(), true)
          return flush()
        },
      }
    },
    close() {
      zip.end()
      return flush()
    },
  }
}
