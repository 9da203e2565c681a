import { writeFile } from 'node:fs/promises'
import { encode } from 'uqr'

const WIDTH = 640
const HEIGHT = 480
/** A grey wall, the white of the screen, the black of the code: brightness only. */
const WALL = 120
const WHITE = 235
const BLACK = 16
/** No colour. */
const NEUTRAL = 128
const QUIET_ZONE = 4
const SHARE_OF_HEIGHT = 0.7

/** The wall of the room as a camera sees it, with the code in the middle. */
function frame(text: string): Buffer {
  const { data, size } = encode(text, { border: QUIET_ZONE, ecc: 'M' })
  const dots = Math.floor((HEIGHT * SHARE_OF_HEIGHT) / size)
  const left = Math.floor((WIDTH - dots * size) / 2)
  const top = Math.floor((HEIGHT - dots * size) / 2)
  const colourless = (WIDTH * HEIGHT) / 2
  const picture = Buffer.alloc(WIDTH * HEIGHT + colourless, NEUTRAL)
  picture.fill(WALL, 0, WIDTH * HEIGHT)
  for (let y = 0; y < dots * size; y++)
    for (let x = 0; x < dots * size; x++)
      picture[(top + y) * WIDTH + left + x] = data[Math.floor(y / dots)]![Math.floor(x / dots)] ? BLACK : WHITE
  return picture
}

/** A film of one second (y4m), shown over and over. */
export async function filmCode(text: string, file: string): Promise<void> {
  const picture = frame(text)
  const frames = Array.from({ length: 10 }, () => [Buffer.from('FRAME\n'), picture]).flat()
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...frames]))
}
