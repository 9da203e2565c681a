import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const START_WITHIN_MS = 120_000

export interface Served {
  url: string
  stop(): Promise<number | null>
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })

/** The product as `npm start` runs it, on a data folder and key of its own. */
export async function serveDemonstration(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'qicheng-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    QICHENG_DATA: join(folder, 'data'),
    QICHENG_KEY_FILE: join(folder, 'master.key'),
    DATABASE_URL: '',
  }
  const server = spawn(process.execPath, ['src/app/server.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<number | null>(resolve => server.once('exit', resolve))
  const until = Date.now() + START_WITHIN_MS
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
    if (ready) break
    if (Date.now() > until || server.exitCode !== null) throw new Error('The server did not start.')
    await wait(200)
  }
  return {
    url,
    async stop() {
      server.kill('SIGTERM')
      const code = await ended
      await rm(folder, { recursive: true, force: true })
      return code
    },
  }
}
