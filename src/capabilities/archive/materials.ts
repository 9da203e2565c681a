import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { keepFile } from '../attachments/index.ts'
import { planOf } from '../plans/index.ts'
import type { MaterialView } from './contract.ts'
import { type MaterialRefusal, mayBring, mayRemove } from './rules.ts'
import * as store from './store.ts'

const refused = (reason: MaterialRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })
export const isOffice = ({ actor }: Pick<RequestContext, 'actor'>) => actor.role === 'committee-office'

export const materialView = (
  { cohortId: _cohort, path: _path, fileId: _file, removedOn, ...row }: store.MaterialRow,
  context: Pick<RequestContext, 'actor'>,
): MaterialView => ({
  ...row,
  mayRemove:
    context.actor.permissions.has('archive:add') &&
    mayRemove({ own: row.unitId === context.actor.unitId, office: isOffice(context), removed: removedOn !== null }).allowed,
})

/** A file that a unit brings for an item of the checklist. The bytes are read before the transaction. */
export async function addMaterial(
  context: RequestContext,
  { cohortId, item, file }: { cohortId: string; item: string; file: File },
): Promise<MaterialView> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.normalize('NFC').slice(-120)
  return context.within(async inside => {
    const { trx, scope, actor, today } = inside
    const { archiveChecklist } = await planOf(trx, scope, cohortId)
    const decision = mayBring(archiveChecklist, { item, office: isOffice(inside), name, bytes })
    if (!decision.allowed) throw refused(decision.reason)
    const fileId = await keepFile(inside, { purpose: 'archive-material', name, mime: decision.value, bytes, cohortId })
    const id = newId()
    await store.addMaterial(trx, {
      school_id: scope.school,
      id,
      cohort_id: cohortId,
      unit_id: actor.unitId,
      path: scope.path,
      item,
      name,
      size: bytes.length,
      file_id: fileId,
      added_on: today,
      added_by: actor.id,
      added_name: actor.name,
      removed_on: null,
    })
    inside.record({ kind: 'archive-material', id, path: scope.path, after: { item, name, size: bytes.length } })
    return materialView((await store.material(trx, scope, id))!, inside)
  })
}

export async function removeMaterial(context: RequestContext, id: string): Promise<{ id: string }> {
  const { trx, scope, today, actor, record } = context
  const held = await store.heldMaterial(trx, scope, id)
  if (!held) throw new ORPCError('NOT_FOUND')
  const decision = mayRemove({ own: held.unitId === actor.unitId, office: isOffice(context), removed: held.removedOn !== null })
  if (!decision.allowed) throw refused(decision.reason)
  await store.removeMaterial(trx, scope.school, id, today)
  record({ kind: 'archive-material', id, path: held.path, before: { item: held.item, name: held.name }, after: { removed: true } })
  return { id }
}
