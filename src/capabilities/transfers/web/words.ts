/** How states, lamps and terms look and read on screen; total by type. */
import type { StateLook } from '../../../ui/Mark.tsx'
import type { Tone } from '../../../ui/palette.ts'
import type { Lamp, Mender, ShownState, Step } from '../rules.ts'

export const stateLooks: Record<ShownState, StateLook> = {
  'to-fill': { word: '待填报', tone: 'grey', glyph: 'ring', means: '本人还没有提交去向' },
  'branch-check': { word: '待支部核', tone: 'ochre', glyph: 'q1', means: '等支部负责老师核对' },
  'secondary-check': { word: '待总支核', tone: 'ochre', glyph: 'q2', means: '等党总支核对' },
  verified: { word: '待报送', tone: 'ochre', glyph: 'q2', means: '总支已核，等附件2报送组织部' },
  'office-check': { word: '待组织部核', tone: 'ochre', glyph: 'q3', means: '附件2已报送，等组织部逐条反馈' },
  'to-start': { word: '待发起', tone: 'blue', glyph: 'ring', means: '组织部已反馈，等在党务系统发起' },
  'to-issue': { word: '待开信', tone: 'blue', glyph: 'ring', means: '组织部已反馈，等开具或领取介绍信' },
  'in-transit': { word: '在途', tone: 'blue', glyph: 'arrow', means: '系统已发起或信已领取，等对方接收' },
  answered: { word: '对方已回应', tone: 'ochre', glyph: 'q3', means: '接收方在网上答复，等组织部核实' },
  received: { word: '已接收', tone: 'green', glyph: 'solid', means: '对方接收已有凭据' },
  closed: { word: '办结', tone: 'green', glyph: 'check', means: '接转已全部办完' },
  'sent-back': { word: '退回修改', tone: 'red', glyph: 'back', means: '填写有误，退给能改的人' },
  withdrawn: { word: '撤回', tone: 'grey', glyph: 'dash', means: '已撤回，等重新提交' },
  rejected: { word: '被对方退回', tone: 'red', glyph: 'back', means: '对方不接收，须改去向或抬头' },
  void: { word: '作废', tone: 'grey', glyph: 'cross', means: '这次记录不再有效' },
  retained: { word: '保留', tone: 'plum', glyph: 'square', means: '组织关系经批准留在学校' },
  deferred: { word: '暂缓', tone: 'plum', glyph: 'pause', means: '说明理由后暂不转出' },
  internal: { word: '校内', tone: 'plum', glyph: 'arrow', means: '校内调整，等新支部确认' },
  expired: { word: '过期', tone: 'red', glyph: 'cross', means: '过了有效期还没有接收' },
}

/** People whose outcome of study settles the matter have no state of transfer. */
export const noState: StateLook = { word: '不办接转', tone: 'grey', glyph: 'dash', means: '延期在校或已减员，不在接转之列' }

/** A lamp states a rule, never a verdict on a person. */
export const lampLooks: Record<Lamp, { tone: Tone; short: string }> = {
  overdue: { tone: 'red', short: '逾期' },
  'letter-expired': { tone: 'red', short: '信已过期' },
  'start-expired': { tone: 'red', short: '系统转接已过期' },
  'pocket-risk': { tone: 'red', short: '口袋风险' },
  'silent-check': { tone: 'red', short: '久未联系，请核查' },
  stranded: { tone: 'red', short: '滞留' },
  'due-soon': { tone: 'ochre', short: '临近' },
  'letter-ending': { tone: 'ochre', short: '信将过期' },
  'start-ending': { tone: 'ochre', short: '系统转接将过期' },
  'receipt-missing': { tone: 'ochre', short: '回执未回' },
  'silent-long': { tone: 'ochre', short: '久未联系（较长）' },
  silent: { tone: 'ochre', short: '久未联系' },
  'probation-urgent': { tone: 'red', short: '预备期将满' },
  'probation-before-leaving': { tone: 'plum', short: '预备期先满' },
  'probation-after-leaving': { tone: 'plum', short: '预备党员转出' },
  'abroad-contact': { tone: 'plum', short: '境外联系' },
}

export const menderNames: Record<Mender, string> = { member: '本人', branch: '支部负责老师', secondary: '党总支' }

const sentBack: readonly string[] = [
  '抬头不准确，请向接收方党组织核实全称',
  '缺具体党支部，请向接收方问清',
  '所在地与抬头不一致，请核对',
  '党费交至月份与支部记录不一致，请核对',
  '去向类别选错，请按实际去向重选',
]
const untaken: readonly string[] = [
  '抬头写错',
  '姓名或身份证号有误',
  '有效期或党费月份有误',
  '打印错位、污损',
  '对方已在系统接收，不再需要',
]

/** What is said most often at a step; words of one's own can stand beside it. */
export const commonReasons: Partial<Record<Step, readonly string[]>> = {
  'branch-send-back': sentBack,
  'secondary-send-back': sentBack,
  'office-send-back': sentBack,
  'void-letter': untaken,
  reject: ['抬头不是有权接收的党组织', '具体党支部不明确', '材料不齐', '本人没有去报到'],
  'reject-other': ['抬头不是有权接收的党组织', '已在系统接收，纸质退回', '材料不齐'],
  apply: ['换了单位或学校', '对方说抬头不对', '过了有效期，对方还没有接收', '信遗失', '对方只收纸质介绍信', '对方改要系统转接'],
  'set-answer-aside': ['电话核实，对方没有接收', '答复的不是收信的党组织'],
  'decline-internal': ['本人没有到新支部报到', '新支部写错'],
  decline: ['理由不足，请补充材料', '不符合重办条件', '原信仍在有效期内，可照用'],
  recall: ['去向有变', '抬头须重新核实'],
  void: ['去向有变，重新填报', '重复填报'],
}

/** Why paper is given although no rule calls for it. */
export const exceptionReasons: readonly string[] = ['部队没有电子转接通道', '对方来函要求纸质介绍信', '对方党务系统暂不可用']
