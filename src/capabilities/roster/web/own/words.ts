import { OFFICE_ZONE } from '../../../../kernel/day.ts'
import type { StateLook } from '../../../../ui/Mark.tsx'
import { type Problem, wordsOf } from '../../../../ui/problem.ts'
import {
  type CorrectionRefusal,
  type EvidenceRefusal,
  type OwnField,
  type ProposalState,
  proposalStateNames,
} from '../../rules/own-data.ts'

export const proposalLooks: Record<ProposalState, StateLook> = {
  open: { word: proposalStateNames.open, tone: 'ochre', glyph: 'q1', means: '支部核对后生效，核对前可以撤回' },
  accepted: { word: proposalStateNames.accepted, tone: 'green', glyph: 'solid', means: '已改入名册' },
  partly: { word: proposalStateNames.partly, tone: 'ochre', glyph: 'q2', means: '一部分已改入名册，其余见原因' },
  refused: { word: proposalStateNames.refused, tone: 'red', glyph: 'back', means: '名册没有改动，见原因' },
  withdrawn: { word: proposalStateNames.withdrawn, tone: 'grey', glyph: 'dash', means: '名册没有改动' },
}

/** To the member. */
const ownRefusalWords: Record<CorrectionRefusal | EvidenceRefusal, string> = {
  'not-yours': '其中有一项不在这里更正，没有提交，填的都还在。请联系支部负责老师。',
  'nothing-changed': '和现有的一样，没有要改的，没有提交。',
  own: '不能核对自己的更正，没有改动。',
  closed: '支部刚刚核对过了，没有可撤回的。请看新的结果。',
  'not-in-it': '其中有一项没有提出过，没有改动。',
  'reason-missing': '还没有写原因，没有改动。',
  empty: '这个文件是空的，没有附上。请重新选择。',
  'too-large': '文件超过 8 MB，没有附上。请拍得小一些或压缩后再附。',
  'too-many': '最多附 3 份，这一份没有附上。请先撤下一份。',
  'not-that-kind': '只收照片（JPG、PNG）和 PDF，这一份没有附上。',
  heic: '这是 HEIC 照片，多数电脑打不开，没有附上。请在手机上转成 JPG 再附。',
  taken: '这份凭据已随更正交出，不能单独撤下。',
}

export const ownProblemWords = (problem: Problem): string => wordsOf(problem, ownRefusalWords)

/** To the branch. */
const deskRefusalWords: Record<CorrectionRefusal, string> = {
  'not-yours': '其中有一项不能由更正改动，没有保存。',
  'nothing-changed': '和现有的一样，没有要改的。',
  own: '这是您本人提出的更正，须由他人核对，没有改动。',
  closed: '这份更正已经核对或撤回，没有改动。请看新的状态。',
  'not-in-it': '其中有一项本人没有提出，没有改动。请刷新后再核对。',
  'reason-missing': '有不采纳的项，还没有写原因，没有保存。请写明原因，本人会看到。',
}

export const correctionProblemWords = (problem: Problem): string => wordsOf(problem, deskRefusalWords)

/** How a value is to be written, where that is not plain. */
export const writtenAs: Partial<Record<OwnField, string>> = {
  idNumber: '18 位，末位可为 X',
  phone: '11 位手机号',
  duesPaidTo: '如 2023-06',
  registeredAt: '按户口本填写',
  introducers: '两位介绍人，用顿号隔开',
}

export const days: readonly OwnField[] = ['bornOn', 'joinedOn', 'confirmedOn']

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: OFFICE_ZONE, month: 'numeric', day: 'numeric' })
/** 6 月 8 日 */
export const dayOfAt = (at: string): string => {
  const parts = new Map(inChina.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return `${parts.get('month')} 月 ${parts.get('day')} 日`
}

/** 照片 1, PDF 2: the file's own name is not kept. */
export const evidenceName = (mime: string, at: number): string => `${mime === 'application/pdf' ? 'PDF' : '照片'} ${at + 1}`

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/Edg/, 'Edge 浏览器'],
  [/Firefox/, 'Firefox 浏览器'],
  [/Chrome|CriOS/, 'Chrome 浏览器'],
  [/Safari/, 'Safari 浏览器'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iPhone、iPad'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
]

const firstIn = (known: readonly (readonly [RegExp, string])[], text: string) => known.find(([pattern]) => pattern.test(text))?.[1]

/** What a browser says of itself, in a word; the download has it in full. */
export const deviceWords = (device: string | null): string => {
  if (device === null) return ''
  return [firstIn(systems, device), firstIn(browsers, device)].filter(Boolean).join(' ') || '别的程序'
}
