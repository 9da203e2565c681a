/** 附件1, second part: since when and as what somebody is in the Party. */
import { type Reading, readCode, readDay, textOf } from '../../imports/rules.ts'
import { looseFull, type Membership, membershipIndex } from './codes.ts'
import { type Filled, type RosterField, text } from './field.ts'

export type ReadMembership = { code: Membership; loose: boolean }

const readMembership = (raw: Filled): Reading<ReadMembership> => {
  if (looseFull.includes(textOf(raw))) return { value: { code: 'full', loose: true }, text: '正式', repair: 'full-name' }
  const { value, ...reading } = readCode(membershipIndex)(raw)
  return { ...reading, value: value === null ? null : { code: value, loose: false } }
}

export const partyFields: readonly RosterField[] = [
  {
    key: 'joinedOn',
    label: '入党时间',
    synonyms: ['入党日期', '入党年月', '加入党组织时间', '加入中国共产党时间', '加入党组织日期', '接收预备党员时间', '发展时间'],
    required: true,
    read: readDay('入党时间'),
  },
  {
    key: 'confirmedOn',
    label: '转正时间/预备期满',
    synonyms: [
      '转正时间',
      '转正日期',
      '转正年月',
      '预备期满时间',
      '预备期满',
      '预备期满日期',
      '转为正式党员时间',
      '转为正式党员日期',
      '预备党员转正时间',
    ],
    required: false,
    read: readDay('转正时间'),
  },
  {
    key: 'membership',
    label: '党员类别',
    synonyms: ['党员类型', '人员类别', '党员性质', '政治面貌', '类别', '正式/预备', '正式党员/预备党员', '党籍状态'],
    required: true,
    read: readMembership,
  },
  text('partyPost', '党内职务', ['党内职务名称', '现任党内职务', '职务']),
  text('introducers', '入党介绍人', ['介绍人', '入党介绍人姓名']),
]
