/** A QR code as a drawing that stays sharp at any size. */
import { encode } from 'uqr'

/** Every mask can be read by every reader; choosing the prettiest costs twelve times the drawing. */
const MASK = 2

/** The dark runs of one row, as strokes through its middle. */
const strokes = (row: readonly boolean[], y: number): string => {
  let path = ''
  for (let from = row.indexOf(true); from >= 0; ) {
    const light = row.indexOf(false, from)
    const to = light < 0 ? row.length : light
    path += `M${from} ${y}.5h${to - from}`
    from = row.indexOf(true, to)
  }
  return path
}

/** An SVG of one path. Level M still reads with 15 % of the square spoiled by stamps or folds. */
export const qrDrawing = (text: string): string => {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: MASK })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path stroke="#000" d="${data.map(strokes).join('')}"/></svg>`
}
