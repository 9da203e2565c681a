import type { Day } from '../../../kernel/day.ts'
import type { Problem, Repair, Skipped } from '../../imports/rules.ts'
import type { Degree, Education, IdType, Membership, Sex } from './codes.ts'
import type { SecondContact } from './phones.ts'

/** One person of 附件1. Null: the sheet does not say, or what it says is wrong. */
export type RosterEntry = {
  studentNumber: string
  name: string
  sex: Sex | null
  /** GB/T 3304, `01` to `56`, `97`, `98`. */
  ethnicGroup: string | null
  bornOn: Day | null
  idType: IdType
  idNumber: string | null
  nativePlace: string | null
  registeredAt: string | null
  education: Education | null
  degree: Degree | null
  college: string | null
  major: string | null
  className: string | null
  joinedOn: Day | null
  /** Of a full member the day of 转正; of a probationary one the day on which the probation ends. */
  confirmedOn: Day | null
  membership: Membership | null
  partyPost: string | null
  introducers: string | null
  phone: string | null
  secondContact: SecondContact | null
  email: string | null
  homeAddress: string | null
  /** `2023-05`. */
  duesPaidTo: string | null
  relationAtSchool: boolean | null
  remark: string | null
  /** The branch's name. */
  branch: string | null
}

/** `elsewhere`: of a known branch that is not the importer's; set aside, and nothing else is said about it. */
export type Standing = 'ready' | 'wrong' | 'elsewhere'
export type RosterRow = RosterEntry & { row: number; standing: Standing }

export type RosterCheck = { rows: RosterRow[]; problems: Problem[]; repairs: Repair[]; skipped: Skipped[] }
