/** 附件1 and 附件3 as rows of texts, by the keys of the plan's forms. */
import type { RosterEntry } from './entry.ts'
import type { OutcomeFacts } from './outcome-rules.ts'
import { type Outcome, outcomeNames } from './outcomes.ts'
import { textOfField } from './value-text.ts'

export type FormPerson = RosterEntry & { secondary: string; outcome: Outcome; outcomeFacts: OutcomeFacts }
export type FormRow = Readonly<Record<string, string>>

/** Key of the form → field of the person, where one is the other. */
const annex1Fields: Record<string, keyof RosterEntry> = {
  branch: 'branch',
  studentNo: 'studentNumber',
  name: 'name',
  sex: 'sex',
  ethnicGroup: 'ethnicGroup',
  birthDate: 'bornOn',
  idNumber: 'idNumber',
  nativePlace: 'nativePlace',
  household: 'registeredAt',
  education: 'education',
  degree: 'degree',
  department: 'college',
  major: 'major',
  className: 'className',
  joinedOn: 'joinedOn',
  fullOn: 'confirmedOn',
  membership: 'membership',
  post: 'partyPost',
  sponsors: 'introducers',
  phone: 'phone',
  secondContact: 'secondContact',
  email: 'email',
  address: 'homeAddress',
  duesPaidTo: 'duesPaidTo',
  relationHere: 'relationAtSchool',
  remark: 'remark',
}

const text = (person: RosterEntry, field: keyof RosterEntry) => textOfField(field, person[field])

export const annex1Row = (person: FormPerson, at: number): FormRow => ({
  no: String(at + 1),
  secondary: person.secondary,
  ...Object.fromEntries(Object.entries(annex1Fields).map(([key, field]) => [key, text(person, field)])),
})

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join('/')

export const annex3Row = (person: FormPerson, at: number): FormRow => {
  const facts = person.outcomeFacts
  return {
    no: String(at + 1),
    studentNo: person.studentNumber,
    name: person.name,
    sex: text(person, 'sex'),
    idNumber: text(person, 'idNumber'),
    membership: text(person, 'membership'),
    joinedFullOn: joined(person.joinedOn, person.confirmedOn),
    departmentMajor: joined(person.college, person.major),
    outcome: outcomeNames[person.outcome],
    reason: facts.reason ?? '',
    approval: joined(facts.document, facts.documentOn),
    expectedGraduation: facts.expectedOn ?? '',
    inSchool: facts.atSchool === undefined ? '' : facts.atSchool ? '是' : '否',
    branch: facts.placedBranch ?? person.branch ?? '',
    keeper: joined(facts.contactName, facts.contactPhone),
    phone: text(person, 'phone'),
    relation: facts.handling ?? '',
    remark: person.remark ?? '',
  }
}

/** 附件3 lists who does not graduate on time. A death is 减员 and is listed there. */
export const isOnAnnex3 = (outcome: Outcome): boolean => outcome !== 'on-time' && outcome !== 'deceased'

/** The choices that the empty form offers, by its keys. */
export const annex1Field = (key: string): keyof RosterEntry | undefined => annex1Fields[key]
