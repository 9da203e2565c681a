/** What is still open of the closing equation, and when a unit's account is final. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { type ShownState, type Term, termNames, terms } from '../../transfers/rules.ts'

/** 校内 stays open until the new branch confirms; 保留, 延期 and 减员 are accounted for. */
export const openTerms = ['unreported', 'in-school-process', 'in-transit', 'internal'] as const satisfies readonly Term[]
export type OpenTerm = (typeof openTerms)[number]

export type Figures = Record<Term, number>

export const openIn = (figures: Figures): number => openTerms.reduce((sum, term) => sum + figures[term], 0)
export const wholeOf = (figures: Figures): number => terms.reduce((sum, term) => sum + figures[term], 0)

export const sameFigures = (one: Figures, other: Figures): boolean => terms.every(term => one[term] === other[term])

/** `still-open`: somebody has nowhere to stand yet. `nobody-here`: an account of nobody says nothing. `signed-already`: as it stands now. */
export const signRefusals = ['nobody-here', 'still-open', 'signed-already'] as const
export type SignRefusal = (typeof signRefusals)[number]

export const maySign = (figures: Figures, signed: Figures | null): Decision<Figures, SignRefusal> => {
  if (wholeOf(figures) === 0) return refuse('nobody-here')
  if (openIn(figures) > 0) return refuse('still-open')
  if (signed && sameFigures(figures, signed)) return refuse('signed-already')
  return allow(figures)
}

/** What comes next, in words; the side that does it stands beside. */
export const nextSteps: Record<ShownState, string> = {
  'to-fill': '填报毕业去向',
  'sent-back': '按退回理由改好再交',
  withdrawn: '重新填报毕业去向',
  void: '重新填报毕业去向',
  'branch-check': '支部核对去向和抬头',
  'secondary-check': '党总支核对',
  verified: '列入附件2 报送组织部',
  'office-check': '组织部逐条反馈',
  'to-start': '在党务系统里发起转接',
  'to-issue': '开介绍信',
  'in-transit': '联系接收方，收回执或核系统结果',
  answered: '核实对方的回应，收盖章回执',
  expired: '已过期：联系接收方，重新开信或发起',
  rejected: '对方未接收：问清抬头，改派或重开',
  internal: '新支部确认接收',
  received: '办结',
  closed: '已办结',
  retained: '保留期内按期联系',
  deferred: '暂缓期满前办理',
}

export const figureText = (figures: Figures): string =>
  terms
    .filter(term => figures[term] > 0)
    .map(term => `${termNames[term]} ${figures[term]}`)
    .join('，')
