import type { StoryEvent } from '../../../ui/Timeline.tsx'
import { type Step, stepNames } from '../../transfers/rules.ts'
import type { TimelineEntry } from '../contract.ts'
import type { EntryKind } from '../rules.ts'

/** Beside the steps of the rules a case notes these. */
const caseWords: Readonly<Record<string, string>> = {
  ...(stepNames satisfies Record<Step, string>),
  begin: '开始填报去向',
  'carry-over': '往届未了，补录',
  'decide-paper': '组织部审定是否开纸质介绍信',
  'void-letter': '介绍信作废',
}

const words: Record<EntryKind, Readonly<Record<string, string>>> = {
  roster: {
    created: '登记入册',
    changed: '更正名册',
    'created-by-import': '导入名册',
    'changed-by-import': '导入时更正名册',
  },
  item: { confirmed: '五个一已确认', 'confirmed-once': '五个一曾确认', revoked: '五个一的确认被撤销' },
  transfer: caseWords,
  letter: { issued: '开具介绍信', 'picked-up': '介绍信已领取', received: '回执已收到', void: '介绍信作废' },
}

/** What went wrong, or was turned back. */
const bad: readonly string[] = [
  'revoked',
  'void',
  'void-letter',
  'branch-send-back',
  'secondary-send-back',
  'office-send-back',
  'reject',
  'reject-other',
  'decline',
  'decline-internal',
]

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false })

/** 2023/5/25, with the hour where it was recorded on that day. */
const whenOf = ({ on, at }: TimelineEntry): string => {
  const day = on.split('-').map(Number).join('/')
  const recordedThen = at !== null && new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }) === on
  return recordedThen ? `${day} ${inChina.format(new Date(at))}` : day
}

export const eventOf = (entry: TimelineEntry): StoryEvent => {
  const { id, kind, code, text, by } = entry
  const what = words[kind][code] ?? code
  return {
    id,
    when: whenOf(entry),
    what: text ? `${what}：${text}` : what,
    by: by ?? undefined,
    kind: bad.includes(code) ? 'bad' : undefined,
  }
}
