import type { LetterRow } from '../contract.ts'

/** `6/2`, with its year when that is another. */
export const shortDay = (day: string, today: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year === Number(today.slice(0, 4)) ? '' : `${year}/`}${month}/${date}`
}

/** 剩 4 天, 过 11 天; the last day itself is 今天到期. Nothing to say while there is time, or when it no longer matters. */
export const daysInWords = ({ standing, daysLeft }: Pick<LetterRow, 'standing' | 'daysLeft'>): string | null => {
  if (standing === 'expired') return `过 ${-daysLeft} 天`
  if (standing !== 'expiring') return null
  return daysLeft === 0 ? '今天到期' : `剩 ${daysLeft} 天`
}
