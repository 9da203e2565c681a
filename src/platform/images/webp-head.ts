/** The size that a WebP states (RFC 9649). One that moves is no photograph. */
import { type Head, textAt, viewOf } from './head.ts'

type Size = { width: number; height: number }

const FOURTEEN_BITS = 0x3fff
const ANIMATED = 0x02
const HEAD_BYTES = 30

const lossy = (view: DataView, at: number): Size => ({
  width: view.getUint16(at + 6, true) & FOURTEEN_BITS,
  height: view.getUint16(at + 8, true) & FOURTEEN_BITS,
})

function lossless(view: DataView, at: number): Size {
  const bits = view.getUint32(at + 1, true)
  return { width: (bits & FOURTEEN_BITS) + 1, height: ((bits >>> 14) & FOURTEEN_BITS) + 1 }
}

const canvas = (view: DataView, at: number): Size => ({
  width: (view.getUint32(at + 4, true) & 0xffffff) + 1,
  height: (view.getUint32(at + 6, true) >>> 8) + 1,
})

const sizes: Readonly<Record<string, (view: DataView, at: number) => Size>> = { 'VP8 ': lossy, VP8L: lossless, VP8X: canvas }

/** The largest that any of its parts states. */
export function webpHead(bytes: Uint8Array): Head | null {
  if (bytes.length < HEAD_BYTES) return null
  const view = viewOf(bytes)
  if (textAt(bytes, 12, 4) === 'VP8X' && (bytes[20]! & ANIMATED) !== 0) return null
  let largest: Size | null = null
  for (let at = 12; at + 18 <= bytes.length; ) {
    const size = sizes[textAt(bytes, at, 4)]?.(view, at + 8)
    if (size && size.width * size.height > (largest ? largest.width * largest.height : 0)) largest = size
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
  return largest && { mime: 'image/webp', ...largest }
}
