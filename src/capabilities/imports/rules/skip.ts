/** Rows that are nobody: blank ones, sums, notes, instructions. They are counted and shown, never lost in silence. */
import { type Cell, isBlank, textOf } from './cell.ts'
import type { Column } from './columns.ts'
import { headerText } from './word.ts'

export const skipReasons = ['blank', 'sum', 'note', 'instruction', 'header-again', 'chosen'] as const
export type SkipReason = (typeof skipReasons)[number]
export type Skipped = { row: number; reason: SkipReason; text: string }

const sum = /^(?:(?:合计|总计|小计|共计|总人数|累计|总数)(?:人数)?(?:[:：(（\d].*)?|共计?\d+人.*)$/
const note = /^(?:[(（]?(?:注|备注|说明|填表说明|填报说明|填写说明|注意事项?|提示)[0-9一二三]*[:：.、）)\s]|※|\*)/
const signature =
  /^[(（]?(?:填表人|填报人|制表人?|审核人?|负责人|经办人|填报单位|填报日期|填表日期|单位盖章|单位[(（]盖章|盖章|书记签[字名]|签[字名])/
const instruction = /必填|选填|可不填|例[:：如]|^如[:：]|示例|样例|格式为?|请填|请按|请选|下拉|填写/
const sample = /^(?:示?例|样例|填写示例|示范)$/

/** A title line or a signature fills few cells; a person fills many. */
const FEW = 3
/** Instructions and examples stand in the first rows below the header. */
const TAUGHT_ROWS = 3

export type Look = { mapped: readonly Column[]; essential: readonly Column[]; afterHeader: number }

const cellOf = (cells: readonly Cell[], column: Column): Cell => cells[column.position - 1] ?? null
const repeatsHeader = (cells: readonly Cell[], column: Column) => headerText(textOf(cellOf(cells, column))) === column.header

/** Why the row is nobody, or null. Who has every essential field is somebody, unless it is an example or the header again. */
export const skipReason = (cells: readonly Cell[], { mapped, essential, afterHeader }: Look): SkipReason | null => {
  const isSomebody = essential.length > 0 && essential.every(column => !isBlank(cellOf(cells, column)))
  const first = textOf(cells.find(cell => !isBlank(cell)) ?? null).trim()
  const isSum = sum.test(headerText(first))
  if (isSomebody && afterHeader > TAUGHT_ROWS && !isSum && !repeatsHeader(cells, essential[0]!)) return null

  const filled = mapped.filter(column => !isBlank(cellOf(cells, column)))
  const texts = cells.map(cell => textOf(cell).trim()).filter(text => text !== '')
  if (filled.length === 0) return texts.every(text => /^\d*$/.test(text)) ? 'blank' : isSum ? 'sum' : 'note'
  const again = filled.filter(column => repeatsHeader(cells, column)).length
  if (again >= Math.min(3, mapped.length) && again * 2 > filled.length) return 'header-again'
  if (afterHeader <= TAUGHT_ROWS && isInstruction(texts)) return 'instruction'
  if (isSum) return 'sum'
  if (isSomebody) return null
  return texts.length <= FEW && (note.test(first) || signature.test(headerText(first))) ? 'note' : null
}

const isInstruction = (texts: readonly string[]): boolean => {
  const taught = texts.filter(text => instruction.test(text)).length
  return sample.test(texts[0] ?? '') || (taught >= 2 && taught * 2 >= texts.length)
}
