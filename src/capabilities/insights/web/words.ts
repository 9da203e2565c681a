import type { Tone } from '../../../ui/palette.ts'
import type { Task } from '../../plans/rules.ts'
import { formNames, type ReturnTask, taskTitles } from '../../submissions/rules.ts'
import type { Lamp, Term } from '../../transfers/rules.ts'
import type { Stage } from '../rules.ts'

/** 名册（附件1） */
export const formOf = (task: ReturnTask): string => `${taskTitles[task]}（${formNames[task]}）`

/** Colours of the series; what is not known yet is red and hatched. */
export const termColours: Record<Term, string> = {
  received: 'c0',
  'in-transit': 'c1',
  'in-school-process': 'c3',
  internal: 'c5',
  retained: 'c2',
  delayed: 'c6',
  reduced: 'c4',
  unreported: 'red',
}

export const termNotes: Record<Term, string> = {
  received: '已有凭据',
  'in-transit': '等对方接收',
  'in-school-process': '校内各级在办',
  internal: '等新支部确认',
  retained: '经批准',
  delayed: '仍在校',
  reduced: '死亡、出党等',
  unreported: '',
}

/** A lamp states a rule, never a verdict on a person. */
export const lampWords: Record<Lamp, { tone: Tone; rule: string }> = {
  overdue: { tone: 'red', rule: '这一步已过截止日' },
  'letter-expired': { tone: 'red', rule: '介绍信过了有效期，还没有接收' },
  'start-expired': { tone: 'red', rule: '系统转接过了有效期，还没有接收' },
  'pocket-risk': { tone: 'red', rule: '领信未接收，已过期或满规定天数' },
  'silent-check': { tone: 'red', rule: '离校后满规定月数没有联系，请记下查找经过' },
  stranded: { tone: 'red', rule: '过了截止日还没有去向' },
  'due-soon': { tone: 'ochre', rule: '这一步临近截止日' },
  'letter-ending': { tone: 'ochre', rule: '未接收，有效期所剩不多' },
  'start-ending': { tone: 'ochre', rule: '未接收，系统转接快到期' },
  'receipt-missing': { tone: 'ochre', rule: '预计送达后满规定天数，没有回执' },
  'silent-long': { tone: 'ochre', rule: '离校后较长时间没有联系' },
  silent: { tone: 'ochre', rule: '离校后一段时间没有联系' },
  'probation-urgent': { tone: 'ochre', rule: '离期满不多天，还没有接收' },
  'probation-before-leaving': { tone: 'plum', rule: '离校日前预备期满' },
  'probation-after-leaving': { tone: 'plum', rule: '离校日以后预备期才满' },
  'abroad-contact': { tone: 'plum', rule: '出国（境）学习，半年内没有联系' },
}

/** Short enough for an axis or the head of a column. */
export const taskShort: Record<Task, string> = {
  notice: '印发通知',
  education: '主题教育',
  'five-items': '五个一',
  honors: '评优',
  roster: '报名册',
  destination: '报去向',
  register: '报转出登记',
  feedback: '组织部反馈',
  'transfer-out': '办理转出',
  delayed: '报延毕肄业',
  dossiers: '材料装档',
  news: '宣传稿件',
  archive: '总结归档',
}

/** `holds`: who has those that have not come so far yet. */
export const stageWords: Record<Stage, { name: string; holds: string }> = {
  due: { name: '应转出', holds: '' },
  reported: { name: '已报去向', holds: '人未报' },
  'branch-verified': { name: '支部已核', holds: '人待支部核' },
  'secondary-verified': { name: '总支已核', holds: '人待总支核' },
  'fed-back': { name: '组织部已反馈', holds: '人待报送、反馈' },
  sent: { name: '已发起或已领信', holds: '人待发起、开信' },
  received: { name: '对方已接收', holds: '人在路上' },
}
