/** Numbers as official paper writes them, so that a stroke cannot turn one into another. */
export const numeralStyles = ['capital', 'digits'] as const
export type NumeralStyle = (typeof numeralStyles)[number]

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖']
const PLACES = ['', '拾', '佰']

const digitAt = (number: number, place: number) => Math.floor(number / 10 ** place) % 10

/** A whole number from 1 to 999: 10 is 壹拾, 90 玖拾, 105 壹佰零伍. */
const capitalNumber = (number: number): string => {
  const written = [2, 1, 0].map(place => (digitAt(number, place) ? `${DIGITS[digitAt(number, place)]}${PLACES[place]}` : '零')).join('')
  return written.replace(/^零+|零+$/g, '').replace(/零+/g, '零')
}

/** Days of validity: 90 is 玖拾. */
export const capitalDays = (days: number): string => capitalNumber(days)

export type WrittenMonth = { year: string; month: string }

/** A month `YYYY-MM`: the year digit by digit, the month as a number. 2023-06 is 贰零贰叁 年 陆 月. */
export const capitalMonth = (month: string): WrittenMonth => ({
  year: [...month.slice(0, 4)].map(digit => DIGITS[Number(digit)]).join(''),
  month: capitalNumber(Number(month.slice(5, 7))),
})

export const writtenDays = (days: number, style: NumeralStyle): string => (style === 'capital' ? capitalDays(days) : String(days))

export const writtenMonth = (month: string, style: NumeralStyle): WrittenMonth =>
  style === 'capital' ? capitalMonth(month) : { year: month.slice(0, 4), month: String(Number(month.slice(5, 7))) }
