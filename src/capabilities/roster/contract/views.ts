import { z } from 'zod'
import { Id, IsoDay, Version } from '../../../kernel/contract.ts'
import { graduateSteps } from '../rules/outcome-rules.ts'
import { degrees, educations, idTypes, membershipCodes, outcomes, reductions } from '../rules.ts'

const codesOf = <Code extends string>(entries: readonly { code: Code }[]) => z.enum(entries.map(({ code }) => code) as [Code, ...Code[]])
const Text = z.string().nullable()
const DayOrNull = IsoDay.nullable()
export const Outcome = z.enum(outcomes)
export const Membership = z.enum(membershipCodes as [(typeof membershipCodes)[number], ...(typeof membershipCodes)[number][]])

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
    tags: z.array(z.string()),
    responsible: z.object({ id: Id, name: z.string() }).nullable().describe('Who looks after this person.'),
    branch: z.object({ id: Id, name: z.string(), path: z.string() }),
  })
  .meta({ id: 'Graduate' })
export type GraduateView = z.infer<typeof GraduateView>

/** One line of the ledger: whatever of 附件1 is not sealed. */
export const LedgerView = GraduateView.extend({
  bornOn: DayOrNull,
  education: codesOf(educations).nullable(),
  degree: codesOf(degrees).nullable(),
  nativePlace: Text,
  registeredAt: Text,
  partyPost: Text,
  introducers: Text,
  remark: Text,
}).meta({ id: 'LedgerLine' })
export type LedgerView = z.infer<typeof LedgerView>

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
export const OutcomeFactsInput = OutcomeFactsView.extend({
  contactPhone: z
    .string()
    .trim()
    .regex(/^[\d+ -]{7,20}$/)
    .optional(),
})

export const GraduatePage = LedgerView.extend({
  idType: codesOf(idTypes),
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
    basis: Text.describe('The paper that a change of legal weight rests on.'),
    proposed: z.boolean().describe('Proposed by the person, confirmed by the actor.'),
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
