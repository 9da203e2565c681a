/** The product's own layout of a form, used where a school has given no workbook of its own. */
import type { FormSheet } from '../../platform/spreadsheets/index.ts'
import type { Form } from '../plans/rules.ts'
import type { FormRow, Values } from './rules.ts'

/** In characters: what a column needs where its texts are wrapped into two or three lines, so that all fit on the width of one sheet. */
const widths: Readonly<Record<string, number>> = {
  no: 5,
  secondary: 10,
  branch: 10,
  studentNo: 11,
  name: 9,
  sex: 5,
  ethnicGroup: 7,
  birthDate: 10.8,
  idNumber: 19.5,
  nativePlace: 7,
  household: 10,
  education: 7,
  degree: 7,
  department: 9,
  major: 9,
  className: 8,
  joinedOn: 10.8,
  fullOn: 10.8,
  membership: 7,
  post: 7,
  sponsors: 7,
  phone: 12.5,
  secondContact: 11,
  email: 12,
  address: 11,
  duesPaidTo: 8,
  relationHere: 7,
  remark: 8,
  joinedFullOn: 12.5,
  departmentMajor: 13,
  outcome: 8,
  reason: 12,
  approval: 15,
  expectedGraduation: 11,
  inSchool: 6,
  keeper: 13,
  relation: 12,
  destination: 9,
  unitName: 13,
  receiverPlace: 10,
  geography: 6,
  addressee: 15,
  receivingBranch: 11,
  orgCode: 9,
  receiverContact: 13,
  confirmed: 7,
  method: 8,
  paper: 7,
  validity: 7,
  serial: 11,
  startedOn: 11,
  result: 8,
}
const USUAL = 10
const WIDE = '　'.repeat(16)

const left = new Set(['household', 'address', 'secondary', 'branch', 'remark', 'department', 'major', 'addressee', 'reason', 'unitName'])
/** Nothing to say of a column that the plan does not star. */
export const headerOf = ({ label, star }: Form['columns'][number]): string => (star ? `${label}*` : label)

export type Layout = {
  form: Pick<Form, 'title' | 'columns'>
  rows: readonly FormRow[]
  values: Values
  /** Above the header, under unit and date. */
  above?: readonly string[]
  /** Below the rows, over the signatures. */
  below?: readonly string[]
  signatures?: string
  footer?: string
  /** Lines to be filled in by hand, where the form has no rows of its own. */
  blank?: number
  choices?: (key: string) => readonly string[] | undefined
}

export const sheetOf = ({ form, rows, values, above = [], below = [], signatures, footer, blank = 0, choices }: Layout): FormSheet => ({
  name: form.title,
  title: form.title,
  above: [`填报单位：${values.unit}${WIDE}填报日期：${values.date}`, ...above],
  columns: form.columns.map(column => {
    const offered = choices?.(column.key)
    return {
      header: headerOf(column),
      width: widths[column.key] ?? USUAL,
      align: left.has(column.key) ? 'left' : 'center',
      ...(offered && { choices: offered }),
    }
  }),
  rows: (rows.length > 0 ? rows : Array.from({ length: blank }, (): FormRow => ({}))).map(row =>
    form.columns.map(({ key }) => row[key] ?? ''),
  ),
  below: [...below, ...(signatures === undefined ? [] : [signatures])],
  ...(footer !== undefined && { footer }),
})
