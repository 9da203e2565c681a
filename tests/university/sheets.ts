/** Workbooks as an office would send them. */
import { readWorkbook, writeWorkbook } from '../../src/platform/spreadsheets/index.ts'

export const workbookOf = async (name: string, columns: readonly string[], ...rows: string[][]): Promise<File> => {
  const bytes = await writeWorkbook({ name, columns: columns.map(header => ({ header })), rows })
  return new File([new Uint8Array(bytes)], `${name}.xlsx`)
}

/** The texts of the first sheet. */
export const textsOf = async (file: File): Promise<string[][]> => {
  const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)
  return sheets[0]!.rows.map(row => row.map(cell => String(cell ?? '')))
}
