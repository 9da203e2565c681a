/** One thread that reads, writes and marks workbooks, so that a large one does not hold up the server. */
import { parentPort } from 'node:worker_threads'
import { fillHere, templateHere } from './fill.ts'
import { markHere } from './mark.ts'
import { readHere } from './read.ts'
import { SpreadsheetError, type SpreadsheetRefusal } from './refusals.ts'
import { writeAnyHere } from './write-long.ts'

export const works = { read: readHere, write: writeAnyHere, mark: markHere, template: templateHere, fill: fillHere }
export type Works = typeof works
export type Task = { [Name in keyof Works]: { name: Name; given: Parameters<Works[Name]> } }[keyof Works]
export type Answer = { done: unknown } | { refused: SpreadsheetRefusal } | { failed: string }

const answer = async ({ name, given }: Task): Promise<Answer> => {
  try {
    return { done: await (works[name] as (...given: unknown[]) => unknown)(...given) }
  } catch (error) {
    return error instanceof SpreadsheetError ? { refused: error.reason } : { failed: error instanceof Error ? error.name : 'unknown' }
  }
}

parentPort?.on('message', async (task: Task) => {
  const said = await answer(task)
  const bytes = 'done' in said && said.done instanceof Uint8Array ? said.done : null
  parentPort?.postMessage(said, bytes && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : [])
})
