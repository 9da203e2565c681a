import { describe, expect, test } from 'vitest'
import { heat, type Mode, palette, series, type Tone } from './palette.ts'

// The web's types know no Node; the test runs on it.
const files: { readFileSync: (file: URL, encoding: 'utf8') => string } = await import('node:fs' as string)
const css = files.readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').toLowerCase()

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

const luminance = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map(at => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, 1.4.3. */
const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const modes: readonly Mode[] = ['light', 'dark']
const grounds = ['surface', 'paper', 'sunken'] as const
const tones: readonly Tone[] = ['red', 'ochre', 'blue', 'green', 'plum', 'grey']
const inks = ['ink', 'ink2', 'ink3', ...tones] as const

describe.each(modes)('%s: words can be read', mode => {
  const p = palette[mode]

  test.each(inks.flatMap(ink => grounds.map(ground => [ink, ground] as const)))('%s on %s is at least 4.5 : 1', (ink, ground) => {
    expect(contrast(p[ink], p[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(tones)('%s on its own soft ground', tone => {
    expect(contrast(p[tone], p[`${tone}Soft`])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['fill', 'fillHover'] as const)('the words of a red button on %s', ground => {
    expect(contrast(p.onFill, p[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each([0, 1, 2, 3, 4])('ink on heat step %i', step => {
    expect(contrast(p.ink, heat[mode][step]!)).toBeGreaterThanOrEqual(4.5)
  })

  // The small per cent sign; the last step says 齐 instead.
  test.each([0, 1, 2, 3])('ink2 on heat step %i', step => {
    expect(contrast(p.ink2, heat[mode][step]!)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('tokens.css says the same as palette.ts', () => {
  const pairs = [
    ...Object.keys(palette.light).map(name => [name, palette.light[name as 'ink'], palette.dark[name as 'ink']] as const),
    ...heat.light.map((value, at) => [`heat${at}`, value, heat.dark[at]!] as const),
    ...series.light.map((value, at) => [`c${at}`, value, series.dark[at]!] as const),
  ]

  test.each(pairs)('--%s', (name, light, dark) => {
    expect(css).toContain(`--${name}: light-dark(${light}, ${dark});`.toLowerCase())
  })
})
