/** Sensitive numbers as screens, lists and messages may show them: the last four, the rest as asterisks. */
const SHOWN = 4

/** `449901200108204673` is `**************4673`; what is too short to hide anything is hidden whole. */
export const maskIdNumber = (text: string): string => {
  const characters = Array.from(text)
  const shown = characters.length >= SHOWN * 2 ? SHOWN : 0
  return '*'.repeat(characters.length - shown) + characters.slice(characters.length - shown).join('')
}

/** `13800134471` is `138****4471`; a number of another form keeps its last four only. */
export const maskPhone = (text: string): string =>
  /^\d{11}$/.test(text) ? `${text.slice(0, 3)}****${text.slice(-SHOWN)}` : maskIdNumber(text)
