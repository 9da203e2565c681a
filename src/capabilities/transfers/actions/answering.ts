/** The receiver has answered on the public page: the case takes it down, the office is told. */
import { holdersAt, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import type { Answered } from '../../letters/index.ts'
import type { ReceiptAnswer } from '../../letters/rules.ts'
import { rootPath } from '../../orgs/rules.ts'
import * as store from '../store.ts'
import { take } from './take.ts'

/** False where the case does not wait for an answer, as when the letter is not yet entered as handed out. The caller names who speaks. */
export async function answerCase(context: RequestContext, attemptId: string, note: string): Promise<boolean> {
  const item = await store.itemOfAttempt(context.trx, context.scope, attemptId)
  if (!item) return false
  return (await take(context, { step: 'answer', items: [item], told: { note }, as: 'receiver' })).applied
}

const titles: Record<ReceiptAnswer, string> = {
  received: '接收方在网上回应：已接收，待核',
  relayed: '接收方在网上回应：已转往下级党组织，待核',
  'not-ours': '接收方在网上回应：非我处接收，待核实',
}

const next = (taken: boolean) =>
  taken
    ? '网上回应不能作为接收凭据。请按抬头库登记的电话回拨，或等盖章回执，再登记结果。'
    : '这件接转现在不在途，状态没有变动，回应已记在接转页上。请核实，需要时先补登记领取。'

/** The listener of the letters: once an answer, in the transaction that takes it up. */
export async function receiverAnswered(
  context: RequestContext,
  { attemptId, memberName, numberText, answer, words }: Answered,
): Promise<void> {
  const { trx, scope, today } = context
  const taken = await answerCase(context, attemptId, words)
  const transferId = await store.transferOfAttempt(trx, scope, attemptId)
  await tell(trx, scope.school, await holdersAt(trx, scope.school, rootPath, 'committee-office', today), {
    kind: 'transfer',
    title: titles[answer],
    body: `${memberName}，${numberText}：${words}。${next(taken)}`,
    link: transferId ? `/transfers/${transferId}` : '/transfers?state=answered',
  })
}
