/** What an answer from the public page asks of the office. It proves nothing by itself: the case waits as 对方已回应待核. */
import type { ReceiptAnswer } from '../../letters/rules.ts'
import type { Step } from './steps.ts'

/** What the office registers once it has checked: with a proof, with the name of the organisation below, with the receiver's reason. */
export const followUp: Record<ReceiptAnswer, Extract<Step, 'accept' | 'relay' | 'reject'>> = {
  received: 'accept',
  relayed: 'relay',
  'not-ours': 'reject',
}

/** The state is one; what is to be checked differs. */
export const answeredNames: Record<ReceiptAnswer, string> = {
  received: '对方回应已接收，待核',
  relayed: '对方已转往下级，待核',
  'not-ours': '被对方退回，待核实',
}
