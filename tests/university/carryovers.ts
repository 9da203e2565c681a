/** Rows of 往届未了 by the names of its columns, in the product's own workbook. */
import { checkDigitOf } from '../../src/capabilities/roster/rules.ts'
import { writeWorkbook } from '../../src/platform/spreadsheets/index.ts'

export type CarryRow = Readonly<Record<string, string>>

let people = 0

/** A woman, born in 1998. */
const idNumber = (at: number) => {
  const body = `449901199803${String((at % 28) + 1).padStart(2, '0')}${String(200 + 2 * (at % 390)).padStart(3, '0')}`
  return body + checkDigitOf(body)
}

/** Somebody of an earlier year whom nobody has yet. */
export const formerGraduate = (name: string, branch: string, more: CarryRow = {}): CarryRow => {
  const at = ++people
  return {
    毕业年份: '2021',
    学号: String(2017_600_000 + at),
    姓名: name,
    性别: '女',
    民族: '汉族',
    出生日期: `1998-03-${String((at % 28) + 1).padStart(2, '0')}`,
    公民身份号码: idNumber(at),
    党员类别: '正式',
    入党时间: '2019-05-20',
    手机: `192${10_000_000 + at}`,
    党支部: branch,
    ...more,
  }
}

export const abroad: CarryRow = {
  未了事项: '保留组织关系',
  去向类别: '出国（境）学习',
  去往单位: '示范大学（海外）',
  '国家（地区）': '英国',
  保留起始日期: '2021-07-01',
  预计期限: '2024-06',
  境内联系人一: '谢安',
  联系人一电话: '13900000001',
  联系人一关系: '父亲',
  境内联系人二: '钱宁',
  联系人二电话: '13900000002',
  联系人二关系: '同学',
  书面申请: '有',
}

export const studiesOn: CarryRow = {
  未了事项: '延期毕业',
  延期原因: '毕业论文未完成',
  批准文号: '教字〔2021〕8号',
  批准日期: '2021-06-10',
  预计毕业时间: '2024-06-30',
  现编入支部: '日语党支部',
  专人: '俞老师',
  专人电话: '020-00000001',
}

export const unreturned = (number: string, more: CarryRow = {}): CarryRow => ({
  未了事项: '回执未回',
  介绍信编号: number,
  开具日期: '2021-06-25',
  '有效期（天）': '90',
  抬头: '中共杭州市滨江区委组织部',
  去往单位: '杭州某某软件公司',
  方式: '纸质',
  ...more,
})

export async function carrySheet(...rows: CarryRow[]): Promise<File> {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const bytes = await writeWorkbook({
    name: '往届未了',
    columns: columns.map(header => ({ header })),
    rows: rows.map(row => columns.map(column => row[column] ?? '')),
  })
  return new File([new Uint8Array(bytes)], '往届未了.xlsx')
}
