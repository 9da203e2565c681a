import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../kernel/contract.ts'
import { Line } from '../../kernel/writable.ts'
import { PlanShape } from './rules/schema.ts'
import { levels, planParts, shifts, tasks } from './rules.ts'

export const CohortView = z.object({ id: Id, year: z.number().int(), name: z.string() }).meta({ id: 'Cohort' })
export type CohortView = z.infer<typeof CohortView>

/** A change of a plan in words; `touches` counts whom: 二级党组织 12 个. */
const ChangeView = z
  .object({
    part: z.enum(planParts),
    row: z.string(),
    field: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    unitName: z.string().nullable(),
    touches: z.array(z.object({ what: z.string(), count: z.number().int() })),
  })
  .meta({ id: 'PlanChange' })
export type ChangeView = z.infer<typeof ChangeView>

const Problem = z.object({ path: z.string(), message: z.string() })

/** As typed; read whole on the server, so that every problem comes with its place. */
const Typed = z.looseObject({ year: z.unknown() })

const VersionView = z
  .object({
    version: Version,
    savedAt: z.iso.datetime(),
    savedName: z.string().nullable(),
    reason: z.string().nullable(),
    changes: z.array(ChangeView),
  })
  .meta({ id: 'PlanVersion' })
export type VersionView = z.infer<typeof VersionView>

const Due = z.union([z.object({ kind: z.literal('day'), day: IsoDay }), z.object({ kind: z.literal('leaving') })])
const NoticeReadView = z
  .object({
    head: z.object({
      number: z.string().nullable(),
      issuedOn: IsoDay.nullable(),
      contact: z.string().nullable(),
      issuer: z.string().nullable(),
      title: z.string().nullable(),
    }),
    proposals: z.array(
      z.object({
        task: z.enum(tasks),
        level: z.enum(levels),
        levelSaid: z.boolean().describe('False: the notice names nobody; who usually does it is meant.'),
        due: Due,
        quote: z.string(),
        standing: z.enum(['same', 'other-day', 'new']),
        held: IsoDay.nullable(),
        note: z.string().nullable(),
      }),
    ),
    contradictions: z.array(
      z.object({ task: z.enum(tasks), days: z.array(z.object({ day: IsoDay, level: z.enum(levels), quote: z.string() })) }),
    ),
  })
  .meta({ id: 'NoticeRead' })
export type NoticeReadView = z.infer<typeof NoticeReadView>

export const planRefusals = ['nothing-changed', 'other-year', 'year-exists', 'year-not-later'] as const
export type PlanRefusal = (typeof planRefusals)[number]
const refused = refusals(planRefusals)
const wrong = { WRONG: { status: 422, data: z.object({ problems: z.array(Problem) }) } } as const
const NOTICE_SIGNS = 60_000

export const plansContract = {
  cohorts: procedure({ permission: 'plans:read' })
    .route({ method: 'GET', path: '/cohorts', tags: ['plans'], summary: '各届，最近的在前' })
    .output(z.array(CohortView)),

  plan: procedure({ permission: 'plans:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/plan', tags: ['plans'], summary: '一届的工作方案（现行版本）' })
    .input(z.object({ cohortId: Id }))
    .output(z.object({ version: z.number().int(), plan: PlanShape })),

  versions: procedure({ permission: 'plans:read' })
    .route({
      method: 'GET',
      path: '/cohorts/{cohortId}/plan/versions',
      tags: ['plans'],
      summary: '方案的各个版本：谁、何时、为什么、改了什么',
    })
    .input(z.object({ cohortId: Id }))
    .output(z.array(VersionView)),

  preview: procedure({ permission: 'plans:edit' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/plan/preview', tags: ['plans'], summary: '保存之前：有没有问题，改了什么，涉及谁' })
    .input(z.object({ cohortId: Id, plan: Typed }))
    .output(z.object({ problems: z.array(Problem), changes: z.array(ChangeView) })),

  save: procedure({ permission: 'plans:edit', audit: 'plan.saved' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/plan', tags: ['plans'], summary: '保存为新版本，即时生效' })
    .input(z.object({ cohortId: Id, version: Version, plan: Typed, reason: Line(200).min(2) }))
    .output(z.object({ version: Version }))
    .errors({ ...refused, ...conflict, ...wrong }),

  readNotice: procedure({ permission: 'plans:edit' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/plan/notice', tags: ['plans'], summary: '从通知正文里找事项和日期，作为建议' })
    .input(z.object({ cohortId: Id, text: z.string().max(NOTICE_SIGNS) }))
    .output(NoticeReadView),

  open: procedure({ permission: 'plans:edit', audit: 'cohort.opened' })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/next', tags: ['plans'], summary: '沿用方案，开设新一届' })
    .input(z.object({ cohortId: Id, year: z.number().int().min(2000).max(2100), shift: z.enum(shifts) }))
    .output(CohortView)
    .errors(refused),
}
