/** The papers of a destination: 录取通知书, 就业协议, 书面申请. */
import { z } from 'zod'
import { Id, procedure, refusals } from '../../../kernel/contract.ts'
import { SCAN_BYTES } from '../../attachments/rules.ts'
import { destinationPapers } from '../../plans/rules.ts'
import { MAX_PAPER_TITLE, paperKinds, paperRefusals } from '../rules.ts'

const tags = ['transfers']
const refused = refusals(paperRefusals)

export const PaperView = z
  .object({
    id: Id,
    kind: z.enum(paperKinds),
    name: z.string(),
    mime: z.string(),
    size: z.number().int(),
    addedAt: z.iso.datetime(),
    addedName: z.string(),
    can: z.array(z.enum(['open', 'remove'])),
  })
  .meta({ id: 'DestinationPaper' })
export type PaperView = z.infer<typeof PaperView>

export const PapersView = z.object({
  asked: z.array(z.enum(destinationPapers)).describe('方案要的'),
  lacking: z.array(z.enum(destinationPapers)).describe('还没有附的：只是提醒，不妨碍办理'),
  papers: z.array(PaperView),
  mayAdd: z.boolean(),
})
export type PapersView = z.infer<typeof PapersView>

const NewPaper = z.object({
  kind: z.enum(paperKinds),
  title: z.string().trim().max(MAX_PAPER_TITLE).default('').describe('“其他”须写名称'),
  // The rule says in words what is too large; the wall behind it is wider.
  file: z.file().max(2 * SCAN_BYTES),
})
const Removal = z.object({ id: Id, reason: z.string().trim().min(4).max(200) })

export const ownPapersContract = {
  add: procedure({ permission: 'transfers:own', audit: 'destination-paper.added', renders: true })
    .route({ method: 'POST', path: '/transfers/mine/papers', tags, summary: '本人附一份去向材料：照片或 PDF' })
    .input(NewPaper)
    .output(PapersView)
    .errors(refused),
  remove: procedure({ permission: 'transfers:own', audit: 'destination-paper.removed' })
    .route({ method: 'POST', path: '/transfers/mine/papers/{id}/removal', tags, summary: '本人撤下自己附的一份，写明理由' })
    .input(Removal)
    .output(PapersView)
    .errors(refused),
  open: procedure({ permission: 'transfers:own', renders: true })
    .route({ method: 'POST', path: '/transfers/mine/papers/{id}/file', tags, summary: '本人打开自己附的一份' })
    .input(z.object({ id: Id }))
    .output(z.file())
    .errors(refused),
}

export const papersContract = {
  add: procedure({ permission: 'transfers:fill', audit: 'destination-paper.added', renders: true })
    .route({ method: 'POST', path: '/transfers/graduates/{graduateId}/papers', tags, summary: '代附一份去向材料：照片或 PDF' })
    .input(NewPaper.extend({ graduateId: Id }))
    .output(PapersView)
    .errors(refused),
  remove: procedure({ permission: 'transfers:fill', audit: 'destination-paper.removed' })
    .route({ method: 'POST', path: '/transfers/papers/{id}/removal', tags, summary: '撤下一份去向材料并写明理由；经过里仍可查到' })
    .input(Removal)
    .output(PapersView)
    .errors(refused),
  open: procedure({ permission: 'roster:reveal', audit: 'destination-paper.opened', renders: true })
    .route({ method: 'POST', path: '/transfers/papers/{id}/file', tags, summary: '打开一份去向材料；每次打开记入日志，本人可以看到' })
    .input(z.object({ id: Id }))
    .output(z.file())
    .errors(refused),
}
