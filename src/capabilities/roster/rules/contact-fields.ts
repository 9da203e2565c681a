/** 附件1, third part: how to reach somebody, and whom else. */
import { type Reading, textOf } from '../../imports/rules.ts'
import { type Filled, type RosterField, text } from './field.ts'
import { readPhone, readSecondContact } from './phones.ts'

const readEmail = (raw: Filled): Reading<string> => {
  const text = textOf(raw).replace(/\s/g, '')
  if (/^[^@]+@[^@.]+(?:\.[^@.]+)+$/.test(text) && text.length <= 200) return { value: text }
  return { value: null, problems: [{ kind: 'email', severity: 'warning', text: '邮箱地址不完整，这一项将留空。请核对。' }] }
}

/** Whom the column is about, and what else stands in its cells: 紧急联系人及电话, 备用联系人/电话/关系. */
const whom = ['备用联系人', '紧急联系人', '第二联系人', '家庭联系人', '家长', '家长姓名', '备用联系人姓名', '紧急联系人姓名']
const besides = [
  '电话',
  '联系电话',
  '手机',
  '手机号',
  '联系方式',
  '关系',
  '电话及关系',
  '电话、关系',
  '电话/关系',
  '关系及电话',
  '关系、电话',
  '关系/电话',
]
const several = whom.flatMap(one => besides.flatMap(other => ['及', '和', '与', '/', '、', '及其'].map(joint => one + joint + other)))

export const contactFields: readonly RosterField[] = [
  {
    key: 'phone',
    label: '手机',
    synonyms: ['手机号', '手机号码', '联系电话', '电话', '电话号码', '联系方式', '移动电话', '本人电话', '本人手机', '本人联系电话'],
    required: true,
    read: readPhone('手机', 'error'),
  },
  {
    key: 'secondContact',
    label: '备用联系人',
    synonyms: ['紧急联系人', '第二联系人', '备用联系人姓名', '紧急联系人姓名', '家庭联系人', '家长姓名', ...several],
    required: false,
    read: readSecondContact,
  },
  {
    key: 'secondContactPhone',
    label: '备用联系人电话',
    synonyms: [
      '紧急联系人电话',
      '紧急联系电话',
      '第二联系人电话',
      '备用联系电话',
      '家长电话',
      '家长联系电话',
      '家庭电话',
      '紧急联系人联系电话',
      '紧急联系人联系方式',
      '紧急联系人手机',
    ],
    follows: { field: 'secondContact', words: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'] },
    required: false,
    read: readPhone('备用联系人电话', 'warning', true),
  },
  text('secondContactRelation', '关系', [
    '与本人关系',
    '备用联系人关系',
    '紧急联系人关系',
    '与紧急联系人关系',
    '与联系人关系',
    '与备用联系人关系',
  ]),
  {
    key: 'email',
    label: '邮箱',
    synonyms: ['电子邮箱', '电子邮件', 'email', 'e-mail', '邮箱地址', 'qq邮箱'],
    required: false,
    looksLike: word => word.includes('@'),
    read: readEmail,
  },
  text('homeAddress', '家庭住址', ['家庭地址', '住址', '家庭详细地址', '现居住地', '通讯地址', '联系地址'], false, 200),
]
