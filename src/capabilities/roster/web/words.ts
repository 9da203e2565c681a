import type { StateLook } from '../../../ui/Mark.tsx'
import { type Problem, wordsOf } from '../../../ui/problem.ts'
import { membershipNames } from '../rules/membership.ts'
import { outcomeNames } from '../rules/outcomes.ts'
import type { Membership, Outcome, OutcomeFacts, OutcomeRefusal } from '../rules.ts'

const aside = (outcome: Outcome, means: string): StateLook => ({ word: outcomeNames[outcome], tone: 'plum', glyph: 'square', means })

export const outcomeLooks: Record<Outcome, StateLook> = {
  'on-time': { word: outcomeNames['on-time'], tone: 'grey', glyph: 'dash', means: '按时毕业，办理去向和接转' },
  delayed: { word: outcomeNames.delayed, tone: 'plum', glyph: 'pause', means: '留在现编入的支部，由专人联系' },
  completed: aside('completed', '离校，同样办理去向和接转'),
  incomplete: aside('incomplete', '离校，同样办理去向和接转'),
  withdrawn: aside('withdrawn', '离校，同样办理去向和接转'),
  suspended: { word: outcomeNames.suspended, tone: 'plum', glyph: 'pause', means: '留在现编入的支部，由专人联系' },
  enlisted: aside('enlisted', '保留学籍，按入伍办理'),
  deceased: { word: outcomeNames.deceased, tone: 'grey', glyph: 'cross', means: '减员，不再接转' },
}

const plain = (membership: Membership): StateLook => ({
  word: membershipNames[membership],
  tone: 'grey',
  glyph: 'solid',
  means: membershipNames[membership],
})

export const membershipLooks: Record<Membership, StateLook> = {
  full: { word: membershipNames.full, tone: 'green', glyph: 'solid', means: '正式党员' },
  probationary: { word: membershipNames.probationary, tone: 'ochre', glyph: 'q2', means: '预备党员，预备期满前按期讨论转正' },
  'probation-extended': { word: membershipNames['probation-extended'], tone: 'ochre', glyph: 'q2', means: '延长预备期的党员' },
  'pending-approval': { word: membershipNames['pending-approval'], tone: 'ochre', glyph: 'q3', means: '支部已讨论转正，等上级批准' },
  disqualified: plain('disqualified'),
  suspended: plain('suspended'),
  'under-review': { word: membershipNames['under-review'], tone: 'plum', glyph: 'pause', means: '受审查期间不办接转' },
}

export const outcomeRefusalWords: Record<OutcomeRefusal, string> = {
  'reason-missing': '还没有写原因，没有保存。请写明原因。',
  'document-missing': '还没有写批准文号，没有保存。请按文件填写。',
  'document-day-missing': '还没有写日期，没有保存。请按文件填写。',
  'document-day-in-future': '日期晚于今天，没有保存。请按文件核对。',
  'expected-day-missing': '还没有写预计毕业时间，没有保存。请填写。',
  'expected-day-past': '预计毕业时间应在今天以后，没有保存。请核对。',
  'branch-missing': '还没有选现编入支部，没有保存。留在学校的党员应编入一个支部。',
  'branch-unknown': '没有这个支部，没有保存。请从列表里选。',
  'contact-missing': '还没有写联系专人，没有保存。请写明由谁联系。',
  'contact-phone-missing': '还没有写专人电话，没有保存。请填写。',
  'handling-missing': '还没有写组织关系处理，没有保存。请写明怎样处理。',
  'already-reduced': '此人已登记减员，没有改动。登错的，请先撤销减员。',
  'not-reduced': '此人没有登记减员，没有可以撤销的。',
}

export const rosterProblemWords = (problem: Problem): string => wordsOf(problem, outcomeRefusalWords)

/** 附件3, in its words. */
export const outcomeFactWords: Record<keyof OutcomeFacts, string> = {
  reason: '原因',
  document: '批准文号',
  documentOn: '批准日期',
  expectedOn: '预计毕业时间',
  atSchool: '是否在校',
  placedBranch: '现编入支部',
  contactName: '联系专人',
  contactPhone: '专人电话',
  handling: '组织关系处理',
}

/** A death has a day, not an approval. */
export const factLabel = (outcome: Outcome, fact: keyof OutcomeFacts): string =>
  outcome === 'deceased' && fact === 'documentOn' ? '死亡日期' : outcomeFactWords[fact]
