/** What notices, their receipts and their duties look like. */
import { z } from 'zod'
import { Id, IsoDay, Version } from '../../../kernel/contract.ts'
import { RichTextSchema } from '../../../kernel/rich-text-schema.ts'
import { tasks } from '../../plans/rules.ts'
import { noticeStates, noticeSteps, standings, workStates, workSteps } from '../rules.ts'

const count = z.number().int()
const instant = z.iso.datetime()
export const TaskKey = z.enum(tasks).nullable().describe('工作方案里的哪一项；空为不挂')

const Acknowledged = z.object({ on: IsoDay, at: instant, by: z.string() }).nullable()
const Below = z.object({ units: count, acknowledged: count, works: count, done: count })

export const NoticeRow = z
  .object({
    id: Id,
    state: z.enum(noticeStates),
    title: z.string(),
    number: z.string(),
    issuer: z.string(),
    issuedOn: IsoDay.nullable(),
    files: count,
    corrects: z.boolean().describe('是一份更正'),
    corrected: z.boolean().describe('后来有更正'),
    read: z.boolean().describe('读者本人打开过'),
    mine: z
      .object({
        acknowledged: z.boolean(),
        open: count.describe('本单位未报完成的任务'),
        late: count,
        nextDue: IsoDay.nullable(),
      })
      .nullable()
      .describe('发给读者所在单位的'),
    below: Below.nullable().describe('由读者的单位发出的：收到的单位和任务'),
  })
  .meta({ id: 'NoticeRow' })
export type NoticeRow = z.infer<typeof NoticeRow>

const Other = z.object({ id: Id, title: z.string(), number: z.string(), issuedOn: IsoDay.nullable() })

export const NoticeFile = z
  .object({ id: Id, name: z.string(), mime: z.string(), size: count, addedAt: instant, addedBy: z.string() })
  .meta({ id: 'NoticeFile' })
export type NoticeFile = z.infer<typeof NoticeFile>

/** How far one unit is with one duty. */
export const WorkView = z.object({
  dutyId: Id,
  unitId: Id,
  state: z.enum(workStates),
  standing: z.enum(standings),
  doneOn: IsoDay.nullable(),
  doneBy: z.string().nullable(),
  remark: z.string(),
  backReason: z.string().nullable(),
  version: Version,
  may: z.array(z.enum(workSteps)),
})
export type WorkView = z.infer<typeof WorkView>

export const DutyView = z.object({
  id: Id,
  words: z.string(),
  dueOn: IsoDay,
  task: TaskKey,
  by: z.string().describe('哪个单位布置的'),
  version: Version,
  withdrawn: z.object({ on: IsoDay, reason: z.string() }).nullable(),
  mayWithdraw: z.boolean(),
})
export type DutyView = z.infer<typeof DutyView>

export const PlannedDutyView = z.object({ text: z.string(), dueOn: IsoDay, task: TaskKey })

export const NoticeView = z
  .object({
    id: Id,
    cohortId: Id,
    state: z.enum(noticeStates),
    title: z.string(),
    number: z.string(),
    issuer: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
    text: RichTextSchema,
    version: Version,
    madeBy: z.string(),
    issued: z.object({ on: IsoDay, by: z.string(), sha256: z.string() }).nullable(),
    withdrawn: z.object({ on: IsoDay, by: z.string(), reason: z.string() }).nullable(),
    amends: Other.nullable().describe('更正的是哪一份'),
    amendedBy: z.array(Other).describe('后来的更正'),
    files: z.array(NoticeFile),
    units: z.array(z.object({ unitId: Id, name: z.string() })).describe('发给哪些二级党组织；草稿为空是全部'),
    planned: z.array(PlannedDutyView).describe('草稿里给各单位的任务'),
    reach: z.object({ units: count, people: count }).nullable().describe('草稿印发后会发给多少单位、多少人'),
    may: z.array(z.enum(noticeSteps)),
    mayHang: z.boolean(),
    registers: z.boolean().describe('读者打开会登记为已读'),
    receipt: z
      .object({ receivedOn: IsoDay, from: z.string(), acknowledged: Acknowledged, mayAcknowledge: z.boolean() })
      .nullable()
      .describe('读者所在单位的签收'),
    forwardings: z.array(z.object({ id: Id, by: z.string(), name: z.string(), on: IsoDay, remarks: z.string() })),
    duties: z.array(DutyView.extend({ work: WorkView })).describe('读者所在单位的任务'),
    forward: z
      .object({ branches: z.array(z.object({ unitId: Id, name: z.string(), people: count, received: z.boolean() })) })
      .nullable()
      .describe('读者可以转发到的党支部'),
    follows: z.boolean().describe('读者有一张签收和任务的表'),
  })
  .meta({ id: 'Notice' })
export type NoticeView = z.infer<typeof NoticeView>

export const ReceiptRow = z
  .object({
    unitId: Id,
    name: z.string(),
    readers: z.array(z.object({ name: z.string(), on: IsoDay, at: instant })),
    acknowledged: Acknowledged,
    forwardedOn: IsoDay.nullable(),
    below: Below.nullable().describe('它的党支部'),
    works: z.array(WorkView),
    chasedOn: IsoDay.nullable(),
    mayChase: z.boolean(),
  })
  .meta({ id: 'NoticeReceipt' })
export type ReceiptRow = z.infer<typeof ReceiptRow>

export const ReceiptTable = z
  .object({
    level: z.enum(['secondary', 'branch']),
    counts: z.object({ units: count, acknowledged: count, works: count, done: count, late: count, reported: count }),
    duties: z.array(DutyView),
    rows: z.array(ReceiptRow),
  })
  .meta({ id: 'NoticeReceipts' })
export type ReceiptTable = z.infer<typeof ReceiptTable>
