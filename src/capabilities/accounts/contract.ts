import { z } from 'zod'
import { Id, IsoDay, procedure } from '../../kernel/contract.ts'
import { permissions, roles } from './rules.ts'

export const SessionView = z
  .object({
    accountId: Id,
    name: z.string(),
    role: z.enum(roles),
    roleName: z.string(),
    unitId: Id,
    unitName: z.string(),
    unitPath: z.string(),
    schoolName: z.string(),
    memberId: Id.nullable(),
    permissions: z.array(z.enum(permissions)),
    today: IsoDay,
    demonstration: z.boolean(),
  })
  .meta({ id: 'Session' })

export const DemoAccount = z
  .object({ login: z.string(), password: z.string(), name: z.string(), role: z.enum(roles), roleName: z.string(), does: z.string() })
  .meta({ id: 'DemoAccount' })

export const accountsContract = {
  session: procedure({ permission: 'session:read' })
    .route({ method: 'GET', path: '/session', tags: ['accounts'], summary: '当前登录的人、职务和权限' })
    .output(SessionView),

  entrance: procedure({ permission: 'public' })
    .route({ method: 'GET', path: '/entrance', tags: ['accounts'], summary: '登录页所需：学校、是否演示、演示账号' })
    .output(
      z.object({
        schools: z.array(z.object({ code: z.string(), name: z.string() })),
        demonstration: z.boolean(),
        today: IsoDay,
        accounts: z.array(DemoAccount),
      }),
    ),

  setDemoDay: procedure({ permission: 'session:read', audit: 'demo-day.moved', renders: true })
    .route({ method: 'POST', path: '/demo-day', tags: ['accounts'], summary: '移动演示日期（仅演示）' })
    .input(z.object({ day: IsoDay }))
    .output(z.object({ today: IsoDay })),

  export: procedure({ permission: 'accounts:read', audit: 'accounts.exported', renders: true })
    .route({ method: 'POST', path: '/accounts/export', tags: ['accounts'], summary: '按当前筛选导出工作人员账号（xlsx）' })
    .input(z.object({ role: z.enum(roles).optional(), search: z.string().trim().max(60).optional().describe('姓名或账号的一部分') }))
    .output(z.file()),

  list: procedure({ permission: 'accounts:read' })
    .route({ method: 'GET', path: '/accounts', tags: ['accounts'], summary: '工作人员账号与职务（不含毕业生）' })
    .output(
      z.array(
        z.object({
          id: Id,
          login: z.string(),
          name: z.string(),
          role: z.enum(roles).nullable(),
          roleName: z.string().nullable(),
          unitName: z.string().nullable(),
          disabled: z.boolean(),
        }),
      ),
    ),
}
