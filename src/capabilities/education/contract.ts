import { z } from 'zod'
import { Id, IsoDay, procedure, refusals, Search } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { Lines } from '../../kernel/writable.ts'
import { listContract } from '../imports/contract.ts'
import { Cell, ConfirmationView, Item, proof, said } from './contract/records.ts'
import { reportProcedures, Waiting } from './contract/reports.ts'
import { certificateRefusals, confirmRefusals, nudgeRefusals, revokeRefusals, standings } from './rules.ts'

export { ConfirmationView, DetailsOf, Item } from './contract/records.ts'
export { ReportRow, ReportView, Waiting } from './contract/reports.ts'

export const MatrixRow = z
  .object({
    graduateId: Id,
    name: z.string(),
    studentNumber: z.string(),
    branchName: z.string(),
    joinedOn: IsoDay.nullable(),
    own: z.boolean().describe('The reader’s own record: nobody confirms their own.'),
    done: z.number().int().describe('How many of the asked items are complete.'),
    confirmations: z.array(ConfirmationView),
    reported: z.array(z.string()).describe('本人已申报、还没有确认的项目'),
  })
  .meta({ id: 'ItemMatrixRow' })
export type MatrixRow = z.infer<typeof MatrixRow>

const count = z.number().int()
export const ItemsOfOne = z
  .object({
    graduateId: Id,
    done: count,
    required: count,
    complete: z.boolean(),
    dueOn: IsoDay.nullable().describe('Null until the office has entered the leaving day.'),
    leavingOn: IsoDay.nullable(),
    items: z.array(
      Item.extend({
        done: count,
        hours: z.number().nullable().describe('已有的时长，按时长计的项目才有'),
        complete: z.boolean(),
        confirmations: z.array(ConfirmationView),
        waiting: z.array(Waiting).describe('在路上、还没有计入的'),
      }),
    ),
  })
  .meta({ id: 'ItemsOfOne' })
export type ItemsOfOne = z.infer<typeof ItemsOfOne>

const filters = {
  cohortId: Id,
  unitId: Id.optional(),
  search: Search.optional().describe('姓名、拼音或学号'),
  standing: z.enum(standings).optional(),
  lacks: z.string().max(60).optional().describe('只看还没有完成这一项的人'),
}

export const UnitProgress = z
  .object({
    unitId: Id,
    unitName: z.string(),
    path: z.string(),
    above: z.object({ unitId: Id, name: z.string() }).nullable().describe('直属支部没有'),
    dueOn: IsoDay.nullable().describe('这个支部的离校日'),
    people: count,
    complete: count.describe('五项全部完成的人数'),
    items: z.record(z.string(), count).describe('各项目完成的人数'),
  })
  .meta({ id: 'ItemUnitProgress' })
export type UnitProgress = z.infer<typeof UnitProgress>

export const educationContract = {
  matrix: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/education/items', tags: ['education'], summary: '五个一：本单位毕业生党员与各项目' })
    .input(z.object({ ...filters, ...pageInput }))
    .output(
      pageOf(MatrixRow).extend({
        items: z.array(Item.extend({ complete: count.describe('多少人已完成') })),
        dueOn: IsoDay.nullable(),
        counts: z.object({ all: count, 'one-left': count, nothing: count, complete: count }),
      }),
    ),

  export: procedure({ permission: 'education:read', audit: 'items.exported', renders: true })
    .route({ method: 'POST', path: '/education/items/export', tags: ['education'], summary: '按当前筛选导出五个一（xlsx）' })
    .input(z.object(filters))
    .output(z.file()),

  confirm: procedure({ permission: 'education:confirm', audit: 'item.confirmed' })
    .route({ method: 'POST', path: '/education/confirmations', tags: ['education'], summary: '确认一人一项' })
    .input(Cell.extend({ ...said, ...proof }))
    .output(ConfirmationView)
    .errors(refusals(confirmRefusals)),

  confirmMany: procedure({ permission: 'education:confirm', audit: 'item.confirmed' })
    .route({
      method: 'POST',
      path: '/education/confirmations/batch',
      tags: ['education'],
      summary: '成批确认，同一日期和凭据，书名、时长等各写各的；有一项不能确认就一项也不写，逐项说明原因；dryRun 只预览',
    })
    .input(z.object({ cells: z.array(Cell.extend(said)).min(1).max(2000), ...proof, dryRun: z.boolean().default(false) }))
    .output(
      z.object({
        confirmed: count.describe('已写入的项数；预览时为可以写入的项数'),
        refused: z.array(Cell.extend({ name: z.string(), reason: z.enum(confirmRefusals) })),
      }),
    ),

  revoke: procedure({ permission: 'education:confirm', audit: 'item.revoked' })
    .route({ method: 'POST', path: '/education/confirmations/{id}/revocation', tags: ['education'], summary: '撤销一项确认，记录保留' })
    .input(z.object({ id: Id, reason: Lines(200) }))
    .output(ConfirmationView)
    .errors(refusals(revokeRefusals)),

  person: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/education/graduates/{graduateId}', tags: ['education'], summary: '一人的五个一，含已撤销的确认' })
    .input(z.object({ graduateId: Id }))
    .output(ItemsOfOne),

  mine: procedure({ permission: 'education:own' })
    .route({ method: 'GET', path: '/education/mine', tags: ['education'], summary: '本人的五个一：哪一天、什么凭据、谁确认' })
    .output(ItemsOfOne),

  progress: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/education/progress', tags: ['education'], summary: '各支部、各项目的完成人数，和离校日' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(UnitProgress)),

  nudge: procedure({ permission: 'education:confirm', audit: 'items.nudged' })
    .route({
      method: 'POST',
      path: '/education/nudges',
      tags: ['education'],
      summary: '提醒还没有做完的人：选中的，或筛选出的全部；每人每天至多一次；dryRun 只预览',
    })
    .input(
      z.object({
        ...filters,
        graduateIds: z.array(Id).min(1).max(2000).optional().describe('只提醒这些人；不写则按筛选'),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        told: count.describe('已提醒的人数；预览时为会提醒的人数'),
        left: z.array(z.object({ graduateId: Id, name: z.string(), reason: z.enum(nudgeRefusals) })),
        text: z.string().describe('发到群里的话，列出每个还没做完的人和所差的项目'),
      }),
    ),

  certificates: procedure({ permission: 'education:confirm', audit: 'items.certified', renders: true })
    .route({
      method: 'POST',
      path: '/education/certificates',
      tags: ['education'],
      summary: '“五个一”完成证明（PDF，每人一页）：选中的人须都已做完；按筛选时只出做完的人',
    })
    .input(z.object({ ...filters, graduateIds: z.array(Id).min(1).max(500).optional() }))
    .output(z.file())
    .errors(refusals(certificateRefusals)),

  ...reportProcedures,

  imports: listContract({
    path: '/education/imports',
    tag: 'attendance imports',
    permission: 'education:confirm',
    committed: 'attendance.imported',
  }),
}
