import type { DestinationField } from '../../plans/rules.ts'

export type AnswerKind = 'text' | 'yes-no' | 'day' | 'month' | 'place' | 'system' | 'addressee' | 'contact' | 'contacts'

/** Each question as the phone asks it, and the label that tables and forms use. */
export const questions: Record<DestinationField, { label: string; ask: string; kind: AnswerKind }> = {
  unitName: { label: '去往单位', ask: '你要去的单位或学校全称是什么？', kind: 'text' },
  system: { label: '所属系统', ask: '单位的党组织属于哪个系统？多数单位选“地方”。', kind: 'system' },
  collectiveHousehold: { label: '户口在学校集体户', ask: '你的户口现在是学校集体户吗？', kind: 'yes-no' },
  householdPlace: { label: '户籍所在地', ask: '户口在哪里？在集体户的，填将迁往的地方或生源地。', kind: 'place' },
  receiverPlace: { label: '所在地', ask: '接收你组织关系的党组织在哪里？', kind: 'place' },
  addressee: { label: '抬头', ask: '接收党组织的全称（抬头）是什么？', kind: 'addressee' },
  receivingBranch: { label: '具体党支部', ask: '具体转到哪个党支部？', kind: 'text' },
  orgCode: { label: '组织代码', ask: '接收党组织的代码是什么？', kind: 'text' },
  receiverContact: { label: '接收方联系人和电话', ask: '接收方由谁联系，电话是多少？', kind: 'contact' },
  confirmed: { label: '已与接收方确认', ask: '已和接收方确认可以转入了吗？', kind: 'yes-no' },
  paperAsked: { label: '需要纸质介绍信', ask: '接收方要求纸质介绍信吗？', kind: 'yes-no' },
  reportBy: { label: '报到日', ask: '最晚哪天报到？', kind: 'day' },
  duesPaidTo: { label: '党费交至', ask: '党费交到了哪年哪月？', kind: 'month' },
  recruitmentOffice: { label: '人民武装部', ask: '由哪个人民武装部办理入伍？', kind: 'text' },
  newStudentNo: { label: '新学号', ask: '新学号是多少？', kind: 'text' },
  stayApplication: { label: '保留申请', ask: '请写明申请把组织关系保留在学校的理由。', kind: 'text' },
  domesticContacts: { label: '国内联系人', ask: '请留两位国内联系人。', kind: 'contacts' },
  returnBy: { label: '预计回国时间', ask: '预计什么时候回国？', kind: 'month' },
  expectedGraduation: { label: '预计毕业时间', ask: '预计什么时候毕业？', kind: 'month' },
  explanation: { label: '说明', ask: '请说明去向和组织关系打算怎样办理。', kind: 'text' },
}
