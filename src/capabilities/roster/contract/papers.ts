/** Scans of the papers behind an outcome of study: 审批表, 入伍通知书, 死亡证明. */
import { z } from 'zod'
import { Id, procedure, refusals } from '../../../kernel/contract.ts'
import { SCAN_BYTES } from '../../attachments/rules.ts'
import { MAX_PAPER_TITLE, paperKinds, paperRefusals, paperSteps } from '../rules/outcome-papers.ts'
import { Outcome } from './views.ts'

const tags = ['roster']
const refused = refusals(paperRefusals)
const Kind = z.enum(paperKinds)

export const PaperView = z
  .object({
    id: Id,
    outcome: Outcome.describe('Of the person when it was added.'),
    kind: Kind,
    name: z.string(),
    mime: z.string(),
    size: z.number().int(),
    addedAt: z.iso.datetime(),
    addedName: z.string(),
  })
  .meta({ id: 'OutcomePaper' })
export type PaperView = z.infer<typeof PaperView>

export const PapersView = z.object({
  outcome: Outcome,
  papers: z.array(PaperView),
  lacking: z.array(Kind).describe('Expected of this outcome and not there yet: a hint, never a hindrance.'),
  can: z.array(z.enum(paperSteps)),
})
export type PapersView = z.infer<typeof PapersView>

export const papersContract = {
  list: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/graduates/{graduateId}/papers', tags, summary: '学业结果的文件：名称和经办，还缺哪几份' })
    .input(z.object({ graduateId: Id }))
    .output(PapersView),

  add: procedure({ permission: 'roster:edit', audit: 'outcome-paper.added', renders: true })
    .route({ method: 'POST', path: '/graduates/{graduateId}/papers', tags, summary: '附一份学业结果的文件：照片或 PDF' })
    .input(
      z.object({
        graduateId: Id,
        outcome: Outcome.describe('As the caller saw it: a paper is not hung on another outcome.'),
        kind: Kind,
        title: z.string().trim().max(MAX_PAPER_TITLE).default('').describe('Needed of `other`.'),
        // The rule says in words what is too large; the wall behind it is wider.
        file: z.file().max(2 * SCAN_BYTES),
      }),
    )
    .output(PapersView)
    .errors(refused),

  remove: procedure({ permission: 'roster:edit', audit: 'outcome-paper.removed' })
    .route({ method: 'POST', path: '/outcome-papers/{id}/removal', tags, summary: '撤下一份文件并写明理由；名册变动里仍可查到' })
    .input(z.object({ id: Id, reason: z.string().trim().min(4).max(200) }))
    .output(PapersView)
    .errors(refused),

  open: procedure({ permission: 'roster:reveal', audit: 'outcome-paper.opened', renders: true })
    .route({ method: 'POST', path: '/outcome-papers/{id}/file', tags, summary: '打开一份文件；每次打开记入日志，本人可以看到' })
    .input(z.object({ id: Id }))
    .output(z.file())
    .errors(refused),
}
