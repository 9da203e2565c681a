/** The columns of 附件1, and the words that offices write for them. A star of the form is `required`. */
import { type Cell, type Field, hasLostDigits, type Reading, readCode, readDay, readMonth, readText, textOf } from '../../imports/rules.ts'
import { readBirth } from './birth.ts'
import { type BranchIndex, readBranch } from './branches.ts'
import { atSchoolIndex, degreeIndex, educationIndex, idTypeIndex, looseFull, type Membership, membershipIndex, sexIndex } from './codes.ts'
import { ethnicGroupIndex } from './ethnic-groups.ts'
import { readName } from './names.ts'
import { readPhone, readSecondContact } from './phones.ts'

export type RosterContext = { branches: BranchIndex }
type RosterField = Field<unknown, RosterContext>
type Filled = Exclude<Cell, null>

const lostDigits = (label: string) => ({
  kind: 'digits-lost',
  severity: 'error' as const,
  text: `“${label}”被存成了数字，末几位已经丢失，无法恢复。请把该列设为“文本”格式，再按证件重新填写这一格。`,
})
const scientific = /^\d(?:\.\d+)?E\+?\d+$/i

const readIdNumber = (raw: Filled): Reading<string> => {
  const text = textOf(raw)
  if (hasLostDigits(raw) || scientific.test(text)) return { value: null, problems: [lostDigits('公民身份号码')] }
  const number = text.replace(/[\s-]/g, '').toUpperCase()
  return number === text
    ? { value: number }
    : { value: number, text: number, repair: text.replace(/[\s-]/g, '') === number ? 'spaces' : 'upper-x' }
}

const readStudentNumber = (raw: Filled): Reading<string> => {
  const text = textOf(raw)
  if (hasLostDigits(raw) || scientific.test(text)) return { value: null, problems: [lostDigits('学号')] }
  const number = text.replace(/\s/g, '')
  if (!/^[A-Za-z0-9-]{4,24}$/.test(number))
    return {
      value: null,
      problems: [{ kind: 'student-number-form', severity: 'error', text: '学号应由 4 至 24 位数字或字母组成，请核对。' }],
    }
  return number === text ? { value: number } : { value: number, text: number, repair: 'spaces' }
}

export type ReadMembership = { code: Membership; loose: boolean }

const readMembership = (raw: Filled): Reading<ReadMembership> => {
  if (looseFull.includes(textOf(raw))) return { value: { code: 'full', loose: true }, text: '正式', repair: 'full-name' }
  const { value, ...reading } = readCode(membershipIndex)(raw)
  return { ...reading, value: value === null ? null : { code: value, loose: false } }
}

/** 工学学士 is 学士: the form asks for the level. */
const readDegree = (raw: Filled) => readCode(degreeIndex)(/(?:博士|硕士|学士)(?=(?:学位)?$)/.exec(textOf(raw))?.[0] ?? raw)

const readEmail = (raw: Filled): Reading<string> => {
  const text = textOf(raw).replace(/\s/g, '')
  if (/^[^@]+@[^@.]+(?:\.[^@.]+)+$/.test(text) && text.length <= 200) return { value: text }
  return { value: null, problems: [{ kind: 'email', severity: 'warning', text: '邮箱地址不完整，这一项将留空。请核对。' }] }
}

const text = (key: string, label: string, synonyms: string[], required = false, most = 100): RosterField => ({
  key,
  label,
  synonyms,
  required,
  read: readText(label, most),
})

export const rosterFields: readonly RosterField[] = [
  {
    key: 'studentNumber',
    label: '学号',
    synonyms: ['学生学号', '学籍号', '学号/工号'],
    required: true,
    essential: true,
    read: readStudentNumber,
  },
  { key: 'name', label: '姓名', synonyms: ['名字', '党员姓名', '学生姓名'], required: true, essential: true, read: readName },
  {
    key: 'sex',
    label: '性别',
    synonyms: [],
    required: true,
    looksLike: word => sexIndex.find(word)?.loose === false,
    read: readCode(sexIndex),
  },
  {
    key: 'ethnicGroup',
    label: '民族',
    synonyms: ['民族成份', '民族成分', '族别'],
    required: true,
    looksLike: word => ethnicGroupIndex.find(word) !== undefined,
    read: readCode(ethnicGroupIndex),
  },
  { key: 'bornOn', label: '出生日期', synonyms: ['出生年月', '出生年月日', '出生时间', '生日'], required: true, read: readBirth },
  { key: 'idType', label: '证件类型', synonyms: ['证件类别', '身份证件类型', '证件种类'], required: false, read: readCode(idTypeIndex) },
  {
    key: 'idNumber',
    label: '公民身份号码',
    synonyms: [
      '身份证号',
      '身份证号码',
      '身份证',
      '公民身份证号码',
      '公民身份证号',
      '居民身份证号',
      '居民身份证号码',
      '证件号码',
      '证件号',
      '身份证件号',
      '身份证件号码',
    ],
    required: true,
    looksLike: word => /^\d{17}[\dXx]$/.test(word.replace(/\s/g, '')),
    read: readIdNumber,
  },
  text('nativePlace', '籍贯', ['籍贯地']),
  text('registeredAt', '户籍所在地', [
    '户口所在地',
    '户籍',
    '户籍地',
    '户口',
    '户籍地址',
    '户口地址',
    '户口所在地址',
    '户籍所在地址',
    '生源地',
  ]),
  {
    key: 'education',
    label: '学历层次',
    synonyms: ['学历', '培养层次', '层次', '文化程度', '学生类别'],
    required: true,
    looksLike: word => educationIndex.find(word) !== undefined,
    read: readCode(educationIndex),
  },
  { key: 'degree', label: '学位', synonyms: ['学位类别', '授予学位'], required: false, read: readDegree },
  text('college', '院系', ['学院', '所在学院', '院(系)', '学院名称', '系部', '系别', '所在院系', '院部', '二级学院', '培养单位'], true),
  text('major', '专业', ['专业名称', '所学专业', '就读专业'], true),
  text('className', '班级', ['班别', '年级班级', '专业班级', '班级名称', '行政班']),
  {
    key: 'joinedOn',
    label: '入党时间',
    synonyms: ['入党日期', '入党年月', '加入党组织时间', '加入中国共产党时间', '加入党组织日期', '接收预备党员时间', '发展时间'],
    required: true,
    read: readDay('入党时间'),
  },
  {
    key: 'confirmedOn',
    label: '转正时间/预备期满',
    synonyms: [
      '转正时间',
      '转正日期',
      '转正年月',
      '预备期满时间',
      '预备期满',
      '预备期满日期',
      '转为正式党员时间',
      '转为正式党员日期',
      '预备党员转正时间',
    ],
    required: false,
    read: readDay('转正时间'),
  },
  {
    key: 'membership',
    label: '党员类别',
    synonyms: ['党员类型', '人员类别', '党员性质', '政治面貌', '类别', '正式/预备', '正式党员/预备党员', '党籍状态'],
    required: true,
    read: readMembership,
  },
  text('partyPost', '党内职务', ['党内职务名称', '现任党内职务', '职务']),
  text('introducers', '入党介绍人', ['介绍人', '入党介绍人姓名']),
  {
    key: 'phone',
    label: '手机',
    synonyms: ['手机号', '手机号码', '联系电话', '电话', '电话号码', '联系方式', '移动电话', '本人电话', '本人手机', '本人联系电话'],
    required: true,
    read: readPhone('手机', 'error'),
  },
  {
    key: 'secondContact',
    label: '备用联系人',
    synonyms: [
      '紧急联系人',
      '第二联系人',
      '备用联系人姓名',
      '紧急联系人姓名',
      '家庭联系人',
      '家长姓名',
      '紧急联系人及电话',
      '紧急联系人及联系电话',
      '备用联系人及电话',
      '紧急联系人及联系方式',
      '备用联系人/电话/关系',
      '紧急联系人和电话',
      '家长姓名及电话',
      '家庭联系人及电话',
    ],
    required: false,
    read: readSecondContact,
  },
  {
    key: 'secondContactPhone',
    label: '备用联系人电话',
    synonyms: [
      '紧急联系人电话',
      '紧急联系电话',
      '第二联系人电话',
      '备用联系电话',
      '家长电话',
      '家长联系电话',
      '家庭电话',
      '紧急联系人联系电话',
      '紧急联系人联系方式',
      '紧急联系人手机',
    ],
    follows: { field: 'secondContact', words: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'] },
    required: false,
    read: readPhone('备用联系人电话', 'warning', true),
  },
  text('secondContactRelation', '关系', [
    '与本人关系',
    '备用联系人关系',
    '紧急联系人关系',
    '与紧急联系人关系',
    '与联系人关系',
    '与备用联系人关系',
  ]),
  {
    key: 'email',
    label: '邮箱',
    synonyms: ['电子邮箱', '电子邮件', 'email', 'e-mail', '邮箱地址', 'qq邮箱'],
    required: false,
    looksLike: word => word.includes('@'),
    read: readEmail,
  },
  text('homeAddress', '家庭住址', ['家庭地址', '住址', '家庭详细地址', '现居住地', '通讯地址', '联系地址'], false, 200),
  {
    key: 'duesPaidTo',
    label: '党费交至',
    synonyms: ['党费缴至', '党费已交至', '党费缴纳至', '党费交纳至', '党费交至年月', '党费缴纳截止', '党费缴纳截止时间', '党费交到'],
    required: false,
    read: readMonth('党费交至'),
  },
  {
    key: 'relationAtSchool',
    label: '组织关系是否在校',
    synonyms: ['组织关系在校', '党组织关系是否在校', '组织关系是否在我校', '是否在校'],
    required: false,
    read: readCode(atSchoolIndex),
  },
  text('remark', '备注', ['备注说明', '说明', '其他说明'], false, 500),
  {
    key: 'branch',
    label: '党支部',
    synonyms: ['支部', '党支部名称', '所在支部', '支部名称', '所属支部', '现所在党支部'],
    required: true,
    read: readBranch,
  },
]
