/** The paths of an SVG as polygons: curves cut into straight pieces. Knows what the typesetter writes, and stops at anything else. */

export type Point = readonly [x: number, y: number]
/** a, b, c, d, e, f as in `matrix()`. */
export type Matrix = readonly [number, number, number, number, number, number]

export const STILL: Matrix = [1, 0, 0, 1, 0, 0]
export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]
export const moved = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

export type Polygon = { points: Point[]; closed: boolean }

const PIECES = 6
const counts: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6, z: 0 }

const between = (points: readonly Point[], part: number): Point =>
  points.length === 1
    ? points[0]!
    : between(
        points.slice(1).map(([x, y], at) => [points[at]![0] + (x - points[at]![0]) * part, points[at]![1] + (y - points[at]![1]) * part]),
        part,
      )

const endOf = (command: string, [x, y]: Point, numbers: readonly number[]): Point[] => {
  const relative = command === command.toLowerCase()
  const point = (dx: number, dy: number): Point => (relative ? [x + dx, y + dy] : [dx, dy])
  if (/h/i.test(command)) return [relative ? [x + numbers[0]!, y] : [numbers[0]!, y]]
  if (/v/i.test(command)) return [relative ? [x, y + numbers[0]!] : [x, numbers[0]!]]
  return numbers.flatMap((_, at) => (at % 2 === 0 ? [point(numbers[at]!, numbers[at + 1]!)] : []))
}

export function polygonsOf(d: string): Polygon[] {
  const polygons: Polygon[] = []
  let here: Point = [0, 0]
  let open: Polygon | undefined
  const tokens = d.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []
  for (let at = 0; at < tokens.length; ) {
    let command = tokens[at++]!
    const count = counts[command.toLowerCase()]
    if (count === undefined) throw new Error(`unknown in a path: ${command}`)
    do {
      const numbers = tokens.slice(at, at + count).map(Number)
      at += count
      if (/z/i.test(command)) {
        if (open) {
          open.closed = true
          here = open.points[0]!
        }
        continue
      }
      const through = endOf(command, here, numbers)
      if (/m/i.test(command)) {
        here = through[0]!
        open = { points: [here], closed: false }
        polygons.push(open)
        // More points after a move are lines.
        command = command === 'm' ? 'l' : 'L'
        continue
      }
      if (!open) throw new Error('a path that begins nowhere')
      for (let piece = 1; through.length > 1 && piece < PIECES; piece++) open.points.push(between([here, ...through], piece / PIECES))
      here = through.at(-1)!
      open.points.push(here)
    } while (at < tokens.length && !/[a-zA-Z]/.test(tokens[at]!))
  }
  return polygons
}

/** A line of some thickness as rectangles, one a piece; dashes as they are given. */
export function stroked({ points, closed }: Polygon, thick: number, dashes: readonly number[]): Point[][] {
  const pieces: Point[][] = []
  const ends = closed ? [...points, points[0]!] : points
  let [at, left] = [0, dashes[0] ?? Number.POSITIVE_INFINITY]
  for (const [index, [toX, toY]] of ends.slice(1).entries()) {
    const [fromX, fromY] = ends[index]!
    const length = Math.hypot(toX - fromX, toY - fromY)
    if (length === 0) continue
    const [ux, uy] = [(toX - fromX) / length, (toY - fromY) / length]
    const [nx, ny] = [(-uy * thick) / 2, (ux * thick) / 2]
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done)
      const [ax, ay, bx, by] = [fromX + ux * done, fromY + uy * done, fromX + ux * (done + step), fromY + uy * (done + step)]
      if (at % 2 === 0)
        pieces.push([
          [ax + nx, ay + ny],
          [bx + nx, by + ny],
          [bx - nx, by - ny],
          [ax - nx, ay - ny],
        ])
      done += step
      left -= step
      if (left <= 1e-9 && dashes.length) left = dashes[++at % dashes.length]!
    }
  }
  return pieces
}
