import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/decision.ts'
import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn, type Plan } from '../plans/rules.ts'
import { fingerprintOf, openRows } from './freeze.ts'
import { choose, type FormLine, type LeftOut, leftOutOf, linesNow, type ReturnUnit } from './lines.ts'
import { formOfTask, levelFor, maySubmit, type ReturnLevel, type ReturnTask, type SubmitRefusal, type Submitting, stands } from './rules.ts'
import * as store from './store.ts'

export interface Wanted {
  cohortId: string
  task: ReturnTask
  supplement?: string | undefined
  zero: boolean
}

export interface Prepared {
  unit: ReturnUnit
  level: ReturnLevel
  form: Plan['forms']['annex1']
  dueOn: Day | null
  lines: FormLine[]
  leftOut: LeftOut[]
  alreadyReported: number
  ordinal: number
  decision: Decision<Submitting, SubmitRefusal>
  fingerprint: string
}

const notHere: SubmitRefusal = 'not-your-level'

/** What the actor's own unit would hand in now, and whether it may. What the unit has handed in is held, so that two at once wait. */
export async function prepare(context: RequestContext, { cohortId, task, supplement, zero }: Wanted): Promise<Prepared> {
  const { trx, scope, actor } = context
  const unit = (await unitsOf(trx, scope)).find(({ id }) => id === actor.unitId)
  const level = unit ? levelFor(actor.role, unit.level) : null
  if (!unit || !level) throw new ORPCError('REFUSED', { status: 409, data: { reason: notHere } })
  const plan = await planOf(trx, scope, cohortId)
  const earlier = await store.heldOfUnit(trx, scope, cohortId, unit.id, task)
  const reported = await openRows(
    context,
    await store.rowsOf(
      trx,
      scope,
      earlier.filter(stands).map(({ id }) => id),
    ),
  )
  const known = new Set(reported.map(({ studentNumber }) => studentNumber))
  const all = await linesNow(context, cohortId, task, unit)
  const lines = choose(all, reported, { task, level, supplement: supplement !== undefined })
  const leftOut = task === 'register' ? await leftOutOf(context, cohortId, unit, level, all) : []
  const decision = maySubmit({
    task,
    level,
    earlier,
    supplement: supplement ?? null,
    zero,
    rows: lines.length,
    leftOut: leftOut.length,
  })
  return {
    unit,
    level,
    form: plan.forms[formOfTask[task]],
    dueOn: dueOn(plan, task, level, unit.id),
    lines,
    leftOut,
    alreadyReported: all.filter(({ studentNumber }) => known.has(studentNumber)).length,
    ordinal: (earlier.at(-1)?.ordinal ?? 0) + 1,
    decision,
    fingerprint: fingerprintOf(await context.vault(cohortId), lines),
  }
}
