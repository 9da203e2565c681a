/** Why a file is not read, and the sentence that says what to do. */
export const refusalReasons = [
  'empty-file',
  'too-large',
  'too-many-rows',
  'unpacked-too-large',
  'not-a-workbook',
  'encrypted',
  'unreadable',
  'empty-workbook',
] as const
export type SpreadsheetRefusal = (typeof refusalReasons)[number]

export const spreadsheetRefusalText: Record<SpreadsheetRefusal, string> = {
  'empty-file': '这个文件是空的（0 字节）。可能是上传中断或保存没有完成，请打开原文件确认有内容，保存后重新上传。',
  'too-large': '文件超过 20 MB，没有读取。请删去图片和不需要的工作表，或按支部拆成几个文件后分别上传。',
  'too-many-rows': '表格超过 50,000 行，没有读取。请按单位拆成几个文件后分别上传。',
  'unpacked-too-large': '文件解压后过大，为保护系统没有打开。请把需要的内容复制到一个新的工作簿，另存为 .xlsx 后上传。',
  'not-a-workbook':
    '文件内容不是 Excel、WPS 或 LibreOffice 的表格，也不是以逗号或制表符分列的文本。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  encrypted: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码，保存后重新上传。',
  unreadable: '文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传。',
  'empty-workbook': '工作簿里没有填写内容的工作表（隐藏的工作表不读取）。请确认上传的是填好的文件。',
}

export class SpreadsheetError extends Error {
  readonly reason: SpreadsheetRefusal
  constructor(reason: SpreadsheetRefusal) {
    super(spreadsheetRefusalText[reason])
    this.name = 'SpreadsheetError'
    this.reason = reason
  }
}
