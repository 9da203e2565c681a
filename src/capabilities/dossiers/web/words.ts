import type { StateLook } from '../../../ui/Mark.tsx'
import type { ScanRefusal } from '../../attachments/rules.ts'
import type { CellRefusal, ListRefusal, ListState, Problem, Standing, Step, StepRefusal } from '../rules.ts'

export const standingLooks: Record<Standing, StateLook> = {
  untouched: { word: '未开始', tone: 'grey', glyph: 'ring', means: '还没有录入任何材料' },
  entering: { word: '有问题', tone: 'red', glyph: 'q1', means: '录入了一部分，还有问题没有解决或说明' },
  ready: { word: '待装档', tone: 'ochre', glyph: 'q2', means: '材料齐了，或问题都写了理由，等装档人签字' },
  packed: { word: '待核对', tone: 'ochre', glyph: 'q3', means: '装档人已签字，等另一位核对' },
  checked: { word: '待移交', tone: 'blue', glyph: 'solid', means: '两人已签字并封袋，等列入移交清单' },
  'handed-over': { word: '已移交', tone: 'blue', glyph: 'arrow', means: '已列入移交清单，等档案馆接收' },
  received: { word: '已接收', tone: 'green', glyph: 'check', means: '档案馆已签收' },
}

export const listLooks: Record<ListState, StateLook> = {
  made: { word: '待接收', tone: 'blue', glyph: 'arrow', means: '清单已生成，等档案馆签收' },
  received: { word: '已接收', tone: 'green', glyph: 'check', means: '档案馆已签收' },
  withdrawn: { word: '已撤销', tone: 'grey', glyph: 'cross', means: '清单号作废，材料回到待移交' },
}

/** In a cell of the matrix. */
export const shortProblems: Record<Problem, string> = {
  missing: '缺',
  copy: '复印件',
  'no-pages': '缺页数',
  unsigned: '缺签名',
  unstamped: '缺盖章',
  'dates-differ': '日期',
  'no-reason': '缺理由',
}

export const stepRefusalWords: Record<StepRefusal, string> = {
  'wrong-state': '现在不在这一步',
  'own-dossier': '是你本人的材料，请其他同志办理',
  'same-person': '装档是你签的字，核对请另一位同志',
  unexplained: '还有问题没有解决，也没有写理由',
  postponed: '标了暂不移交',
  'not-postponed': '没有标暂不移交',
  'reason-missing': '还没有写理由',
  changed: '看过以后被改动了，请重新看一遍',
}

export const cellRefusalWords: Record<CellRefusal, string> = {
  'wrong-state': '已经签字封存，没有改动。要改请先退回重装。',
  'own-dossier': '是你本人的材料，没有改动。请其他同志录入。',
  'no-such-paper': '这一份现在不要求了，没有录入。请刷新后再看。',
}

export const listRefusalWords: Record<ListRefusal | ScanRefusal, string> = {
  nobody: '没有选中可以移交的材料，没有生成清单。',
  'already-received': '这份清单已经登记接收，没有再改动。',
  'already-withdrawn': '这份清单已经撤销，没有再改动。',
  'future-day': '日期还没到，没有登记。请填实际接收的那一天。',
  'before-the-list': '接收日期早于清单日期，没有登记。请核对日期。',
  'nobody-named': '还没有写接收人，没有登记。',
  'reason-missing': '还没有写理由，没有撤销。',
  empty: '文件是空的，没有登记。请另选一份。',
  'too-large': '文件超过 8 MB，没有登记。请扫描得小一些再传。',
  heic: '这是手机的 HEIC 照片，多数电脑打不开，没有登记。请另存为 JPG。',
  'not-that-kind': '只收 PDF 和照片（JPG、PNG），没有登记。请另存后再传。',
}

export type BatchStep = Extract<Step, 'pack' | 'check' | 'send-back' | 'postpone' | 'resume' | 'reopen'>

type StepWords = { title: string; act: string; done: string; means: string; reason?: string }
export const stepWords: Record<BatchStep, StepWords> = {
  pack: {
    title: '装档签字',
    act: '签字装档',
    done: '已签字装档',
    means: '你作为装档人签字。签字后材料不能再改，要改须退回重装。核对须由另一位同志签字。',
  },
  check: {
    title: '核对签字',
    act: '签字并编袋号',
    done: '已核对签字',
    means: '你作为核对人签字，同时编袋号封袋。装档人不能核对自己装的材料。',
  },
  'send-back': {
    title: '退回重装',
    act: '退回重装',
    done: '已退回重装',
    means: '两人签字作废；已编的袋号作废，不再给别人用。',
    reason: '退回的理由',
  },
  postpone: {
    title: '暂不移交',
    act: '标为暂不移交',
    done: '已标为暂不移交',
    means: '组织关系留校、延期毕业等，材料照样装档，但不列入移交清单。',
    reason: '暂不移交的理由',
  },
  resume: { title: '恢复移交', act: '恢复移交', done: '已恢复移交', means: '之后可以列入移交清单。' },
  reopen: {
    title: '重新打开',
    act: '重新打开',
    done: '已重新打开',
    means: '材料已由档案馆接收。重新打开后签字和袋号作废，须重新装档、移交；原清单保留原样并注明。',
    reason: '重新打开的理由',
  },
}
