/** The desk on the day of pick-up: found by what somebody says at the counter. */

export type FoundBy = { name: string; pinyin: string; number: string; serial: string; studentNumber: string; branchName: string }

const initialsOf = (pinyin: string) =>
  pinyin
    .split(' ')
    .map(syllable => syllable[0] ?? '')
    .join('')

/** By name, its pinyin in full or by initials, the letter's number, or the last digits of the student number; empty finds all. */
export function isSought(row: FoundBy, sought: string): boolean {
  const text = sought.trim().toLowerCase()
  if (text === '') return true
  if (/^\d+$/.test(text))
    return (
      row.studentNumber.endsWith(text) || row.studentNumber === text || Number(row.serial) === Number(text) || row.number.includes(text)
    )
  const letters = text.replace(/[\s']/g, '')
  if (/^[a-z]+$/.test(letters)) return row.pinyin.replaceAll(' ', '').startsWith(letters) || initialsOf(row.pinyin).startsWith(letters)
  return row.name.includes(text) || row.number.includes(text) || row.branchName.includes(text)
}
