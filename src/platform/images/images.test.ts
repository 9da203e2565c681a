import { Transformer } from '@napi-rs/image'
import { beforeAll, describe, expect, test } from 'vitest'
import { openGate } from './gate.ts'
import { probe, shrink } from './index.ts'

/** Left half dark, right half light: whoever turns it is seen. */
function halves(width: number, height: number): Transformer {
  const pixels = new Uint8Array(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1) if (at % width < width / 2) pixels.fill(20, at * 4, at * 4 + 3)
  return Transformer.fromRgbaPixels(pixels, width, height)
}

/** An APP1 segment as a phone writes it: turned by `orientation`, and where it stood. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, kind: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16BE(tag, 0)
    bytes.writeUInt16BE(kind, 2)
    bytes.writeUInt32BE(count, 4)
    if (kind === 3) bytes.writeUInt16BE(value, 8)
    else bytes.writeUInt32BE(value, 8)
    return bytes
  }
  const GPS_AT = 8 + 2 + 2 * 12 + 4
  const first = Buffer.concat([Buffer.from([0, 2]), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, GPS_AT), Buffer.alloc(4)])
  const latitude = Buffer.from([0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0, 42, 0, 0, 0, 1])
  const gps = Buffer.concat([Buffer.from([0, 1]), entry(0x0002, 5, 3, GPS_AT + 2 + 12 + 4), Buffer.alloc(4), latitude])
  const body = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'), first, gps])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, body])
}
const withExif = (jpeg: Buffer, orientation: number) => Buffer.concat([jpeg.subarray(0, 2), exif(orientation), jpeg.subarray(2)])

const brightness = async (jpeg: Uint8Array, width: number, x: number, y: number) =>
  (await new Transformer(jpeg).rawPixels())[(y * width + x) * 3]!

async function shrunk(bytes: Uint8Array) {
  const done = await shrink(bytes)
  if (!done.allowed) throw new Error(done.reason)
  return done.value
}

let jpeg: Buffer
beforeAll(async () => {
  jpeg = await halves(3000, 1000).jpeg(90)
})

describe('what is kept', () => {
  test('fits into 2048 pixels, and its thumbnail into 400', async () => {
    const { picture, thumbnail } = await shrunk(jpeg)
    expect([picture.width, picture.height, thumbnail.width, thumbnail.height]).toEqual([2048, 683, 400, 133])
    expect(probe(picture.bytes)).toEqual({ allowed: true, value: { mime: 'image/jpeg', width: 2048, height: 683 } })
  })

  test('what is small stays as large as it is', async () => {
    const { picture, thumbnail } = await shrunk(await halves(300, 200).jpeg(90))
    expect([picture.width, picture.height, thumbnail.width, thumbnail.height]).toEqual([300, 200, 300, 200])
  })

  test.each([
    // orientation, where the dark half is then: at the top, or at the bottom
    [6, 'top'],
    [8, 'bottom'],
  ])('a phone held upright (orientation %i): dark at the %s', async (orientation, where) => {
    const { picture } = await shrunk(withExif(jpeg, orientation))
    expect([picture.width, picture.height]).toEqual([683, 2048])
    const [top, bottom] = [await brightness(picture.bytes, 683, 340, 100), await brightness(picture.bytes, 683, 340, 1900)]
    expect(where === 'top' ? top < bottom : bottom < top).toBe(true)
  })

  test('nothing of the file is left but its pixels: no place, no camera', async () => {
    const sent = withExif(jpeg, 1)
    const isPlace = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from([0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 1]))
    expect([sent.includes('Exif'), isPlace(sent)]).toEqual([true, true])
    const { picture, thumbnail } = await shrunk(sent)
    for (const { bytes } of [picture, thumbnail]) {
      expect([Buffer.from(bytes).includes('Exif'), isPlace(bytes)]).toEqual([false, false])
      expect(await new Transformer(bytes).metadata(true)).not.toHaveProperty('exif')
    }
  })

  test('a PNG and a WebP become JPEGs too', async () => {
    for (const bytes of [await halves(640, 480).png(), await halves(640, 480).webp(80), await halves(640, 480).webpLossless()]) {
      expect(probe(bytes)).toMatchObject({ allowed: true, value: { width: 640, height: 480 } })
      expect(probe((await shrunk(bytes)).picture.bytes)).toMatchObject({ allowed: true, value: { mime: 'image/jpeg' } })
    }
  })

  test('a preview in the file is not taken for the picture', async () => {
    const { picture } = await shrunk(withPreview(jpeg, await halves(80, 60).jpeg(60)))
    expect([picture.width, picture.height]).toEqual([2048, 683])
  })

  test('forty million pixels are taken', async () => {
    const large = await halves(8000, 5000).jpeg(80)
    const { picture } = await shrunk(large)
    expect([picture.width, picture.height]).toEqual([2048, 1280])
  })
})

/** The same bytes, saying that they are another size. */
function saying(bytes: Buffer, width: number, height: number): Buffer {
  const told = Buffer.from(bytes)
  const frame = told.indexOf(Buffer.from([0xff, 0xc0]))
  told.writeUInt16BE(height, frame + 5)
  told.writeUInt16BE(width, frame + 7)
  return told
}

/** As cameras do it: a small whole picture stands in a segment before the large one. */
function withPreview(bytes: Buffer, preview: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(preview.length + 2)
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe2]), length, preview, bytes.subarray(2)])
}

/** A comment holds a small frame, and the frame that counts stands behind a byte out of step. */
function hidden(bytes: Buffer): Buffer {
  const comment = Buffer.from([0xff, 0xfe, 0, 4, 0, 0, 0x00])
  return Buffer.concat([bytes.subarray(0, 2), comment, saying(bytes, 65_535, 65_535).subarray(2)])
}

describe('what is refused, and why', () => {
  const text = (words: string) => Buffer.from(words, 'utf8')
  const cases: [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ['a text', () => text('这不是照片'), 'not-a-picture'],
    ['nothing', () => new Uint8Array(), 'not-a-picture'],
    ['a page', () => text('<!doctype html><script>alert(1)</script>'), 'not-a-picture'],
    ['a drawing', () => text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'), 'not-a-picture'],
    ['a page that begins as a JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), text('<html>')]), 'broken'],
    ['HEIC of a phone', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic')]), 'heic'],
    ['half of a JPEG', () => jpeg.subarray(0, jpeg.length / 2), 'broken'],
    [
      'half of one whose preview is whole',
      async () => withPreview(jpeg, await halves(80, 60).jpeg(60)).subarray(0, jpeg.length / 2),
      'broken',
    ],
    ['65535 × 65535', () => saying(jpeg, 65_535, 65_535), 'too-many-pixels'],
    ['the same, hidden out of step', () => hidden(jpeg), 'broken'],
    ['a JPEG of two frames', () => Buffer.concat([jpeg.subarray(0, 2), jpeg.subarray(20, 39), jpeg.subarray(20)]), 'broken'],
    ['no height', () => saying(jpeg, 100, 0), 'broken'],
    ['half of a PNG', async () => (await halves(300, 300).png()).subarray(0, 400), 'broken'],
    ['half of a WebP', async () => (await halves(300, 300).webp(80)).subarray(0, 60), 'broken'],
  ]
  test.each(cases)('%s', async (_what, bytes, reason) => {
    expect(await shrink(await bytes())).toEqual({ allowed: false, reason })
  })

  test.each([
    [7_745, 7_746, true],
    [7_746, 7_746, false],
  ])('sixty million pixels are the last: %i × %i', (width, height, allowed) => {
    expect(probe(saying(jpeg, width, height)).allowed).toBe(allowed)
  })

  test('of sixteen bits a sample, thirty million', async () => {
    const png = await halves(10, 10).png()
    png.writeUInt32BE(6_000, 16)
    png.writeUInt32BE(6_000, 20)
    expect(probe(png).allowed).toBe(true)
    png.writeUInt8(16, 24)
    expect(probe(png)).toEqual({ allowed: false, reason: 'too-many-pixels' })
  })
})

describe('the gate', () => {
  test('lets two in, and the next when one has left, also by an error', async () => {
    const gate = openGate(2)
    const seen: number[] = []
    let inside = 0
    const pass = (fails: boolean) =>
      gate(async () => {
        inside += 1
        seen.push(inside)
        await new Promise(resolve => setTimeout(resolve, 2))
        inside -= 1
        if (fails) throw new Error('out')
      }).catch(() => undefined)
    await Promise.all([true, false, true, false, false, true, false].map(pass))
    expect([seen.length, Math.max(...seen), inside]).toEqual([7, 2, 0])
  })
})
