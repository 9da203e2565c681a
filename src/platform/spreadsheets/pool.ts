import { Worker } from 'node:worker_threads'
import { SpreadsheetError } from './refusals.ts'
import type { Cell, ReadSheet } from './workbook.ts'
import type { Answer, Settled, Task, Works } from './worker.ts'

/** Two at once leave the other cores to the server; who comes third waits. */
const AT_ONCE = 2
/**
 * Some readers loop for ever over a single wrong byte of an old .xls, so each job has an end. By size: a megabyte is read
 * in about a second, and written anew in three; a small file holds its place in the queue only shortly.
 */
const bytesPerMs = { read: 500, mark: 150, template: 150 } as const
const timeLimitMs = ({ name, given: [bytes] }: Task) =>
  name === 'write' || name === 'fill' ? 60_000 : 3_500 + (bytes as Uint8Array).byteLength / bytesPerMs[name]
const IDLE_MS = 30_000
const LARGE = 2 * 1024 * 1024
const resourceLimits = { maxOldGenerationSizeMb: 1_024, stackSizeMb: 8 }

/** `parts`: the rows that have come of each sheet; `words`: texts seen in them. */
type Job = { task: Task; resolve: (value: unknown) => void; reject: (error: Error) => void; parts: Cell[][][]; words: Map<string, string> }
type Hand = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | null }

const hands = new Set<Hand>()
const waiting: Job[] = []

const hire = (): Hand => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits, env: {}, stdout: true, stderr: true })
  // What a reader prints about a broken file may quote it, and is read by nobody.
  worker.stdout.resume()
  worker.stderr.resume()
  const hand: Hand = { worker, job: null, timer: null }
  hand.worker.on('message', (said: Answer) => ('rows' in said ? keep(hand, said) : settle(hand, said)))
  hand.worker.on('error', error => dismiss(hand, outOfMemory(error) ? new SpreadsheetError('unpacked-too-large') : (error as Error)))
  hand.worker.on('exit', () => dismiss(hand, new SpreadsheetError('unreadable')))
  hand.worker.unref()
  hands.add(hand)
  return hand
}

const outOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

const keep = ({ job }: Hand, { sheet, rows, anew }: { sheet: number; rows: Cell[][]; anew: boolean }) => {
  if (!job) return
  if (anew) job.parts = []
  job.parts[sheet] ??= []
  const held = job.parts[sheet]
  for (const row of rows) held.push(held.length < MANY ? row : shared(job.words, row))
}

/** Before that it is not worth the time. */
const MANY = 10_000
const WORD = 24
const WORDS = 20_000

/** What stands in many cells, a college or a day, is kept once. */
const shared = (words: Map<string, string>, row: Cell[]): Cell[] => {
  for (let at = 0; at < row.length; at++) {
    const cell = row[at]
    if (typeof cell !== 'string' || cell.length > WORD) continue
    const known = words.get(cell)
    if (known !== undefined) row[at] = known
    else if (words.size < WORDS) words.set(cell, cell)
  }
  return row
}

/** The workbook, with the rows that came before it. */
const whole = ({ task, parts }: Job, done: unknown): unknown => {
  if (task.name !== 'read') return done
  for (const [at, sheet] of (done as { sheets: ReadSheet[] }).sheets.entries()) {
    sheet.rows = parts[at] ?? []
    delete sheet.size
  }
  return done
}

const isLarge = ({ given: [bytes] }: Task) => bytes instanceof Uint8Array && bytes.byteLength > LARGE

const settle = (hand: Hand, said: Settled) => {
  const job = hand.job
  if (hand.timer) clearTimeout(hand.timer)
  hand.job = null
  hand.worker.unref()
  hand.timer = setTimeout(() => dismiss(hand, new SpreadsheetError('unreadable')), IDLE_MS).unref()
  if ('done' in said) job?.resolve(job && whole(job, said.done))
  else job?.reject('refused' in said ? new SpreadsheetError(said.refused) : new Error(`Spreadsheet work failed: ${said.failed}`))
  // What a large workbook took is given back at once.
  if (job && isLarge(job.task)) dismiss(hand, new SpreadsheetError('unreadable'))
  else next()
}

/** Ends a thread that failed, ran out of its limits or has nothing to do; its job hears why. */
const dismiss = (hand: Hand, why: Error) => {
  if (!hands.delete(hand)) return
  if (hand.timer) clearTimeout(hand.timer)
  hand.job?.reject(why)
  hand.job = null
  void hand.worker.terminate()
  next()
}

const next = () => {
  if (waiting.length === 0) return
  const idle = [...hands].find(hand => !hand.job) ?? (hands.size < AT_ONCE ? hire() : null)
  if (!idle) return
  const job = waiting.shift()!
  if (idle.timer) clearTimeout(idle.timer)
  idle.job = job
  idle.timer = setTimeout(() => dismiss(idle, new SpreadsheetError('unreadable')), timeLimitMs(job.task))
  idle.worker.ref()
  idle.worker.postMessage(job.task)
}

export const inWorker = <Name extends keyof Works>(
  name: Name,
  ...given: Parameters<Works[Name]>
): Promise<Awaited<ReturnType<Works[Name]>>> =>
  new Promise((resolve, reject) => {
    waiting.push({ task: { name, given } as Task, resolve: resolve as Job['resolve'], reject, parts: [], words: new Map() })
    next()
  })
