import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../kernel/contract.ts'
import { pageInput, pageInputBy, pageOf } from '../../kernel/paging.ts'
import { importContract, ProblemView } from '../imports/contract.ts'
import { Basis, batchContract } from './contract/batch.ts'
import { duplicatesContract } from './contract/duplicates.ts'
import { filters, listed, looked, Path } from './contract/filter.ts'
import { juniorsContract } from './contract/juniors.ts'
import { notesContract } from './contract/notes.ts'
import { correctionsContract, ownDataContract } from './contract/own-data.ts'
import { papersContract } from './contract/papers.ts'
import { ChangeView, GraduatePage, LedgerView, Membership, Outcome, OutcomeFactsInput, RevealedView } from './contract/views.ts'
import { ledgerColumnKeys } from './rules/ledger-columns.ts'
import { outcomeRefusals } from './rules/outcome-rules.ts'
import { reductions } from './rules.ts'

export { RosterFilter } from './contract/filter.ts'
export { ChangeView, GraduatePage, GraduateView, LedgerView, RevealedView } from './contract/views.ts'

const count = z.number().int()
const Reason = z.string().trim().min(4).max(200)
const refused = { ...refusals(outcomeRefusals), ...conflict }
const tags = ['roster']

export const rosterContract = {
  list: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/graduates', tags, summary: '名册：按支部、拼音排序，可按支部、姓名、学号等筛选' })
    .input(
      z.object({
        ...listed,
        ...pageInputBy(z.string(), z.string(), Id),
        from: z.number().int().min(0).max(200_000).optional().describe('Instead of `after`: so many rows are skipped.'),
      }),
    )
    .output(pageOf(LedgerView)),

  lookup: procedure({ permission: 'roster:read' })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/graduates/lookup',
      tags,
      summary: '凭完整证件号或手机号找人：号码只在请求正文里，不进网址',
    })
    .input(z.object(looked))
    .output(pageOf(LedgerView)),

  counts: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/graduates/counts', tags, summary: '名册人数：按支部、学业结果、党员类别' })
    .input(z.object({ cohortId: Id, path: Path.optional() }))
    .output(
      z.object({
        total: count,
        branches: z.array(z.object({ id: Id, name: z.string(), path: z.string(), count })),
        outcomes: z.record(Outcome, count),
        memberships: z.record(Membership, count),
      }),
    ),

  get: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/graduates/{id}', tags, summary: '一人的资料（号码隐去）和可办的事' })
    .input(z.object({ id: Id }))
    .output(GraduatePage),

  correct: procedure({ permission: 'roster:edit', audit: 'member.corrected' })
    .route({ method: 'POST', path: '/graduates/{id}/correction', tags, summary: '更正资料：与导入同样核对' })
    .input(
      z.object({
        id: Id,
        version: Version,
        changes: z
          .record(z.string().max(40), z.string().max(500))
          .describe('Field (as in the import) → the text that it shall read; empty clears a field that may be empty.'),
        override: Reason.optional().describe('Why overridable problems stand.'),
        basis: Basis.optional().describe('The paper that a change of membership rests on.'),
      }),
    )
    .output(GraduatePage)
    .errors({
      ...conflict,
      WRONG: { status: 422, data: z.object({ problems: z.array(ProblemView) }) },
    }),

  setOutcome: procedure({ permission: 'roster:edit', audit: 'outcome.set' })
    .route({ method: 'POST', path: '/graduates/{id}/outcome', tags, summary: '登记学业结果（附件3）' })
    .input(z.object({ id: Id, version: Version, outcome: Outcome, facts: OutcomeFactsInput }))
    .output(GraduatePage)
    .errors(refused),

  setReduction: procedure({ permission: 'roster:edit', audit: 'reduction.set' })
    .route({ method: 'POST', path: '/graduates/{id}/reduction', tags, summary: '登记减员决定；登错的可说明理由后撤销' })
    .input(
      z.object({
        id: Id,
        version: Version,
        reduction: z.enum(reductions).nullable().describe('Null takes a wrong entry back.'),
        on: IsoDay.optional(),
        document: z.string().trim().max(100).optional(),
        reason: z.string().trim().max(200).optional(),
      }),
    )
    .output(GraduatePage)
    .errors(refused),

  reveal: procedure({ permission: 'roster:reveal', audit: 'members.revealed' })
    .route({ method: 'POST', path: '/members/revealed', tags, summary: '查看完整号码：写明理由，一次一条记录' })
    .input(z.object({ memberIds: z.array(Id).min(1).max(500), reason: Reason }))
    .output(z.array(RevealedView)),

  changes: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/roster/changes', tags, summary: '一次导入、一个人或其中一项的变动，从新到旧' })
    .input(
      z.object({
        importId: Id.optional(),
        memberId: Id.optional(),
        field: z.string().max(40).optional().describe('Only what touched this field: its history.'),
        ...pageInput,
      }),
    )
    .output(pageOf(ChangeView)),

  export: procedure({ permission: 'roster:read', audit: 'roster.exported', renders: true })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/graduates/export',
      tags,
      summary: '按当前筛选导出附件1、附件3 或当前列表（xlsx）；完整号码须有权限并写明理由',
    })
    .input(
      z.object({
        ...filters,
        form: z.enum(['annex1', 'annex3', 'list']).default('annex1').describe('list: the columns of the screen, always masked.'),
        columns: z.array(z.enum(ledgerColumnKeys)).min(1).max(40).optional().describe('Of a list: which, and in which order.'),
        reason: Reason.optional().describe('With it, the numbers of a form are written in full; needs roster:reveal.'),
      }),
    )
    .output(z.file()),

  template: procedure({ permission: 'roster:read', renders: true })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/roster-template', tags, summary: '附件1 空表' })
    .input(z.object({ cohortId: Id }))
    .output(z.file()),

  batch: batchContract,
  notes: notesContract,
  papers: papersContract,
  duplicates: duplicatesContract,
  juniors: juniorsContract,
  own: ownDataContract,
  corrections: correctionsContract,

  comparisons: importContract({
    path: '/roster/comparisons',
    tag: 'roster comparisons',
    permission: 'roster:import',
    committed: 'roster.compared',
  }),

  imports: importContract({ path: '/roster/imports', tag: 'roster imports', permission: 'roster:import', committed: 'roster.imported' }),
}
