/**
 * The size that a JPEG states (ITU-T T.81, annex B), read marker by marker. Whoever skips what does not fit can be led past the true size
 * to another one: here a file that is out of step is none.
 */
import type { Head } from './head.ts'

const FILL = 0xff
const START_OF_SCAN = 0xda
const END_OF_IMAGE = Buffer.from([0xff, 0xd9])
/** C4, C8 and CC stand among the frame headers and are none. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

export function jpegHead(bytes: Uint8Array): Head | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let at = 2
  while (at + 4 <= buffer.length) {
    const marker = buffer[at + 1]!
    if (buffer[at] !== FILL) return null
    if (marker === FILL) {
      at += 1
      continue
    }
    // A picture that was cut short has no end after its beginning.
    if (marker === START_OF_SCAN) return size && buffer.indexOf(END_OF_IMAGE, at) > 0 ? { mime: 'image/jpeg', ...size } : null
    if (isFrame(marker)) {
      if (size || at + 9 > buffer.length) return null
      size = { height: buffer.readUInt16BE(at + 5), width: buffer.readUInt16BE(at + 7) }
    }
    at += 2 + buffer.readUInt16BE(at + 2)
  }
  return null
}
