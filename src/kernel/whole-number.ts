/** Whole ID and mobile numbers among the words that somebody looks for: they go into no address, and so into no log or history. */
export type WholeNumber = { kind: 'id-number' | 'phone'; number: string }

/** Spaces and hyphens within a number are only how it was copied. */
const joined = (words: string): string =>
  words
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/(?<=\d)[\s-]+(?=[\dX])/g, '')

const RESIDENT = /(?<!\d)\d{17}[\dX](?![\dA-Z])/
/** Of the first generation of cards: the year of birth in two digits, no check digit. */
const FIRST_GENERATION = /(?<!\d)\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Z])/
const MOBILE = /(?<!\d)(?:\+?86)?(1[3-9]\d{9})(?!\d)/
/** Permits to the mainland and passports of the People's Republic. Other papers look like student numbers. */
const PERMIT = /^(?:[HM]\d{8}(?:\d{2})?|G\d{8}|E(?:\d|[A-Z])\d{7})$/

/** The number as it is stored, also where other words stand beside it; null where there is none. */
export const wholeNumberIn = (words: string): WholeNumber | null => {
  const text = joined(words)
  const idNumber = RESIDENT.exec(text)?.[0] ?? FIRST_GENERATION.exec(text)?.[0] ?? PERMIT.exec(text)?.[0]
  if (idNumber) return { kind: 'id-number', number: idNumber }
  const phone = MOBILE.exec(text)?.[1]
  return phone ? { kind: 'phone', number: phone } : null
}

/** Why words are not looked for. */
export const searchRefusals = ['whole-number', 'no-whole-number'] as const
export type SearchRefusal = (typeof searchRefusals)[number]

export const searchRefusalText: Record<SearchRefusal, string> = {
  'whole-number':
    '完整的证件号或手机号不能写进网址，没有查找。请改用姓名或拼音；如果这是学号，请少输末一位。凭完整号码找人，请到“名册”的查找框输入。',
  'no-whole-number': '这不是完整的证件号或手机号，没有查找。请核对位数，或改用姓名、拼音、学号查找。',
}
