import { z } from 'zod'
import { Id, IsoDay, procedure, refusals } from '../../kernel/contract.ts'
import { clauseIds } from '../plans/rules.ts'
import { lacks, materialRefusals, sources } from './rules.ts'

const count = z.number().int()

export const MaterialView = z
  .object({
    id: Id,
    item: z.string(),
    unitId: Id,
    unitName: z.string(),
    name: z.string(),
    size: count,
    addedOn: IsoDay,
    addedName: z.string(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'ArchiveMaterial' })
export type MaterialView = z.infer<typeof MaterialView>

export const ItemView = z
  .object({
    key: z.string(),
    name: z.string(),
    required: z.boolean(),
    clause: z.enum(clauseIds),
    source: z.enum(sources),
    have: count.describe('已齐的单位数；介绍信为封数'),
    complete: z.boolean(),
    missing: z.array(z.object({ unitId: Id, unitName: z.string(), lack: z.enum(lacks), count: count.nullable() })),
    materials: z.array(MaterialView),
    mayBring: z.boolean(),
  })
  .meta({ id: 'ArchiveItem' })
export type ItemView = z.infer<typeof ItemView>

export const ArchiveView = z
  .object({
    id: Id,
    madeOn: IsoDay,
    madeName: z.string(),
    name: z.string().describe('解压后的文件夹名'),
    files: count,
    bytes: count,
    full: z.boolean().describe('含完整号码'),
    lacking: z.array(z.string()),
  })
  .meta({ id: 'Archive' })
export type ArchiveView = z.infer<typeof ArchiveView>

const tags = ['archive']
const refused = refusals(materialRefusals)

export const archiveContract = {
  checklist: procedure({ permission: 'archive:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/archive-checklist', tags, summary: '归档清单：各项是否齐全，缺什么、缺谁的' })
    .input(z.object({ cohortId: Id }))
    .output(z.object({ dueOn: IsoDay.nullable(), items: z.array(ItemView) })),

  list: procedure({ permission: 'archive:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/archives', tags, summary: '已做的归档包，从新到旧' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(ArchiveView)),

  make: procedure({ permission: 'archive:make', audit: 'archive.begun' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/archives', tags, summary: '制作归档包（BagIt），在后台进行；写明用途即含完整号码' })
    .input(z.object({ cohortId: Id, reason: z.string().trim().min(4).max(200).optional() }))
    .output(z.object({ taskId: Id })),

  download: procedure({ permission: 'archive:read', audit: 'archive.downloaded', renders: true })
    .route({ method: 'POST', path: '/archives/{id}/file', tags, summary: '下载归档包（zip）' })
    .input(z.object({ id: Id }))
    .output(z.file()),

  addMaterial: procedure({ permission: 'archive:add', audit: 'archive-material.added', renders: true })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/archive-materials', tags, summary: '交一份归档材料' })
    .input(z.object({ cohortId: Id, item: z.string().max(60), file: z.file().max(20 * 1024 * 1024) }))
    .output(MaterialView)
    .errors(refused),

  removeMaterial: procedure({ permission: 'archive:add', audit: 'archive-material.removed' })
    .route({ method: 'POST', path: '/archive-materials/{id}/removal', tags, summary: '撤下一份归档材料，记录保留' })
    .input(z.object({ id: Id }))
    .output(z.object({ id: Id }))
    .errors(refused),

  openMaterial: procedure({ permission: 'archive:read', renders: true })
    .route({ method: 'GET', path: '/archive-materials/{id}/file', tags, summary: '打开一份归档材料' })
    .input(z.object({ id: Id }))
    .output(z.file()),
}
