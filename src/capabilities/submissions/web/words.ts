import type { StateLook } from '../../../ui/Mark.tsx'
import { type Problem, wordsOf } from '../../../ui/problem.ts'
import {
  type CellState,
  cellStateNames,
  type DecideRefusal,
  formNames,
  type LeftReason,
  type ReturnTask,
  type SubmitRefusal,
  taskTitles,
} from '../rules.ts'

export const formTitle = (task: ReturnTask) => `${formNames[task]} ${taskTitles[task]}`

export const cellStates: Record<CellState | 'overdue', StateLook> = {
  none: { word: cellStateNames.none, tone: 'grey', glyph: 'ring', means: '还没有报送，也没有到期' },
  overdue: { word: '逾期未报', tone: 'red', glyph: 'cross', means: '已过期限，还没有报送' },
  submitted: { word: cellStateNames.submitted, tone: 'ochre', glyph: 'q2', means: '已报送，上级还没有接收' },
  returned: { word: cellStateNames.returned, tone: 'red', glyph: 'back', means: '被上级退回，改好后重新报送' },
  accepted: { word: cellStateNames.accepted, tone: 'green', glyph: 'check', means: '上级已接收，内容冻结留存' },
}

export const leftWords: Record<LeftReason, string> = {
  'to-fill': '还没有报去向',
  'branch-check': '等支部核对',
  'secondary-check': '等党总支核对',
  'sent-back': '退回修改中',
  withdrawn: '已撤回，等重新填报',
  'under-review': '受审查期间不能转出',
  'membership-stopped': '停止党籍期间不能转出',
  'destination-incomplete': '去向还缺必填项',
  held: '接转中有事项未了结',
}

const submitWords: Record<SubmitRefusal, string> = {
  'not-your-level': '您的职务不代表本单位报送，没有报送。',
  'already-submitted': '这张表已经报过。之后新接收或新发现的党员，请用“补报”。',
  'supplement-needs-original': '还没有可补的原报送：请先整份报送。',
  'batch-is-no-supplement': '附件2 可以分批报送，不用补报：核好的人直接再报一批即可。',
  'needs-reason': '请写明补报的理由（至少 4 个字），写好后即可报送。',
  'nothing-to-submit': '现在没有可报的人。本单位确实没有的，请声明“本单位无”。',
  'cases-not-verified': '还有人的接转没有核完，现在没有可报的人。请先核对，再来报送。',
  'not-empty': '表上有人，不能声明“本单位无”，没有报送。',
  'changed-since-preview': '预览之后数据有变动，没有报送。请看过新的预览后再报。',
}

const decideWords: Record<DecideRefusal, string> = {
  'not-your-level': '这份报送不由您接收或退回：支部交的由党总支办，单位报的由组织部办。',
  'wrong-state': '这份报送已经办过了，没有再改。',
  'original-first': '这是补报，请先接收或退回它补的那一份。',
  'fed-back-singly': '附件2 报来后逐人反馈，不整份退回：请在接转里逐条通过或退回。',
  'needs-reason': '请写明退回的原因（至少 4 个字）。',
}

export const refusalWords: Record<SubmitRefusal | DecideRefusal, string> = {
  ...decideWords,
  ...submitWords,
  'not-your-level': '您的职务不能办这一步，没有改动。',
  'needs-reason': '请写明理由（至少 4 个字）。',
}
export const submitRefusalWords = submitWords
export const problemWords = (problem: Problem) => wordsOf(problem, refusalWords)
