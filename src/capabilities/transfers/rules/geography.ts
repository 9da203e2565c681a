import type { Geography } from '../../plans/rules.ts'

const isDivision = (code: string) => /^[1-9]\d{5}(\d{6})?$/.test(code)

/** The four municipalities are one city each, whatever the middle digits say. */
const municipalities = ['11', '12', '31', '50']

/** Counties run straight by a province (4290xx, 4690xx, 6590xx) share four digits without sharing a city. */
const cityOf = (code: string): string => {
  if (municipalities.includes(code.slice(0, 2))) return code.slice(0, 2)
  return code[2] === '9' ? code.slice(0, 6) : code.slice(0, 4)
}

/**
 * Where the receiver lies, by division codes (GB/T 2260; longer codes are read by their first six digits).
 * A code can't tell the campus from its city: `sameSchool` does. Null: a code that isn't one.
 */
export const geographyOf = (receiverCode: string, schoolCode: string, sameSchool = false): Geography | null => {
  if (sameSchool) return 'campus'
  if (!isDivision(receiverCode) || !isDivision(schoolCode)) return null
  if (receiverCode.slice(0, 2) !== schoolCode.slice(0, 2)) return 'outside'
  return cityOf(receiverCode) === cityOf(schoolCode) ? 'city' : 'province'
}
