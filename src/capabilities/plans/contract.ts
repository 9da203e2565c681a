import { z } from 'zod'
import { Id, procedure } from '../../kernel/contract.ts'
import { PlanShape } from './rules/schema.ts'

export const CohortView = z.object({ id: Id, year: z.number().int(), name: z.string() }).meta({ id: 'Cohort' })
export type CohortView = z.infer<typeof CohortView>

export const plansContract = {
  cohorts: procedure({ permission: 'plans:read' })
    .route({ method: 'GET', path: '/cohorts', tags: ['plans'], summary: '各届，最近的在前' })
    .output(z.array(CohortView)),

  plan: procedure({ permission: 'plans:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/plan', tags: ['plans'], summary: '一届的工作方案（现行版本）' })
    .input(z.object({ cohortId: Id }))
    .output(z.object({ version: z.number().int(), plan: PlanShape })),
}
