import type {
  CertificateRefusal,
  ConfirmRefusal,
  ConfirmReportRefusal,
  NudgeRefusal,
  ReportRefusal,
  RevokeRefusal,
  SettleRefusal,
  Standing,
} from '../rules.ts'

/** Why one item of one member can't be confirmed: short enough for the foot. */
export const refusalShort: Record<ConfirmRefusal, string> = {
  'no-such-item': '方案里没有这一项',
  'own-record': '本人的须由他人确认',
  'future-day': '日期还没到',
  'before-joining': '日期早于入党时间',
  'record-differs': '这一项不按这样记录',
  'title-missing': '没写书名',
  'isbn-wrong': 'ISBN 校验不对',
  'hours-missing': '没写时长',
  'hours-wrong': '时长须按半小时',
  'no-such-alternative': '方案里没有这种替代',
  'not-exempt': '方案不允许免做',
  'reason-missing': '没写原因',
  'evidence-missing': '没写凭据',
  'already-confirmed': '这一天已确认过',
  enough: '次数已够',
}

/** The same as a whole sentence: what happened, what was kept, what to do. */
export const confirmRefusalWords: Record<ConfirmRefusal, string> = {
  'no-such-item': '方案里没有这一项，没有写入。请刷新后再看。',
  'own-record': '本人的记录须由他人确认，没有写入。请交支部另一位老师或党总支确认。',
  'future-day': '完成日期晚于今天，没有写入。请填实际完成的那一天。',
  'before-joining': '完成日期早于本人入党时间，没有写入。请核对日期，或先更正名册上的入党时间。',
  'record-differs': '这一项不按这样记录，没有写入。请刷新后再看。',
  'title-missing': '还没有写书名，没有写入。',
  'isbn-wrong': 'ISBN 校验不对，没有写入。请对照书背再填，也可以空着。',
  'hours-missing': '还没有写时长，没有写入。',
  'hours-wrong': '时长没有写入：请按半小时填，一天不超过 24 小时。',
  'no-such-alternative': '方案里没有这种替代方式，没有写入。请刷新后再看。',
  'not-exempt': '方案没有允许免做这一项，没有写入。',
  'reason-missing': '还没有写原因，没有写入。',
  'evidence-missing': '还没有写凭据，没有写入。请写明签到表、书名等可核对的材料。',
  'already-confirmed': '这一天的这一项已经确认过，没有重复写入。',
  enough: '这一项的次数已经够了，没有再写入。',
}

export const revokeRefusalWords: Record<RevokeRefusal, string> = {
  'already-revoked': '这项确认刚才已被撤销，记录没有变化。',
  'own-record': '本人的记录须由他人处理，没有撤销。',
  'reason-missing': '请写明撤销原因，没有撤销。',
}

export const standingWords: Record<Standing, string> = { 'one-left': '还差 1 项', nothing: '一项未做', complete: '全部完成' }

/** Why somebody is not reminded now. */
export const nudgeRefusalWords: Record<NudgeRefusal, string> = {
  complete: '都做完了',
  'no-account': '没有账号，请当面或在群里提醒',
  'nudged-today': '今天已提醒过',
}

export const certificateRefusalWords: Record<CertificateRefusal, string> = {
  incomplete: '还有项目没有做完，没有出证明。做完并确认后再出。',
  nobody: '筛选出的人里还没有做完全部项目的，没有出证明。',
  'too-many': '一次最多出 500 人的证明，请先选一个单位再出。',
}

/** Why a report is not taken: the member reads it. */
export const reportRefusalWords: Record<ReportRefusal, string> = {
  ...confirmRefusalWords,
  'already-reported': '这一天的这一项你已经报过，等支部确认就行，没有重复写入。',
  'too-many-waiting': '这一项已有 20 条等支部确认，没有写入。请先等支部处理，或收回报错的。',
  'already-confirmed': '这一天的这一项支部已经确认过，不用再报。',
  enough: '这一项已经完成，不用再报。',
  'before-joining': '日期早于你的入党时间，没有写入。请核对日期。',
  'evidence-missing': '请写一句可以核对的说明，没有写入。',
}

export const settleRefusalWords: Record<SettleRefusal, string> = {
  'not-waiting': '有申报刚才已被处理，或已被本人收回，没有再写入。请看刷新后的名单。',
  'own-record': '本人的申报须由他人处理，没有写入。',
  'reason-missing': '请写明退回的原因，没有退回。',
}

export const confirmReportWords: Record<ConfirmReportRefusal, string> = {
  ...refusalShort,
  'not-waiting': '刚才已被处理',
}

export const withdrawRefusalWords = { 'not-waiting': '这条申报支部已经处理，没有收回。' } as const
