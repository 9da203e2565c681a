import type { RecordRefusal, RevokeRefusal, SignRefusal } from '../rules.ts'

export const recordRefusalWords: Record<RecordRefusal, string> = {
  'stays-here': '留校（延期、休学），离校那一年再办',
  'already-recorded': '已经登记过',
  'own-record': '是你本人，请支部其他同志登记',
  'future-day': '日期还没到，请填实际的那一天',
  'nobody-named': '还没有写是谁谈的、谁收的',
  'wrong-way': '方式不对，请重新选择',
}

export const signRefusalWords: Record<SignRefusal, string> = {
  'stays-here': '你这一届还不离校，不用签。离校那一年再办。',
  'already-signed': '你已经签过了，不用再签。',
  'other-name': '写的姓名和名册上的不一样，没有签收。请写自己的全名。',
  'other-text': '告知书的内容刚刚更新，没有签收。请重新读一遍再签。',
}

export const revokeRefusalWords: Record<RevokeRefusal, string> = {
  'already-revoked': '这次登记已经撤销过，没有再改动。',
  'own-record': '不能撤销本人的登记，请支部其他同志办理。',
  'reason-missing': '还没有写撤销的理由，没有撤销。',
}
