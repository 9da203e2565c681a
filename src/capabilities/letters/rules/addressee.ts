/** Addressees (抬头): the Party organisation that a letter speaks to, and the soft checks on its name. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const addresseeKinds = [
  'organisation-department', // 县级及以上组织部
  'work-committee', // 工委
  'state-enterprise', // 国企党委
  'university', // 高校党委
  'township', // 街道乡镇党(工)委
  'talent-service', // 人才服务中心党委
  'army', // 部队政治部
  'system', // 系统内党委
] as const
export type AddresseeKind = (typeof addresseeKinds)[number]

export const addresseeKindNames: Record<AddresseeKind, string> = {
  'organisation-department': '县级及以上组织部',
  'work-committee': '工委',
  'state-enterprise': '国企党委',
  university: '高校党委',
  township: '街道、乡镇党（工）委',
  'talent-service': '人才服务中心党委',
  army: '部队政治工作部门',
  system: '系统内党委',
}

export const addresseeDoubts = ['branch-cannot-receive', 'bare-employer', 'unusual-ending', 'abbreviated', 'no-party-mark'] as const
export type AddresseeDoubt = (typeof addresseeDoubts)[number]

/** `wrong`: a receiver would send the letter back. `doubtful`: look again; it may be right. Neither forbids by itself. */
export type AddresseeFinding = { reason: AddresseeDoubt; severity: 'wrong' | 'doubtful' }

const severity: Record<AddresseeDoubt, AddresseeFinding['severity']> = {
  'branch-cannot-receive': 'wrong',
  'bare-employer': 'wrong',
  'unusual-ending': 'wrong',
  abbreviated: 'doubtful',
  'no-party-mark': 'doubtful',
}

/** What to do about it. */
export const doubtAdvice: Record<AddresseeDoubt, string> = {
  'branch-cannot-receive': '总支、支部不能作抬头，信会被退回。请写它上面有接收权限的党委；具体支部写在“去往”里。',
  'bare-employer': '这是单位的名称，不是党组织。请写“中共……委员会”或它的党委、组织部。',
  'unusual-ending': '抬头一般以委员会、党委、组织部、工委、党组或政治工作部结尾。请核对。',
  abbreviated: '用了“某某市委”这样的简称。建议写全称“中共某某市委……”。',
  'no-party-mark': '名称里看不出是党的委员会。请核对是否漏了“中共”。',
}

const BRANCH = /(总支|支部)部?(委员会)?$/
const ACCEPTED = /(委员会|党委|组织部|组织人事部|组织处|工委|党组|政治部|政治工作部|政治工作局|政治工作处|政治处)$/
const FULL_LOCAL_COMMITTEE = /^中共.+[省市区县州盟旗]委$/
const EMPLOYER = /(公司|集团|厂|大学|学院|学校|中学|小学|医院|银行|中心|研究所|研究院|设计院|事务所|局|厅|站|社|店)$/
const LOCAL_ABBREVIATION = /[省市区县州盟旗]委(?!员会)/
const PARTY_MARK = /中共|中国共产党|党委|党工委|党组|组织部|组织人事部|政治部|政治工作|政治处/

const whole = (name: string) => /^(中共|中国共产党)/.test(name)

const doubtsOf: Record<AddresseeDoubt, (name: string) => boolean> = {
  'branch-cannot-receive': name => BRANCH.test(name),
  'bare-employer': name => EMPLOYER.test(name),
  'unusual-ending': name => ![BRANCH, EMPLOYER, ACCEPTED, FULL_LOCAL_COMMITTEE].some(ending => ending.test(name)),
  abbreviated: name => LOCAL_ABBREVIATION.test(name) && !whole(name),
  'no-party-mark': name => /委员会$/.test(name) && !BRANCH.test(name) && !PARTY_MARK.test(name),
}

/** 广州市人才服务中心党委(中共广州市人才服务中心委员会): the other form in brackets is left out of the judgment. */
const withoutOtherForm = (name: string) => name.trim().replace(/[（(][^（）()]*[）)]$/, '')

/** What is doubtful about the name, gravest first; an empty list for a name in order. */
export const checkAddressee = (name: string): AddresseeFinding[] => {
  const judged = withoutOtherForm(name)
  return addresseeDoubts.filter(reason => doubtsOf[reason](judged)).map(reason => ({ reason, severity: severity[reason] }))
}

export const addresseeSaveRefusals = addresseeDoubts
export type AddresseeSaveRefusal = AddresseeDoubt

/** A wrong name is kept only with a reason why it is right all the same; a name in order needs none and keeps none. */
export const maySaveName = (name: string, reason: string | null): Decision<{ reason: string | null }, AddresseeSaveRefusal> => {
  const findings = checkAddressee(name)
  const said = reason?.trim() || null
  const wrong = findings.find(finding => finding.severity === 'wrong')
  if (wrong && !said) return refuse(wrong.reason)
  return allow({ reason: findings.length ? said : null })
}
