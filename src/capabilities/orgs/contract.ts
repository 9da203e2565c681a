import { z } from 'zod'
import { Id, procedure, refusals, Version } from '../../kernel/contract.ts'
import { levels, unitKinds, unitRefusals } from './rules.ts'

export const UnitView = z
  .object({
    id: Id,
    parentId: Id.nullable(),
    path: z.string(),
    level: z.enum(levels),
    kind: z.enum(unitKinds),
    name: z.string(),
    version: Version,
  })
  .meta({ id: 'Unit' })
export type UnitView = z.infer<typeof UnitView>

const name = z.string().trim().min(2).max(80)
const refused = refusals(unitRefusals)

export const orgsContract = {
  list: procedure({ permission: 'orgs:read' })
    .route({ method: 'GET', path: '/units', tags: ['units'], summary: '单位树，按次序，上级在前' })
    .output(z.array(UnitView)),

  create: procedure({ permission: 'orgs:edit', audit: 'unit.created' })
    .route({ method: 'POST', path: '/units', tags: ['units'] })
    .input(z.object({ parentId: Id, kind: z.enum(unitKinds), name }))
    .output(UnitView)
    .errors(refused),

  rename: procedure({ permission: 'orgs:edit', audit: 'unit.renamed' })
    .route({ method: 'POST', path: '/units/{id}/name', tags: ['units'] })
    .input(z.object({ id: Id, name, version: Version }))
    .output(UnitView)
    .errors(refused),

  dissolve: procedure({ permission: 'orgs:edit', audit: 'unit.dissolved' })
    .route({ method: 'POST', path: '/units/{id}/dissolution', tags: ['units'], summary: '撤销单位：下面已无单位和党员时' })
    .input(z.object({ id: Id, version: Version }))
    .output(UnitView)
    .errors(refused),
}
