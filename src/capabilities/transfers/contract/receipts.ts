/** The receipts desk: pictures of stamped receipts, calls to the dictionary's number, whom to call. */
import { z } from 'zod'
import { Id, IsoDay, procedure, refusals, Version } from '../../../kernel/contract.ts'
import type { Day } from '../../../kernel/day.ts'
import { pageInputBy, pageOf } from '../../../kernel/paging.ts'
import { SCAN_BYTES } from '../../attachments/rules.ts'
import { callOutcomes, callRefusals, MAX_ANSWERER, MAX_SAID, pictureRefusals } from '../rules.ts'
import { unit } from './filter.ts'
import { ReceiptView, UnprovenRow } from './receipt-views.ts'

const tags = ['transfers']

const picturesRefused = refusals(pictureRefusals)

export const picturesContract = {
  add: procedure({ permission: 'transfers:handle', audit: 'receipt-picture.added', renders: true })
    .route({ method: 'POST', path: '/transfers/{id}/receipt-pictures', tags, summary: '附一张盖章回执的照片或扫描件，等组织部核' })
    // The rule says in words what is too large; the wall behind it is wider.
    .input(z.object({ id: Id, file: z.file().max(2 * SCAN_BYTES) }))
    .output(ReceiptView)
    .errors(picturesRefused),
  remove: procedure({ permission: 'transfers:handle', audit: 'receipt-picture.removed' })
    .route({
      method: 'POST',
      path: '/transfers/receipt-pictures/{id}/removal',
      tags,
      summary: '撤下一张回执照片并写明理由；别人附的，附的人会收到理由',
    })
    .input(z.object({ id: Id, reason: z.string().trim().min(4).max(200) }))
    .output(ReceiptView)
    .errors(picturesRefused),
  open: procedure({ permission: 'transfers:handle', audit: 'receipt-picture.opened', renders: true })
    .route({ method: 'POST', path: '/transfers/receipt-pictures/{id}/file', tags, summary: '看一张回执照片；每次记入日志' })
    .input(z.object({ id: Id }))
    .output(z.file())
    .errors(picturesRefused),
}

export const callsContract = {
  log: procedure({ permission: 'transfers:handle', audit: 'receipt-call.logged' })
    .route({
      method: 'POST',
      path: '/transfers/{id}/calls',
      tags,
      summary: '记一次回拨：号码取自抬头库；没打通的也记。号码不对的，抬头转为待核实',
    })
    .input(
      z.object({
        id: Id,
        receiver: z.object({ id: Id, version: Version }).describe('看到的那条抬头；其间改过的不记'),
        outcome: z.enum(callOutcomes),
        answeredBy: z.string().trim().max(MAX_ANSWERER).default('').describe('接电话的人'),
        said: z.string().trim().max(MAX_SAID).default('').describe('说了什么'),
        on: (IsoDay as unknown as z.ZodType<Day, string>).optional().describe('不是今天打的，写哪天'),
      }),
    )
    .output(ReceiptView)
    .errors(refusals(callRefusals)),
  list: procedure({ permission: 'transfers:read' })
    .route({
      method: 'GET',
      path: '/transfers/calls',
      tags,
      summary: '该打的电话：过了方案的天数还没有回执或接收凭据的，按接收党组织排',
    })
    .input(z.object({ ...unit, ...pageInputBy(z.string(), IsoDay, Id) }))
    .output(pageOf(UnprovenRow)),
  export: procedure({ permission: 'transfers:read', audit: 'receipt-calls.exported', renders: true })
    .route({ method: 'POST', path: '/transfers/calls/export', tags, summary: '按同样次序导出该打的电话（xlsx）' })
    .input(z.object(unit))
    .output(z.file()),
}
