/** Every word of the public page that depends on something; total by type. */
import type { ReceiptOutcome, ReceiptStanding } from '../../contract.ts'
import type { AnswerProblem, ProofProblem, ReceiptAnswer } from '../../rules.ts'
import type { Hindrance } from './ask.ts'

export const proofWords: Record<ProofProblem, string> = {
  'no-number': '请照纸面填写编号，年份和序号都要写。',
  'no-last-four': '请填身份证号的最后四位，末位是 X 的也要填。',
}

export const answerWords: Record<AnswerProblem, string> = {
  'no-answer': '请选一项。',
  'no-organisation': '请写明转往哪个党组织，用全称。',
  'no-reason': '请写明原因，学校据此核实、改办。',
  'no-handler': '请填经办人姓名。',
  'no-phone': '请填办公电话，学校核实时联系。',
  'phone-form': '电话要写全：座机带区号，如 0571-88000000；手机 11 位。',
}

export const hindranceWords: Record<Hindrance, string> = {
  ...answerWords,
  refused: '没有对上。请照手中的介绍信核对编号和身份证号后四位，再试一次；仍对不上，请打介绍信上的电话联系学校。',
  locked: '没有对上的次数太多，已停一小时。请过一小时再试；事情急的，请打介绍信上的电话联系学校。',
  offline: '没有连上网络，填写的内容还在本页。请检查网络后再试一次。',
  broken: '这一步没有办成，填写的内容还在本页。请稍后再试；仍不行，请打介绍信上的电话联系学校。',
}

export const choiceMeans: Record<ReceiptAnswer, string> = {
  received: '党员已报到，组织关系已编入我处党组织',
  relayed: '介绍信已转给下级党组织办理',
  'not-ours': '抬头或去处不符，不由我处接收',
}

export const sendWords: Record<ReceiptAnswer, string> = {
  received: '提交回应：已接收',
  relayed: '提交回应：已转往下级',
  'not-ours': '提交回应：非我处接收',
}

export type End = Exclude<ReceiptStanding, { standing: 'open' }> | ReceiptOutcome

export const endTitles: Record<End['standing'], string> = {
  kept: '回应已送达学校',
  answered: '这封介绍信已有回应',
  voided: '这封介绍信已作废',
  received: '学校已登记接收',
}
