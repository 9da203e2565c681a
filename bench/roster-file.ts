import plan from '../examples/2023/plan.json' with { type: 'json' }
import { colleges, DIRECT } from '../seed/units.ts'
import { annex1Row } from '../src/capabilities/roster/rules/forms.ts'
import { day } from '../src/kernel/day.ts'
import { writeWorkbook } from '../src/platform/spreadsheets/index.ts'
import { personAt } from './data.ts'

/** Those of 附件1. */
export const { columns } = plan.forms.annex1
const branches = [
  ...Object.entries(colleges).flatMap(([college, { branches: names, major }]) => names.map(branch => ({ college, major, branch }))),
  { college: '研究生院', major: '英语', branch: DIRECT },
]

/** Every cell of 附件1 is filled, as the texts of the form. What changes is one cell stored open and one stored sealed. */
function textsAt(at: number, changed: boolean): string[] {
  const { college, major, branch } = branches[at % branches.length]!
  const person = personAt(at)
  const row = annex1Row(
    {
      ...person,
      phone: changed ? person.phone.replace(/^19/, '18') : person.phone,
      secondary: `${college}党总支`,
      idType: 'resident-id',
      nativePlace: '广东广州',
      registeredAt: '广东省广州市天河区',
      education: 'bachelor',
      degree: 'bachelor',
      college,
      major,
      className: changed ? '2019级2班' : '2019级1班',
      joinedOn: day('2021-05-20'),
      confirmedOn: day('2022-05-20'),
      membership: 'full',
      partyPost: '组织委员',
      introducers: '周可欣、徐一帆',
      secondContact: { name: '林父', phone: `138${10_000_000 + at}`, relation: '父亲' },
      email: `s${at}@example.edu.cn`,
      homeAddress: `广东省广州市天河区示范路${(at % 900) + 1}号`,
      duesPaidTo: '2023-05',
      relationAtSchool: true,
      remark: '应届',
      branch,
      outcome: 'on-time',
      outcomeFacts: {},
    },
    at,
  )
  return columns.map(({ key }) => row[key] ?? '')
}

/** The first `count` invented people; of the first `changed` two cells are other than they were. */
export async function rosterOf(count: number, changed: number) {
  const rows = Array.from({ length: count }, (_, at) => textsAt(at, at < changed))
  const bytes = await writeWorkbook({ name: '名册', columns: columns.map(({ label }) => ({ header: label })), rows })
  return { rows, bytes, file: new File([new Uint8Array(bytes)], '名册.xlsx') }
}
