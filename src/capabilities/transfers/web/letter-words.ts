/** What issuing, voiding and handing over are refused for, beside the steps' own reasons. */
import type { HandoverRefusal, IssueRefusal, VoidRefusal } from '../../letters/rules.ts'

export const issueShort: Record<IssueRefusal, string> = {
  'under-review': '正在受审查',
  'not-approved': '组织部还没有反馈通过',
  'paper-not-decided': '还没有审定开纸质信',
  'already-issued': '已有一封有效的信',
  'person-incomplete': '名册缺性别、出生日期、民族或身份证号',
  'no-addressee': '还没有抬头',
  'no-dues-month': '没填党费交至月份',
  'missing-glyphs': '有印不出的字',
  'validity-out-of-range': '有效期不在 1 至 90 天内',
}

export const letterRefusalWords: Record<IssueRefusal | VoidRefusal | HandoverRefusal, string> = {
  'under-review': '这位党员正在受审查，没有办理。审查结束前组织关系不动。',
  'not-approved': '组织部还没有反馈通过，没有开信。请先逐条反馈。',
  'paper-not-decided': '还没有审定开纸质介绍信，没有开信。请先在接转里审定。',
  'already-issued': '这次接转已有一封有效的介绍信，没有重复开。',
  'person-incomplete': '名册上缺性别、出生日期、民族或身份证号，没有开信。请补全名册后再开。',
  'no-addressee': '还没有抬头，没有开信。请先填抬头。',
  'no-dues-month': '还没有填党费交到哪个月，没有开信。请补填后再开。',
  'missing-glyphs': '有字库里没有的字，没有开信，编号没有占用。请核对写法。',
  'validity-out-of-range': '有效期应在 1 至 90 天，没有开信。请改后再开。',
  'already-void': '这封信已经作废，没有再改动。',
  'already-received': '对方已经接收，没有改动。以后的变动由接收单位办理。',
  'no-ground': '还没有写作废的依据，没有作废。请写明。',
  void: '这封信已经作废，没有登记。',
  'already-handed-over': '这封信已登记过领取，没有重复登记。',
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
