import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { batchFields, batchRefusals, MAX_BATCH, MAX_TAG_LENGTH, MAX_TAGS } from '../rules/batch.ts'
import { filters, Path } from './filter.ts'

const count = z.number().int()
const tags = ['roster']
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(MAX_TAG_LENGTH)
  .regex(/^[^\s,，、]+$/, '标签里不能有空格、逗号和顿号')
export const Basis = z.string().trim().min(4).max(200)

export const BatchChange = z.object({
  fields: z.partialRecord(z.enum(batchFields), z.string().max(500)).optional().describe('Field → the text that it shall read.'),
  addTags: z.array(Tag).max(MAX_TAGS).optional(),
  removeTags: z.array(Tag).max(50).optional(),
  responsibleId: Id.nullable().optional().describe('A staff account; null for nobody.'),
})
export type BatchChange = z.infer<typeof BatchChange>

const Difference = z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })

export const BatchPreview = z.object({
  people: z.array(
    z.object({
      id: Id,
      version: Version,
      name: z.string(),
      studentNumber: z.string(),
      branchName: z.string(),
      kind: z.enum(['changed', 'same', 'wrong']),
      changes: z.array(Difference),
      problems: z.array(z.string()).describe('Why this one is left out.'),
    }),
  ),
  counts: z.object({ changed: count, same: count, wrong: count }),
  basisNeeded: z.boolean().describe('A change of legal weight is among them: it has to name its paper.'),
})
export type BatchPreview = z.infer<typeof BatchPreview>

const refused = refusals(batchRefusals)
const Who = z.union([
  z.object({ ids: z.array(Id).min(1).max(MAX_BATCH) }),
  z.object({ filter: z.object(filters).omit({ cohortId: true }) }),
])

export const batchContract = {
  preview: procedure({ permission: 'roster:edit' })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/graduates/batch/preview',
      tags,
      summary: '批量修改之前：逐人列出会改什么、哪些人改不了',
    })
    .input(z.object({ cohortId: Id, who: Who, change: BatchChange }))
    .output(BatchPreview)
    .errors(refused),

  apply: procedure({ permission: 'roster:edit', audit: 'members.changed' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/graduates/batch', tags, summary: '批量修改：按预览的人和版本，一次写入' })
    .input(
      z.object({
        cohortId: Id,
        people: z
          .array(z.object({ id: Id, version: Version }))
          .min(1)
          .max(MAX_BATCH)
          .describe('Whom the preview named as changed.'),
        change: BatchChange,
        basis: Basis.optional().describe('The paper that a change of legal weight rests on.'),
      }),
    )
    .output(z.object({ changed: count }))
    .errors({ ...refused, ...conflict }),

  tags: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/tags', tags, summary: '用过的标签和人数' })
    .input(z.object({ cohortId: Id, path: Path.optional() }))
    .output(z.array(z.object({ tag: z.string(), count }))),

  staff: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/responsible-staff', tags, summary: '可以作责任老师的人和各自负责的人数' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(z.object({ id: Id, name: z.string(), unitName: z.string(), path: z.string(), count }))),
}
