/** What the foot of the check says and offers, from the counts alone. */
import type { CountsView } from '../contract.ts'
import type { Choice } from '../rules/choice.ts'
import { counted, type ImportList } from './api.ts'

export type CommitPlan = { main: 'mend' | 'commit' | 'leave'; rows: number; title: string; note: string }

/** At most: of who has only empty fields filled, it is known afterwards. */
export const rowsToWrite = (counts: CountsView, choice: Choice): number =>
  (choice.new ? counts.new : 0) + (choice.changed === 'none' ? 0 : counts.changed)

/** One kind of rows and nothing that asks for a word: then there is nothing to choose. */
export const asksFirst = (counts: CountsView, weighty: number): boolean =>
  weighty > 0 || counts.missing > 0 || (counts.new > 0 && counts.changed > 0)

const parts = (counts: CountsView): string =>
  [counts.new > 0 && `新增 ${counts.new}`, counts.changed > 0 && `变更 ${counts.changed}`].filter(Boolean).join('，')

/** What stays when only the right rows are written. */
export const leftBehind = (counts: CountsView): string =>
  `写入${parts(counts)}。有误的 ${counts.wrong} 行留下不提交，改好后再导入同一文件即可，不会重复。`

export const commitPlan = (counts: CountsView, list: Pick<ImportList, 'measure'> = {}): CommitPlan => {
  const rows = counts.new + counts.changed
  if (counts.wrong > 0) {
    const rest = rows > 0 ? `其余 ${rows} 行可以提交（${parts(counts)}）。` : ''
    return { main: 'mend', rows, title: `还有 ${counts.wrong} 行有误`, note: `${rest}改好一行，核对一行。` }
  }
  if (rows > 0) {
    const same = counts.same > 0 ? `；不变 ${counts.same}，不会改动` : ''
    return { main: 'commit', rows, title: `将提交 ${rows} 行`, note: `${parts(counts)}${same}。` }
  }
  if (counts.same > 0) return { main: 'leave', rows, title: '没有变化', note: `${counted(counts.same, list)}与已登记的一致，不必提交。` }
  return { main: 'leave', rows, title: '没有可以提交的行', note: '文件里没有归您负责的内容，什么也不会写入。' }
}
