/** What leaves for another school of this installation, or is on its way there no more. */
import type { RequestContext } from '../../accounts/index.ts'
import type { State, Step } from '../rules.ts'
import * as store from '../store.ts'
import type { Outcome } from './outcome.ts'

const out: readonly State[] = ['in-transit', 'answered']
const sends: readonly Step[] = ['start', 'hand-out', 'issue']

/** What goes out arrives there; what is taken back, renewed or proven otherwise waits there no more. */
export async function arrivalsFollow({ trx, today, begin }: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const sent = outcomes.filter(({ step, held }) => sends.includes(step) && held.attempt.state === 'in-transit')
  const gone = outcomes.filter(({ before, past, held }) => out.includes(before.state) && (past || !out.includes(held.attempt.state)))
  await store.withdrawArrivals(
    trx,
    gone.map(({ before }) => before.id),
  )
  const arrived = await store.sendArrivals(
    trx,
    sent.map(({ held }) => held.attempt.id),
    today,
  )
  // The school that receives hears of it in a transaction of its own.
  if (arrived > 0) await begin('arrival-sent', `告知接收学校：${arrived} 人`, {})
}
