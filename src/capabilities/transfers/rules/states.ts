/** Where an attempt stands. 过期 is no state: it follows from the day (see `isExpired`). */
export const states = [
  'to-fill',
  'branch-check',
  'secondary-check',
  'verified',
  'office-check',
  'to-start',
  'to-issue',
  'in-transit',
  'answered',
  'received',
  'closed',
  'sent-back',
  'withdrawn',
  'rejected',
  'void',
  'retained',
  'deferred',
  'internal',
] as const
export type State = (typeof states)[number]

export const stateNames: Record<State, string> = {
  'to-fill': '待填报',
  'branch-check': '待支部核',
  'secondary-check': '待总支核',
  verified: '总支已核，待报送',
  'office-check': '待组织部核',
  'to-start': '待发起',
  'to-issue': '待开信',
  'in-transit': '在途',
  answered: '对方已回应，待核',
  received: '已接收',
  closed: '办结',
  'sent-back': '退回修改',
  withdrawn: '撤回',
  rejected: '被对方退回',
  void: '作废',
  retained: '保留',
  deferred: '暂缓',
  internal: '校内',
}

/** What the screen says: a stored state, or 过期. */
export type ShownState = State | 'expired'
export const shownStateNames: Record<ShownState, string> = { ...stateNames, expired: '过期' }

/** Who can take a step. `submission` is the act of submitting 附件2; `receiver` answers from the public page, `receiving-school` on this installation. */
export const sides = ['member', 'branch', 'secondary', 'office', 'submission', 'receiver', 'receiving-school', 'new-branch'] as const
export type Side = (typeof sides)[number]

export const sideNames: Record<Side, string> = {
  member: '本人',
  branch: '支部负责老师',
  secondary: '党总支',
  office: '组织部',
  submission: '附件2报送',
  receiver: '接收方党组织',
  'receiving-school': '接收学校',
  'new-branch': '校内新支部',
}

export const methods = ['system', 'paper', 'both', 'retain', 'defer', 'internal'] as const
export type Method = (typeof methods)[number]

export const methodNames: Record<Method, string> = {
  system: '系统',
  paper: '纸质',
  both: '系统+纸质',
  retain: '保留',
  defer: '暂缓',
  internal: '校内调整',
}

/** To whom a case can be sent back: the one who can mend it. */
export const menders = ['member', 'branch', 'secondary'] as const
export type Mender = (typeof menders)[number]

/** The two ways out; one attempt can go both. */
export const trackNames = ['system', 'paper'] as const
export type TrackName = (typeof trackNames)[number]
export const trackLabels: Record<TrackName, string> = { system: '系统转接', paper: '纸质介绍信' }
