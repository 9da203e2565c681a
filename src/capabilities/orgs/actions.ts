import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { UnitView } from './contract.ts'
import { childPath, levelOf, mayHang, type PlannedUnit, rootPath, type UnitKind, type UnitRefusal } from './rules.ts'
import type { ScopedContext } from './scope.ts'
import * as store from './store.ts'

export const refused = (reason: UnitRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

/** A breach of a named constraint is a refusal; anything else is a bug. */
const worded = (error: unknown): never => {
  const reason = meaningOf(error) as UnitRefusal | undefined
  throw reason ? refused(reason) : error
}

async function held(context: ScopedContext, id: string, version: number): Promise<store.UnitRow> {
  const row = await store.unit(context.trx, context.scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (row.dissolvedOn) throw refused('already-dissolved')
  if (row.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.version } })
  return row
}

export async function createUnit(context: ScopedContext, input: { parentId: string; kind: UnitKind; name: string }): Promise<UnitView> {
  const { trx, scope, record } = context
  const parent = await store.unit(trx, scope, input.parentId)
  if (!parent) throw new ORPCError('NOT_FOUND')
  const decision = mayHang(input.kind, parent.kind)
  if (!decision.allowed) throw refused(decision.reason)

  const path = nextPath(parent.path, await store.pathsBelow(trx, scope.school, parent.path))
  const row = {
    school_id: scope.school,
    id: newId(),
    parent_id: parent.id,
    path,
    level: decision.value,
    kind: input.kind,
    name: input.name,
    position: labelOf(path),
  }
  await store.addUnits(trx, [row]).catch(worded)
  record({ kind: 'unit', id: row.id, path, after: { name: input.name, kind: input.kind } })
  return { id: row.id, parentId: parent.id, path, level: row.level, kind: row.kind, name: row.name, version: 1 }
}

export async function renameUnit(context: ScopedContext, input: { id: string; name: string; version: number }): Promise<UnitView> {
  const row = await held(context, input.id, input.version)
  await store.saveUnit(context.trx, context.scope.school, row.id, { name: input.name }).catch(worded)
  context.record({ kind: 'unit', id: row.id, path: row.path, before: { name: row.name }, after: { name: input.name } })
  return { ...view(row), name: input.name, version: row.version + 1 }
}

export async function dissolveUnit(context: ScopedContext, input: { id: string; version: number }): Promise<UnitView> {
  const { trx, scope } = context
  const row = await held(context, input.id, input.version)
  const below = await store.unitsOf(trx, { ...scope, path: row.path, pathEnd: `${row.path.slice(0, -1)}0` })
  if (below.length > 1) throw refused('has-units-below')
  if (await store.membersAt(trx, scope.school, row.id)) throw refused('has-members')
  await store.saveUnit(trx, scope.school, row.id, { dissolved_on: context.today })
  context.record({ kind: 'unit', id: row.id, path: row.path, after: { dissolvedOn: context.today } })
  return { ...view(row), version: row.version + 1 }
}

/** Adds what a sheet of units names and the tree lacks; parents stand before their children in `planned`. */
export async function addPlannedUnits(context: ScopedContext, planned: readonly PlannedUnit[]): Promise<{ created: number; same: number }> {
  const { trx, scope, record } = context
  const existing = await store.unitsOf(trx, scope)
  const byName = new Map(existing.map(unit => [unit.name, { id: unit.id, path: unit.path }]))
  const paths = await store.pathsBelow(trx, scope.school, '/') // dissolved units keep their path
  const rows = []
  for (const unit of planned.filter(candidate => !byName.has(candidate.name))) {
    const parent = unit.parent === null ? null : byName.get(unit.parent)!
    const path = parent ? nextPath(parent.path, paths) : rootPath
    const row = {
      school_id: scope.school,
      id: newId(),
      parent_id: parent?.id ?? null,
      path,
      level: levelOf[unit.kind],
      kind: unit.kind,
      name: unit.name,
      position: labelOf(path),
    }
    rows.push(row)
    paths.push(path)
    byName.set(unit.name, { id: row.id, path })
    record({ kind: 'unit', id: row.id, path, after: { name: unit.name, kind: unit.kind } })
  }
  if (rows.length) await store.addUnits(trx, rows)
  return { created: rows.length, same: planned.length - rows.length }
}

/** The next free label directly below a path: one more than the greatest in use, dissolved units included. */
function nextPath(parent: string, paths: readonly string[]): string {
  const labels = paths
    .filter(path => path.startsWith(parent) && path !== parent)
    .map(path => Number(path.slice(parent.length).split('/')[0]))
  return childPath(parent, Math.max(0, ...labels) + 1)
}

const labelOf = (path: string) => Number(path.split('/').at(-2))

export const view = (row: store.UnitRow): UnitView => ({
  id: row.id,
  parentId: row.parentId,
  path: row.path,
  level: row.level,
  kind: row.kind,
  name: row.name,
  version: row.version,
})
