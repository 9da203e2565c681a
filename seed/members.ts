import { pinyin } from 'pinyin-pro'
import { holdsMembers } from '../src/capabilities/orgs/rules.ts'
import { sealMember } from '../src/capabilities/roster/index.ts'
import { checkDigitOf, type Membership, type Outcome } from '../src/capabilities/roster/rules.ts'
import { addDays, addMonths, type Day, day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Vault } from '../src/platform/crypto/index.ts'
import { nameFrom } from './names.ts'
import type { Random } from './random.ts'
import { colleges, type Unit } from './units.ts'

export interface Person {
  memberId: string
  graduateId: string
  accountId: string
  studentNumber: string
  name: string
  ethnicGroup: string
  sex: 'male' | 'female'
  bornOn: Day
  idNumber: string
  phone: string
  unit: Unit
  membership: Membership
  outcome: Outcome
  joinedOn: Day
  confirmedOn: Day
  province: string
  junior: boolean
}

const places: [code: string, text: string, weight: number][] = [
  ['440783', '广东省江门市开平市', 5],
  ['440981', '广东省茂名市高州市', 5],
  ['441422', '广东省梅州市大埔县', 4],
  ['440117', '广东省广州市从化区', 4],
  ['431302', '湖南省娄底市娄星区', 2],
  ['360730', '江西省赣州市宁都县', 2],
  ['450103', '广西壮族自治区南宁市青秀区', 2],
  ['330106', '浙江省杭州市西湖区', 1],
  ['520103', '贵州省贵阳市云岩区', 1],
]

/** Numbers in use: of the demonstration's people one is given to one. */
const taken = new Set<string>()

function idNumberOf(random: Random, bornOn: Day, sex: 'male' | 'female'): string {
  for (;;) {
    const order = random.below(150) * 2 + (sex === 'male' ? 1 : 2)
    const body = `449901${bornOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`
    if (!taken.has(body)) {
      taken.add(body)
      return body + checkDigitOf(body)
    }
  }
}

const fixed: Record<string, { name: string; studentNumber: string; sex: 'female' | 'male' }[]> = {
  英语第一党支部: [{ name: '欧阳静怡', studentNumber: '2019020901', sex: 'female' }],
}
const fixedJuniors: typeof fixed = { 英语第一党支部: [{ name: '叶向晨', studentNumber: '2022020901', sex: 'male' }] }

const JUNIORS = 10

/** Graduating members and ten juniors, spread over the branches; the people of the login page among them. */
export function enrolPeople(random: Random, units: readonly Unit[], graduates: number): Person[] {
  const branches = units.filter(unit => holdsMembers(unit.kind))
  const english = branches.find(unit => unit.name in fixed)!
  const people: Person[] = []
  const add = (unit: Unit, junior: boolean) => {
    const known = (junior ? fixedJuniors : fixed)[unit.name]?.find(
      ({ studentNumber }) => !people.some(person => person.studentNumber === studentNumber),
    )
    people.push(personOf(random, unit, people.length, junior, known))
  }
  for (let at = 0; at < graduates; at++) add(branches[at % branches.length]!, false)
  for (let at = 0; at < JUNIORS; at++) add(at < 3 ? english : branches[(at * 3) % branches.length]!, true)
  return people
}

function personOf(
  random: Random,
  unit: Unit,
  at: number,
  junior: boolean,
  known?: { name: string; studentNumber: string; sex: 'female' | 'male' },
): Person {
  const invented = nameFrom(random)
  const sex = known?.sex ?? random.pick(['male', 'female'] as const)
  const bornOn = addDays(day(junior ? '2003-01-01' : '2000-01-01'), random.below(700))
  const membership: Membership =
    known && !junior
      ? 'full'
      : random.weighted([
          ['full', 78],
          ['probationary', 20],
          ['probation-extended', 0.5],
          ['under-review', 0.4],
        ])
  const joinedOn = membership === 'full' ? addDays(day('2020-11-01'), random.below(500)) : addDays(day('2022-06-10'), random.below(330))
  const outcome: Outcome =
    junior || known
      ? 'on-time'
      : random.weighted([
          ['on-time', 565],
          ['delayed', 18],
          ['completed', 4],
          ['incomplete', 4],
          ['withdrawn', 2],
          ['suspended', 3],
          ['enlisted', 3],
          ['deceased', 1],
        ])
  return {
    memberId: newId(),
    graduateId: newId(),
    accountId: newId(),
    studentNumber: known?.studentNumber ?? `${junior ? 2022 : 2019}5${String(at).padStart(5, '0')}`,
    name: known?.name ?? invented.name,
    ethnicGroup: known ? '01' : invented.ethnicGroup,
    sex,
    bornOn,
    idNumber: idNumberOf(random, bornOn, sex),
    phone: `19${String(100_000_000 + at * 137 + random.below(90)).slice(0, 9)}`,
    unit,
    membership,
    outcome,
    joinedOn,
    confirmedOn: addMonths(joinedOn, 12),
    province: random.weighted(places.map(place => [place[1], place[2]] as const)),
    junior,
  }
}

export const memberRow = (school: string, vault: Vault, person: Person) => ({
  school_id: school,
  id: person.memberId,
  path: person.unit.path,
  unit_id: person.unit.id,
  student_number: person.studentNumber,
  name: person.name,
  pinyin: pinyin(person.name, { toneType: 'none', mode: 'surname', separator: ' ' } as never),
  sex: person.sex,
  ethnic_group: person.ethnicGroup,
  born_on: person.bornOn,
  id_type: 'resident-id',
  ...sealMember(vault, person.memberId, {
    idNumber: person.idNumber,
    phone: person.phone,
    email: null,
    homeAddress: null,
    secondContact: { name: `${person.name[0]}某`, phone: `18${person.phone.slice(2)}`, relation: '父母' },
  }),
  native_place: /^.+?(?:省|自治区)/.exec(person.province)![0],
  registered_at: person.province,
  education: person.unit.college === '研究生院' ? 'master' : 'bachelor',
  degree: person.unit.college === '研究生院' ? 'master' : 'bachelor',
  college: person.unit.college,
  major: colleges[person.unit.college ?? '']?.major ?? '教育学',
  class_name: `${person.junior ? 22 : 19}级 ${(person.studentNumber.charCodeAt(9) % 4) + 1} 班`,
  joined_on: person.joinedOn,
  confirmed_on: person.confirmedOn,
  membership: person.membership,
  dues_paid_to: '2023-06',
  relation_at_school: true,
})
