import type { Day } from '../../../kernel/day.ts'
import type { TableRow } from '../../imports/rules.ts'
import type { Degree, Education, IdType, Sex } from './codes.ts'
import type { RosterEntry } from './entry.ts'
import type { ReadMembership } from './party-fields.ts'
import type { SecondContact } from './phones.ts'

type Settled = { idType: IdType; bornOn: Day | null; branch: string | null }

const contactOf = (values: Record<string, unknown>): SecondContact | null => {
  const whole = values.secondContact as SecondContact | null | undefined
  const name = whole?.name ?? null
  const phone = (values.secondContactPhone as string | null | undefined) ?? whole?.phone ?? null
  const relation = (values.secondContactRelation as string | null | undefined) ?? whole?.relation ?? null
  return name === null && phone === null && relation === null ? null : { name, phone, relation }
}

/** The person that a checked row says; a field whose cell is wrong says nothing. */
export const entryOf = ({ values, wrong }: TableRow, { idType, bornOn, branch }: Settled): RosterEntry => {
  const given = <Value>(field: string): Value | null => (wrong.has(field) ? null : ((values[field] as Value | null | undefined) ?? null))
  const text = given<string>
  const atSchool = given<'yes' | 'no'>('relationAtSchool')
  return {
    studentNumber: text('studentNumber') ?? '',
    name: text('name') ?? '',
    sex: given<Sex>('sex'),
    ethnicGroup: text('ethnicGroup'),
    bornOn,
    idType,
    idNumber: text('idNumber'),
    nativePlace: text('nativePlace'),
    registeredAt: text('registeredAt'),
    education: given<Education>('education'),
    degree: given<Degree>('degree'),
    college: text('college'),
    major: text('major'),
    className: text('className'),
    joinedOn: given<Day>('joinedOn'),
    confirmedOn: given<Day>('confirmedOn'),
    membership: given<ReadMembership>('membership')?.code ?? null,
    partyPost: text('partyPost'),
    introducers: text('introducers'),
    phone: text('phone'),
    secondContact: contactOf(values),
    email: text('email'),
    homeAddress: text('homeAddress'),
    duesPaidTo: text('duesPaidTo'),
    relationAtSchool: atSchool === null ? null : atSchool === 'yes',
    remark: text('remark'),
    branch,
  }
}
