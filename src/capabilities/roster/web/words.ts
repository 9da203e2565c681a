import type { StateLook } from '../../../ui/Mark.tsx'
import { type Problem, wordsOf } from '../../../ui/problem.ts'
import type { BatchRefusal } from '../rules/batch.ts'
import type { Likeness, MergeRefusal } from '../rules/duplicates.ts'
import { membershipNames } from '../rules/membership.ts'
import type { PaperRefusal } from '../rules/outcome-papers.ts'
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

export const batchRefusalWords: Record<BatchRefusal, string> = {
  'nothing-asked': '还没有写要改什么，没有改动。',
  nobody: '没有一个人会因此改动，没有写入。请看每个人后面的说明。',
  'too-many': '一次最多改 5000 人，没有改动。请用条件分几批。',
  'too-many-tags': '一个人最多 8 个标签，没有改动。请先去掉几个。',
  'basis-missing': '党员类别的变更须有依据，没有改动。请写明批复文号或支部大会决议的日期。',
  'not-responsible-here': '所选的人里有不归这位老师所在单位的，没有改动。请另选老师，或按支部分批指定。',
}

export const likenessWords: Record<Likeness, string> = {
  'same-phone': '手机相同',
  'same-birth': '出生日期相同',
  'same-last4': '证件号后四位相同',
}

export const mergeRefusalWords: Record<MergeRefusal, string> = {
  'same-entry': '两边是同一条，没有改动。',
  submission: '要去掉的一条已在报送里，没有合并。请留下那一条，把这一条并过去。',
  letter: '要去掉的一条已开过介绍信，没有合并。请留下那一条，把这一条并过去。',
  transfer: '要去掉的一条已在办接转，没有合并。请留下那一条，把这一条并过去。',
  correction: '要去掉的一条有本人提出的更正，没有合并。请先核对更正，或留下那一条。',
}

export const paperRefusalWords: Record<PaperRefusal, string> = {
  'nothing-to-prove': '此人按期毕业，没有要附的文件。请先登记学业结果。',
  'outcome-changed': '学业结果刚被改过，没有附上，选的文件还在。请看新的结果再附。',
  'kind-elsewhere': '这种文件不属于现在的学业结果，没有附上。请另选种类，或选“其他”。',
  'title-missing': '选了“其他”，还没有写文件名称，没有附上。',
  'number-in-title': '名称里有完整的证件号或手机号，没有附上。请去掉号码。',
  'too-many': '一个人最多附 12 份，没有附上。请先撤下不用的。',
  removed: '这份文件已经撤下，没有再改。',
  empty: '这个文件是空的，没有附上。请重新选择。',
  'too-large': '文件超过 8 MB，没有附上。请扫描得小一些或压缩后再附。',
  heic: '这是 HEIC 照片，多数电脑打不开，没有附上。请转成 JPG 再附。',
  'not-that-kind': '只收 PDF 和照片（JPG、PNG），这一份没有附上。请另存后再附。',
}

export const paperProblemWords = (problem: Problem): string => wordsOf(problem, paperRefusalWords)

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

export const exportForms = ['annex1', 'annex3', 'list'] as const
export type ExportForm = (typeof exportForms)[number]
export const exportFormWords: Record<ExportForm, { name: string; means: string }> = {
  annex1: { name: '附件1 名册', means: '全部栏目，带填报单位、日期和签字处，A4 横向' },
  annex3: { name: '附件3 延毕、肄业', means: '只列未按期毕业的人，带签字处，A4 横向' },
  list: { name: '当前列表', means: '' },
}
