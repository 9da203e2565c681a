import type { StateLook } from '../../../ui/Mark.tsx'
import { type Problem, wordsOf } from '../../../ui/problem.ts'
import type { ImportRefusal, ImportState, RowKind } from '../rules.ts'
import type { PasteRefusal } from './paste.ts'
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
  undone: { word: '已撤销', tone: 'grey', glyph: 'dash', means: '写入以后又撤销，已恢复原样' },
  cancelled: { word: '已放弃', tone: 'grey', glyph: 'dash', means: '没有写入' },
}

export const importRefusalWords: Record<ImportRefusal, string> = {
  'has-errors': '还有有误的行，这次没有写入。请改好后再提交，或选择先提交其余的行。',
  'basis-missing': '有人的党员类别将变更，须写明依据，没有写入。请写批复文号或支部大会决议的日期。',
  'nothing-to-commit': '没有可以写入的行，内容没有改动。请先改好有误的行，或换一份文件。',
  'columns-missing': '缺少必须有的列，这次没有写入。请回到“对列”指明哪一列是它。',
  'already-committed': '这份文件已经提交过，没有再写一遍。结果见本页。',
  cancelled: '这次导入已经放弃，没有写入。需要时请重新选择文件。',
  'file-gone': '上传的文件已过保存期，改正不再保留。已写入的内容不受影响，请重新选择文件。',
  undone: '这次导入已经撤销，名单已恢复到导入以前。需要时请重新选择文件。',
  'not-committed': '这份文件还没有提交，没有可以撤销的内容。',
  'nothing-to-undo': '这次导入没有改动任何内容，不需要撤销。',
  'former-gone': '导入已过三十天，原来的值不再保留，不能整批撤销。请逐条更正。',
  submission: '导入以后，其中有人已列入报送，不能整批撤销，内容没有改动。请逐人更正。',
  letter: '导入以后，其中有人已开介绍信，不能整批撤销，内容没有改动。请逐人更正。',
  transfer: '导入以后，其中有人已办理组织关系接转，不能整批撤销，内容没有改动。请逐人更正。',
  confirmation: '导入以后，其中有人已确认“五个一”，不能整批撤销，内容没有改动。请逐人更正。',
  attendance: '导入以后，其中有人参加过活动，不能整批撤销，内容没有改动。请逐人更正。',
  dossier: '导入以后，其中有人的党员材料已经开始装档，不能整批撤销，内容没有改动。请逐人更正。',
  farewell: '导入以后，其中有人签过告知书或谈过话，不能整批撤销，内容没有改动。请逐人更正。',
  correction: '导入以后，其中有人提出过资料更正，不能整批撤销，内容没有改动。请逐人更正。',
  account: '导入以后，其中有人已开通账号，不能整批撤销，内容没有改动。请逐人更正。',
  'in-use': '导入以后，其中有的已经用到，不能整批撤销，内容没有改动。请逐条更正。',
  'changed-since': '导入以后，其中有的资料又改过，不能整批撤销，内容没有改动。请逐条更正。',
  'held-meanwhile': '提交时有人正在修改其中的内容，这次没有写入，您的改正都还在。请再提交一次。',
}

/** With the people whom it is about, where the server names them. */
export const undoRefusalWords = (reason: ImportRefusal, people: string | null | undefined): string =>
  people ? `${importRefusalWords[reason]}涉及：${people}。` : importRefusalWords[reason]

/** Another window of the same person may have mended the same import. */
const CONFLICT = '这次导入刚在别的窗口里改过，现在显示的是最新内容。请核对后再做一次。'

export const importProblemWords = (problem: Problem): string =>
  problem.code === 'CONFLICT' ? CONFLICT : `${wordsOf(problem, importRefusalWords)}${problem.detail ? `涉及：${problem.detail}。` : ''}`

export const mappedBy: Record<'choice' | 'recalled' | 'word' | 'content', string> = {
  choice: '由您指定',
  recalled: '按上次的对应',
  word: '按列名对上',
  content: '按内容对上，请看一眼',
}

export const pasteRefusalWords: Record<PasteRefusal, string> = {
  'nothing-copied': '剪贴板里没有文字，没有粘贴。请先在表格里复制一列，再到这里粘贴。',
  'several-columns': '一次粘贴一列。剪贴板里有好几列，没有粘贴，请只复制其中一列。',
  'too-long': '有一格超过 500 个字，没有粘贴。请缩短后再复制。',
  'not-yours': '这一行不归您负责，没有粘贴。',
}

export const pastedWords = ({ filled, changed, left }: { filled: number; changed: number; left: number }): string => {
  const done =
    changed === 0 ? `${filled} 格的内容与粘贴的相同，没有改动` : `已填 ${filled} 格${changed < filled ? `，其中 ${changed} 格有改动` : ''}`
  return left > 0 ? `${done}。本页到此为止，还有 ${left} 行没有粘贴` : done
}
