/** 与党务系统不一致: listed, and decided one by one or in batch. */
import { ORPCError } from '@orpc/server'
import { pageFrom, pageKey } from '../../../kernel/paging.ts'
import { holdersAt, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import type { DifferenceView } from '../contract.ts'
import type { Move } from '../rules/lists/outside.ts'
import {
  type DifferenceDecision,
  type DifferenceRefusal,
  type DifferenceState,
  decideDifference,
  differenceDecisions,
  differenceNames,
  type Refusal,
  stateAfterDecision,
  takeTheirs,
} from '../rules.ts'
import type { BegunCase, Case } from '../store/cases.ts'
import type { DifferenceFilter, DifferenceRow } from '../store/differences.ts'
import * as store from '../store.ts'
import { heldAttempt } from './difference-settling.ts'
import { follow, takeMoves } from './moves.ts'
import { within } from './read.ts'
import { callingSides } from './receipt-desk.ts'
import { type Setting, settingsOf } from './setting.ts'

type Asked = DifferenceFilter & { path?: string | undefined; after?: readonly [string, string] | undefined; limit: number }
type Known = { cases: ReadonlyMap<string, Case>; settings: ReadonlyMap<string, Setting> }
type Judged = { row: DifferenceRow; held: BegunCase | null; moves: readonly Move[]; reason: DifferenceRefusal | Refusal | null }

async function knownOf(context: RequestContext, rows: readonly DifferenceRow[]): Promise<Known> {
  const ids = [...new Set(rows.flatMap(({ graduateId }) => graduateId ?? []))]
  const cases = await store.casesOf(context.trx, context.scope, ids)
  return { cases: new Map(cases.map(held => [held.person.id, held])), settings: await settingsOf(context, cases) }
}

/** Of somebody whom nobody here knows only 组织部 hears. */
function judge(
  { actor }: Pick<RequestContext, 'actor'>,
  row: DifferenceRow,
  { cases, settings }: Known,
  decision: DifferenceDecision,
  reason: string,
): Judged {
  const found = row.graduateId === null ? undefined : cases.get(row.graduateId)
  const setting = found && settings.get(found.person.cohortId)
  const begun = found?.transfer ? found : null
  const moves = begun ? takeTheirs({ kind: row.kind, says: row.told }, heldAttempt(begun.attempt)) : []
  const acting = found && setting ? callingSides(found, setting) : actor.role === 'committee-office' ? (['office'] as const) : []
  const decided = decideDifference({ state: row.state, kind: row.kind, acting, moves, reason }, decision)
  if (!decided.allowed) return { row, held: begun, moves, reason: decided.reason }
  const refusal = decision === 'take' && begun && setting ? follow(begun, setting, moves).refusal : null
  return { row, held: begun, moves, reason: refusal?.reason ?? null }
}

const WRITTEN = '写明理由'

const viewOf = (context: RequestContext, row: DifferenceRow, known: Known): DifferenceView => {
  const { told: _, attemptId: __, path: ___, named, ...rest } = row
  const found = row.graduateId === null ? undefined : known.cases.get(row.graduateId)
  const handles = context.actor.permissions.has('transfers:handle')
  return {
    ...rest,
    name: found?.person.name ?? named,
    branchName: found?.person.branchName ?? null,
    caseState: found?.attempt?.state ?? null,
    can: handles ? differenceDecisions.filter(decision => judge(context, row, known, decision, WRITTEN).reason === null) : [],
  }
}

export async function listDifferences(context: RequestContext, { path, after, limit, ...filter }: Asked) {
  const scope = within(context.scope, path)
  const found = await store.differencesPage(context.trx, scope, filter, after, limit + 1)
  const { page, next } = pageFrom(found, limit, ({ named, id }) => pageKey(named, id))
  const known = await knownOf(context, page)
  return {
    rows: page.map(row => viewOf(context, row, known)),
    total: await store.differenceCount(context.trx, scope, filter),
    next,
  }
}

type Deciding = { items: readonly { id: string; version: number }[]; decision: DifferenceDecision; reason: string; dryRun: boolean }

/** All or none. What is taken from the other side goes through the steps of the case, and is refused as they are. */
export async function decideDifferences(context: RequestContext, { items, decision, reason, dryRun }: Deciding) {
  const { trx, scope } = context
  const wanted = new Map(items.map(({ id, version }) => [id, version]))
  const rows = await store.holdDifferences(trx, scope, [...wanted.keys()])
  if (rows.length < wanted.size) throw new ORPCError('NOT_FOUND')
  const changed = rows.find(({ id, version }) => wanted.get(id) !== version)
  if (changed) throw new ORPCError('CONFLICT', { status: 409, data: { version: changed.version } })
  const known = await knownOf(context, rows)
  const judged = rows.map(row => judge(context, row, known, decision, reason))
  const told = judged.map(({ row, reason }) => ({
    id: row.id,
    name: row.named,
    allowed: reason === null,
    ...(reason && { reason }),
  }))
  if (dryRun || judged.some(({ reason }) => reason !== null)) return { applied: false, rows: told }
  if (decision === 'take')
    await takeMoves(
      context,
      judged.flatMap(({ held, moves }) => (held ? [{ held, moves }] : [])),
    )
  await save(context, judged, stateAfterDecision[decision], reason)
  if (decision === 'ask') await askUnits(context, judged, known, reason)
  return { applied: true, rows: told }
}

async function save(
  { trx, scope, actor, today, record }: RequestContext,
  judged: readonly Judged[],
  state: DifferenceState,
  reason: string,
) {
  const by = { decided_on: today, decided_by: actor.id, decided_name: actor.name, decided_role: actor.role }
  await store.saveDifferences(
    trx,
    // A step that was taken has moved its rows one version already.
    judged.map(({ row }) => ({ school_id: scope.school, id: row.id, state, ...by, reason: reason || null, version: row.version + 2 })),
  )
  for (const { row } of judged) {
    const { id, kind, ours, theirs, path } = row
    record({ kind: 'result-difference', id, path, before: { state: row.state }, after: { state, difference: kind, ours, theirs, reason } })
  }
}

/** One message a unit: the 总支 and the branch that know the person. */
async function askUnits({ trx, scope, actor, today }: RequestContext, judged: readonly Judged[], { cases }: Known, reason: string) {
  const places = judged.flatMap(({ row }) => {
    const found = cases.get(row.graduateId ?? '')
    if (!found) return []
    const { person } = found
    const direct = person.unitKind === 'direct-branch'
    const above =
      direct || actor.role !== 'committee-office' ? [] : [{ row, person, role: 'general-branch' as const, path: person.abovePath! }]
    return [...above, { row, person, role: direct ? ('direct-branch' as const) : ('branch-teacher' as const), path: person.path }]
  })
  for (const [key, asked] of Map.groupBy(places, ({ role, path }) => `${role} ${path}`)) {
    const [role, path] = key.split(' ') as [(typeof places)[number]['role'], string]
    const first = asked[0]!
    const what = `${first.person.name}${asked.length > 1 ? `等 ${asked.length} 条` : `：${differenceNames[first.row.kind]}`}`
    await tell(trx, scope.school, await holdersAt(trx, scope.school, path, role, today), {
      kind: 'transfer',
      title: '请核实与党务系统不一致的接转',
      body: `${what}。${reason ? `说明：${reason.replace(/[。.]$/, '')}。` : ''}请向本人或接收党组织核实，把结果告诉来问的一方，或办相应的一步。`,
      link: '/transfers/differences',
    })
  }
}
