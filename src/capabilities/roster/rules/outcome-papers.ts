/** The papers behind an outcome of study: which are expected, which may be kept, who keeps and removes them. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { wholeNumberIn } from '../../../kernel/whole-number.ts'
import { readScan, type ScanRefusal, scanRefusals } from '../../attachments/rules.ts'
import type { Outcome } from './outcomes.ts'

export const paperKinds = [
  'delay-approval',
  'completion-document',
  'incomplete-document',
  'withdrawal-document',
  'suspension-document',
  'enlistment-notice',
  'rolls-kept',
  'death-certificate',
  'own-application',
  'branch-minutes',
  'other',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperKindNames: Record<PaperKind, string> = {
  'delay-approval': '延期毕业审批表',
  'completion-document': '结业文件',
  'incomplete-document': '肄业文件',
  'withdrawal-document': '退学文件',
  'suspension-document': '休学文件',
  'enlistment-notice': '入伍通知书',
  'rolls-kept': '保留学籍证明',
  'death-certificate': '死亡证明',
  'own-application': '本人申请',
  'branch-minutes': '支部会议记录',
  other: '其他',
}

/** `expected`: named as lacking until it is there, and never a hindrance. `also`: offered. Anything else goes by 其他. */
export const outcomePapers: Record<Outcome, { expected: readonly PaperKind[]; also: readonly PaperKind[] }> = {
  'on-time': { expected: [], also: [] },
  delayed: { expected: ['delay-approval'], also: ['own-application', 'branch-minutes'] },
  completed: { expected: ['completion-document'], also: ['branch-minutes'] },
  incomplete: { expected: ['incomplete-document'], also: ['branch-minutes'] },
  withdrawn: { expected: ['withdrawal-document'], also: ['own-application', 'branch-minutes'] },
  suspended: { expected: ['suspension-document'], also: ['own-application', 'branch-minutes'] },
  enlisted: { expected: ['enlistment-notice'], also: ['rolls-kept', 'own-application'] },
  deceased: { expected: ['death-certificate'], also: ['branch-minutes'] },
}

/** In the order in which the form offers them. */
export const kindsFor = (outcome: Outcome): PaperKind[] => {
  const { expected, also } = outcomePapers[outcome]
  return outcome === 'on-time' ? [] : [...expected, ...also, 'other']
}

export type HeldPaper = { outcome: Outcome; kind: PaperKind }

/** What is still to come: a paper of another outcome proves nothing about this one. */
export const lackingPapers = (outcome: Outcome, held: readonly HeldPaper[]): PaperKind[] =>
  outcomePapers[outcome].expected.filter(kind => !held.some(paper => paper.outcome === outcome && paper.kind === kind))

export const MAX_PAPERS = 12
export const MAX_PAPER_TITLE = 40

export const paperRefusals = [
  'nothing-to-prove',
  'outcome-changed',
  'kind-elsewhere',
  'title-missing',
  'number-in-title',
  'too-many',
  'removed',
  ...scanRefusals,
] as const
export type PaperRefusal = (typeof paperRefusals)[number]

export type NewPaper = { outcome: Outcome; kind: PaperKind; title: string }

/** Without its bytes: what the form knows before it sends them. */
export function decidePaper(outcome: Outcome, held: number, paper: NewPaper): Decision<true, Exclude<PaperRefusal, ScanRefusal>> {
  if (paper.outcome !== outcome) return refuse('outcome-changed')
  if (outcome === 'on-time') return refuse('nothing-to-prove')
  if (!kindsFor(outcome).includes(paper.kind)) return refuse('kind-elsewhere')
  if (held >= MAX_PAPERS) return refuse('too-many')
  if (paper.kind === 'other' && paper.title === '') return refuse('title-missing')
  return wholeNumberIn(paper.title) === null ? allow(true) : refuse('number-in-title')
}

/** The kind of the file that is kept. */
export function mayKeepPaper(outcome: Outcome, held: number, paper: NewPaper, bytes: Uint8Array): Decision<string, PaperRefusal> {
  const decision = decidePaper(outcome, held, paper)
  return decision.allowed ? readScan(bytes) : decision
}

/** 延期毕业审批表（第二页）; of 其他 what somebody called it. */
export const paperName = ({ kind, title }: { kind: PaperKind; title: string }): string => {
  if (kind === 'other') return title
  return title ? `${paperKindNames[kind]}（${title}）` : paperKindNames[kind]
}

export const paperSteps = ['add', 'open', 'remove'] as const
export type PaperStep = (typeof paperSteps)[number]

/** Whoever records the outcome keeps its papers; a scan shows whole numbers, so that opening it takes the right to see those. */
export const openPaperSteps = (outcome: Outcome, held: (permission: string) => boolean): PaperStep[] => [
  ...(held('roster:edit') && outcome !== 'on-time' ? (['add'] as const) : []),
  ...(held('roster:reveal') ? (['open'] as const) : []),
  ...(held('roster:edit') ? (['remove'] as const) : []),
]
