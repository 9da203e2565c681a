/** Three invented people, to see how a form looks when it is filled in. The numbers' division code is nobody's. */
import type { FormName, FormRow } from './names.ts'

const shared = {
  secondary: '外国语学院党总支',
  branch: '英语第一党支部',
  ethnicGroup: '汉族',
  education: '本科',
  degree: '文学学士',
  department: '外国语学院',
  major: '英语',
  className: '2019级英语1班',
  nativePlace: '示范省甲市',
  household: '示范省甲市乙区',
  duesPaidTo: '2023-06',
  relationHere: '是',
  departmentMajor: '外国语学院/英语',
  joinedFullOn: '2021-05-20/2022-05-20',
  approval: '岭示教〔2023〕12号/2023-05-30',
  expectedGraduation: '2024-06-30',
  inSchool: '是',
  keeper: '周可欣/13900000000',
  relation: '保留在校',
  receiverPlace: '示范省甲市',
  geography: '省内',
  method: '系统',
  paper: '否',
  confirmed: '是',
}

const people: readonly FormRow[] = [
  { name: '林一', sex: '女', studentNo: '2019020901', idNumber: '449901200008010029', birthDate: '2000-08-01', phone: '13900000001' },
  { name: '欧阳静怡', sex: '女', studentNo: '2019020902', idNumber: '449901200103150040', birthDate: '2001-03-15', phone: '13900000002' },
  {
    name: '阿依古丽·买买提',
    sex: '女',
    studentNo: '2019020903',
    idNumber: '449901200011200061',
    birthDate: '2000-11-20',
    phone: '13900000003',
  },
]

const last: Record<FormName, readonly FormRow[]> = {
  annex1: [
    { membership: '正式党员', joinedOn: '2021-05-20', fullOn: '2022-05-20', post: '组织委员', sponsors: '周可欣、徐一帆' },
    { membership: '预备党员', joinedOn: '2022-11-18', fullOn: '2023-11-18' },
    { membership: '正式党员', joinedOn: '2021-11-20', fullOn: '2022-11-20', ethnicGroup: '维吾尔族', remark: '少数民族预科' },
  ],
  annex2: [
    {
      membership: '正式党员',
      destination: '就业',
      unitName: '甲市第一中学',
      addressee: '中共甲市教育局委员会',
      receivingBranch: '第一中学党支部',
    },
    {
      membership: '预备党员',
      destination: '升学',
      unitName: '示范大学',
      addressee: '中共示范大学委员会',
      receivingBranch: '文学院研究生党支部',
    },
    {
      membership: '正式党员',
      destination: '待就业',
      unitName: '',
      addressee: '中共甲市人才服务中心委员会',
      receivingBranch: '流动党员党支部',
    },
  ],
  annex3: [
    { membership: '正式党员', outcome: '延期毕业', reason: '学分未修满' },
    { membership: '预备党员', outcome: '延期毕业', reason: '因病休学一年' },
    { membership: '正式党员', outcome: '肄业', reason: '未完成学业' },
  ],
}

export const sampleRows = (form: FormName): FormRow[] =>
  people.map((person, at) => ({ ...shared, ...person, no: String(at + 1), ...last[form][at] }))
