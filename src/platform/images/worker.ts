/** The thread of one picture: its decoded pixels go with it, and do not wait in the server until somebody tidies up. */
import { parentPort, workerData } from 'node:worker_threads'
import { ResizeFit, Transformer } from '@napi-rs/image'
import { probe } from './probe.ts'

export type Sized = { bytes: Uint8Array; width: number; height: number }
export type Shrunk = { picture: Sized; thumbnail: Sized }

/** Fills a large screen; of a page of paper every word is read. */
const PICTURE = { side: 2048, quality: 82 }
const THUMBNAIL = { side: 400, quality: 78 }

/** An upright JPEG, and nothing of the file besides its pixels: no place, no camera, no time. */
function jpegOf(bytes: Uint8Array, { side, quality }: typeof PICTURE): Sized {
  const head = probe(bytes)
  if (!head.allowed) throw new Error(head.reason)
  const upright = new Transformer(bytes).rotate()
  const larger = Math.max(head.value.width, head.value.height) > side
  const made = (larger ? upright.resize({ width: side, height: side, fit: ResizeFit.Inside }) : upright).jpegSync(quality)
  const done = probe(made)
  if (!done.allowed) throw new Error('A JPEG of our own making is none')
  return { bytes: Uint8Array.from(made), width: done.value.width, height: done.value.height }
}

const picture = jpegOf(workerData as Uint8Array, PICTURE)
parentPort!.postMessage({ picture, thumbnail: jpegOf(picture.bytes, THUMBNAIL) } satisfies Shrunk)
