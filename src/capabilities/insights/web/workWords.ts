import type { Act, WorkKind } from '../rules.ts'

type Said = {
  /** What waits. `form` is the return's name. */
  title: (form: string) => string
  /** The second line, where there are no units to name. */
  hint: string
}

const say = (title: string, hint: string): Said => ({ title: () => title, hint })

const mine: Record<WorkKind, Said & { action: string }> = {
  'to-fill': { ...say('去向等您代为填报', '向本人问清抬头和具体支部'), action: '去填报' },
  'sent-back': { ...say('退回的登记等您修改', '按退回原因改好再交'), action: '去修改' },
  'branch-check': { ...say('去向等您核对', '看抬头、具体支部和党费月份，有误的退回本人'), action: '逐条核对' },
  'secondary-check': { ...say('去向等您复核', '核对后随附件2报组织部'), action: '逐条核对' },
  verified: { ...say('已核的登记等您报送', '报送附件2以后，组织部才能反馈'), action: '去报送' },
  'office-check': { ...say('转出登记等您反馈', '逐条通过，或写明原因退回'), action: '逐条反馈' },
  'to-start': { ...say('等您在党务系统发起转出', '组织部已反馈通过，发起后请登记编号'), action: '去发起' },
  'to-issue': { ...say('纸质介绍信等您开具', '已反馈通过，按规则须另开纸质信'), action: '批量开信' },
  answered: { ...say('对方已回应，等您核实', '网上回应不算凭据，请看回执或去电'), action: '核实回应' },
  received: { ...say('已接收，可以办结', '凭据已登记'), action: '去办结' },
  rejected: { ...say('接收方退回，要重新办理', '查明原因，改抬头或改去向后申请重办'), action: '重新办理' },
  expired: { ...say('介绍信或系统转接已过期', '联系本人和接收方，需要时申请换开'), action: '去处理' },
  internal: { ...say('校内转入等您确认', '确认后组织关系即转入新支部'), action: '确认转入' },
  deferred: { ...say('暂缓的组织关系要跟进', '批复后请组织部恢复办理'), action: '查看' },
  application: { ...say('重办申请等您审批', '核对原信去处，同意以后旧信才作废'), action: '去审批' },
  'escalated-secondary': { ...say('到期没有人办，已升级至总支', '催支部和本人，或由总支直接办'), action: '去跟进' },
  'escalated-committee': { ...say('到期没有人办，已升级至组织部', '催总支，或由组织部直接联系'), action: '去跟进' },
  'return-missing': { title: form => `${form}还没有报送`, hint: '先预览，没有人员的报“本单位无”', action: '去报送' },
  'return-sent-back': { title: form => `${form}被退回，等您重报`, hint: '按退回原因改好后重报', action: '重新报送' },
  'return-to-decide': { title: form => `${form}等您接收`, hint: '核对后接收，有误的写明原因退回', action: '去接收' },
  'notice-unread': { ...say('通知等您签收', '读过以后，由负责人签收'), action: '去签收' },
  'notice-duties': { ...say('通知里的任务等您完成', '办完的请报完成，写上一句情况'), action: '去办理' },
  'duty-reports': { ...say('下级报了任务完成，等您看', '没有办好的可以退回，写明原因'), action: '去查看' },
  'news-to-pass': { ...say('支部的宣传稿件等您看', '合适的转宣传部，要改的写明意见退回'), action: '去审稿' },
  'news-to-mend': { ...say('宣传稿件被退回，等您修改', '按意见改好再交'), action: '去修改' },
  'items-missing': { ...say('“五个一”等您确认', '按签到表成批确认'), action: '去确认' },
  'item-reports': { ...say('本人申报的“五个一”等您确认', '核对后确认，或写明原因退回'), action: '去确认' },
  corrections: { ...say('本人提出的资料更正等您核对', '逐项接受，或写明原因不采纳'), action: '去核对' },
}

const others: Record<WorkKind, Said> = {
  'to-fill': say('毕业生还没有报去向', '须报抬头、具体支部和个人信息'),
  'sent-back': say('退回修改后还没有再交', '请按退回原因改好'),
  'branch-check': say('支部还没有核对去向', '核对后才能报总支'),
  'secondary-check': say('总支还没有复核去向', '复核后才能报送附件2'),
  verified: say('已核的登记还没有报送', '报送附件2以后，组织部才能反馈'),
  'office-check': say('转出登记还没有反馈', '组织部反馈后才能转出'),
  'to-start': say('总支还没有在党务系统发起转出', '组织部已反馈通过'),
  'to-issue': say('纸质介绍信还没有开具', '组织部已反馈通过'),
  answered: say('对方已回应，还没有核实', '网上回应不算凭据'),
  received: say('已接收，还没有办结', '凭据已登记'),
  rejected: say('接收方退回，还没有重新办理', '支部须查明原因，申请重办'),
  expired: say('介绍信或系统转接已过期', '须联系本人和接收方'),
  internal: say('校内转入还没有确认', '新支部确认后才算转入'),
  deferred: say('暂缓的组织关系要跟进', '批复后恢复办理'),
  application: say('重办申请还没有审批', '组织部同意后才能重办'),
  'escalated-secondary': say('到期没有人办，已升级至总支', '总支须跟进'),
  'escalated-committee': say('到期没有人办，已升级至组织部', '组织部须跟进'),
  'return-missing': { title: form => `${form}还没有报送`, hint: '没有人员的也要报“本单位无”' },
  'return-sent-back': { title: form => `${form}退回后没有重报`, hint: '请按退回原因改好后重报' },
  'return-to-decide': { title: form => `${form}还没有接收`, hint: '核对后接收或退回' },
  'notice-unread': say('通知还没有签收', '可以催办'),
  'notice-duties': say('通知里的任务逾期没有完成', '可以催办'),
  'duty-reports': say('下级报了任务完成，还没有看', '没有办好的可以退回'),
  'news-to-pass': say('宣传稿件还没有审', '总支看过才到宣传部'),
  'news-to-mend': say('宣传稿件退回后没有再交', '按意见改好再交'),
  'items-missing': say('毕业生还没有完成“五个一”', '离校前须人人完成'),
  'item-reports': say('本人申报的“五个一”，支部还没有确认', '核对后确认，或写明原因退回'),
  corrections: say('本人提出的资料更正，支部还没有核对', '逐项接受，或写明原因不采纳'),
}

export const saidOf = (kind: WorkKind, act: Act): Said => (act === 'do' ? mine : others)[kind]

/** On the button of one's own work. */
export const actionOf = (kind: WorkKind): string => mine[kind].action

/** What is counted: people, or returns of units. */
export const unitOfCount: Record<WorkKind, '人' | '条' | '个单位'> = {
  'to-fill': '人',
  'sent-back': '人',
  'branch-check': '人',
  'secondary-check': '人',
  verified: '人',
  'office-check': '人',
  'to-start': '人',
  'to-issue': '人',
  answered: '人',
  received: '人',
  rejected: '人',
  expired: '人',
  internal: '人',
  deferred: '人',
  application: '人',
  'escalated-secondary': '人',
  'escalated-committee': '人',
  'return-missing': '个单位',
  'return-sent-back': '个单位',
  'return-to-decide': '个单位',
  'notice-unread': '条',
  'notice-duties': '条',
  'duty-reports': '条',
  'news-to-pass': '条',
  'news-to-mend': '条',
  'items-missing': '人',
  'item-reports': '条',
  corrections: '人',
}
