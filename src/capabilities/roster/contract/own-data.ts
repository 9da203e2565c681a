/** A member's own data: seen whole, corrected, proposed and decided, taken along. */
import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { pageInput, pageOf } from '../../../kernel/paging.ts'
import { ProblemView } from '../../imports/contract.ts'
import { correctionRefusals, EVIDENCE_BYTES, evidenceRefusals, lastWords, ownFields, proposalStates } from '../rules/own-data.ts'
import { Outcome } from './views.ts'

const count = z.number().int()
const Text = z.string().nullable()
const Instant = z.iso.datetime()
const Field = z.enum(ownFields as [(typeof ownFields)[number], ...(typeof ownFields)[number][]])
const Changes = z.record(z.string().max(40), z.string().max(500))
const Reason = z.string().trim().min(4).max(200)
const Remark = z.string().trim().max(300)

const wrong = { WRONG: { status: 422, data: z.object({ problems: z.array(ProblemView) }) } } as const
const refused = { ...refusals(correctionRefusals), ...conflict }
const own = ['own data']
const tags = ['corrections']

export const EvidenceView = z.object({ id: Id, mime: z.string(), size: count }).meta({ id: 'CorrectionEvidence' })
export type EvidenceView = z.infer<typeof EvidenceView>

const OwnChange = z.object({ field: Field, label: z.string(), before: z.string(), after: z.string(), accepted: z.boolean().nullable() })

export const OwnProposalView = z
  .object({
    id: Id,
    state: z.enum(proposalStates),
    proposedAt: Instant,
    decidedAt: Instant.nullable(),
    decidedName: Text,
    decidedReason: Text,
    reason: z.string(),
    changes: z.array(OwnChange),
    evidence: z.array(EvidenceView),
  })
  .meta({ id: 'OwnProposal' })
export type OwnProposalView = z.infer<typeof OwnProposalView>

export const OwnPaperView = z.object({ name: z.string(), outcome: Outcome, addedAt: Instant }).meta({ id: 'OwnPaper' })
export type OwnPaperView = z.infer<typeof OwnPaperView>

const OwnSignIn = z.object({
  since: Instant,
  lastSeen: Instant,
  until: Instant,
  address: Text.describe('As it is held.'),
  device: Text.describe('What the browser said of itself.'),
})

export const OwnDataView = z
  .object({
    graduateId: Id,
    version: Version,
    name: z.string(),
    branchName: z.string(),
    fields: z.array(
      z.object({
        field: Field,
        label: z.string(),
        text: z.string().describe('In full: it is the reader’s own.'),
        lastWord: z.enum(lastWords).describe('member: counts at once; branch: waits for the branch; party: not to be corrected here'),
        proposed: Text.describe('What is proposed and waits.'),
      }),
    ),
    formerNumbers: z.array(z.string()),
    draft: z.object({ changes: Changes, reason: z.string() }).nullable(),
    evidence: z.array(EvidenceView).describe('Brought, and not yet taken along by a proposal.'),
    open: OwnProposalView.nullable(),
    past: z.array(OwnProposalView).describe('Newest first.'),
    papers: z.array(OwnPaperView).describe('Behind the outcome of study, by name: the scans are the office’s.'),
    signIns: z.array(OwnSignIn).describe('Sessions that are held, newest first.'),
  })
  .meta({ id: 'OwnData' })
export type OwnDataView = z.infer<typeof OwnDataView>

export const CorrectionRow = z
  .object({
    id: Id,
    version: Version,
    graduateId: Id,
    memberId: Id,
    name: z.string(),
    studentNumber: z.string(),
    branchName: z.string(),
    state: z.enum(proposalStates),
    fields: z.array(z.string()).describe('As the form calls them.'),
    evidence: count,
    proposedAt: Instant,
    decidedAt: Instant.nullable(),
    decidedName: Text,
  })
  .meta({ id: 'CorrectionRow' })
export type CorrectionRow = z.infer<typeof CorrectionRow>

const Difference = z.object({
  field: Field,
  label: z.string(),
  before: Text.describe('As it was when it was proposed.'),
  after: Text.describe('As it shall read.'),
  now: Text.describe('As it is held.'),
  moved: z.boolean().describe('Held otherwise than when it was proposed.'),
  sensitive: z.boolean().describe('Masked, or null, until revealed.'),
  accepted: z.boolean().nullable(),
})

export const CorrectionView = CorrectionRow.omit({ fields: true, evidence: true })
  .extend({
    graduateVersion: Version,
    reason: z.string().describe('The member’s own words.'),
    changes: z.array(Difference),
    evidence: z.array(EvidenceView),
    decidedReason: Text,
    can: z.array(z.enum(['decide', 'reveal'])),
  })
  .meta({ id: 'Correction' })
export type CorrectionView = z.infer<typeof CorrectionView>

export const ownDataContract = {
  get: procedure({ permission: 'roster:own' })
    .route({ method: 'GET', path: '/me/data', tags: own, summary: '本人的资料，全部明示，和已提出的更正' })
    .output(OwnDataView),

  keep: procedure({ permission: 'roster:own', audit: 'own-data.drafted' })
    .route({ method: 'POST', path: '/me/data/draft', tags: own, summary: '存下正在填写的更正；只有本人读得到' })
    .input(z.object({ changes: Changes, reason: Remark.default('') }))
    .output(z.object({ kept: z.boolean() })),

  correct: procedure({ permission: 'roster:own', audit: 'own-data.corrected' })
    .route({ method: 'POST', path: '/me/data/correction', tags: own, summary: '更正本人资料：联系方式即时生效，其余由支部确认' })
    .input(
      z.object({
        version: Version,
        changes: Changes.describe('Field → the text that it shall read; what is proposed already and not named here stays proposed.'),
        reason: Remark.optional().describe('For the branch; a doubtful value needs one.'),
      }),
    )
    .output(OwnDataView)
    .errors({ ...refused, ...wrong }),

  withdraw: procedure({ permission: 'roster:own', audit: 'correction.withdrawn' })
    .route({ method: 'POST', path: '/me/data/correction/withdrawal', tags: own, summary: '撤回尚未核对的更正' })
    .output(OwnDataView)
    .errors(refused),

  addEvidence: procedure({ permission: 'roster:own', audit: 'evidence.added', renders: true })
    .route({ method: 'POST', path: '/me/data/evidence', tags: own, summary: '附上凭据：照片或 PDF' })
    .input(z.object({ file: z.file().max(EVIDENCE_BYTES) }))
    .output(EvidenceView)
    .errors(refusals(evidenceRefusals)),

  dropEvidence: procedure({ permission: 'roster:own', audit: 'evidence.removed' })
    .route({ method: 'POST', path: '/me/data/evidence/{id}/removal', tags: own, summary: '撤下还没有交出的凭据' })
    .input(z.object({ id: Id }))
    .output(z.object({ id: Id }))
    .errors(refusals(evidenceRefusals)),

  download: procedure({ permission: 'roster:own', audit: 'own-data.exported', renders: true })
    .route({ method: 'POST', path: '/me/data/download', tags: own, summary: '下载学校这里存有的本人全部资料' })
    .input(z.object({ form: z.enum(['pdf', 'json']) }))
    .output(z.file()),
}

const filters = {
  cohortId: Id,
  path: z
    .string()
    .regex(/^\/(?:\d+\/)+$/)
    .optional()
    .describe('A unit’s path: its subtree.'),
  open: z.boolean().default(true),
  memberId: Id.optional(),
}

export const correctionsContract = {
  list: procedure({ permission: 'roster:edit' })
    .route({
      method: 'GET',
      path: '/cohorts/{cohortId}/corrections',
      tags,
      summary: '本人提出的资料更正：待核对的从旧到新，已核对的从新到旧',
    })
    .input(z.object({ ...filters, ...pageInput }))
    .output(pageOf(CorrectionRow)),

  export: procedure({ permission: 'roster:edit', audit: 'corrections.exported', renders: true })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/corrections/export',
      tags,
      summary: '按当前筛选导出资料更正（xlsx），只写改了哪几项',
    })
    .input(z.object(filters))
    .output(z.file()),

  get: procedure({ permission: 'roster:edit' })
    .route({ method: 'GET', path: '/corrections/{id}', tags, summary: '一份更正：原来、提出、现在，逐项对照（号码隐去）' })
    .input(z.object({ id: Id }))
    .output(CorrectionView),

  reveal: procedure({ permission: 'roster:reveal', audit: 'members.revealed' })
    .route({ method: 'POST', path: '/corrections/{id}/revealed', tags, summary: '查看更正中的完整号码：写明理由，记入日志' })
    .input(z.object({ id: Id, reason: Reason }))
    .output(CorrectionView),

  decide: procedure({ permission: 'roster:edit', audit: 'correction.decided' })
    .route({ method: 'POST', path: '/corrections/{id}/decision', tags, summary: '核对一份更正：采纳所列各项，其余不采纳并说明原因' })
    .input(
      z.object({
        id: Id,
        version: Version,
        graduateVersion: Version.describe('Of the person’s data as the reader saw it.'),
        accept: z.array(Field).max(40),
        reason: z.string().trim().max(200).optional().describe('For the member; needed where something is not taken over.'),
        override: Reason.optional().describe('Why overridable problems stand.'),
        basis: z.string().trim().min(4).max(200).optional().describe('The paper that a change of membership rests on.'),
      }),
    )
    .output(CorrectionView)
    .errors({ ...refused, ...wrong }),

  evidence: procedure({ permission: 'roster:edit', audit: 'evidence.opened', renders: true })
    .route({ method: 'POST', path: '/corrections/evidence/{id}', tags, summary: '打开一份凭据；每次打开记入日志，本人可以看到' })
    .input(z.object({ id: Id }))
    .output(z.file()),
}
