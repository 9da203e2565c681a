/** Reminding who lacks something: previewed, then one message each. */
import { ORPCError } from '@orpc/server'
import { everyRow } from '../../kernel/paging.ts'
import { accountsOfMembers, type RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn, type Plan } from '../plans/rules.ts'
import { graduatesByIds } from '../roster/index.ts'
import { scopeAt } from './exporting.ts'
import { lackingOf, mayNudge, type NudgeRefusal, nudgeMessage, nudgeText } from './rules.ts'
import { type MatrixFilter, matrixPage } from './store/matrix.ts'
import { addNudges, nudgedOn } from './store/nudges.ts'
import * as store from './store.ts'

export type Asked = MatrixFilter & { unitId?: string | undefined; graduateIds?: readonly string[] | undefined }
type Person = { id: string; memberId: string; name: string; path: string; unitId: string; studentNumber: string; branchName: string }

/** Those who were chosen, or everybody whom the filter shows. */
export async function askedPeople(context: RequestContext, plan: Plan, { unitId, graduateIds, ...filter }: Asked): Promise<Person[]> {
  const { trx, scope } = context
  if (graduateIds) {
    const ids = [...new Set(graduateIds)]
    const people = await graduatesByIds(trx, scope, ids)
    const asked = people.filter(({ cohortId, reduction }) => cohortId === filter.cohortId && reduction === null)
    if (asked.length < ids.length) throw new ORPCError('NOT_FOUND')
    return asked
  }
  const narrower = await scopeAt(context, unitId)
  return everyRow<Person, string>(async (after, limit) => {
    const rows = await matrixPage(trx, narrower, plan.items, filter, after, limit)
    return { rows, last: rows.at(-1)?.id }
  })
}

async function judged(context: RequestContext, plan: Plan, people: readonly Person[]) {
  const { trx, scope, today } = context
  const ids = people.map(({ id }) => id)
  const confirmed = Map.groupBy(await store.validOf(trx, scope, ids), ({ graduateId }) => graduateId)
  const memberIds = people.map(({ memberId }) => memberId)
  const accounts = new Map((await accountsOfMembers(trx, scope.school, memberIds)).map(({ id, memberId }) => [memberId, id]))
  const nudged = await nudgedOn(trx, scope, today)
  return people.map(person => {
    const lacking = lackingOf(plan.items, confirmed.get(person.id) ?? [])
    const account = accounts.get(person.memberId) ?? null
    return { ...person, lacking, decision: mayNudge({ lacking, account, nudgedToday: account !== null && nudged.has(account) }) }
  })
}

type Told = Person & { lacking: string[]; account: string }

/** One message to each, in as many statements as there are different texts. */
async function send({ trx, scope, actor, today, record }: RequestContext, plan: Plan, told: readonly Told[]) {
  const added = await addNudges(
    trx,
    told.map(({ account, path }) => ({ school_id: scope.school, account_id: account, on_day: today, path, nudged_by: actor.id })),
  )
  const written = told.filter(({ account }) => added.has(account))
  const messages = written.map(({ account, lacking, unitId }) => ({
    account,
    ...nudgeMessage(lacking, dueOn(plan, 'five-items', 'graduate', unitId)),
  }))
  for (const same of Map.groupBy(messages, ({ body }) => body).values()) {
    const { title, body } = same[0]!
    const accounts = same.map(({ account }) => account)
    await tell(trx, scope.school, accounts, { kind: 'items', title, body, link: '/me' })
  }
  for (const { id, path, lacking } of written) record({ kind: 'item-nudge', id, path, after: { graduateId: id, lacking } })
  return written.length
}

export async function nudge(context: RequestContext, asked: Asked, dryRun: boolean) {
  const plan = await planOf(context.trx, context.scope, asked.cohortId)
  const people = await judged(context, plan, await askedPeople(context, plan, asked))
  const told: Told[] = []
  const left: { graduateId: string; name: string; reason: NudgeRefusal }[] = []
  for (const { decision, ...person } of people) {
    if (decision.allowed) told.push({ ...person, account: decision.value })
    else left.push({ graduateId: person.id, name: person.name, reason: decision.reason })
  }
  const text = nudgeText(
    people.filter(({ lacking }) => lacking.length > 0),
    dueOn(plan, 'five-items', 'graduate'),
  )
  return { told: dryRun ? told.length : await send(context, plan, told), left, text }
}
