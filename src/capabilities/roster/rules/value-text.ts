/** The fields of a person in the words of the form. */
import { atSchool, degrees, educations, idTypes, labelIn, memberships, sexes } from './codes.ts'
import type { RosterEntry } from './entry.ts'
import { ethnicGroups } from './ethnic-groups.ts'
import { rosterFields } from './fields.ts'
import type { SecondContact } from './phones.ts'

/** Stored sealed, and named without their values in every record of a change. */
export const sensitiveFields: ReadonlySet<string> = new Set(['idNumber', 'phone', 'secondContact', 'email', 'homeAddress'])

const labels = new Map<string, string>([
  ...rosterFields.map(({ key, label }) => [key, label] as const),
  ['cohort', '届'],
  ['outcome', '学业结果'],
  ['reduction', '减员'],
  ['outcomePaper', '学业结果文件'],
  ['tags', '标签'],
  ['merged', '合并'],
  ['responsible', '责任老师'],
])
export const fieldLabel = (field: string): string => labels.get(field) ?? field

const codes: Partial<Record<keyof RosterEntry, Parameters<typeof labelIn>[0]>> = {
  sex: sexes,
  ethnicGroup: ethnicGroups,
  idType: idTypes,
  education: educations,
  degree: degrees,
  membership: memberships,
}

/** The words that a field takes, where they are a closed list. */
export const choicesOf = (field: string): string[] | undefined =>
  (field === 'relationAtSchool' ? atSchool : codes[field as keyof RosterEntry])?.map(({ label }) => label)

const contactText = ({ name, phone, relation }: SecondContact) => [name, relation, phone].filter(Boolean).join(' ')

export const textOfField = <Field extends keyof RosterEntry>(field: Field, value: RosterEntry[Field]): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return labelIn(atSchool, value ? 'yes' : 'no')
  if (typeof value === 'object') return contactText(value)
  const list = codes[field]
  return list ? labelIn(list, value) : value
}
