import type { DestinationCode } from '../src/capabilities/plans/rules.ts'
import type { FormInput } from '../src/capabilities/transfers/contract.ts'
import type { Person } from './members.ts'
import type { Random } from './random.ts'
import { colleges } from './units.ts'

type Receiver = { name: string; kind: string; divisionCode: string | null }

const firms = [
  '海岸智造有限公司',
  '之江远航科技股份有限公司',
  '粤湾精密仪器有限公司',
  '南岭生态环境工程有限公司',
  '星河软件有限公司',
  '岭海文化传媒有限公司',
  '明德教育集团',
  '东江食品股份有限公司',
]
const schools = ['湘江理工大学', '赣南示范大学', '西湖师范学院', '南屏大学', '漓江大学', '珠江工业大学']
const offices = ['研发一支部', '综合管理党支部', '教工第二党支部', '新生临时党支部', '机关第三党支部', '生产一线党支部']

/** Shares as a graduating year has them; the delayed stay and are not asked. */
export const typeFrom = (random: Random): DestinationCode =>
  random.weighted([
    ['D01', 40],
    ['D02', 7],
    ['D03', 22],
    ['D04', 8],
    ['D05', 6],
    ['D07', 2],
    ['D08', 8],
    ['D09', 2],
    ['D10', 5],
  ])

const locality: readonly string[] = ['township', 'talent-service']
/** Where the plan sends who has no employer with a Party organisation. */
const receiving: Partial<Record<DestinationCode, readonly string[]>> = { D02: locality, D09: locality, D10: locality }

const inProvince = ({ divisionCode }: Receiver) => divisionCode?.startsWith('44') ?? false

/** The one that was drawn, or the next of a kind that fits, on the same side of the province's border. */
const fitting = (type: DestinationCode, drawn: Receiver, receivers: readonly Receiver[]): Receiver => {
  const kinds = receiving[type]
  if (!kinds || kinds.includes(drawn.kind)) return drawn
  const at = receivers.indexOf(drawn)
  const after = [...receivers.slice(at), ...receivers.slice(0, at)]
  return after.find(other => kinds.includes(other.kind) && other.divisionCode && inProvince(other) === inProvince(drawn)) ?? drawn
}

/** A destination as somebody would have filled it in, complete under the plan of 2023. */
export function formFrom(random: Random, type: DestinationCode, receivers: readonly Receiver[], person: Person): FormInput {
  const drawn = random.pick(
    receivers.filter(({ name, divisionCode }) => divisionCode && (type === 'D03' ? /大学|学院/.test(name) : !/大学|学院/.test(name))),
  )
  const receiver = fitting(type, drawn, receivers)
  const outside = !inProvince(receiver)
  const contact = {
    name: `${random.pick(['俞', '沈', '梁', '方'])}老师`,
    phone: `07${10 + random.below(80)}-0000${100 + random.below(800)}`,
  }
  const leaving = {
    unitName: type === 'D03' ? random.pick(schools) : random.pick(firms),
    receiverPlace: receiver.divisionCode!,
    addressee: { name: receiver.name },
    receivingBranch: random.pick(offices),
    receiverContact: contact,
    ...(random.chance(0.8) ? { confirmed: true, confirmedOn: '2023-05-18' } : { confirmed: false }),
    duesPaidTo: '2023-06',
    ...(outside && random.chance(0.4) ? { paperAsked: 'receiver' as const } : {}),
  }
  const answers: Record<DestinationCode, FormInput['answers']> = {
    D01: { ...leaving, system: 'local' },
    D02: leaving,
    D03: { ...leaving, reportBy: '2023-09-01' },
    D04: {
      receivingBranch: random.pick(colleges[person.unit.college ?? '']?.branches ?? ['研究生院直属党支部']),
      newStudentNo: `2023${person.studentNumber.slice(4)}`,
      duesPaidTo: '2023-06',
    },
    D05: {
      unitName: random.pick(['海外某大学', '境外联合培养项目']),
      country: '境外某国',
      abroadFrom: '2023-09',
      returnBy: '2025-06',
      stayApplication: '出国（境）学习两年，申请将组织关系保留在学校，按期联系。',
      domesticContacts: [
        { name: `${person.name[0]}父`, phone: '18000000001', relation: '父亲' },
        { name: `${person.name[0]}母`, phone: '18000000002', relation: '母亲' },
      ],
    },
    D06: { ...leaving, country: '境外某国', abroadFrom: '2023-09', explanation: '由派出单位统一办理' },
    D07: { addressee: { name: '某部政治工作部' }, recruitmentOffice: '县人民武装部', reportBy: '2023-09-10', duesPaidTo: '2023-06' },
    D08: { ...leaving, reportBy: '2023-08-01' },
    D09: leaving,
    D10: { ...leaving, collectiveHousehold: false, householdPlace: receiver.divisionCode! },
    D11: {
      delayReason: '学分未修满',
      expectedGraduation: '2024-06',
      atSchool: true,
      placedBranch: person.unit.name,
      keeper: contact,
    },
    D12: { explanation: '另行说明', duesPaidTo: '2023-06' },
  }
  return { type, stay: type === 'D05', answers: answers[type], override: null }
}
