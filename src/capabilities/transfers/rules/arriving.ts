/** A transfer from another school of this installation, as the school that receives sees and decides it. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const arrivalStates = ['waiting', 'accepted', 'refused', 'withdrawn'] as const
export type ArrivalState = (typeof arrivalStates)[number]

export const arrivalStateNames: Record<ArrivalState, string> = {
  waiting: '待接收',
  accepted: '已接收',
  refused: '已退回',
  withdrawn: '对方已撤回',
}

export const arrivalRefusals = ['decided-already', 'withdrawn', 'needs-reason'] as const
export type ArrivalRefusal = (typeof arrivalRefusals)[number]

export const arrivalRefusalWords: Record<ArrivalRefusal, string> = {
  'decided-already': '这一件已经定过，没有再改。请刷新看现在的情况。',
  withdrawn: '转出学校已经撤回或另行办理这一件，没有接收。',
  'needs-reason': '没有写退回的理由，没有退回。请写明原因，对方好改。',
}

export const mayDecideArrival = (state: ArrivalState): Decision<true, ArrivalRefusal> => {
  if (state === 'waiting') return allow(true)
  return refuse(state === 'withdrawn' ? 'withdrawn' : 'decided-already')
}

export const decideArrival = (
  state: ArrivalState,
  { accepted, reason }: { accepted: boolean; reason: string },
): Decision<'accepted' | 'refused', ArrivalRefusal> => {
  const open = mayDecideArrival(state)
  if (!open.allowed) return open
  if (accepted) return allow('accepted')
  return reason.trim() ? allow('refused') : refuse('needs-reason')
}
