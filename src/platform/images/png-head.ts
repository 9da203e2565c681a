/** The size that a PNG states: its first chunk is the header, always (W3C PNG, 11.2.1). */
import { type Head, textAt, viewOf } from './head.ts'

const HEAD_BYTES = 33

export function pngHead(bytes: Uint8Array): (Head & { bitsASample: number }) | null {
  if (bytes.length < HEAD_BYTES || textAt(bytes, 12, 4) !== 'IHDR') return null
  const view = viewOf(bytes)
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20), bitsASample: view.getUint8(24) }
}
