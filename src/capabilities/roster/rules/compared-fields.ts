/** What an export of the Party-affairs system says of a person, by its own words. It knows no student number: the ID number is the key. */
import { type Cell, type Reading, textOf } from '../../imports/rules.ts'
import type { BranchIndex } from './branches.ts'
import type { RosterField } from './field.ts'
import { rosterFields } from './fields.ts'

const words: Record<string, readonly string[]> = {
  idNumber: ['身份证号', '公民身份证号码', '身份证件号码'],
  branch: ['所在党支部', '党组织名称', '所在党组织', '所属党组织', '组织名称'],
  joinedOn: ['加入中共组织日期', '入党日期', '加入党组织日期'],
  confirmedOn: ['转为正式党员日期', '转正日期'],
  membership: ['人员类别', '党员类型'],
  phone: ['联系电话', '手机号码', '联系方式'],
  education: ['学历'],
  registeredAt: ['户口所在地', '户籍地'],
}

/** A name that the tree does not know is only said, and not compared: the other system writes them at full length. */
const readBranchOfSystem = (raw: Exclude<Cell, null>, { branches }: { branches: BranchIndex }): Reading<string> => {
  const text = textOf(raw)
  const name = branches.find(text)
  if (name !== null) return { value: name }
  const complaint = { kind: 'unknown-branch', severity: 'warning' as const, text: '单位树里没有这个名称，这一格不参与比对。' }
  return { value: null, problems: [complaint] }
}

export const comparedFields: readonly RosterField[] = rosterFields
  .filter(({ key }) => key !== 'studentNumber')
  .map(field => {
    const { essential: _, ...rest } = field
    const synonyms = [...field.synonyms, ...(words[field.key] ?? [])]
    const isKey = field.key === 'idNumber' || field.key === 'name'
    return {
      ...rest,
      synonyms,
      required: isKey,
      ...(isKey && { essential: true as const }),
      ...(field.key === 'branch' && { read: readBranchOfSystem }),
    }
  })
