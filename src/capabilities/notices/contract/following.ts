/** What comes of a notice: duties reported, noted, given back; who has it and who is chased. */
import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { Lines } from '../../../kernel/writable.ts'
import { chaseRefusals, withdrawRefusals, workRefusals } from '../rules.ts'
import { NoticeView, ReceiptTable } from './views.ts'

const tags = ['notices']
const follow = 'notices:follow'
const report = 'notices:report'
const one = z.object({ id: Id })
const step = one.extend({ version: Version })
const reason = Lines(200)
const worked = { ...refusals(workRefusals), ...conflict }
const MOST_AT_ONCE = 2000

const Chase = one.extend({ unitIds: z.array(Id).min(1).max(500).optional().describe('只催这些；不写则凡欠着的') })

export const followingContract = {
  report: procedure({ permission: report, audit: 'duty.reported' })
    .route({ method: 'POST', path: '/notices/duties/{id}/report', tags, summary: '本单位报一项任务完成，附一句说明' })
    .input(step.extend({ remark: Lines(200).default('') }))
    .output(NoticeView)
    .errors(worked),

  undo: procedure({ permission: report, audit: 'duty.reopened' })
    .route({ method: 'POST', path: '/notices/duties/{id}/undoing', tags, summary: '收回本单位报的完成，写明原因；上级阅过的不能收回' })
    .input(step.extend({ reason }))
    .output(NoticeView)
    .errors(worked),

  note: procedure({ permission: follow, audit: 'duty.noted' })
    .route({ method: 'POST', path: '/notices/{id}/notings', tags, summary: '阅下级报的完成，可成批；有一条变了就一条也不阅' })
    .input(
      one.extend({
        works: z
          .array(z.object({ dutyId: Id, unitId: Id, version: Version }))
          .min(1)
          .max(MOST_AT_ONCE),
      }),
    )
    .output(ReceiptTable)
    .errors(worked),

  giveBack: procedure({ permission: follow, audit: 'duty.returned' })
    .route({ method: 'POST', path: '/notices/duties/{id}/return', tags, summary: '退回一个单位报的完成，写明原因' })
    .input(step.extend({ unitId: Id, reason }))
    .output(ReceiptTable)
    .errors(worked),

  withdrawDuty: procedure({ permission: follow, audit: 'duty.withdrawn' })
    .route({ method: 'POST', path: '/notices/duties/{id}/withdrawal', tags, summary: '撤销本单位布置的一项任务，写明原因' })
    .input(step.extend({ reason }))
    .output(ReceiptTable)
    .errors({ ...refusals(withdrawRefusals), ...conflict }),

  receipts: procedure({ permission: follow })
    .route({ method: 'GET', path: '/notices/{id}/receipts', tags, summary: '由本单位发出的：各单位已读、签收、转发和任务' })
    .input(one)
    .output(ReceiptTable),

  sheet: procedure({ permission: follow, audit: 'notice-receipts.exported', renders: true })
    .route({ method: 'POST', path: '/notices/{id}/receipts/export', tags, summary: '签收记录（xlsx）' })
    .input(one)
    .output(z.file()),

  chase: procedure({ permission: follow, audit: 'notice.chased' })
    .route({
      method: 'POST',
      path: '/notices/{id}/chases',
      tags,
      summary: '催办：没签收或任务没报完成的单位，每个单位每天至多一次；dryRun 只预览',
    })
    .input(Chase.extend({ dryRun: z.boolean().default(false) }))
    .output(
      z.object({
        units: z.number().int().describe('已催的单位；预览时为会催的'),
        people: z.number().int(),
        left: z.array(z.object({ unitId: Id, name: z.string(), reason: z.enum(chaseRefusals) })),
        text: z.string().describe('发到群里的话，列出每个还没办的单位'),
      }),
    ),
}
