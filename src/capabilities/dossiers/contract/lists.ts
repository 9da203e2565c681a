import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { scanRefusals } from '../../attachments/rules.ts'
import { listRefusals, listStates } from '../rules.ts'
import { count, StepResult, seen } from './views.ts'

const tags = ['dossiers']
const refused = refusals([...listRefusals, ...scanRefusals])

export const ListView = z
  .object({
    id: Id,
    text: z.string().describe('清单号'),
    unitId: Id,
    unitName: z.string(),
    people: count,
    pages: count,
    state: z.enum(listStates),
    sha256: z.string(),
    madeOn: IsoDay,
    madeName: z.string(),
    receivedOn: IsoDay.nullable(),
    receivedBy: z.string().nullable(),
    receiptName: z.string().nullable(),
    scanned: z.boolean(),
    withdrawnName: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'DossierList' })
export type ListView = z.infer<typeof ListView>

const ListRowView = z.object({
  graduateId: Id,
  bag: z.string(),
  studentNumber: z.string(),
  name: z.string(),
  membership: z.string(),
  branch: z.string(),
  papers: count,
  pages: count,
  remark: z.string(),
})

export const listsContract = {
  list: procedure({ permission: 'dossiers:read' })
    .route({ method: 'GET', path: '/dossier-lists', tags, summary: '移交清单' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(ListView)),

  get: procedure({ permission: 'dossiers:read' })
    .route({ method: 'GET', path: '/dossier-lists/{id}', tags, summary: '一份移交清单：固定下来的各行' })
    .input(z.object({ id: Id }))
    .output(
      ListView.extend({ rows: z.array(ListRowView.extend({ leftSince: z.boolean().describe('后来重新打开或撤出，不再随这份清单') })) }),
    ),

  candidates: procedure({ permission: 'dossiers:hand-over' })
    .route({ method: 'GET', path: '/dossier-lists/candidates', tags, summary: '一个二级党组织已核对、可以移交的材料' })
    .input(z.object({ cohortId: Id, unitId: Id }))
    .output(z.array(ListRowView.extend({ version: z.number().int() }))),

  make: procedure({ permission: 'dossiers:hand-over', audit: 'dossier-list.made' })
    .route({
      method: 'POST',
      path: '/dossier-lists',
      tags,
      summary: '按选中的材料生成一份移交清单，内容固定；有一份不能移交就一份也不移交',
    })
    .input(z.object({ cohortId: Id, unitId: Id, people: seen }))
    .output(z.object({ list: ListView.nullable(), refused: StepResult.shape.refused }))
    .errors(refused),

  withdraw: procedure({ permission: 'dossiers:hand-over', audit: 'dossier-list.withdrawn' })
    .route({ method: 'POST', path: '/dossier-lists/{id}/withdrawal', tags, summary: '撤销还没有接收的清单并写明理由，材料回到待移交' })
    .input(z.object({ id: Id, version: Version, reason: z.string().trim().max(200) }))
    .output(ListView)
    .errors({ ...refused, ...conflict }),

  receive: procedure({ permission: 'dossiers:hand-over', audit: 'dossier-list.received', renders: true })
    .route({ method: 'POST', path: '/dossier-lists/{id}/receipt', tags, summary: '登记档案馆接收：接收人、日期，可附签字清单的扫描件' })
    .input(
      z.object({
        id: Id,
        version: Version,
        onDay: IsoDay,
        by: z.string().trim().max(60),
        scan: z.file().optional(),
      }),
    )
    .output(ListView)
    .errors({ ...refused, ...conflict }),

  scan: procedure({ permission: 'dossiers:hand-over', audit: 'dossier-list.opened', renders: true })
    .route({ method: 'POST', path: '/dossier-lists/{id}/scan', tags, summary: '打开签字清单的扫描件，记入日志' })
    .input(z.object({ id: Id }))
    .output(z.file()),

  workbook: procedure({ permission: 'dossiers:hand-over', audit: 'dossier-list.exported', renders: true })
    .route({ method: 'POST', path: '/dossier-lists/{id}/workbook', tags, summary: '移交清单（xlsx）' })
    .input(z.object({ id: Id }))
    .output(z.file()),

  paper: procedure({ permission: 'dossiers:hand-over', audit: 'dossier-list.exported', renders: true })
    .route({ method: 'POST', path: '/dossier-lists/{id}/paper', tags, summary: '移交清单（PDF，带条码和签字栏）' })
    .input(z.object({ id: Id }))
    .output(z.file().mime('application/pdf')),
}
