/** 附件1, first part: who it is, by which papers, and where they study. */
import { hasLostDigits, type Reading, readCode, textOf } from '../../imports/rules.ts'
import { readBirth } from './birth.ts'
import { degreeIndex, educationIndex, idTypeIndex, sexIndex } from './codes.ts'
import { ethnicGroupIndex } from './ethnic-groups.ts'
import { type Filled, type RosterField, text } from './field.ts'
import { readName } from './names.ts'

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

/** 工学学士 is 学士: the form asks for the level. */
const readDegree = (raw: Filled) => readCode(degreeIndex)(/(?:博士|硕士|学士)(?=(?:学位)?$)/.exec(textOf(raw))?.[0] ?? raw)

export const identityFields: readonly RosterField[] = [
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
]
