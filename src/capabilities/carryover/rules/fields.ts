/** The columns of 往届未了: who it is, as in 附件1, and what is open. */
import { type Field, readCode, readDay, readMonth, readText } from '../../imports/rules.ts'
import { readBranch, readPhone, rosterFields } from '../../roster/rules.ts'
import type { CarryFacts } from './facts.ts'
import { applicationIndex, destinationIndex, matterIndex, readAddressee, readPlace, readValidDays, readYear, wayIndex } from './readings.ts'

type CarryColumn = Field<unknown, CarryFacts>

/** Columns of 附件1; `true`: asked of everybody. */
const ofPerson = {
  studentNumber: true,
  name: true,
  sex: true,
  ethnicGroup: true,
  bornOn: true,
  idNumber: true,
  membership: true,
  joinedOn: true,
  phone: false,
  branch: true,
  education: false,
  college: false,
  major: false,
} as const

const person = Object.entries(ofPerson).map(
  ([key, required]): CarryColumn => ({
    ...rosterFields.find(field => field.key === key)!,
    required,
    ...(key === 'branch' && { essential: true as const }),
  }),
)

const optional = (key: string, label: string, synonyms: readonly string[], read: CarryColumn['read']): CarryColumn => ({
  key,
  label,
  synonyms,
  required: false,
  read,
})

const contact = (at: 1 | 2, ordinal: string): CarryColumn[] => [
  optional(
    `contact${at}Name`,
    `境内联系人${ordinal}`,
    [`境内联系人${at}`, `国内联系人${ordinal}`, `国内联系人${at}`],
    readText('境内联系人', 40),
  ),
  optional(
    `contact${at}Phone`,
    `联系人${ordinal}电话`,
    [`联系人${at}电话`, `境内联系人${ordinal}电话`, `境内联系人${at}电话`],
    readPhone(`联系人${ordinal}电话`, 'error', true),
  ),
  optional(
    `contact${at}Relation`,
    `联系人${ordinal}关系`,
    [`联系人${at}关系`, `境内联系人${ordinal}关系`, `境内联系人${at}关系`],
    readText('关系', 20),
  ),
]

/** Asked by what is open: `matterFields`. */
const ofMatter = {
  retained: [
    optional('destination', '去向类别', ['去向', '毕业去向', '去向类型'], readCode(destinationIndex)),
    optional('unitName', '去往单位', ['单位名称', '去往单位或学校', '接收单位'], readText('去往单位', 100)),
    optional('country', '国家（地区）', ['国家', '国家或地区', '国家(地区)', '地区'], readText('国家（地区）', 40)),
    optional('retainedFrom', '保留起始日期', ['保留起始', '保留日期', '保留开始日期', '起始日期'], readDay('保留起始日期')),
    optional('until', '预计期限', ['保留期限', '保留至', '预计回国时间', '期限'], readMonth('预计期限')),
    ...contact(1, '一'),
    ...contact(2, '二'),
    optional('application', '书面申请', ['书面申请有无', '有无书面申请', '本人申请'], readCode(applicationIndex)),
  ],
  delayed: [
    optional('reason', '延期原因', ['原因', '延毕原因'], readText('延期原因', 200)),
    optional('document', '批准文号', ['文号', '批文', '批准文件'], readText('批准文号', 100)),
    optional('documentOn', '批准日期', ['批文日期', '文件日期'], readDay('批准日期')),
    optional('expectedOn', '预计毕业时间', ['预计毕业日期', '预计毕业'], readDay('预计毕业时间')),
    optional('placedBranch', '现编入支部', ['编入支部', '现在支部', '编入党支部'], readBranch),
    optional('keeperName', '专人', ['联系专人', '联系老师', '专人姓名'], readText('专人', 40)),
    optional('keeperPhone', '专人电话', ['联系老师电话', '联系专人电话'], readPhone('专人电话', 'error', true)),
  ],
  unreturned: [
    optional('letterNumber', '介绍信编号', ['信号', '介绍信号', '字号', '介绍信字号'], readText('介绍信编号', 60)),
    optional('issuedOn', '开具日期', ['开信日期', '开出日期', '介绍信日期'], readDay('开具日期')),
    optional('validDays', '有效期（天）', ['有效期', '有效天数', '有效期(天)', '有效期天数'], readValidDays),
    optional('addressee', '抬头', ['介绍信抬头', '接收党组织', '抬头全称'], readAddressee),
    optional('place', '所在地', ['行政区划', '接收方所在地', '所在地区'], readPlace),
    optional('way', '方式', ['转接方式', '接转方式'], readCode(wayIndex)),
  ],
}

const said = (key: string, label: string, synonyms: readonly string[], read: CarryColumn['read']): CarryColumn => ({
  ...optional(key, label, synonyms, read),
  required: true,
  essential: true,
})

/** In the order of the form. */
export const carryFields: readonly CarryColumn[] = [
  said('year', '毕业年份', ['届', '届别', '毕业年份（届）', '毕业年份(届)', '毕业年', '毕业届', '所属届', '毕业年度'], readYear),
  ...person,
  said('matter', '未了事项', ['事项', '未了情形', '情形'], readCode(matterIndex)),
  ...ofMatter.retained,
  ...ofMatter.delayed,
  ...ofMatter.unreturned,
]

export const labelOf = (key: string): string => carryFields.find(field => field.key === key)?.label ?? key

export const carryChoices: Readonly<Record<string, readonly string[]>> = {
  matter: matterIndex.labels,
  destination: destinationIndex.labels,
  application: applicationIndex.labels,
  way: ['纸质', '系统+纸质'],
}

/** Of the columns that belong to a matter. */
export type CarryField =
  | 'destination'
  | 'unitName'
  | 'country'
  | 'retainedFrom'
  | 'until'
  | `contact${1 | 2}${'Name' | 'Phone' | 'Relation'}`
  | 'application'
  | 'reason'
  | 'document'
  | 'documentOn'
  | 'expectedOn'
  | 'placedBranch'
  | 'keeperName'
  | 'keeperPhone'
  | 'letterNumber'
  | 'issuedOn'
  | 'validDays'
  | 'addressee'
  | 'place'
  | 'way'
