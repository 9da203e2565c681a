import type { Side, State } from './states.ts'

/** A target that a named fact chooses, among these and no others. */
export type Turn = { by: 'direct' | 'method' | 'mender' | 'other-track' | 'application' | 'state'; among: readonly State[] }

/** What must hold before anything is brought along. */
export type Need =
  | 'complete' // nothing required is missing from the destination
  | 'free' // the membership is neither under review nor stopped
  | 'my-turn' // sent back to this side
  | 'nothing-pending'
  | 'pending' // an application waits for the office
  | 'system-waiting'
  | 'paper-waiting'
  | 'paper-issued'
  | 'paper-out'
  | 'letter-valid'
  | 'some-track-out'
  | 'provable' // this side can vouch for some track
  | 'method-known'
  | 'same-destination' // unless it is 改派
  | 'number-free' // the new student number of 校内升学
  | 'channel' // an electronic one, where the way is to be the system
  | 'applicable' // something can be applied for

/** What the actor has to bring. */
export type Bring =
  | 'reason'
  | 'back-to'
  | 'onward'
  | 'way-out'
  | 'track'
  | 'proof'
  | 'old-letter'
  | 'sheet'
  | 'application'
  | 'paper-ground'

export type StepRule = { from: readonly State[]; to: State | Turn; by: readonly Side[]; needs?: readonly Need[]; brings?: readonly Bring[] }

export const stepCodes = [
  'fill',
  'branch-verify',
  'branch-send-back',
  'secondary-verify',
  'secondary-send-back',
  'mend',
  'submit-register',
  'pass',
  'office-send-back',
  'start',
  'issue',
  'void-letter',
  'hand-out',
  'answer',
  'set-answer-aside',
  'relay',
  'accept',
  'reject',
  'close',
  'accept-other',
  'reject-other',
  'confirm-internal',
  'decline-internal',
  'resume',
  'withdraw',
  'recall',
  'void',
  'apply',
  'approve',
  'decline',
] as const
export type Step = (typeof stepCodes)[number]

const out: readonly State[] = ['in-transit', 'answered']
const over: readonly State[] = ['received', 'closed']
const toSend: readonly State[] = ['to-start', 'to-issue', 'in-transit']
const renewable: readonly State[] = ['to-start', 'to-issue', 'in-transit', 'answered', 'rejected']
const inHand: readonly State[] = [
  'branch-check',
  'secondary-check',
  'verified',
  'sent-back',
  'office-check',
  ...renewable,
  'retained',
  'deferred',
  'internal',
]
const onward: readonly State[] = ['to-start', 'to-issue', 'retained', 'deferred', 'internal']

/** The life of a transfer. 直属 merges the two checks; 附件2 submitted is what moves the verified cases; 系统+纸质 is accepted by either. */
export const steps: Record<Step, StepRule> = {
  fill: {
    from: ['to-fill', 'withdrawn', 'void', 'retained', 'deferred'],
    to: 'branch-check',
    by: ['member', 'branch'],
    needs: ['complete'],
  },
  'branch-verify': {
    from: ['branch-check'],
    to: { by: 'direct', among: ['secondary-check', 'verified'] },
    by: ['branch'],
    needs: ['complete', 'free'],
  },
  'branch-send-back': { from: ['branch-check'], to: 'sent-back', by: ['branch'], brings: ['reason'] },
  'secondary-verify': { from: ['secondary-check'], to: 'verified', by: ['secondary'], needs: ['complete', 'free'] },
  'secondary-send-back': { from: ['secondary-check', 'verified'], to: 'sent-back', by: ['secondary'], brings: ['reason', 'back-to'] },
  mend: {
    from: ['sent-back'],
    to: { by: 'mender', among: ['branch-check', 'secondary-check', 'verified'] },
    by: ['member', 'branch', 'secondary'],
    needs: ['my-turn', 'complete'],
  },
  'submit-register': { from: ['verified'], to: 'office-check', by: ['submission'], needs: ['complete', 'free'] },
  pass: { from: ['office-check'], to: { by: 'method', among: onward }, by: ['office'], brings: ['onward'] },
  'office-send-back': { from: ['office-check'], to: 'sent-back', by: ['office'], brings: ['reason', 'back-to'] },

  start: { from: toSend, to: 'in-transit', by: ['secondary', 'office'], needs: ['system-waiting', 'nothing-pending', 'free'] },
  issue: { from: toSend, to: { by: 'state', among: toSend }, by: ['office'], needs: ['paper-waiting', 'nothing-pending', 'free'] },
  // Still in the office, and written wrongly: another letter is issued for the same attempt. Or the system was accepted first and nobody
  // needs it: C11 wants an end of every letter. The number stays in the ledger either way.
  'void-letter': {
    from: [...toSend, ...over],
    to: { by: 'state', among: [...toSend, ...over] },
    by: ['office'],
    needs: ['paper-issued'],
    brings: ['reason', 'sheet'],
  },
  'hand-out': {
    from: toSend,
    to: 'in-transit',
    by: ['office', 'secondary'],
    needs: ['paper-issued', 'letter-valid', 'nothing-pending', 'free'],
  },

  answer: { from: ['in-transit'], to: 'answered', by: ['receiver'], needs: ['paper-out'] },
  'set-answer-aside': { from: ['answered'], to: 'in-transit', by: ['office'], brings: ['reason'] },
  relay: { from: out, to: 'in-transit', by: ['office'], brings: ['reason'] },
  accept: { from: out, to: 'received', by: ['office', 'secondary', 'receiving-school'], needs: ['provable'], brings: ['proof'] },
  reject: {
    from: out,
    to: { by: 'other-track', among: ['in-transit', 'rejected'] },
    by: ['office', 'secondary', 'receiving-school'],
    needs: ['some-track-out'],
    brings: ['reason', 'track'],
  },
  close: { from: ['received'], to: 'closed', by: ['office'] },
  // Either track proves acceptance; what comes of the other is registered when it comes, and moves nothing.
  'accept-other': {
    from: over,
    to: { by: 'state', among: over },
    by: ['office', 'secondary'],
    needs: ['provable'],
    brings: ['proof'],
  },
  'reject-other': {
    from: over,
    to: { by: 'state', among: over },
    by: ['office', 'secondary'],
    needs: ['some-track-out'],
    brings: ['reason', 'track'],
  },

  'confirm-internal': { from: ['internal'], to: 'received', by: ['new-branch'], needs: ['free', 'number-free'] },
  'decline-internal': { from: ['internal'], to: 'rejected', by: ['new-branch'], brings: ['reason'] },
  resume: {
    from: ['deferred'],
    to: { by: 'method', among: ['to-start', 'to-issue'] },
    by: ['office'],
    needs: ['complete', 'free'],
    brings: ['way-out'],
  },

  withdraw: { from: ['branch-check', 'secondary-check', 'verified', 'sent-back'], to: 'withdrawn', by: ['member'] },
  recall: { from: ['office-check', 'to-start', 'to-issue'], to: 'withdrawn', by: ['office'], brings: ['reason', 'old-letter'] },
  void: { from: inHand, to: 'void', by: ['office'], brings: ['reason', 'old-letter'] },

  apply: {
    from: renewable,
    to: { by: 'state', among: renewable },
    by: ['member', 'branch', 'secondary'],
    needs: ['nothing-pending', 'applicable'],
    brings: ['application', 'reason'],
  },
  approve: {
    from: renewable,
    to: { by: 'application', among: ['branch-check', ...onward] },
    by: ['office'],
    needs: ['pending', 'method-known', 'free', 'complete', 'same-destination', 'channel'],
    brings: ['old-letter', 'paper-ground'],
  },
  decline: { from: renewable, to: { by: 'state', among: renewable }, by: ['office'], needs: ['pending'], brings: ['reason'] },
}

export const stepNames: Record<Step, string> = {
  fill: '提交去向',
  'branch-verify': '支部核对通过',
  'branch-send-back': '退回本人',
  'secondary-verify': '总支核对通过',
  'secondary-send-back': '退回修改',
  mend: '改好再交',
  'submit-register': '报送附件2',
  pass: '反馈通过',
  'office-send-back': '反馈退回',
  start: '登记系统已发起',
  issue: '开具介绍信',
  'void-letter': '作废未领的信',
  'hand-out': '登记信已领取',
  answer: '对方网上回应',
  'set-answer-aside': '回应不作数',
  relay: '登记已转往下级党组织',
  accept: '登记已接收',
  reject: '登记被对方退回',
  close: '办结',
  'accept-other': '补登另一路已接收',
  'reject-other': '补登另一路被退回',
  'confirm-internal': '确认转入',
  'decline-internal': '不予转入',
  resume: '结束暂缓',
  withdraw: '撤回',
  recall: '收回重报',
  void: '作废',
  apply: '申请重办',
  approve: '同意重办',
  decline: '不同意重办',
}
