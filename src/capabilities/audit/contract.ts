import { z } from 'zod'
import { Id, procedure } from '../../kernel/contract.ts'

export const AuditEntryView = z
  .object({
    id: Id,
    at: z.iso.datetime(),
    actorName: z.string(),
    role: z.string(),
    verb: z.string(),
    subjectKind: z.string(),
    subjectId: Id,
    path: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'AuditEntry' })

const filters = { verb: z.string().optional(), subjectKind: z.string().max(60).optional(), subjectId: Id.optional() }

export const auditContract = {
  list: procedure({ permission: 'audit:read' })
    .route({ method: 'GET', path: '/audit', tags: ['audit'], summary: '审计日志，从新到旧' })
    .input(
      z.object({
        after: Id.optional(),
        ...filters,
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(AuditEntryView), next: Id.nullable() })),

  export: procedure({ permission: 'audit:read', audit: 'audit.exported', renders: true })
    .route({ method: 'POST', path: '/audit/export', tags: ['audit'], summary: '按当前筛选导出审计日志（xlsx），最近的 50,000 条' })
    .input(z.object(filters))
    .output(z.file()),
}
