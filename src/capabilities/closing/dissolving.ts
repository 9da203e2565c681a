/** The 总支 names who follows the open cases of a dissolving branch up; on the leaving day they pass on. */
import { ORPCError } from '@orpc/server'
import { type RequestContext, staffIn } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import type { Plan } from '../plans/rules.ts'
import { handOn, takeBack, termCounts } from '../transfers/index.ts'
import type { DissolvingBranch } from './contract.ts'
import { dissolvesByName, handedTerms, leavingOf, mayName, type Naming, type NamingRefusal, passesOn } from './rules.ts'
import * as store from './store/dissolving.ts'
import type { UnitRow } from './units.ts'

type Branch = { unit: UnitRow; above: UnitRow; said: store.DissolvingRow | undefined; dissolves: boolean }

/** The branches under a 总支; a 直属党支部 answers for itself. The unit above may lie outside a branch's own scope. */
async function branchesIn({ trx, scope }: RequestContext, cohortId: string): Promise<Branch[]> {
  const units = await unitsOf(trx, scope)
  const said = new Map((await store.dissolvingIn(trx, scope, cohortId)).map(row => [row.unitId, row]))
  const byId = new Map(units.map(unit => [unit.id, unit]))
  return units.flatMap(unit => {
    const above = byId.get(unit.parentId ?? '')
    if (unit.kind !== 'branch' || !above) return []
    const row = said.get(unit.id)
    return [{ unit, above, said: row, dissolves: row?.dissolves ?? dissolvesByName(unit.name) }]
  })
}

const teachersAt = ({ trx, scope, today }: RequestContext, path: string) =>
  staffIn(trx, { ...scope, path, pathEnd: `${path.slice(0, -1)}0` }, ['general-branch', 'counselor'], today).then(rows =>
    rows.filter(row => row.path === path).map(({ id, name }) => ({ id, name })),
  )

const dueOn = (plan: Plan, { unit, above }: Branch) => leavingOf(plan, unit.id, above.id)

export async function dissolvingBranches(context: RequestContext, cohortId: string): Promise<DissolvingBranch[]> {
  const { trx, scope, actor, today } = context
  const plan = await planOf(trx, scope, cohortId)
  const counts = new Map((await termCounts(trx, scope, cohortId, today)).map(row => [row.unitId, row]))
  const teachers = new Map<string, Awaited<ReturnType<typeof teachersAt>>>()
  const rows: DissolvingBranch[] = []
  for (const branch of await branchesIn(context, cohortId)) {
    const { unit, above, said, dissolves } = branch
    if (!counts.has(unit.id)) continue
    if (!teachers.has(above.path)) teachers.set(above.path, await teachersAt(context, above.path))
    const { terms } = counts.get(unit.id)!
    const leavingDay = dueOn(plan, branch)
    rows.push({
      unitId: unit.id,
      unitName: unit.name,
      path: unit.path,
      aboveName: above.name,
      dissolves,
      byName: said === undefined,
      teacher: said?.accountId ? { accountId: said.accountId, name: said.teacherName!, phone: said.phone ?? '' } : null,
      leavingDay,
      passed: passesOn(dissolves, leavingDay, today),
      open: handedTerms.reduce((sum, term) => sum + terms[term], 0),
      version: said?.version ?? 0,
      teachers: actor.permissions.has('transfers:check') ? teachers.get(above.path)! : [],
      can: actor.permissions.has('transfers:check') && actor.unitId === above.id ? ['name'] : [],
    })
  }
  return rows
}

const refused = (reason: NamingRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

type NameInput = Naming & { cohortId: string; unitId: string; version: number }

export async function nameTeacher(context: RequestContext, { cohortId, unitId, version, ...naming }: NameInput): Promise<DissolvingBranch> {
  const { trx, scope, actor, today, record } = context
  const own = (await unitsOf(trx, scope)).find(unit => unit.id === unitId && unit.kind === 'branch')
  if (!own) throw new ORPCError('NOT_FOUND')
  const branch = (await branchesIn(context, cohortId)).find(({ unit }) => unit.id === unitId)
  const teacher = branch && (await teachersAt(context, branch.above.path)).find(({ id }) => id === naming.accountId)
  const decision = mayName(naming, { atBranch: actor.unitId === unitId || !branch, known: teacher !== undefined })
  if (!decision.allowed) throw refused(decision.reason)
  const { dissolves, accountId, phone } = decision.value
  const row = { unitId, path: own.path, dissolves, accountId, teacherName: accountId && teacher!.name, phone: phone || null }
  if (!(await store.saveDissolving(trx, scope, cohortId, row, version))) {
    const current = (await store.dissolvingIn(trx, scope, cohortId)).find(known => known.unitId === unitId)
    throw new ORPCError('CONFLICT', { status: 409, data: { version: current?.version ?? 0 } })
  }
  record({
    kind: 'unit',
    id: unitId,
    path: own.path,
    before: { teacher: branch!.said?.teacherName ?? null },
    after: { dissolves, teacher: row.teacherName },
  })
  if (!dissolves) await takeBack(context, cohortId, own.path)
  const plan = await planOf(trx, scope, cohortId)
  // Named late: what has passed to the 总支 already goes on to the teacher at once.
  const named = { ...branch!, dissolves, said: { ...row, version: version + 1 } }
  if (passesOn(dissolves, dueOn(plan, branch!), today)) await passOn(context, cohortId, named)
  return (await dissolvingBranches(context, cohortId)).find(known => known.unitId === unitId) ?? rowOfNobody(named)
}

/** A branch without anybody of the cohort is in no list, and may be marked beforehand. */
const rowOfNobody = ({ unit, above, dissolves, said }: Branch): DissolvingBranch => ({
  unitId: unit.id,
  unitName: unit.name,
  path: unit.path,
  aboveName: above.name,
  dissolves,
  byName: false,
  teacher: said?.accountId ? { accountId: said.accountId, name: said.teacherName!, phone: said.phone ?? '' } : null,
  leavingDay: null,
  passed: false,
  open: 0,
  version: said?.version ?? 0,
  teachers: [],
  can: ['name'],
})

const passOn = (context: RequestContext, cohortId: string, { unit, above, said }: Branch): Promise<number> =>
  handOn(context, {
    cohortId,
    branch: { path: unit.path, name: unit.name },
    abovePath: above.path,
    keeper: { unitName: above.name, accountId: said?.accountId ?? null, name: said?.teacherName ?? null, phone: said?.phone ?? null },
    terms: handedTerms,
  })

/** The branches whose day has come; each is handed on in a transaction of its own, and twice in a row changes nothing. */
export async function branchesDue(context: RequestContext, cohortId: string): Promise<string[]> {
  const { trx, scope, today } = context
  const plan = await planOf(trx, scope, cohortId)
  const branches = await branchesIn(context, cohortId)
  return branches.filter(branch => passesOn(branch.dissolves, dueOn(plan, branch), today)).map(({ unit }) => unit.id)
}

export async function handOnBranch(context: RequestContext, cohortId: string, unitId: string): Promise<void> {
  const branch = (await branchesIn(context, cohortId)).find(({ unit }) => unit.id === unitId)
  if (branch) await passOn(context, cohortId, branch)
}
