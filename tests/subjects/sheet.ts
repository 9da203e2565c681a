import { checkDigitOf, rosterFields } from '../../src/capabilities/roster/rules.ts'
import { writeWorkbook } from '../../src/platform/spreadsheets/index.ts'

let people = 0

const idNumber = (at: number) => {
  const body = `44990120010${(at % 9) + 1}15${String(200 + (at % 700)).padStart(3, '0')}`
  return body + checkDigitOf(body)
}

/** 附件1 with one person whom nobody has yet. */
export async function rosterSheet(branch: string): Promise<File> {
  const at = ++people
  const person: Record<string, string> = {
    studentNumber: String(2019_700_000 + at),
    name: '新来',
    sex: Math.floor((200 + (at % 700)) % 2) === 1 ? '男' : '女',
    ethnicGroup: '汉族',
    bornOn: `2001-0${(at % 9) + 1}-15`,
    idNumber: idNumber(at),
    education: '本科',
    college: '外国语学院',
    major: '英语',
    joinedOn: '2021-05-20',
    confirmedOn: '2022-05-20',
    membership: '正式',
    phone: `191${10_000_000 + at}`,
    branch,
  }
  const columns = rosterFields.map(({ label }) => ({ header: label }))
  const rows = [rosterFields.map(({ key }) => person[key] ?? '')]
  return new File([new Uint8Array(await writeWorkbook({ name: '名册', columns, rows }))], '名册.xlsx')
}

let majors = 0

/** Somebody of the roster, whose major is another each time. */
export async function comparisonSheet({ name, idNumber: number }: { name: string; idNumber: string }): Promise<File> {
  const columns = ['姓名', '公民身份号码', '专业'].map(header => ({ header }))
  const rows = [[name, number, `英语方向${++majors}`]]
  return new File([new Uint8Array(await writeWorkbook({ name: '导出', columns, rows }))], '导出.xlsx')
}
