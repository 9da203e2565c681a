/** Draws the SVG of a typeset page as grey pixels: the same on every machine, without a program of the system. */
import { type Matrix, moved, type Point, polygonsOf, STILL, stroked, times } from './outline.ts'
import type { Picture } from './png.ts'

type Shape = { polygons: Point[][]; grey: number }

const attributes = (tag: string) => Object.fromEntries([...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))

const matrixOf = (text: string | undefined): Matrix => {
  if (!text) return STILL
  const [, kind, inside] = /^(\w+)\(([^)]*)\)$/.exec(text.trim()) ?? []
  const numbers = (inside ?? '').split(/[\s,]+/).map(Number)
  if (kind === 'matrix') return numbers as unknown as Matrix
  if (kind === 'translate') return [1, 0, 0, 1, numbers[0]!, numbers[1] ?? 0]
  throw new Error(`unknown transform: ${text}`)
}

/** #1d1a17 as the eye weighs it. */
const greyOf = (colour: string): number => {
  const full = colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit).join('') : colour.slice(1)
  const [red, green, blue] = [0, 2, 4].map(at => Number.parseInt(full.slice(at, at + 2), 16)) as [number, number, number]
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

const isDrawn = (paint: string | undefined): paint is string => paint !== undefined && paint !== 'none'

function drawnPath(said: Record<string, string>, matrix: Matrix, fill: string | undefined): Shape[] {
  const outlines = polygonsOf(said.d ?? '')
  const painted = said.fill ?? fill
  const shapes: Shape[] = []
  if (isDrawn(painted)) shapes.push({ polygons: outlines.map(({ points }) => points), grey: greyOf(painted) })
  if (isDrawn(said.stroke)) {
    const dashes = (said['stroke-dasharray'] ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number)
    const thick = Number(said['stroke-width'] ?? 1)
    // One by one: where two pieces cross they are painted twice, and stay black.
    for (const outline of outlines)
      for (const piece of stroked(outline, thick, dashes)) shapes.push({ polygons: [piece], grey: greyOf(said.stroke) })
  }
  return shapes.map(({ polygons, grey }) => ({ grey, polygons: polygons.map(points => points.map(point => moved(matrix, point))) }))
}

/** A drawing within the drawing, scaled into its frame. */
function embedded(said: Record<string, string>, matrix: Matrix): Shape[] {
  const svg = Buffer.from((said['xlink:href'] ?? '').replace('data:image/svg+xml;base64,', ''), 'base64').toString()
  const [, , width, height] = (attributes(/<svg[^>]*>/.exec(svg)?.[0] ?? '').viewBox ?? '').split(' ').map(Number) as number[]
  return shapesOf(svg, times(matrix, [Number(said.width) / width!, 0, 0, Number(said.height) / height!, 0, 0]))
}

/** In the order of painting. */
function shapesOf(svg: string, start: Matrix = STILL): Shape[] {
  const glyphs = new Map([...svg.matchAll(/<symbol id="([^"]+)"[^>]*>\s*<path d="([^"]*)"/g)].map(([, id, d]) => [id!, d!]))
  const shapes: Shape[] = []
  const stack: Matrix[] = [start]
  for (const [tag, name] of svg.replace(/<defs[\s\S]*?<\/defs>/g, '').matchAll(/<\/?([\w:]+)[^>]*>/g)) {
    const said = attributes(tag)
    const matrix = times(stack.at(-1)!, matrixOf(said.transform))
    if (name === 'g') {
      if (tag.startsWith('</')) stack.pop()
      else stack.push(matrix)
    } else if (name === 'path') shapes.push(...drawnPath(said, matrix, isDrawn(said.stroke) ? undefined : '#000'))
    else if (name === 'use') {
      const d = glyphs.get((said['xlink:href'] ?? '').slice(1))
      if (d === undefined) throw new Error('a glyph without an outline')
      const at = times(matrix, [1, 0, 0, 1, Number(said.x ?? 0), Number(said.y ?? 0)])
      shapes.push(...drawnPath({ d, fill: said.fill ?? '#000' }, at, undefined))
    } else if (name === 'image') shapes.push(...embedded(said, matrix))
    else if (name !== 'svg') throw new Error(`unknown in a page: ${name}`)
  }
  return shapes
}

/** Lines within each row of pixels at which the outline is asked. */
const SAMPLES = 4

type Edge = { x: number; y: number; slope: number; until: number; turn: number }

const edgesOf = (polygons: readonly Point[][]): Edge[] =>
  polygons.flatMap(points =>
    points.flatMap((from, at): Edge[] => {
      const to = points[(at + 1) % points.length]!
      if (from[1] === to[1]) return []
      const [high, low] = from[1] < to[1] ? [from, to] : [to, from]
      return [{ x: high[0], y: high[1], slope: (low[0] - high[0]) / (low[1] - high[1]), until: low[1], turn: from[1] < to[1] ? 1 : -1 }]
    }),
  )

/** What of each pixel of the row lies inside, by the rule of windings. */
function cover(row: Float32Array, edges: readonly Edge[], y: number) {
  const crossings = edges
    .filter(edge => edge.y <= y && y < edge.until)
    .map(edge => ({ x: edge.x + (y - edge.y) * edge.slope, turn: edge.turn }))
    .sort((one, other) => one.x - other.x)
  let winding = 0
  for (const [at, { x, turn }] of crossings.entries()) {
    winding += turn
    const next = crossings[at + 1]
    if (winding === 0 || !next) continue
    const [from, to] = [Math.max(x, 0), Math.min(next.x, row.length)]
    for (let pixel = Math.floor(from); pixel < to; pixel++)
      row[pixel]! += Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel)) / SAMPLES
  }
}

/** @param scale pixels for a point of the page. */
export function draw(svg: string, scale: number): Picture {
  const { width: wide, height: high } = attributes(/<svg[^>]*>/.exec(svg)?.[0] ?? '')
  const [width, height] = [wide, high].map(size => Math.round(Number.parseFloat(size!) * scale)) as [number, number]
  const pixels = new Uint8Array(width * height).fill(255)
  for (const { polygons, grey } of shapesOf(svg, [scale, 0, 0, scale, 0, 0])) {
    const edges = edgesOf(polygons)
    const top = Math.max(0, Math.floor(edges.reduce((least, { y }) => Math.min(least, y), height)))
    const bottom = Math.min(height, Math.ceil(edges.reduce((most, { until }) => Math.max(most, until), 0)))
    for (let y = top; y < bottom; y++) {
      const row = new Float32Array(width)
      for (let sample = 0; sample < SAMPLES; sample++) cover(row, edges, y + (sample + 0.5) / SAMPLES)
      for (const [x, part] of row.entries())
        if (part > 0) pixels[y * width + x] = Math.round(pixels[y * width + x]! + (grey - pixels[y * width + x]!) * Math.min(part, 1))
    }
  }
  return { width, height, pixels }
}

/** How much of the paper looks different: pixels that are off by more than a shade. */
export const difference = (one: Picture, other: Picture, shade = 64): number => {
  if (one.width !== other.width || one.height !== other.height) return 1
  return one.pixels.reduce((count, pixel, at) => (Math.abs(pixel - other.pixels[at]!) > shade ? count + 1 : count), 0) / one.pixels.length
}
