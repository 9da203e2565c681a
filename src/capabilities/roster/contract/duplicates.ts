import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { likenesses, mergeFields, mergeRefusals } from '../rules/duplicates.ts'

const tags = ['roster']
const Reason = z.string().trim().min(4).max(200)
const Field = z.enum(mergeFields as [string, ...string[]])

const Entry = z.object({
  memberId: Id,
  graduateId: Id.nullable().describe('Null where this entry is not of the asked year.'),
  version: Version,
  name: z.string(),
  studentNumber: z.string(),
  branchName: z.string(),
  since: z.iso.datetime(),
})

export const DuplicateView = z
  .object({
    alike: z.array(z.enum(likenesses)),
    one: Entry,
    other: Entry,
    differences: z.array(
      z.object({
        field: Field,
        label: z.string(),
        one: z.string().describe('Masked where it is sensitive.'),
        other: z.string(),
      }),
    ),
    same: z.number().int().describe('So many fields say the same.'),
  })
  .meta({ id: 'Duplicate' })
export type DuplicateView = z.infer<typeof DuplicateView>

const Pair = { cohortId: Id, keep: z.object({ memberId: Id, version: Version }), gone: z.object({ memberId: Id, version: Version }) }

export const duplicatesContract = {
  list: procedure({ permission: 'roster:edit' })
    .route({
      method: 'GET',
      path: '/cohorts/{cohortId}/duplicates',
      tags,
      summary: '疑似重复的人：同名，且手机、出生日期或证件号后四位相同',
    })
    .input(z.object({ cohortId: Id }))
    .output(z.array(DuplicateView)),

  merge: procedure({ permission: 'roster:edit', audit: 'members.merged' })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/duplicates/merging',
      tags,
      summary: '把重复的两条并成一条：留下一条，另一条的记录并入',
    })
    .input(
      z.object({
        ...Pair,
        take: z.array(Field).max(mergeFields.length).describe('Fields of which the kept entry takes what the other says.'),
        reason: Reason,
      }),
    )
    .output(z.object({ memberId: Id }))
    .errors({ ...refusals(mergeRefusals), ...conflict }),

  apart: procedure({ permission: 'roster:edit', audit: 'members.distinguished' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/duplicates/apart', tags, summary: '确认不是同一人，不再提示' })
    .input(z.object({ cohortId: Id, one: Id, other: Id }))
    .output(z.object({ apart: z.literal(true) })),
}
