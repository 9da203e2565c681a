import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import type { PreviewView } from './contract.ts'
import { prepare, type Wanted } from './prepare.ts'
import { gapsOf, partCells, stands } from './rules.ts'
import * as store from './store.ts'

/** What handing in would freeze now, as screens may show it; nothing is written. */
export async function previewOf(context: RequestContext, wanted: Wanted): Promise<PreviewView> {
  const { unit, level, form, dueOn, lines, leftOut, alreadyReported, ordinal, decision, fingerprint } = await prepare(context, wanted)
  return {
    unitId: unit.id,
    unitName: unit.name,
    task: wanted.task,
    level,
    title: form.title,
    columns: form.columns,
    dueOn,
    ordinal,
    rows: lines.map(({ graduateId, studentNumber, name, cells }, at) => ({
      graduateId,
      studentNumber,
      name,
      cells: { ...partCells(cells).shown, no: String(at + 1) },
      gaps: gapsOf(form.columns, cells),
    })),
    leftOut: leftOut.map(({ graduateId, studentNumber, name, branchName, why }) => ({ graduateId, studentNumber, name, branchName, why })),
    alreadyReported,
    refusal: decision.allowed ? null : decision.reason,
    fingerprint,
    branches: level === 'secondary' ? await branchesBelow(context, unit.path, wanted) : [],
  }
}

async function branchesBelow({ trx, scope }: RequestContext, path: string, { cohortId, task }: Wanted) {
  const branches = (await unitsOf(trx, scope)).filter(unit => unit.level === 'branch' && unit.path.startsWith(path))
  const handed = await store.headsOf(trx, scope, { cohortId, task })
  const done = new Set(handed.filter(stands).map(({ unitId }) => unitId))
  return branches.map(({ id, name }) => ({ unitName: name, handedIn: done.has(id) }))
}
