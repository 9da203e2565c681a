import { readWorkbook } from '../../src/platform/spreadsheets/index.ts'

/** Every cell of a file's first sheet. */
export const textsIn = async (file: File): Promise<string[]> =>
  (await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)).sheets[0]!.rows.flat().map(String)
