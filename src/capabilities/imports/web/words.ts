import type { StateLook } from '../../../ui/Mark.tsx'
import { type Problem, wordsOf } from '../../../ui/problem.ts'
import type { ImportRefusal, ImportState, RowKind } from '../rules.ts'
import type { WizardStep } from './steps.ts'

export const stepWords: Record<WizardStep, string> = { file: '选文件', header: '认表头', columns: '对列', check: '核对', done: '提交' }

export const rowKindLooks: Record<RowKind, StateLook> = {
  wrong: { word: '有误', tone: 'red', glyph: 'cross', means: '有填写不合要求的格子，改好以前不会写入' },
  changed: { word: '变更', tone: 'blue', glyph: 'arrow', means: '已经登记，文件里有几项不同' },
  new: { word: '新增', tone: 'green', glyph: 'solid', means: '还没有登记过' },
  same: { word: '不变', tone: 'grey', glyph: 'dash', means: '与已登记的一致，不会改动' },
  elsewhere: { word: '别的支部', tone: 'plum', glyph: 'square', means: '不归您负责，放在一边，不会写入' },
}

export const importStateLooks: Record<ImportState, StateLook> = {
  checked: { word: '待提交', tone: 'ochre', glyph: 'q2', means: '已核对，还没有写入' },
  committed: { word: '已提交', tone: 'green', glyph: 'check', means: '已经写入' },
  cancelled: { word: '已放弃', tone: 'grey', glyph: 'dash', means: '没有写入' },
}

export const importRefusalWords: Record<ImportRefusal, string> = {
  'has-errors': '还有有误的行，这次没有写入。请改好后再提交，或选择先提交其余的行。',
  'nothing-to-commit': '没有可以写入的行，内容没有改动。请先改好有误的行，或换一份文件。',
  'columns-missing': '缺少必须有的列，这次没有写入。请回到“对列”指明哪一列是它。',
  'already-committed': '这份文件已经提交过，没有再写一遍。结果见本页。',
  cancelled: '这次导入已经放弃，没有写入。需要时请重新选择文件。',
  'file-gone': '上传的文件已过保存期，改正不再保留。已写入的内容不受影响，请重新选择文件。',
  'held-meanwhile': '提交时有人正在修改其中的人，这次没有写入，您的改正都还在。请再提交一次。',
}

/** Another window of the same person may have mended the same import. */
const CONFLICT = '这次导入刚在别的窗口里改过，现在显示的是最新内容。请核对后再做一次。'

export const importProblemWords = (problem: Problem): string =>
  problem.code === 'CONFLICT' ? CONFLICT : wordsOf(problem, importRefusalWords)

export const mappedBy: Record<'choice' | 'word' | 'content', string> = {
  choice: '由您指定',
  word: '按列名对上',
  content: '按内容对上，请看一眼',
}
