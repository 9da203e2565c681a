import { expect, test } from 'vitest'
import { heatStep } from './HeatTable.tsx'

test.each([
  [0, 0],
  [0.4, 1],
  [49.9, 1],
  [50, 2],
  [74.9, 2],
  [75, 3],
  [99.9, 3],
  [100, 4],
])('%d %% is step %i', (percent, step) => {
  expect(heatStep(percent)).toBe(step)
})
