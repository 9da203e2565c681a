/** The closed lists a plan is written in. Words stand beside them, because forms made on the server need them too. */
export const tasks = [
  'notice',
  'education',
  'five-items',
  'honors',
  'roster',
  'destination',
  'register',
  'feedback',
  'transfer-out',
  'delayed',
  'dossiers',
  'news',
  'archive',
] as const
export type Task = (typeof tasks)[number]

export const taskNames: Record<Task, string> = {
  notice: '印发通知',
  education: '主题教育',
  'five-items': '五个一',
  honors: '评优',
  roster: '名册（附件1）',
  destination: '报去向',
  register: '转出登记（附件2）',
  feedback: '组织部反馈',
  'transfer-out': '办理转出',
  delayed: '延毕、肄业（附件3）',
  dossiers: '材料装档（附件4）',
  news: '宣传稿件',
  archive: '总结归档',
}

/** Who has to have done it by the day. */
export const levels = ['graduate', 'branch', 'secondary', 'committee'] as const
export type Level = (typeof levels)[number]
export const levelNames: Record<Level, string> = { graduate: '毕业生党员', branch: '党支部', secondary: '二级党组织', committee: '党委' }

export const destinationCodes = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08', 'D09', 'D10', 'D11', 'D12'] as const
export type DestinationCode = (typeof destinationCodes)[number]

/** Where the receiver lies, seen from the school. */
export const geographies = ['campus', 'city', 'province', 'outside'] as const
export type Geography = (typeof geographies)[number]
export const geographyNames: Record<Geography, string> = { campus: '校内', city: '市内', province: '省内', outside: '省外' }

/** Which Party-affairs system the receiver belongs to: never derived from the geography. */
export const systems = ['local', 'railway', 'aviation', 'finance', 'corps', 'central-enterprise', 'central-organ', 'military'] as const
export type System = (typeof systems)[number]
export const systemNames: Record<System, string> = {
  local: '地方',
  railway: '铁路',
  aviation: '民航',
  finance: '金融',
  corps: '兵团',
  'central-enterprise': '央企',
  'central-organ': '中央机关',
  military: '部队',
}

/** Where a relation may go. `stay` keeps it at the school. */
export const routes = [
  'unit',
  'unit-locality',
  'residence-locality',
  'household-talent-service',
  'household-locality',
  'new-school',
  'same-school',
  'sending-unit',
  'military-political-department',
  'receiving-place',
  'stay',
  'explained',
] as const
export type Route = (typeof routes)[number]

export const routeNames: Record<Route, string> = {
  unit: '单位党组织',
  'unit-locality': '单位所在地街道、乡镇或人才服务机构党组织',
  'residence-locality': '居住地街道、乡镇党组织',
  'household-talent-service': '户籍所在地人才服务机构党组织',
  'household-locality': '户籍所在地街道、乡镇党组织',
  'new-school': '录取学校党委',
  'same-school': '校内新支部',
  'sending-unit': '派出单位党组织',
  'military-political-department': '旅（相当于旅）以上单位政治工作部门',
  'receiving-place': '服务地或接收单位党组织',
  stay: '保留在学校',
  explained: '按说明办理',
}

/** What a destination may be asked. The plan names the required ones, of whatever type; transfers asks for them. */
export const destinationFields = [
  'unitName',
  'system',
  'collectiveHousehold',
  'householdPlace',
  'receiverPlace',
  'addressee',
  'receivingBranch',
  'orgCode',
  'receiverContact',
  'confirmed',
  'confirmedOn',
  'confirmedWith',
  'paperAsked',
  'reportBy',
  'duesPaidTo',
  'recruitmentOffice',
  'newStudentNo',
  'country',
  'abroadFrom',
  'returnBy',
  'stayApplication',
  'stayUntil',
  'domesticContacts',
  'delayReason',
  'expectedGraduation',
  'atSchool',
  'placedBranch',
  'keeper',
  'explanation',
] as const
export type DestinationField = (typeof destinationFields)[number]

/** The papers that a destination may ask for, beside what is answered. */
export const destinationPapers = [
  'acceptance-letter',
  'contract',
  'written-application',
  'enlistment-notice',
  'project-document',
  'receiver-letter',
] as const
export type DestinationPaper = (typeof destinationPapers)[number]

export const destinationPaperNames: Record<DestinationPaper, string> = {
  'acceptance-letter': '录取通知书',
  contract: '就业协议或劳动合同',
  'written-application': '保留组织关系的书面申请',
  'enlistment-notice': '入伍通知书',
  'project-document': '项目录用文件',
  'receiver-letter': '接收党组织来函',
}

/** What a confirmation of an item says beside its day and evidence. */
export const itemRecords = ['none', 'book', 'hours'] as const
export type ItemRecord = (typeof itemRecords)[number]

/** Whose Party file a paper belongs to: 转正 papers exist for full members alone. */
export const dossierStages = ['everybody', 'full'] as const
export type DossierStage = (typeof dossierStages)[number]
export const dossierStageNames: Record<DossierStage, string> = { everybody: '全体', full: '正式党员' }
