import { Worker } from 'node:worker_threads'
import { allow, type Decision, refuse } from '../../kernel/decision.ts'
import { openGate } from './gate.ts'
import { type PictureRefusal, probe } from './probe.ts'
import type { Shrunk } from './worker.ts'

export type { Head, PictureMime } from './head.ts'
export { MOST_PIXELS, type PictureRefusal, pictureRefusals, probe } from './probe.ts'
export type { Shrunk, Sized } from './worker.ts'

/** Sixty million pixels take 180 to 480 MB while they are decoded: ten uploads at once wait for each other. */
const decoding = openGate(2)
/** Forty million pixels take two seconds on an office's machine. */
const LONGEST_MS = 30_000

/** Ends with the thread, whatever becomes of it. */
const inThread = (bytes: Uint8Array): Promise<Shrunk> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: bytes, env: {}, stdout: true, stderr: true })
    const tooLong = setTimeout(() => void thread.terminate(), LONGEST_MS)
    let made: Shrunk | undefined
    let wrong: unknown
    thread.on('message', (done: Shrunk) => {
      made = done
    })
    thread.on('error', error => {
      wrong = error
    })
    thread.on('exit', () => {
      clearTimeout(tooLong)
      if (made) resolve(made)
      else reject(wrong ?? new Error('The picture took too long'))
    })
  })

/** A photograph as it is kept: an upright JPEG of at most 2048 pixels a side, and a thumbnail of at most 400. */
export async function shrink(bytes: Uint8Array): Promise<Decision<Shrunk, PictureRefusal>> {
  const head = probe(bytes)
  if (!head.allowed) return head
  return decoding(() =>
    inThread(bytes).then(
      made => allow(made),
      // The header is a picture's and the rest is not.
      () => refuse('broken'),
    ),
  )
}
