/** Who hangs on a plan, counted by the rooms that know: asked before a change of it is saved. */
import type { RequestContext } from '../capabilities/accounts/index.ts'
import { confirmedByItem } from '../capabilities/education/index.ts'
import { type CountTouched, whenPlansChange } from '../capabilities/plans/index.ts'
import type { Touches } from '../capabilities/plans/rules.ts'
import { countIn } from '../capabilities/roster/index.ts'
import { destinationCounts } from '../capabilities/transfers/index.ts'

type Kind = Touches['kind']

/** One question for all changes, and none where no change asks it. */
const counting =
  <Known>(
    kinds: readonly Kind[],
    ask: (context: RequestContext, cohortId: string) => Promise<Known>,
    say: (touches: Touches, known: Known) => { what: string; count: number } | null,
  ): CountTouched =>
  async (context, cohortId, touches) => {
    if (!touches.some(({ kind }) => kinds.includes(kind))) return touches.map(() => [])
    const known = await ask(context, cohortId)
    return touches.map(one => [say(one, known)].filter(line => line !== null))
  }

const graduates = counting(
  ['task', 'leaving', 'lamps', 'item'],
  ({ trx, scope }, cohortId) => countIn(trx, scope, { cohortId }),
  (one, count) => {
    const everybody = one.kind === 'lamps' || one.kind === 'item' || (one.kind === 'leaving' && one.unit === null)
    return everybody || (one.kind === 'task' && one.level === 'graduate') ? { what: '毕业生党员', count } : null
  },
)

const confirmations = counting(
  ['item'],
  async ({ trx, scope }, cohortId) =>
    new Map((await confirmedByItem(trx, scope, cohortId)).map(({ item, count }) => [item, Number(count)])),
  (one, known) => (one.kind === 'item' ? { what: '已确认的记录', count: known.get(one.item) ?? 0 } : null),
)

const destinations = counting(
  ['destination'],
  async ({ trx, scope }, cohortId) =>
    new Map((await destinationCounts(trx, scope, cohortId)).map(({ code, count }) => [code as string, count])),
  (one, known) => (one.kind === 'destination' ? { what: '已报这一去向的人', count: known.get(one.code) ?? 0 } : null),
)

export function wirePlanTouches() {
  whenPlansChange('roster', graduates)
  whenPlansChange('education', confirmations)
  whenPlansChange('transfers', destinations)
}
