import { implement, ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { openFile } from '../attachments/index.ts'
import { school } from '../orgs/index.ts'
import { cohort, planOf } from '../plans/index.ts'
import { dueOn } from '../plans/rules.ts'
import { checklistOf } from './checklist.ts'
import { type ArchiveView, archiveContract } from './contract.ts'
import { folderOf } from './make.ts'
import { addMaterial, isOffice, materialView, removeMaterial } from './materials.ts'
import { bringers, type Source } from './rules.ts'
import * as store from './store.ts'

const os = implement(archiveContract).$context<RequestContext>()

async function knownCohort({ trx, scope }: RequestContext, id: string) {
  const found = await cohort(trx, scope, id)
  if (!found) throw new ORPCError('NOT_FOUND')
  return found
}

/** Who brings files for an item; nobody where the material is kept here. */
const brings = (source: Source, context: RequestContext) =>
  context.actor.permissions.has('archive:add') && (bringers[source] === 'unit' || (bringers[source] === 'office' && isOffice(context)))

/** The bytes of a kept file as a download under its own name. */
const fileOf = async ({ row, read }: Awaited<ReturnType<typeof openFile>>) =>
  new File([(await read()) as Uint8Array<ArrayBuffer>], row.name, { type: row.mime })

export const archiveApi = os.router({
  checklist: os.checklist.handler(async ({ context, input: { cohortId } }) => {
    const plan = await planOf(context.trx, context.scope, cohortId)
    const { items, materials } = await checklistOf(context, cohortId)
    return {
      dueOn: dueOn(plan, 'archive', 'secondary', context.actor.unitId),
      items: items.map(item => ({
        ...item,
        materials: materials.filter(material => material.item === item.key).map(material => materialView(material, context)),
        mayBring: brings(item.source, context),
      })),
    }
  }),

  list: os.list.handler(async ({ context, input: { cohortId } }): Promise<ArchiveView[]> => {
    const { trx, scope } = context
    const { name: cohortName } = await knownCohort(context, cohortId)
    const { name } = await school(trx, scope.school)
    return (await store.archivesOf(trx, scope, cohortId)).map(({ id, madeOn, madeName, contents }) => ({
      id,
      madeOn,
      madeName,
      name: folderOf(name, cohortName, madeOn),
      ...contents,
    }))
  }),

  make: os.make.handler(async ({ context, input: { cohortId, reason } }) => {
    if (reason && !context.actor.permissions.has('roster:reveal')) throw new ORPCError('FORBIDDEN')
    const { name } = await knownCohort(context, cohortId)
    const begun = await context.begin('archive', `制作${name}归档包`, { cohortId, reason: reason ?? null })
    context.record({ kind: 'task', id: begun.taskId, path: context.scope.path, after: { cohortId, full: reason !== undefined } })
    return begun
  }),

  download: os.download.handler(async ({ context, input: { id } }) =>
    fileOf(
      await context.within(async inside => {
        const found = await store.archive(inside.trx, inside.scope, id)
        if (!found) throw new ORPCError('NOT_FOUND')
        inside.record({ kind: 'archive', id, path: found.path, after: { full: found.contents.full } })
        return openFile(inside, found.fileId)
      }),
    ),
  ),

  addMaterial: os.addMaterial.handler(({ context, input }) => addMaterial(context, input)),
  removeMaterial: os.removeMaterial.handler(({ context, input }) => removeMaterial(context, input.id)),

  openMaterial: os.openMaterial.handler(async ({ context, input: { id } }) =>
    fileOf(
      await context.within(async inside => {
        const found = await store.material(inside.trx, inside.scope, id)
        if (!found) throw new ORPCError('NOT_FOUND')
        return openFile(inside, found.fileId)
      }),
    ),
  ),
})
