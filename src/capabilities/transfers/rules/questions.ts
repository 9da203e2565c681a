import { type DestinationCode, type DestinationField, destinationFields } from '../../plans/rules.ts'

export const formFields = destinationFields
export type FormField = DestinationField

export type AnswerKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'yes-no'
  | 'day'
  | 'month'
  | 'place'
  | 'system'
  | 'addressee'
  | 'contact'
  | 'contacts'

/** Each question as the phone asks it, and the label that tables and forms use. */
export const questions: Record<FormField, { label: string; ask: string; kind: AnswerKind }> = {
  unitName: { label: '去往单位', ask: '你要去的单位或学校全称是什么？', kind: 'text' },
  system: { label: '所属系统', ask: '单位的党组织属于哪个系统？多数单位选“地方”。', kind: 'system' },
  collectiveHousehold: { label: '户口在学校集体户', ask: '你的户口现在是学校集体户吗？', kind: 'yes-no' },
  householdPlace: { label: '户籍所在地', ask: '户口在哪里？在集体户的，填将迁往的地方或生源地。', kind: 'place' },
  receiverPlace: { label: '所在地', ask: '接收你组织关系的党组织在哪里？', kind: 'place' },
  addressee: { label: '抬头', ask: '接收党组织的全称（抬头）是什么？', kind: 'addressee' },
  receivingBranch: { label: '具体党支部', ask: '具体转到哪个党支部？', kind: 'text' },
  orgCode: { label: '组织代码', ask: '接收党组织的 12 位代码是什么？', kind: 'number' },
  receiverContact: { label: '接收方联系人和电话', ask: '接收方由谁联系，电话是多少？', kind: 'contact' },
  confirmed: { label: '已与接收方确认', ask: '已和接收方确认可以转入了吗？', kind: 'yes-no' },
  confirmedOn: { label: '确认日期', ask: '哪天和对方说好的？', kind: 'day' },
  confirmedWith: { label: '和谁确认', ask: '和对方的哪位说好的？', kind: 'contact' },
  paperAsked: { label: '需要纸质介绍信', ask: '接收方要求纸质介绍信吗？', kind: 'yes-no' },
  reportBy: { label: '报到日', ask: '最晚哪天报到？', kind: 'day' },
  duesPaidTo: { label: '党费交至', ask: '党费交到了哪年哪月？', kind: 'month' },
  recruitmentOffice: { label: '人民武装部', ask: '由哪个人民武装部办理入伍？', kind: 'text' },
  newStudentNo: { label: '新学号', ask: '新学号是多少？', kind: 'number' },
  stayApplication: { label: '保留申请', ask: '请写明申请把组织关系保留在学校的理由。', kind: 'long-text' },
  domesticContacts: { label: '国内联系人', ask: '请留两位国内联系人。', kind: 'contacts' },
  returnBy: { label: '预计回国时间', ask: '预计什么时候回国？', kind: 'month' },
  expectedGraduation: { label: '预计毕业时间', ask: '预计什么时候毕业？', kind: 'month' },
  explanation: { label: '说明', ask: '请说明去向和组织关系打算怎样办理。', kind: 'long-text' },
  country: { label: '国家或地区', ask: '去哪个国家或地区？', kind: 'text' },
  abroadFrom: { label: '出境时间', ask: '预计什么时候出境？', kind: 'month' },
  stayUntil: { label: '保留至', ask: '申请保留到什么时候？', kind: 'month' },
  delayReason: { label: '延期原因', ask: '为什么延期毕业？', kind: 'long-text' },
  placedBranch: { label: '编入支部', ask: '延期期间组织关系编在哪个党支部？', kind: 'text' },
  keeper: { label: '专人联系', ask: '延期期间由哪位老师专人联系你？', kind: 'contact' },
  atSchool: { label: '延期期间在校', ask: '延期期间你在学校吗？', kind: 'yes-no' },
}

/** What belongs to a question and is answered on its screen: what it says beside, and how it stands under it. */
export const partsOf: Partial<Record<FormField, readonly FormField[]>> = {
  addressee: ['orgCode'],
  confirmed: ['confirmedOn', 'confirmedWith'],
}

/** What the notice says to a question for one destination only. */
const hints: Partial<Record<DestinationCode, Partial<Record<FormField, string>>>> = {
  D02: { addressee: '单位没有党组织的，写单位所在地或居住地的街道、乡镇或人才服务机构党（工）委。' },
  D03: { receivingBranch: '多为新生临时党支部，请向录取学校问清。' },
  D05: { domesticContacts: '毕业后至少每半年联系一次；联系不上你时，学校先找这两位。' },
  D06: { addressee: '由派出单位办理，写派出单位的党组织。' },
  D07: { addressee: '写旅（相当于旅）以上单位政治工作部门，只写对外代号，不写部队番号。' },
  D08: { addressee: '写服务地或接收单位的党组织。' },
  D09: { addressee: '写经营地或居住地的街道、乡镇或人才服务机构党（工）委。' },
  D11: {
    placedBranch: '多数留在原支部；也可编入延期毕业党支部。',
    keeper: '多为支部负责老师。学校靠这位老师和你保持联系。',
  },
  D10: {
    collectiveHousehold: '是集体户的，先问清户口将迁往哪里；没有迁往地的，按生源地填。',
    addressee: '写户籍所在地的人才服务机构党组织，或街道、乡镇党（工）委。此后变动由当地办理。',
  },
}

export const hintFor = (code: DestinationCode, field: FormField): string | undefined => hints[code]?.[field]

// 集团军, 师, 旅, 团 … with a number before it: what an outside code name (部队代号) never has.
const DESIGNATION = /第?[\d０-９〇零一二三四五六七八九十百]+(集团军|军|师|旅|团|营|连)/

/** D07: a designation of a unit must not be written, in no field. A warning; people decide. */
export const namesDesignation = (code: DestinationCode | null, text: unknown): boolean =>
  code === 'D07' && typeof text === 'string' && DESIGNATION.test(text)
