/** Numbers of bags and lists. A unit’s own part is its place below the committee, which is never given twice. */

/** `/1/3/12/` is the third: its branches number in one row. The committee’s own would be 0. */
export const unitNumberOf = (path: string): number => Number(path.split('/')[2] || 0)

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

/** `03-0012`: unique in the school and the year. */
export const bagText = (unit: number, number: number) => `${padded(unit, 2)}-${padded(number, 4)}`

/** `移03-01`. */
export const listText = (unit: number, number: number) => `移${padded(unit, 2)}-${padded(number, 2)}`

const looksLikeBag = /^(\d{1,3})\s*[-–—－_ ]\s*(\d{1,6})$/

/** What a scanner or a hand has typed, as a bag’s number: full-width signs and lost zeros are read as they were meant. */
export function readBag(typed: string): string | null {
  const found = looksLikeBag.exec(typed.normalize('NFKC').trim())
  return found ? bagText(Number(found[1]), Number(found[2])) : null
}

/** A student number as scanners give it. */
export const readStudentNumber = (typed: string): string => typed.normalize('NFKC').trim()
