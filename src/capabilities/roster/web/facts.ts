/** What the page of a person shows, in groups; the texts are those of the form, so that a correction starts from them. */
import type { GraduatePage, RevealedView } from '../contract.ts'
import { outcomeNeeds } from '../rules/outcome-rules.ts'
import { textOfField } from '../rules/value-text.ts'
import type { Outcome, OutcomeFacts } from '../rules.ts'

type Held = 'studentNumber' | 'name' | 'sex' | 'ethnicGroup' | 'bornOn' | 'idType' | 'nativePlace' | 'registeredAt'
type Study = 'education' | 'degree' | 'college' | 'major' | 'className'
type Party = 'joinedOn' | 'confirmedOn' | 'membership' | 'partyPost' | 'introducers' | 'duesPaidTo' | 'relationAtSchool' | 'remark'
type Masked = 'idNumber' | 'phone'
type Contact = 'email' | 'homeAddress' | 'secondContact' | 'secondContactPhone' | 'secondContactRelation'

export type FactField = Held | Study | Party | Masked | Contact | 'branch'

export const factGroups: readonly { title: string; fields: readonly FactField[] }[] = [
  {
    title: '本人',
    fields: ['studentNumber', 'name', 'sex', 'ethnicGroup', 'bornOn', 'idType', 'idNumber', 'nativePlace', 'registeredAt'],
  },
  {
    title: '党籍',
    fields: ['membership', 'joinedOn', 'confirmedOn', 'branch', 'partyPost', 'introducers', 'duesPaidTo', 'relationAtSchool', 'remark'],
  },
  { title: '学业', fields: ['education', 'degree', 'college', 'major', 'className'] },
  { title: '联系', fields: ['phone', 'email', 'homeAddress', 'secondContact', 'secondContactPhone', 'secondContactRelation'] },
]

const contactTexts: Record<Contact, (shown: RevealedView) => string | null> = {
  email: shown => shown.email,
  homeAddress: shown => shown.homeAddress,
  secondContact: shown => shown.secondContact?.name ?? null,
  secondContactPhone: shown => shown.secondContact?.phone ?? null,
  secondContactRelation: shown => shown.secondContact?.relation ?? null,
}

const isContact = (field: FactField): field is Contact => field in contactTexts
const isMasked = (field: FactField): field is Masked => field === 'idNumber' || field === 'phone'

/** Kept under the cohort's key: shown in full only once a reason was given. */
export const isSealed = (field: FactField): boolean => isMasked(field) || isContact(field)

/** The text of the form; masked where it is sealed and nothing was revealed. */
export const factText = (person: GraduatePage, field: FactField, shown?: RevealedView): string => {
  if (field === 'branch') return person.branch.name
  if (isContact(field)) return shown ? (contactTexts[field](shown) ?? '') : ''
  if (isMasked(field)) return shown?.[field] ?? person[field] ?? ''
  return textOfField(field, person[field] as never)
}

/** What a correction starts from: never asterisks. */
export const startingText = (person: GraduatePage, field: FactField, shown?: RevealedView): string =>
  isSealed(field) && !shown ? '' : factText(person, field, shown)

/** What is asked beyond the starred ones of 附件3. */
const also: Record<Outcome, readonly (keyof OutcomeFacts)[]> = {
  'on-time': [],
  delayed: ['document', 'documentOn', 'atSchool'],
  completed: ['document', 'documentOn'],
  incomplete: ['document', 'documentOn'],
  withdrawn: ['documentOn'],
  suspended: ['documentOn', 'expectedOn', 'atSchool'],
  enlisted: ['documentOn', 'reason'],
  deceased: ['document', 'reason'],
}

/** The order of the form. */
const inOrder: readonly (keyof OutcomeFacts)[] = [
  'reason',
  'document',
  'documentOn',
  'expectedOn',
  'atSchool',
  'placedBranch',
  'contactName',
  'contactPhone',
  'handling',
]

export type AskedFact = { fact: keyof OutcomeFacts; needed: boolean }

export const askedFacts = (outcome: Outcome): AskedFact[] => {
  const needed = new Set<keyof OutcomeFacts>(outcomeNeeds[outcome])
  return inOrder.filter(fact => needed.has(fact) || also[outcome].includes(fact)).map(fact => ({ fact, needed: needed.has(fact) }))
}
