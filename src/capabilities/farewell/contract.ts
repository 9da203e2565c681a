import { z } from 'zod'
import { Id, IsoDay, procedure, refusals, Search } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { farewellKinds, recordRefusals, revokeRefusals, signRefusals, ways } from './rules.ts'

const count = z.number().int()
const tags = ['farewell']
const Kind = z.enum(farewellKinds)

export const FarewellRecord = z
  .object({
    id: Id,
    kind: Kind,
    onDay: IsoDay,
    how: z.enum(ways),
    by: z.string().describe('谈话人；纸质告知书的收件人；线上签收的是本人'),
    note: z.string(),
    recordedName: z.string(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'FarewellRecord' })
export type FarewellRecord = z.infer<typeof FarewellRecord>

export const FarewellRow = z
  .object({
    graduateId: Id,
    name: z.string(),
    studentNumber: z.string(),
    branchName: z.string(),
    own: z.boolean().describe('The reader’s own: nobody records their own.'),
    notice: FarewellRecord.nullable(),
    talk: FarewellRecord.nullable(),
  })
  .meta({ id: 'FarewellRow' })
export type FarewellRow = z.infer<typeof FarewellRow>

const counts = { people: count.describe('要离校、组织关系在校的人数'), notice: count, talk: count }
const filters = {
  cohortId: Id,
  unitId: Id.optional(),
  search: Search.optional().describe('姓名、拼音或学号'),
  lacks: Kind.optional().describe('只看还缺这一项的人'),
}

export const farewellContract = {
  list: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/farewell', tags, summary: '离校教育：谁读了告知书，谁谈过话' })
    .input(z.object({ ...filters, ...pageInput }))
    .output(pageOf(FarewellRow).extend({ counts: z.object(counts) })),

  units: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/farewell/units', tags, summary: '离校教育：各支部的人数' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(z.object({ unitId: Id, unitName: z.string(), path: z.string(), ...counts }))),

  export: procedure({ permission: 'education:read', audit: 'farewell.exported', renders: true })
    .route({ method: 'POST', path: '/farewell/export', tags, summary: '按当前筛选导出离校教育（xlsx）' })
    .input(z.object(filters))
    .output(z.file()),

  sheet: procedure({ permission: 'education:confirm', audit: 'farewell.exported', renders: true })
    .route({ method: 'POST', path: '/farewell/sheet', tags, summary: '告知书和签收单（PDF），供现场宣读、手签' })
    .input(z.object(filters))
    .output(z.file().mime('application/pdf')),

  record: procedure({ permission: 'education:confirm', audit: 'farewell.recorded' })
    .route({
      method: 'POST',
      path: '/farewell/records',
      tags,
      summary: '登记纸质告知书或离校谈话，可成批；有一人不能登记就一人也不登记，逐人说明原因',
    })
    .input(
      z.object({
        graduateIds: z.array(Id).min(1).max(2000),
        kind: Kind,
        onDay: IsoDay,
        how: z.enum(ways),
        by: z.string().trim().max(60),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(
      z.object({
        recorded: count,
        refused: z.array(z.object({ graduateId: Id, name: z.string(), reason: z.enum(recordRefusals) })),
      }),
    ),

  revoke: procedure({ permission: 'education:confirm', audit: 'farewell.revoked' })
    .route({ method: 'POST', path: '/farewell/records/{id}/revocation', tags, summary: '撤销一次登记，记录保留' })
    .input(z.object({ id: Id, reason: z.string().trim().max(200) }))
    .output(FarewellRecord)
    .errors(refusals(revokeRefusals)),

  mine: procedure({ permission: 'education:own' })
    .route({ method: 'GET', path: '/me/farewell', tags, summary: '告知书全文；本人签收和谈话' })
    .output(
      z.object({
        title: z.string(),
        paragraphs: z.array(z.string()),
        text: z.string().describe('全文的 SHA-256，签收时带回'),
        asked: z.boolean().describe('留校的（延期、休学）不必签'),
        name: z.string(),
        notice: FarewellRecord.nullable(),
        talk: FarewellRecord.nullable(),
      }),
    ),

  sign: procedure({ permission: 'education:own', audit: 'farewell.signed' })
    .route({ method: 'POST', path: '/me/farewell', tags, summary: '读过告知书，写上自己的姓名签收' })
    .input(z.object({ name: z.string().trim().min(1).max(60), text: z.string().max(64) }))
    .output(FarewellRecord)
    .errors(refusals(signRefusals)),
}
