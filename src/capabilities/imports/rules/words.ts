import type { RepairKind } from './field.ts'
import type { SkipReason } from './skip.ts'

export const repairText: Record<RepairKind, string> = {
  spaces: '去掉空格和不可见字符',
  'full-width': '全角字符改半角',
  'upper-x': '身份证号末位改大写 X',
  'name-dot': '姓名间隔号统一为“·”',
  'date-form': '日期写法统一',
  'day-from-id': '只写到月份的出生日期按身份证号补全',
  'full-name': '写成规范名称',
  'phone-form': '电话号码写法统一',
  'merged-cell': '合并单元格逐行补上',
  split: '一格里的几项拆开',
}

export const skipText: Record<SkipReason, string> = {
  blank: '空行',
  sum: '合计行',
  note: '说明、备注或签字行',
  instruction: '填表说明或示例行',
  'header-again': '重复的表头',
  chosen: '由您选择跳过',
}

export const tableRefusals = ['no-sheet', 'no-header', 'columns-missing', 'no-rows'] as const
export type TableRefusal = (typeof tableRefusals)[number]

type Facts = { sheet: string; row: number; columns: readonly string[] }
const quoted = (words: readonly string[]) => words.map(word => `“${word}”`).join('、')

export const tableRefusalText: Record<TableRefusal, (facts: Facts) => string> = {
  'no-sheet': ({ sheet }) =>
    sheet === '' ? '文件里没有可以读取的工作表（隐藏的工作表不读取）。' : `文件里没有名为“${sheet}”的可见工作表，请重新选择。`,
  'no-header': ({ sheet, columns }) =>
    `在工作表“${sheet}”的前 40 行里没有找到表头。表头应是写有${quoted(columns.slice(0, 4))}等列名的一行，请核对是否选对了文件，或手工指定表头所在的行。`,
  'columns-missing': ({ sheet, row, columns }) =>
    `工作表“${sheet}”的表头在第 ${row} 行，但没有找到${quoted(columns)}列。请补上这一列，或手工指定哪一列是它。`,
  'no-rows': ({ sheet, row }) => `工作表“${sheet}”的表头在第 ${row} 行，下面没有填写内容。请确认上传的是填好的文件。`,
}
