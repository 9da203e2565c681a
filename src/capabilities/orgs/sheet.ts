import { ORPCError } from '@orpc/server'
import { readWorkbook, SpreadsheetError } from '../../platform/spreadsheets/index.ts'
import type { UnitLine } from './rules.ts'

const heads = {
  parent: ['上级组织', '上级党组织', '上级'],
  name: ['组织名称', '党组织名称', '单位名称', '名称'],
  kind: ['类别', '组织类别', '类型'],
}

const unreadable = (reason: string) => new ORPCError('UNREADABLE', { status: 422, message: reason, data: { reason } })

/** The lines of a sheet of units: its header is found by its words, wherever it stands. */
export async function linesOf(sheet: File): Promise<UnitLine[]> {
  const workbook = await readWorkbook(new Uint8Array(await sheet.arrayBuffer()), sheet.name).catch(error => {
    throw error instanceof SpreadsheetError ? unreadable(error.message) : error
  })
  for (const { rows, hidden } of workbook.sheets) {
    if (hidden) continue
    const texts = rows.map(row => row.map(cell => String(cell ?? '').replace(/\s/g, '')))
    const at = texts.findIndex(row => row.some(text => heads.name.includes(text)) && row.some(text => heads.kind.includes(text)))
    if (at < 0) continue
    const column = (words: string[]) => texts[at]!.findIndex(text => words.includes(text))
    const [parent, name, kind] = [column(heads.parent), column(heads.name), column(heads.kind)]
    const lines = texts
      .slice(at + 1)
      .map((row, index) => ({ row: at + index + 2, parent: row[parent] ?? '', name: row[name] ?? '', kind: row[kind] ?? '' }))
    return lines.filter(line => line.parent || line.name || line.kind)
  }
  throw unreadable('没有找到表头。请确认表中有“上级组织”“组织名称”“类别”三列，再上传。什么也没有写入。')
}
