/** The lines of a form as they are now, and which of them go along with a return. */
import type { RequestContext } from '../accounts/index.ts'
import { narrowed, type UnitRow, unitsOf } from '../orgs/index.ts'
import { formRows } from '../roster/index.ts'
import { registerRows } from '../transfers/index.ts'
import type { Refusal, State } from '../transfers/rules.ts'
import {
  answersFor,
  formOfTask,
  goesAlong,
  type LeftReason,
  type Line,
  leftOutAs,
  notYetReported,
  type ReturnLevel,
  type ReturnTask,
} from './rules.ts'
import * as store from './store.ts'

export interface FormLine extends Line {
  graduateId: string
  memberId: string
  path: string
  /** On 附件2 only: where the transfer stands. */
  moving: { state: State; held: Refusal | null; branchName: string } | null
}

export type ReturnUnit = Pick<UnitRow, 'id' | 'path' | 'level' | 'name'>

/** A secondary unit below another answers for its own people. */
async function ownPeople(context: RequestContext, unit: ReturnUnit): Promise<(line: { path: string }) => boolean> {
  if (unit.level === 'branch') return () => true
  const units = await unitsOf(context.trx, context.scope)
  return ({ path }) => answersFor(units, path)?.id === unit.id
}

/** The request, seen from the unit. */
const at = (context: RequestContext, unit: ReturnUnit): RequestContext => {
  const scope = narrowed(context.scope, unit.path)
  if (!scope) throw new Error('A return is prepared within the scope only.')
  return { ...context, scope }
}

/** Everybody on the form at this unit now, in the order of the roster. */
export async function linesNow(context: RequestContext, cohortId: string, task: ReturnTask, unit: ReturnUnit): Promise<FormLine[]> {
  const inside = at(context, unit)
  const mine = await ownPeople(inside, unit)
  const rows = task === 'register' ? await caseLines(inside, cohortId) : await rosterLines(inside, cohortId, formOfTask[task])
  return rows.filter(mine)
}

async function rosterLines(context: RequestContext, cohortId: string, form: 'annex1' | 'annex3'): Promise<FormLine[]> {
  return (await formRows(context, form, cohortId)).map(({ values, ...row }) => ({
    ...row,
    moving: null,
    studentNumber: values.studentNo ?? '',
    name: values.name ?? '',
    cells: values,
  }))
}

async function caseLines(context: RequestContext, cohortId: string): Promise<FormLine[]> {
  return (await registerRows(context, cohortId)).map(({ graduateId, memberId, path, name, state, held, branchName, cells }) => ({
    graduateId,
    memberId,
    path,
    moving: { state, held, branchName },
    studentNumber: cells.studentNo,
    name,
    cells,
  }))
}

type Choice = { task: ReturnTask; level: ReturnLevel; supplement: boolean }

/** What a return made now would freeze. `reported`: the lines of everything that stands, newest last. */
export function choose(all: readonly FormLine[], reported: readonly Line[], { task, level, supplement }: Choice): FormLine[] {
  const going = all.filter(({ moving }) => moving === null || goesAlong(level, moving))
  return supplement || (task === 'register' && level === 'branch') ? notYetReported(going, reported, task) : going
}

export type LeftOut = Pick<FormLine, 'graduateId' | 'studentNumber' | 'name'> & { branchName: string; why: LeftReason }

/** Who is not on 附件2 yet, and why: whose case has not begun, is still below, or may not leave. */
export async function leftOutOf(
  context: RequestContext,
  cohortId: string,
  unit: ReturnUnit,
  level: ReturnLevel,
  lines: readonly FormLine[],
): Promise<LeftOut[]> {
  const inside = at(context, unit)
  const mine = await ownPeople(inside, unit)
  const notBegun = (await store.peopleWithoutCase(inside.trx, inside.scope, cohortId)).filter(mine)
  return [
    ...lines.flatMap(({ graduateId, studentNumber, name, moving }) => {
      const why = moving && leftOutAs(level, moving)
      return why ? [{ graduateId, studentNumber, name, branchName: moving.branchName, why }] : []
    }),
    ...notBegun.map(({ path: _path, ...person }) => ({ ...person, why: 'to-fill' as const })),
  ]
}
