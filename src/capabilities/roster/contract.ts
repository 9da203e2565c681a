import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { importContract, ProblemView } from '../imports/contract.ts'
import { graduateSteps, outcomeRefusals } from './rules/outcome-rules.ts'
import { degrees, educations, idTypes, membershipCodes, outcomes, reductions } from './rules.ts'

const codesOf = <Code extends string>(entries: readonly { code: Code }[]) => z.enum(entries.map(({ code }) => code) as [Code, ...Code[]])
const count = z.number().int()
const Path = z.string().regex(/^\/(?:\d+\/)+$/)
const Text = z.string().nullable()
const DayOrNull = IsoDay.nullable()
const Outcome = z.enum(outcomes)
const Membership = z.enum(membershipCodes as [(typeof membershipCodes)[number], ...(typeof membershipCodes)[number][]])

/** One line of the roster: nothing of it is unmasked. */
export const GraduateView = z
  .object({
    id: Id,
    memberId: Id,
    cohortId: Id,
    version: Version,
    studentNumber: z.string(),
    name: z.string(),
    sex: z.enum(['male', 'female']).nullable(),
    ethnicGroup: Text.describe('GB/T 3304.'),
    idNumber: Text.describe('Masked but for the last four.'),
    phone: Text.describe('Masked but for the last four.'),
    membership: Membership,
    joinedOn: DayOrNull,
    confirmedOn: DayOrNull.describe('Of a full member the day of 转正; of a probationary one the day on which the probation ends.'),
    college: Text,
    major: Text,
    className: Text,
    duesPaidTo: Text,
    relationAtSchool: z.boolean(),
    outcome: Outcome,
    reduction: z.enum(reductions).nullable(),
    branch: z.object({ id: Id, name: z.string(), path: z.string() }),
  })
  .meta({ id: 'Graduate' })
export type GraduateView = z.infer<typeof GraduateView>

const OutcomeFactsView = z.object({
  reason: z.string().trim().max(200).optional(),
  document: z.string().trim().max(100).optional(),
  documentOn: IsoDay.optional(),
  expectedOn: IsoDay.optional(),
  atSchool: z.boolean().optional(),
  placedBranch: z.string().trim().max(80).optional(),
  contactName: z.string().trim().max(50).optional(),
  handling: z.string().trim().max(200).optional(),
})
const OutcomeFactsInput = OutcomeFactsView.extend({
  contactPhone: z
    .string()
    .trim()
    .regex(/^[\d+ -]{7,20}$/)
    .optional(),
})

export const GraduatePage = GraduateView.extend({
  bornOn: DayOrNull,
  idType: codesOf(idTypes),
  nativePlace: Text,
  registeredAt: Text,
  education: codesOf(educations).nullable(),
  degree: codesOf(degrees).nullable(),
  partyPost: Text,
  introducers: Text,
  remark: Text,
  hasContacts: z.boolean().describe('Mail, home address or a second contact are held; `reveal` shows them.'),
  formerNumbers: z.array(z.string()).describe('Student numbers held before.'),
  outcomeFacts: OutcomeFactsView,
  hasContactPhone: z.boolean(),
  reducedOn: DayOrNull,
  can: z.array(z.enum(graduateSteps)),
}).meta({ id: 'GraduatePage' })
export type GraduatePage = z.infer<typeof GraduatePage>

export const RevealedView = z
  .object({
    memberId: Id,
    studentNumber: z.string(),
    name: z.string(),
    idNumber: Text,
    phone: Text,
    email: Text,
    homeAddress: Text,
    secondContact: z.object({ name: Text, phone: Text, relation: Text }).nullable(),
  })
  .meta({ id: 'Revealed' })
export type RevealedView = z.infer<typeof RevealedView>

export const ChangeView = z
  .object({
    id: Id,
    at: z.iso.datetime(),
    actorName: z.string(),
    importId: Id.nullable(),
    kind: z.enum(['created', 'changed']),
    memberId: Id,
    studentNumber: z.string(),
    name: z.string(),
    branchName: z.string(),
    changes: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        sensitive: z.boolean().describe('Named without its values.'),
      }),
    ),
  })
  .meta({ id: 'RosterChange' })
export type ChangeView = z.infer<typeof ChangeView>

const filters = {
  cohortId: Id,
  path: Path.optional().describe('A unit’s path: its subtree.'),
  search: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe('Part of a name, of its pinyin or of a student number; a whole ID number or phone is found exactly, with roster:reveal.'),
  outcome: Outcome.optional(),
  membership: Membership.optional(),
  relationAtSchool: z.boolean().optional(),
}
export const RosterFilter = z.object(filters)
export type RosterFilter = z.infer<typeof RosterFilter>

const Reason = z.string().trim().min(4).max(200)
const refused = { ...refusals(outcomeRefusals), ...conflict }
const tags = ['roster']

export const rosterContract = {
  list: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/graduates', tags, summary: '名册：按支部、拼音排序，可按支部、姓名、学号等筛选' })
    .input(z.object({ ...filters, ...pageInput }))
    .output(pageOf(GraduateView)),

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
    .route({ method: 'GET', path: '/roster/changes', tags, summary: '一次导入或一个人的变动，从新到旧' })
    .input(z.object({ importId: Id.optional(), memberId: Id.optional(), ...pageInput }))
    .output(pageOf(ChangeView)),

  export: procedure({ permission: 'roster:read', audit: 'roster.exported', renders: true })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/graduates/export',
      tags,
      summary: '按当前筛选导出附件1（xlsx）；完整号码须有权限并写明理由',
    })
    .input(z.object({ ...filters, reason: Reason.optional().describe('With it, numbers are written in full; needs roster:reveal.') }))
    .output(z.file()),

  template: procedure({ permission: 'roster:read', renders: true })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/roster-template', tags, summary: '附件1 空表' })
    .input(z.object({ cohortId: Id }))
    .output(z.file()),

  imports: importContract({ path: '/roster/imports', tag: 'roster imports', permission: 'roster:import', committed: 'roster.imported' }),
}
