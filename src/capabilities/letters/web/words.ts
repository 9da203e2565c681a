import type { StateLook } from '../../../ui/Mark.tsx'
import type { PrintRefusal } from '../contract.ts'
import { doubtAdvice } from '../rules/addressee.ts'
import type {
  AddresseeDoubt,
  HandoverRefusal,
  IssueRefusal,
  PrinterRefusal,
  PrintKind,
  Standing,
  VoidGround,
  VoidRefusal,
} from '../rules.ts'

export { standingNames as standingWords } from '../rules/ledger.ts'

export const standingLooks: Record<Exclude<Standing, 'expiring'>, StateLook> = {
  issued: { word: '待领取', tone: 'ochre', glyph: 'q3', means: '已开具，还没有交出' },
  'handed-over': { word: '在途', tone: 'blue', glyph: 'arrow', means: '信已交出，等对方接收' },
  expired: { word: '过期', tone: 'red', glyph: 'cross', means: '过了有效期还没有接收' },
  received: { word: '已接收', tone: 'green', glyph: 'solid', means: '对方接收已有凭据' },
  voided: { word: '作废', tone: 'grey', glyph: 'cross', means: '编号留在台账，信不再有效' },
}

export { handoverNames as handoverWords } from '../rules/handover.ts'

export const voidGroundWords: Record<VoidGround, string> = {
  'original-returned': '原信交回',
  'declared-lost': '遗失说明',
  'sent-back': '对方退回',
  'issued-in-error': '开错作废',
  'not-needed': '已由系统接收，未领作废',
}

export const printRefusalWords: Record<PrintRefusal, string> = {
  void: '其中有一封刚刚作废，这次没有打印。请刷新台账后重新选择。',
  outside: '其中有一封是补录的：本系统启用前开具，这里没有纸面内容，这次没有打印。请用原来的存根。',
  purged: '其中有一封的内容已按保存期限清除，不能再打印，这次没有打印。台账仍可查。',
}

/** Shown by the case that issues, hands over and voids; the letter's reasons are worded here. */
export const issueRefusalWords: Record<IssueRefusal, string> = {
  'under-review': '这位党员正在受审查，没有开信。审查结束前组织关系不动。',
  'not-approved': '组织部还没有反馈通过，没有开信。请先逐条反馈。',
  'paper-not-decided': '还没有审定开纸质介绍信，没有开信。请先在接转里审定。',
  'already-issued': '这次接转已有一封有效的介绍信，没有重复开。要换开，请先把原信作废。',
  'person-incomplete': '名册上缺性别、出生日期、民族或身份证号，没有开信。请补全名册后再开。',
  'no-addressee': '还没有抬头，没有开信。请先填抬头。',
  'no-dues-month': '还没有填党费交到哪个月，没有开信。请补填后再开。',
  'missing-glyphs': '有字库里没有的字，没有开信，编号没有占用。请核对写法，或把含这些字的字体放进字体文件夹。',
  'validity-out-of-range': '有效期应在 1 至 90 天，没有开信。请改后再开。',
}

export const voidRefusalWords: Record<VoidRefusal, string> = {
  'already-void': '这封信已经作废，没有再改动。',
  'already-received': '对方接收已有凭据，这封信不能作废。以后的变动由接收单位办理。',
  'no-ground': '还没有写作废的依据，没有作废。请选原信交回、遗失说明、对方退回或开错作废。',
}

export const handoverRefusalWords: Record<HandoverRefusal, string> = {
  void: '其中有一封已经作废，没有登记。请重新选择。',
  'already-handed-over': '其中有一封已登记过领取，没有重复登记。',
  'before-issue': '领取日期早于开具日期，没有登记。请核对日期。',
  'future-day': '领取日期还没到，没有登记。请填实际交出的那一天。',
  'nobody-named': '还没有写领信人，没有登记。请写领取人的姓名。',
  'no-mail-number': '还没有写编号，没有登记。机要写机要编号，其他方式写快递公司和单号。',
  'no-signature': '还没有签名，没有登记。请在屏幕上签，或注明已在纸面名单上签名。',
  'no-relation': '还没有写代领人和本人的关系，没有登记。',
  'no-authority': '代领要有委托书，没有登记。请拍照上传，或注明纸质委托书已收。',
  'no-approval': '其他方式要经组织部批准，没有登记。请写明谁批准、为什么。',
  'one-signature-many-people': '屏幕上的一个签名只能是一个人的，没有登记。几个人一起领的，请逐人登记，或用纸面签字名单。',
}

export const paperShort: Record<PrintKind, string> = { blank: '空白 A4', overprint: '套打' }
export const paperWords: Record<PrintKind, string> = {
  blank: '白纸上印出整封信。',
  overprint: '只印填写的字，纸上须已有预印的信。',
}

export const printerRefusalWords: Record<PrinterRefusal, string> = {
  'name-taken': '已有同名的打印机，没有保存。请换一个名称。',
  'too-many': '打印机已经太多，没有添加。请先撤下不用的。',
}

export { addresseeKindNames as kindWords, doubtAdvice } from '../rules/addressee.ts'

/** What the check saw, in a few words for the list. */
export const doubtWords: Record<AddresseeDoubt, string> = {
  'branch-cannot-receive': '是总支或支部',
  'bare-employer': '只是单位名称',
  'unusual-ending': '结尾不像党组织',
  abbreviated: '用了简称',
  'no-party-mark': '看不出是党组织',
}

export const saveRefusalWords: Record<AddresseeDoubt | 'name-taken' | 'no-such-division', string> = {
  'branch-cannot-receive': `${doubtAdvice['branch-cannot-receive']}确实如此，请写明理由再保存。`,
  'bare-employer': `${doubtAdvice['bare-employer']}确实如此，请写明理由再保存。`,
  'unusual-ending': `${doubtAdvice['unusual-ending']}确实如此，请写明理由再保存。`,
  abbreviated: doubtAdvice.abbreviated,
  'no-party-mark': doubtAdvice['no-party-mark'],
  'name-taken': '抬头库里已有同名的抬头，没有重复保存。请直接用那一条。',
  'no-such-division': '没有这个行政区划代码，没有保存。请核对 6 位代码，不清楚可以留空。',
}
