/** One thread that reads, writes and marks workbooks, so that a large one does not hold up the server. */
import { parentPort } from 'node:worker_threads'
import { fillHere, templateHere } from './fill.ts'
import { markHere } from './mark.ts'
import { readHere } from './read.ts'
import type { Take } from './read-long.ts'
import { SpreadsheetError, type SpreadsheetRefusal } from './refusals.ts'
import type { Cell, Workbook } from './workbook.ts'
import { writeAnyHere } from './write-long.ts'

const take: Take = (sheet, rows, anew = false) => parentPort?.postMessage({ sheet, rows, anew } satisfies Answer)

export const works = {
  read: (bytes: Uint8Array, name: string) => readHere(bytes, name, take),
  write: writeAnyHere,
  mark: markHere,
  template: templateHere,
  fill: fillHere,
}
export type Works = typeof works
export type Task = { [Name in keyof Works]: { name: Name; given: Parameters<Works[Name]> } }[keyof Works]
/** `rows`: the next rows of a sheet. A long one comes in parts, so that neither side holds a second copy of it. */
export type Answer = { rows: Cell[][]; sheet: number; anew: boolean } | Settled
export type Settled = { done: unknown } | { refused: SpreadsheetRefusal } | { failed: string }

const answer = async ({ name, given }: Task): Promise<Settled> => {
  try {
    return { done: await (works[name] as (...given: unknown[]) => unknown)(...given) }
  } catch (error) {
    return error instanceof SpreadsheetError ? { refused: error.reason } : { failed: error instanceof Error ? error.name : 'unknown' }
  }
}

const AT_ONCE = 2_000

const inParts = ({ sheets }: Workbook) => {
  for (const [sheet, { rows }] of sheets.entries()) while (rows.length > 0) take(sheet, rows.splice(0, AT_ONCE))
}

parentPort?.on('message', async (task: Task) => {
  const said = await answer(task)
  if (task.name === 'read' && 'done' in said) inParts(said.done as Workbook)
  const bytes = 'done' in said && said.done instanceof Uint8Array ? said.done : null
  parentPort?.postMessage(said, bytes && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : [])
})
