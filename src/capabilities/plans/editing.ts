/** The plan as the office changes it: read whole, held against the running one, saved as a version of its own. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { type RequestContext, staffIn } from '../accounts/index.ts'
import { tellEach } from '../inbox/index.ts'
import type { ChangeView, CohortView, PlanRefusal, VersionView } from './contract.ts'
import { parsePlan } from './rules/parse.ts'
import { cloneFor, type Level, type NoticeRead, type Plan, planChanges, readNotice, type Shift } from './rules.ts'
import * as store from './store.ts'
import { type TouchedChange, withTouched } from './touching.ts'

const refused = (reason: PlanRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

async function running({ trx, scope }: RequestContext, cohortId: string) {
  const row = await store.planInForce(trx, scope, cohortId)
  if (!row) throw new ORPCError('NOT_FOUND')
  return row
}

const view = ({ touches: _, touched, ...change }: TouchedChange): ChangeView => ({ ...change, touches: touched })

export async function preview(context: RequestContext, { cohortId, plan }: { cohortId: string; plan: unknown }) {
  const { body } = await running(context, cohortId)
  const parsed = parsePlan(plan)
  if (!parsed.allowed) return { problems: parsed.problems, changes: [] }
  return { problems: [], changes: (await withTouched(context, cohortId, planChanges(body, parsed.value))).map(view) }
}

type Saving = { cohortId: string; version: number; plan: unknown; reason: string }

export async function save(context: RequestContext, { cohortId, version, plan, reason }: Saving): Promise<{ version: number }> {
  const { trx, scope, actor, record } = context
  const held = await running(context, cohortId)
  const parsed = parsePlan(plan)
  if (!parsed.allowed) throw new ORPCError('WRONG', { status: 422, data: { problems: parsed.problems } })
  if (held.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: held.version } })
  if (parsed.value.year !== held.body.year) throw refused('other-year')
  const changes = planChanges(held.body, parsed.value)
  if (changes.length === 0) throw refused('nothing-changed')
  const next = version + 1
  const row = { school_id: scope.school, cohort_id: cohortId, version: next, body: parsed.value, saved_by: actor.id }
  await store.addPlan(trx, { ...row, saved_name: actor.name, reason }).catch(error => {
    if (meaningOf(error) === 'saved-meanwhile') throw new ORPCError('CONFLICT', { status: 409, data: { version: next } })
    throw error
  })
  record({ kind: 'cohort', id: cohortId, path: scope.path, before: { version }, after: { version: next, reason, changes: changes.length } })
  await tellOf(context, changes, parsed.value)
  await context.begin('plan-changed', '按新方案更新期限和提醒', { cohortId })
  return { version: next }
}

const dutiful: Partial<Record<Level, Parameters<typeof staffIn>[2]>> = {
  secondary: ['general-branch', 'direct-branch'],
  branch: ['branch-teacher', 'direct-branch'],
}

/** Who has a new day to keep hears of it; other changes are read in the plan. */
async function tellOf({ trx, scope, today }: RequestContext, changes: ReturnType<typeof planChanges>, plan: Plan): Promise<void> {
  const moved = changes.filter(({ touches, field, before, after }) =>
    touches.kind === 'task'
      ? touches.unit === null && (field === '截止日' || before === null || after === null)
      : touches.kind === 'leaving' && touches.unit === null,
  )
  if (moved.length === 0) return
  const levels: Level[] = ['secondary', 'branch']
  const reaching = (level: Level) =>
    moved.filter(({ touches }) => touches.kind === 'leaving' || (touches.kind === 'task' && touches.level === level))
  const letters = new Map<string, Set<string>>()
  for (const level of levels) {
    const lines = reaching(level).map(({ row, field, before, after }) => `${row || field}：${before ?? '未设'} → ${after ?? '取消'}`)
    if (lines.length === 0) continue
    for (const { id } of await staffIn(trx, scope, dutiful[level]!, today)) letters.set(id, new Set([...(letters.get(id) ?? []), ...lines]))
  }
  await tellEach(
    trx,
    scope.school,
    [...letters].map(([account, lines]) => ({
      account,
      kind: 'plan',
      title: `${plan.title}工作方案的期限有变动`,
      body: [...lines].join('；'),
      link: '/plan',
    })),
  )
}

/** Each with what it changed in the one before. */
export async function versions(context: RequestContext, cohortId: string): Promise<VersionView[]> {
  const rows = await store.versionsOf(context.trx, context.scope, cohortId)
  if (rows.length === 0) throw new ORPCError('NOT_FOUND')
  const said = rows.map(({ body }, at) => (at + 1 < rows.length ? planChanges(rows[at + 1]!.body, body) : []))
  return rows.map(({ version, savedAt, savedName, reason }, at) => ({
    version,
    savedAt: savedAt.toISOString(),
    savedName,
    reason,
    changes: said[at]!.map(({ touches: _, ...change }) => ({ ...change, unitName: null, touches: [] })),
  }))
}

export async function readPasted(context: RequestContext, { cohortId, text }: { cohortId: string; text: string }): Promise<NoticeRead> {
  return readNotice(text, (await running(context, cohortId)).body)
}

type Opening = { cohortId: string; year: number; shift: Shift }

/** Next year's cohort on this one's plan. What was only this year's stays open: number, leaving day, exceptions. */
export async function openNext(context: RequestContext, { cohortId, year, shift }: Opening): Promise<CohortView> {
  const { trx, scope, actor, record } = context
  const { body } = await running(context, cohortId)
  const known = await store.cohorts(trx, scope)
  if (known.some(cohort => cohort.year === year)) throw refused('year-exists')
  if (known.some(cohort => cohort.year > year)) throw refused('year-not-later')
  const plan = cloneFor(body, year, shift)
  const [id, name] = [newId(), plan.title]
  await store.addCohort(trx, { school_id: scope.school, id, year, name }).catch(error => {
    throw meaningOf(error) === 'held-meanwhile' ? refused('year-exists') : error
  })
  const reason = `沿用${body.title}方案`
  await store.addPlan(trx, {
    school_id: scope.school,
    cohort_id: id,
    version: 1,
    body: plan,
    saved_by: actor.id,
    saved_name: actor.name,
    reason,
  })
  record({ kind: 'cohort', id, path: scope.path, after: { name, planOf: body.title } })
  return { id, year, name }
}
