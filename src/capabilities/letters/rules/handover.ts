/** The pick-up register: who took the paper, when and how. Written once. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { LetterState } from './issue.ts'

export const handoverWays = [
  'self', // 本人
  'proxy', // 代领
  'confidential-mail', // 机要
  'courier', // 其他方式
] as const
export type HandoverWay = (typeof handoverWays)[number]

export const handoverNames: Record<HandoverWay, string> = {
  self: '本人',
  proxy: '代领',
  'confidential-mail': '机要',
  courier: '其他方式',
}

export const handoverRefusals = ['void', 'already-handed-over', 'before-issue', 'future-day', 'nobody-named'] as const
export type HandoverRefusal = (typeof handoverRefusals)[number]

export type Handover = { on: Day; by: string; how: HandoverWay }

type Facts = { state: LetterState; issuedOn: Day; pickedUpOn: Day | null }

export const mayHandOver = (
  { state, issuedOn, pickedUpOn }: Facts,
  handover: Handover,
  today: Day,
): Decision<Handover, HandoverRefusal> => {
  if (state === 'voided') return refuse('void')
  if (pickedUpOn) return refuse('already-handed-over')
  if (handover.on < issuedOn) return refuse('before-issue')
  if (handover.on > today) return refuse('future-day')
  return handover.by.trim() ? allow(handover) : refuse('nobody-named')
}
