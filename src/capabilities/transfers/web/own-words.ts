/** Where their own transfer stands, as the graduate is told. */
import type { ApplicationKind, Refusal, ShownState } from '../rules.ts'

export const ownStateWords: Record<ShownState, string> = {
  'to-fill': '把毕业后的去向告诉支部，才能办组织关系转出。',
  'branch-check': '已交给支部，正在核对。',
  'secondary-check': '支部已核对，正由党总支核对。',
  verified: '党总支已核对，即将报组织部。',
  'office-check': '已报组织部，正在逐条反馈。',
  'to-start': '组织部已通过，学校将在党务系统发起转接。',
  'to-issue': '组织部已通过，正在开介绍信。',
  'in-transit': '已经转出，等对方党组织接收。',
  answered: '对方已答复，组织部正在核实。',
  received: '对方党组织已接收。',
  closed: '组织关系接转已办结。',
  'sent-back': '有一处要改，改好再交即可，已填的都还在。',
  withdrawn: '你已撤回，改好后请再提交。',
  rejected: '对方没有接收，支部正与你核实怎样改。',
  void: '这次接转已作废，请重新填报去向。',
  retained: '组织关系保留在学校。去向有变时，请重新填报。',
  deferred: '暂缓转出。情况有变时，请告诉支部。',
  internal: '校内调整，等新支部确认。',
  expired: '有效期已过，还没有接收。请告诉支部，可以申请换开。',
}

/** Settled by the outcome of study or by a reduction. */
export const ownNoTransfer = '你目前不需要办理组织关系转出。'

export const ownApplicationWords: Record<ApplicationKind, { title: string; means: string }> = {
  change: { title: '去向变了（改派）', means: '改去向后从支部重新核对' },
  'wrong-addressee': { title: '抬头写错了', means: '去向不变，只改接收党组织的名称' },
  expired: { title: '过期了，要换开', means: '信或系统转接过了有效期' },
  returned: { title: '被对方退回，要重办', means: '问清对方要求后重办' },
  lost: { title: '信遗失或损坏', means: '须写遗失说明' },
  'to-paper': { title: '对方要纸质介绍信', means: '现在走系统，改开纸质介绍信；省内一般不开' },
  'to-system': { title: '对方改要系统转接', means: '现在走纸质，改在党务系统转接；信要交回' },
}

export const ownRefusalWords: Partial<Record<Refusal, string>> = {
  'not-your-side': '这一步现在由学校办理，没有改动。请联系支部老师。',
  'wrong-state': '进展刚刚变了，没有改动。请看过新的状态再办。',
  'already-received': '对方已经接收，不用再申请。以后的变动由接收单位办理。',
  'destination-incomplete': '还有几项没填，没有提交。已填的都在，补上标出的几项即可。',
  'under-review': '暂时不能转出，没有提交。请联系支部老师。',
  'membership-stopped': '暂时不能转出，没有提交。请联系支部老师。',
  'application-pending': '你的申请正等组织部审批，没有重复提交。',
  'reissue-period-over': '已过换开的期限，没有提交。去向有变的可申请改派，其他请联系支部老师。',
  'no-channel': '对方系统没有电子转接通道，不能改走系统，没有提交。',
}
