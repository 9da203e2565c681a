import { z } from 'zod'
import { Id, IsoDay } from '../../../kernel/contract.ts'
import { AnswerView } from '../../letters/contract.ts'
import { receiptAnswers } from '../../letters/rules.ts'
import { clauseIds, destinationCodes, geographies, routes } from '../../plans/rules.ts'
import { membershipCodes, outcomes, reductions } from '../../roster/rules.ts'
import {
  applicationKinds,
  lamps,
  menders,
  methods,
  oldLetters,
  paperReasons,
  proofKinds,
  receiptForms,
  routeReasons,
  type ShownState,
  sides,
  states,
  stepCodes,
  terms,
  trackNames,
} from '../rules.ts'
import { ChangeView } from './changes.ts'
import { EscalationView, KeeperView, StayView } from './following-views.ts'
import { FormView } from './form.ts'
import { PapersView } from './papers.ts'
import { ReceiptView } from './receipt-views.ts'

export const count = z.number().int()
export const Path = z.string().regex(/^\/(?:\d+\/)+$/)
export const Text = z.string().nullable()
const DayOrNull = IsoDay.nullable()

export const shownStates = [...states, 'expired'] as const satisfies readonly ShownState[]
export const Shown = z.enum(shownStates)
export const Term = z.enum(terms)
export const Lamp = z.enum(lamps)
const Method = z.enum(methods)
const Geography = z.enum(geographies)
const Destination = z.enum(destinationCodes)

const standing = {
  id: Id.nullable().describe('空：还没有填报，接转尚未开始'),
  graduateId: Id,
  number: Text,
  version: z.number().int().min(0).describe('0：接转尚未开始'),
  state: Shown.nullable(),
  term: Term,
  owner: z.enum(sides).nullable().describe('下一步该谁办'),
  backTo: z.enum(menders).nullable(),
  application: z.enum(applicationKinds).nullable(),
  dueOn: DayOrNull,
  overdue: z.boolean(),
  lamps: z.array(Lamp),
  can: z.array(z.enum(stepCodes)),
}

const person = {
  name: z.string(),
  studentNumber: z.string(),
  branchName: z.string(),
  path: z.string(),
  membership: z.enum(membershipCodes as [(typeof membershipCodes)[number], ...(typeof membershipCodes)[number][]]),
  outcome: z.enum(outcomes),
  reduction: z.enum(reductions).nullable(),
}

const At = z.enum(['none', 'waiting', 'issued', 'out', 'accepted', 'rejected'])
const TrackResult = z.object({ track: z.enum(trackNames), at: At, resultOn: DayOrNull })
export type TrackResult = z.infer<typeof TrackResult>

export const TransferRow = z
  .object({
    ...standing,
    ...person,
    destinationType: Destination.nullable(),
    unitName: Text,
    addressee: Text,
    geography: Geography.nullable(),
    method: Method.nullable(),
    letterNumber: Text,
    expiresOn: DayOrNull,
    relayedTo: Text,
    tracks: z.array(TrackResult).describe('走了的每一路，各有结果；没有走的不列'),
    answer: z
      .object({ answer: z.enum(receiptAnswers), on: IsoDay, handler: z.string(), phone: Text.describe('只显示后四位') })
      .nullable()
      .describe('对方已回应待核：网上说了什么，谁经办'),
  })
  .meta({ id: 'TransferRow' })
export type TransferRow = z.infer<typeof TransferRow>

export const PaperView = z
  .object({ outcome: z.enum(['paper', 'none']), reason: z.enum(paperReasons), clause: z.enum(clauseIds), exception: Text })
  .meta({ id: 'LetterDecision' })

export const RouteView = z
  .object({
    outcome: z.enum(['allow', 'warn', 'refuse']),
    reason: z.enum(routeReasons),
    clause: z.enum(clauseIds),
    basis: Text.describe('条文出处，如“2023 通知 二（一）”'),
    route: z.enum(routes).nullable().describe('符合方案的哪一条去路'),
    goesTo: z.array(z.enum(routes)).describe('方案许可的去路，依次'),
  })
  .meta({ id: 'RouteDecision' })
export type RouteView = z.infer<typeof RouteView>

export const GapView = z
  .object({
    validUntil: IsoDay,
    reportBy: IsoDay,
    days: count.describe('早几天'),
    sendFrom: IsoDay.describe('这天以后开出或发起，才能用到报到日'),
    sent: z.boolean().describe('已经开出或发起；否则按今天算'),
  })
  .meta({ id: 'ReportingGap' })

const Track = z.object({
  at: At,
  validUntil: DayOrNull,
  resultOn: DayOrNull.describe('这一路接收或被退回的日期'),
  proof: z.enum(proofKinds).nullable().describe('这一路接收的凭据'),
})

export const AttemptView = z
  .object({
    id: Id,
    ordinal: count,
    living: z.boolean(),
    kind: z.enum(['first', 'refilled', ...applicationKinds]),
    kindReason: Text,
    state: Shown,
    destinationType: Destination.nullable(),
    unitName: Text,
    addressee: Text,
    geography: Geography.nullable(),
    geographyReason: Text,
    method: Method.nullable(),
    paper: PaperView.nullable(),
    system: Track,
    letter: Track,
    serial: Text,
    letterId: Id.nullable(),
    letterNumber: Text,
    sentBackReason: Text,
    applicationReason: Text,
    oldLetter: z.enum(oldLetters).nullable(),
    registeredOn: DayOrNull,
    startedOn: DayOrNull,
    issuedOn: DayOrNull,
    handedOutOn: DayOrNull,
    expectedOn: DayOrNull,
    answeredOn: DayOrNull,
    relayedTo: Text,
    acceptedOn: DayOrNull,
    acceptanceProof: z.enum(proofKinds).nullable(),
    acceptanceNote: Text,
    acceptanceShown: z.enum(receiptForms).nullable().describe('回执是原件还是照片'),
    acceptanceHandler: Text.describe('回执上的经办人'),
    acceptancePhone: Text.describe('只显示后四位'),
    acceptanceCallId: Id.nullable().describe('凭据是哪一次回拨'),
    rejectedOn: DayOrNull,
    rejectedReason: Text,
    closedOn: DayOrNull,
    expiresOn: DayOrNull,
    beganAt: z.iso.datetime(),
    endedOn: DayOrNull,
  })
  .meta({ id: 'TransferAttempt' })
export type AttemptView = z.infer<typeof AttemptView>

export const EventView = z
  .object({
    id: Id,
    attemptId: Id,
    at: z.iso.datetime(),
    on: IsoDay,
    step: z.enum([
      ...stepCodes,
      'begin',
      'decide-paper',
      'carry-over',
      'remove-paper',
      'add-picture',
      'remove-picture',
      'call',
      'stay-contact',
    ]),
    from: z.enum(states).nullable(),
    to: z.enum(states),
    actorName: z.string(),
    role: z.string(),
    reason: Text,
    note: Text,
    changes: z.array(ChangeView).describe('这一步改了去向的哪些项：改前、改后'),
  })
  .meta({ id: 'TransferEvent' })
export type EventView = z.infer<typeof EventView>

/** What the steps that are open may be given. */
const Choices = z.object({
  backTo: z.array(z.enum(menders)),
  methods: z.array(Method),
  tracks: z.array(z.enum(trackNames)),
  proofs: z.array(z.enum(proofKinds)),
  applications: z.array(z.enum(applicationKinds)),
})

export const CaseView = z
  .object({
    ...standing,
    cohortId: Id,
    person: z.object({
      ...person,
      memberId: Id,
      sex: z.enum(['male', 'female']).nullable(),
      idNumber: Text.describe('只显示后四位'),
      phone: Text.describe('只显示后四位'),
      college: Text,
      major: Text,
      className: Text,
      duesPaidTo: Text,
      secondaryName: Text.describe('直属党支部没有党总支'),
    }),
    own: z.boolean().describe('是本人的接转：自己的不能自己核'),
    mayEdit: z.boolean(),
    form: FormView,
    paper: PaperView,
    route: RouteView.nullable().describe('按方案能不能转到这个党组织；还没有写抬头时为空'),
    gap: GapView.nullable().describe('有效期在报到前就结束'),
    papers: PapersView,
    applied: z
      .object({ changes: z.array(ChangeView), paper: PaperView })
      .nullable()
      .describe('待批的申请要改什么；同意后是否开纸质介绍信'),
    choices: Choices,
    attempts: z.array(AttemptView).describe('从新到旧'),
    answers: z.array(AnswerView).describe('接收方的网上回应，从新到旧；本人不看'),
    receipt: ReceiptView,
    escalation: EscalationView.nullable().describe('灯亮着没有人办：升级到哪一级，从哪天起'),
    keeper: KeeperView.nullable().describe('原支部离校后解散，由谁跟进'),
    stay: StayView,
    events: z.array(EventView).describe('从新到旧'),
  })
  .meta({ id: 'TransferCase' })
export type CaseView = z.infer<typeof CaseView>
