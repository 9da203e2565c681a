import { Transformer } from '@napi-rs/image'

type Colour = readonly [red: number, green: number, blue: number]
const LARGE = { width: 1600, height: 1067 }

const mixed = (from: Colour, to: Colour, part: number, at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * part)

/** A photograph of nobody: a soft gradient with light in its middle. */
export async function gradient(name: string, above: Colour, below: Colour, { width, height } = LARGE): Promise<File> {
  const pixels = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = 26 * Math.max(0, 1 - Math.hypot(x / width - 0.5, y / height - 0.45) * 2)
      for (const part of [0, 1, 2] as const)
        pixels[(y * width + x) * 4 + part] = Math.min(255, mixed(above, below, y / height, part) + light)
    }
  const jpeg = await Transformer.fromRgbaPixels(pixels, width, height).jpeg(85)
  return new File([jpeg as Uint8Array<ArrayBuffer>], name, { type: 'image/jpeg' })
}
