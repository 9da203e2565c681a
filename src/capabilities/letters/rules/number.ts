/** How a school numbers its letters: one series a year, the number given at issue and never before. */
export type NumberParts = {
  /** The school's short sign, as 岭示. */
  daizi: string
  year: number
  number: number
}

export const DEFAULT_NUMBER_PATTERN = '{代字}组介〔{YYYY}〕{0000}号'

const SERIAL = /\{(0+)\}/g

/** A pattern must say the year and the number once each: without them two letters could look the same. */
export const isNumberPattern = (pattern: string): boolean =>
  pattern.split('{YYYY}').length === 2 &&
  [...pattern.matchAll(SERIAL)].length === 1 &&
  !/[{}]/.test(pattern.replace(/\{(代字|YYYY|0+)\}/g, ''))

/** The number as text. The zeros give the least width: the 10,000th letter of a year has five digits. */
export const letterNumber = (pattern: string, { daizi, year, number }: NumberParts): string =>
  pattern.replace(/\{(代字|YYYY|0+)\}/g, (_, slot: string) => {
    if (slot === '代字') return daizi
    return slot === 'YYYY' ? String(year) : String(number).padStart(slot.length, '0')
  })

/** On a sheet that is looked at before it is issued. */
export const UNNUMBERED = '待编号'

/** 第__号 along the seam, where half of it stays with the stub; 0: no number was given yet. */
export const seamNumber = (number: number): string => (number === 0 ? UNNUMBERED : `第 ${String(number).padStart(4, '0')} 号`)
