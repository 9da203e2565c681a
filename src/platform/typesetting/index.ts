/**
 * PDF from a Typst source and data. The data reaches the source as the file `data.json` and never as source text,
 * so that whatever people typed is printed as they typed it.
 */
import { Worker } from 'node:worker_threads'
import { fontFiles } from './fonts.ts'
import { type MissingGlyphs, openGlyphs } from './glyphs.ts'
import type { Answer, Job } from './protocol.ts'

export type { MissingGlyphs } from './glyphs.ts'

export type Typesetting = {
  /** Jobs wait their turn in a thread of their own; the caller's thread stays free. Rejects with `TypesettingError`. */
  typeset(source: string, data: unknown): Promise<Uint8Array>
  /** The texts that hold a character no font at hand can print, with those characters. */
  missingGlyphs(texts: readonly string[]): MissingGlyphs[]
  close(): Promise<void>
}

/** The source is wrong or the thread died: a fault of the program, not of what people typed. */
export class TypesettingError extends Error {}

type Waiting = { resolve(pdf: Uint8Array): void; reject(error: TypesettingError): void }

/** @param options.fontFolders folders of the owner's own fonts, used beside the shipped ones. */
export const openTypesetting = ({ fontFolders = [] }: { fontFolders?: readonly string[] } = {}): Typesetting => {
  const files = fontFiles(fontFolders)
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let jobs = 0

  const settle = (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker?.unref()
    if ('pdf' in answer) asked?.resolve(answer.pdf)
    else asked?.reject(new TypesettingError(answer.problem))
  }
  /** A thread that dies takes its waiting jobs with it; the next job starts another. */
  const abandon = (thread: Worker, problem: string) => {
    if (worker !== thread) return
    worker = null
    for (const { reject } of waiting.values()) reject(new TypesettingError(problem))
    waiting.clear()
  }
  const start = (): Worker => {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { fontFiles: files } })
    thread.on('message', settle)
    thread.on('error', error => abandon(thread, String(error)))
    thread.on('exit', () => abandon(thread, 'The typesetting thread ended'))
    return thread
  }

  return {
    typeset: (source, data) =>
      new Promise((resolve, reject) => {
        const job: Job = { id: ++jobs, source, json: JSON.stringify(data) }
        waiting.set(job.id, { resolve, reject })
        worker ??= start()
        worker.ref()
        worker.postMessage(job)
      }),
    missingGlyphs: openGlyphs(files),
    close: async () => {
      await worker?.terminate()
    },
  }
}
