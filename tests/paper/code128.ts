/** Reads Code 128 (ISO/IEC 15417) back from the widths of its bars and spaces, as a scanner does; independent of what draws it. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 ' +
  '223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 ' +
  '112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 ' +
  '311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 ' +
  '122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'
).split(' ')
const MODULES = 11
const CODE_C = 99
const CODE_B = 100
const START_B = 104
const START_C = 105

const symbolOf = (widths: readonly number[]): number => {
  const all = widths.reduce((sum, width) => sum + width, 0)
  return patterns.indexOf(widths.map(width => Math.round((width * MODULES) / all)).join(''))
}

/** `widths`: bar, space, bar … from the first bar to the last. Null: no code, or one whose check digit is wrong. */
export function readCode128(widths: readonly number[]): string | null {
  if (widths.length < 25 || (widths.length - 7) % 6 !== 0) return null
  const values = Array.from({ length: (widths.length - 7) / 6 }, (_, at) => symbolOf(widths.slice(at * 6, at * 6 + 6)))
  const [start, ...rest] = values
  const check = rest.pop()
  if (values.includes(-1) || start === undefined || rest.reduce((sum, value, at) => sum + value * (at + 1), start) % 103 !== check)
    return null
  let set = start
  let text = ''
  for (const value of rest) {
    if (value === CODE_C) set = START_C
    else if (value === CODE_B) set = START_B
    else text += set === START_C ? String(value).padStart(2, '0') : String.fromCharCode(value + 32)
  }
  return text
}

/** Of a line of grey values: the runs of dark and light from the first dark to the last. */
export function runsOf(line: Uint8Array): number[] {
  const runs: number[] = []
  let dark = false
  for (const value of line) {
    const is = value < 128
    if (runs.length === 0 && !is) continue
    if (is === dark && runs.length > 0) runs[runs.length - 1]! += 1
    else runs.push(1)
    dark = is
  }
  return dark ? runs : runs.slice(0, -1)
}
