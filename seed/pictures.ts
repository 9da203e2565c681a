import { Transformer } from '@napi-rs/image'

type Colour = readonly [red: number, green: number, blue: number]
const WIDTH = 1600
const HEIGHT = 1067

const mixed = (from: Colour, to: Colour, part: number, at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * part)

/** A photograph of nobody: a soft gradient with light in its middle. */
export async function gradient(name: string, above: Colour, below: Colour): Promise<File> {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4).fill(255)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const light = 26 * Math.max(0, 1 - Math.hypot(x / WIDTH - 0.5, y / HEIGHT - 0.45) * 2)
      for (const part of [0, 1, 2] as const)
        pixels[(y * WIDTH + x) * 4 + part] = Math.min(255, mixed(above, below, y / HEIGHT, part) + light)
    }
  const jpeg = await Transformer.fromRgbaPixels(pixels, WIDTH, HEIGHT).jpeg(85)
  return new File([jpeg as Uint8Array<ArrayBuffer>], name, { type: 'image/jpeg' })
}
