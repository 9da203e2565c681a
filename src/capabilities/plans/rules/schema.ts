/** The shape of a plan. Server and tests only: the browser takes the type, never the schema. */
import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { clauseIds } from './clauses.ts'
import {
  destinationCodes,
  destinationFields,
  destinationPapers,
  dossierStages,
  geographies,
  itemRecords,
  levels,
  routes,
  systems,
  tasks,
} from './codes.ts'

// A cast, not a transform: the JSON schema of the contract must stay that of a date.
const DayField = z.iso.date() as unknown as z.ZodType<Day, string>
const Text = z.string().trim().min(1)
const Clause = z.enum(clauseIds)
const Key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/)

const Milestone = z.strictObject({
  task: z.enum(tasks),
  level: z.enum(levels),
  dueOn: DayField.nullable().describe('Null: by the leaving day.'),
  clause: Clause,
  name: Text,
  note: Text.optional(),
})

const Exception = z.strictObject({ task: z.enum(tasks), level: z.enum(levels), unit: Text, dueOn: DayField, reason: Text })
const LeavingException = z.strictObject({ unit: Text, day: DayField, reason: Text })

const Item = z.strictObject({
  key: Key,
  name: Text,
  short: Text,
  required: z.int().min(0).max(20),
  clause: Clause,
  record: z.enum(itemRecords).describe('What a confirmation of it says beside day and evidence: a book, hours of service.'),
  minimum: z
    .number()
    .min(0.5)
    .max(200)
    .multipleOf(0.5)
    .nullable()
    .describe('Hours that one time takes; shorter ones add up. Null: a time is a time.'),
  exempt: z.boolean().describe('Whether a branch may let a member off, with a reason.'),
  alternatives: z.array(z.strictObject({ key: Key, name: Text })).describe('What counts for members away from the campus.'),
})

const ActivityKind = z.strictObject({
  key: Key,
  name: Text,
  theme: z.boolean().describe('One of the forms of theme education (C1).'),
  items: z.array(Key).describe('The items for which being there counts (C2).'),
})

const DestinationRule = z.strictObject({
  goesTo: z.array(z.enum(routes)).min(1).describe('In order of preference.'),
  stayMonths: z.int().min(1).max(120).nullable().describe('How long it may stay at the school at most; null: no limit, or no stay.'),
  required: z.array(z.enum(destinationFields)),
  papers: z.array(z.enum(destinationPapers)).describe('Hinted at while they lack, never a hindrance.'),
  clause: Clause,
  basis: Text.optional().describe('Where it is written, as screens quote it: 2023 通知 二（一）.'),
  note: Text.optional(),
})

const LetterPolicy = z.strictObject({
  rules: z.array(z.strictObject({ rule: z.enum(['exception', 'no-channel', 'asked-outside']), on: z.boolean(), clause: Clause })),
  otherwise: Clause.describe('The clause that no letter rests on.'),
  noChannelSystems: z.array(z.enum(systems)).describe('Systems that no electronic transfer reaches.'),
  numberPattern: Text,
  validityDays: z.record(z.enum(geographies), z.int().min(1).max(90)),
  capitals: z.boolean().describe('Validity and dues month in capital numerals.'),
  reissueMonths: z.int().min(1).max(24),
})

/** Days that an overdue step waits before those above are told. */
const Escalation = z.strictObject({ secondaryAfterDays: z.int().min(0).max(90), committeeAfterDays: z.int().min(1).max(180) })

const Days = z.int().min(0).max(366)
const LampThresholds = z.strictObject({
  dueSoonDays: Days,
  endingDays: Days,
  receiptDays: Days,
  pocketDays: Days,
  silentMonths: z.tuple([z.int().min(1), z.int().min(1), z.int().min(1)]),
  probationDays: Days,
  abroadMonths: z.int().min(1).max(24),
})

const Form = z.strictObject({
  title: Text,
  toConfirm: z.boolean().describe('A default that the school has not yet held against its own form.'),
  note: Text.optional(),
  columns: z.array(z.strictObject({ key: Key, label: Text, star: z.boolean() })).min(1),
})

const AwardRules = z.strictObject({
  name: Text,
  quotaPercent: z.number().min(0).max(100),
  rounding: z.enum(['down', 'nearest', 'up']),
  minimum: z.int().min(0),
  publicityWorkingDays: z.int().min(1),
  steps: z
    .array(z.enum(['branch', 'secondary-publicity', 'office-review', 'committee-decision', 'school-publicity', 'commendation']))
    .min(1),
})

/** A paper of 附件4. */
const DossierPaper = z.strictObject({
  key: Key,
  name: Text,
  required: z.boolean(),
  of: z.enum(dossierStages).describe('Whose file it belongs to: everybody, or full members alone.'),
})

export const PlanShape = z.strictObject({
  year: z.int().min(2000).max(2100),
  title: Text,
  document: z.strictObject({ number: Text.nullable(), issuedOn: DayField.nullable(), issuer: Text, contact: Text }),
  leavingDay: DayField.nullable().describe('No default: what counts from it stays off until the office enters it.'),
  leavingExceptions: z.array(LeavingException),
  milestones: z.array(Milestone),
  exceptions: z.array(Exception),
  items: z.array(Item),
  activityKinds: z.array(ActivityKind).min(1),
  destinationPolicy: z.record(z.enum(destinationCodes), DestinationRule),
  letterPolicy: LetterPolicy,
  lampThresholds: LampThresholds,
  escalation: Escalation,
  forms: z.strictObject({ annex1: Form, annex2: Form, annex3: Form }),
  awardRules: AwardRules,
  dossierChecklist: z.array(DossierPaper),
  archiveChecklist: z.array(z.strictObject({ key: Key, name: Text, required: z.boolean(), clause: Clause })),
  publicPage: z.boolean(),
})

export type Plan = z.infer<typeof PlanShape>
export type Milestone = z.infer<typeof Milestone>
export type ChecklistItem = z.infer<typeof Item>
export type ActivityKind = z.infer<typeof ActivityKind>
export type DestinationPolicy = Plan['destinationPolicy']
export type DestinationRule = z.infer<typeof DestinationRule>
export type LetterPolicy = z.infer<typeof LetterPolicy>
export type Escalation = z.infer<typeof Escalation>
export type LampThresholds = z.infer<typeof LampThresholds>
export type Form = z.infer<typeof Form>
export type AwardRules = z.infer<typeof AwardRules>
export type DossierPaper = z.infer<typeof DossierPaper>
