/** Grey pictures as PNG files, by the zlib that Node has. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

export type Picture = { width: number; height: number /** 0 black to 255 white. */; pixels: Uint8Array }

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunk = (kind: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Each row is kept as the difference from the one above. */
const UP = 2

export function toPng({ width, height, pixels }: Picture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = UP
    for (let x = 0; x < width; x++) {
      const above = y > 0 ? pixels[(y - 1) * width + x]! : 0
      rows[y * (width + 1) + 1 + x] = (pixels[y * width + x]! - above) & 255
    }
  }
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

/** Reads what `toPng` wrote, and no other. */
export function fromPng(file: Buffer): Picture {
  let data = Buffer.alloc(0)
  let [width, height] = [0, 0]
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const kind = file.toString('latin1', at + 4, at + 8)
    const body = file.subarray(at + 8, at + 8 + length)
    if (kind === 'IHDR') [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
    if (kind === 'IDAT') data = Buffer.concat([data, body])
    at += length + 12
  }
  const rows = inflateSync(data)
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    if (rows[y * (width + 1)] !== UP) throw new Error('not a kept picture')
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = (rows[y * (width + 1) + 1 + x]! + (y > 0 ? pixels[(y - 1) * width + x]! : 0)) & 255
  }
  return { width, height, pixels }
}
