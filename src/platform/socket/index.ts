import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { platform } from 'node:os'
import { join, resolve } from 'node:path'

type Verbs = Record<string, (input: Record<string, string>) => Promise<unknown>>

/** Where a running server hears its command line: only this machine's user reaches it. */
const placeOf = (folder: string) =>
  platform() === 'win32'
    ? `\\\\.\\pipe\\qicheng-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`
    : join(folder, 'cli.sock')

/** One JSON line asks, one JSON line answers. */
export async function listen(folder: string, verbs: Verbs): Promise<() => Promise<void>> {
  const place = placeOf(folder)
  if (platform() !== 'win32') await rm(place, { force: true })
  const server = createServer({ allowHalfOpen: true }, socket => {
    let text = ''
    socket.on('error', () => socket.destroy())
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('end', async () => socket.end(`${JSON.stringify(await answer(verbs, text))}\n`))
  })
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(place, ready))
  return () => new Promise(closed => server.close(() => closed()))
}

async function answer(verbs: Verbs, text: string): Promise<{ result?: unknown; problem?: string }> {
  try {
    const { verb, input } = JSON.parse(text) as { verb: string; input: Record<string, string> }
    const run = verbs[verb]
    return run ? { result: await run(input) } : { problem: `没有这个命令：${verb}` }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

/** Asks the running server; undefined where none is listening. */
export const ask = (
  folder: string,
  verb: string,
  input: Record<string, string>,
): Promise<{ result?: unknown; problem?: string } | undefined> =>
  new Promise((resolved, failed) => {
    let text = ''
    const socket = createConnection(placeOf(folder))
    socket.on('connect', () => socket.end(JSON.stringify({ verb, input })))
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('end', () => resolved(JSON.parse(text)))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolved(undefined) : failed(error),
    )
  })
