/** A signature drawn on the screen: strokes as they came from the pointer, kept as a drawing. */

/** The pad's own measure, whatever its size on the screen. */
export const SIGNATURE_PAD = { width: 900, height: 300 } as const

export type Stroke = readonly (readonly [x: number, y: number])[]

/** `x,y x,y;x,y …`: points of a stroke, strokes apart. Nothing else is let in, so the drawing is ours alone. */
export const SIGNATURE_FORM = /^\d{1,3},\d{1,3}( \d{1,3},\d{1,3})*(;\d{1,3},\d{1,3}( \d{1,3},\d{1,3})*)*$/
export const SIGNATURE_LENGTH = 40_000

const kept = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most)

export const signatureText = (strokes: readonly Stroke[]): string =>
  strokes
    .filter(stroke => stroke.length > 0)
    .map(stroke => stroke.map(([x, y]) => `${kept(x, SIGNATURE_PAD.width)},${kept(y, SIGNATURE_PAD.height)}`).join(' '))
    .join(';')

export const strokesOf = (text: string): Stroke[] =>
  text
    .split(';')
    .filter(Boolean)
    .map(stroke =>
      stroke.split(' ').map(point => {
        const [x, y] = point.split(',').map(Number) as [number, number]
        return [x, y] as const
      }),
    )

/** Less ink than this is a slip of the finger. */
const LEAST_INK = 60

const ink = (stroke: Stroke) => stroke.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - stroke[at]![0], y - stroke[at]![1]), 0)

export const isSignature = (strokes: readonly Stroke[]): boolean => strokes.reduce((sum, stroke) => sum + ink(stroke), 0) >= LEAST_INK

/** Through the middles of the pieces, each corner a curve; a touch without a way is a dot. */
export function strokePath(stroke: Stroke): string {
  const [first] = stroke
  if (!first) return ''
  const [x, y] = first
  if (stroke.length === 1) return `M${x} ${y}h1`
  const middles = stroke.slice(1, -1).map(([atX, atY], at) => {
    const [nextX, nextY] = stroke[at + 2]!
    return `Q${atX} ${atY} ${(atX + nextX) / 2} ${(atY + nextY) / 2}`
  })
  const [lastX, lastY] = stroke.at(-1)!
  return `M${x} ${y}${middles.join('')}L${lastX} ${lastY}`
}

const INK_WIDTH = 5

/** A drawing of its own, as it is kept. */
export const signatureDrawing = (text: string): string => {
  const { width, height } = SIGNATURE_PAD
  const path = strokesOf(text).map(strokePath).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="none" stroke="#1d1a17" stroke-width="${INK_WIDTH}" stroke-linecap="round" stroke-linejoin="round" d="${path}"/></svg>`
}
