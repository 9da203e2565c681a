/** The codes of 附件1, with the words of the form and those that offices use for them. */
import { type Code, indexCodes } from '../../imports/rules.ts'

/** GB/T 2261.1. */
export const sexes = [
  { code: 'male', label: '男', gb: '1', same: ['男性'], also: ['M', '1', '1男'] },
  { code: 'female', label: '女', gb: '2', same: ['女性'], also: ['F', '2', '2女'] },
] as const satisfies readonly Code[]
export type Sex = (typeof sexes)[number]['code']

/** GB/T 4658. */
export const educations = [
  { code: 'doctor', label: '博士研究生', gb: '11', same: ['博士研究生毕业'], also: ['博士', '博士生'] },
  { code: 'master', label: '硕士研究生', gb: '14', same: ['硕士研究生毕业'], also: ['硕士', '硕士生', '研究生', '专业硕士'] },
  { code: 'bachelor', label: '本科', gb: '21', same: ['大学本科', '大学本科毕业', '本科生'], also: ['大本', '专升本', '第二学士学位'] },
  {
    code: 'associate',
    label: '专科',
    gb: '31',
    same: ['大学专科', '大学专科毕业', '专科生'],
    also: ['大专', '高职', '高职高专', '高职专科'],
  },
  { code: 'other', label: '其他', gb: '90' },
] as const satisfies readonly Code[]
export type Education = (typeof educations)[number]['code']

/** GB/T 6864. */
export const degrees = [
  { code: 'doctor', label: '博士', gb: '2', same: ['博士学位'] },
  { code: 'master', label: '硕士', gb: '3', same: ['硕士学位'] },
  { code: 'bachelor', label: '学士', gb: '4', same: ['学士学位'] },
  { code: 'none', label: '无', gb: '9', same: ['无学位'], also: ['/', '—', '-'] },
] as const satisfies readonly Code[]
export type Degree = (typeof degrees)[number]['code']

/** Offices write these in many ways: each is shown as the form's own word, which is what is written. */
export const memberships = [
  { code: 'full', label: '正式', also: ['正式党员', '中共正式党员'] },
  { code: 'probationary', label: '预备', also: ['预备党员', '中共预备党员'] },
  { code: 'probation-extended', label: '延长预备期', also: ['延长预备期党员'] },
  { code: 'pending-approval', label: '已讨论待批', also: ['已讨论转正待批'] },
  { code: 'disqualified', label: '取消预备资格', also: ['取消预备党员资格'] },
  { code: 'suspended', label: '停止党籍' },
  { code: 'under-review', label: '受审查' },
] as const satisfies readonly Code[]
export type Membership = (typeof memberships)[number]['code']

/** GB/T 4762 calls a full member 中共党员; offices write it for probationary ones too, so it needs the day of 转正 beside it. */
export const looseFull: readonly string[] = ['中共党员', '党员', '共产党员', '中国共产党党员']

export const idTypes = [
  { code: 'resident-id', label: '居民身份证', same: ['身份证', '二代身份证', '中华人民共和国居民身份证'] },
  { code: 'residence-permit', label: '港澳台居民居住证', same: ['居住证', '港澳居民居住证', '台湾居民居住证'] },
  { code: 'hk-macau-permit', label: '港澳居民来往内地通行证', same: ['港澳通行证', '回乡证', '港澳居民通行证'] },
  { code: 'taiwan-permit', label: '台湾居民来往大陆通行证', same: ['台胞证', '台湾通行证'] },
  { code: 'passport', label: '护照', same: ['外国护照', '中国护照'] },
] as const satisfies readonly Code[]
export type IdType = (typeof idTypes)[number]['code']

export const atSchool = [
  { code: 'yes', label: '是', same: ['在', '在校'], also: ['Y', 'y', '√', '✓', '1'] },
  { code: 'no', label: '否', same: ['不在', '不在校'], also: ['N', 'n', '×', '0'] },
] as const satisfies readonly Code[]

export const sexIndex = indexCodes<Sex>('性别', sexes)
export const educationIndex = indexCodes<Education>('学历层次', educations)
export const degreeIndex = indexCodes<Degree>('学位', degrees)
export const membershipIndex = indexCodes<Membership>('党员类别', memberships)
export const idTypeIndex = indexCodes<IdType>('证件类型', idTypes)
export const atSchoolIndex = indexCodes<'yes' | 'no'>('组织关系是否在校', atSchool)

/** The word of the form for a code; an unknown code shows itself. */
export const labelIn = (codes: readonly Code[], code: string | null): string =>
  code === null ? '' : (codes.find(entry => entry.code === code)?.label ?? code)
