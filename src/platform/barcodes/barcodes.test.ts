import { expect, test } from 'vitest'
import { readCode128 } from '../../../tests/paper/code128.ts'
import { barcodes } from './index.ts'

type Bar = { middle: number; width: number }

/** The bars of the drawing, left to right, and how wide it is. */
function barsOf(svg: string): { bars: Bar[]; across: number } {
  const bars = [...svg.matchAll(/stroke-width="(\d+)" d="([^"]+)"/g)].flatMap(([, width, path]) =>
    [...path!.matchAll(/M([\d.]+) /g)].map(([, middle]) => ({ middle: Number(middle), width: Number(width) })),
  )
  return { bars: bars.toSorted((one, other) => one.middle - other.middle), across: Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) }
}

const leftOf = ({ middle, width }: Bar) => middle - width / 2
const rightOf = ({ middle, width }: Bar) => middle + width / 2
const widthsOf = (bars: readonly Bar[]) =>
  bars.flatMap((bar, at) => (bars[at + 1] ? [bar.width, leftOf(bars[at + 1]!) - rightOf(bar)] : [bar.width]))

test.each(['03-0012', '114-12345', '01-0001', '2019900001'])('%s is read as it was written', async text => {
  const [svg] = await barcodes([text])
  expect(readCode128(widthsOf(barsOf(svg!).bars))).toBe(text)
})

test('keeps ten modules of white at either side', async () => {
  const { bars, across } = barsOf((await barcodes(['03-0012']))[0]!)
  const module = Math.min(...bars.map(({ width }) => width))
  expect(leftOf(bars[0]!)).toBeGreaterThanOrEqual(10 * module)
  expect(across - rightOf(bars.at(-1)!)).toBeGreaterThanOrEqual(10 * module)
})

test('draws as many as it is asked for, in their order', async () => {
  const drawn = await barcodes(['01-0001', '01-0002', '01-0001'])
  expect(drawn[0]).toBe(drawn[2])
  expect(drawn[0]).not.toBe(drawn[1])
  expect(await barcodes([])).toEqual([])
})
