import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DEMO_PASSWORD } from '../seed/accounts.ts'
import { type Measure, seconds } from './measure.ts'

const freePort = () =>
  new Promise<number>(found => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })

/** The bare process: the packages that a request needs, and the same data opened. */
const bare = (folder: string) => `
  import '${new URL('../src/app/router.ts', import.meta.url).href}'
  import 'fastify'
  import 'better-auth'
  import 'pg-boss'
  import { PGlite } from '@electric-sql/pglite'
  const lite = await PGlite.create({ dataDir: ${JSON.stringify(folder)} })
  await lite.query('select count(*) from members')
  process.stdout.write('ready')
  process.exit(0)`

/** P6: from the start of the process until the first screen answers 200 to somebody signed in. */
export const p6: Measure = {
  id: 'P6',
  what: 'start until the first answered /today, demonstration data in PGlite',
  unit: 's',
  runs: 5,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'qicheng-bench-'))
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const env = {
      ...process.env,
      PORT: String(port),
      QICHENG_DATA: join(folder, 'data'),
      QICHENG_KEY_FILE: join(folder, 'key'),
      DATABASE_URL: '',
    }
    const start = () => spawn(process.execPath, ['src/app/server.ts'], { env, stdio: 'ignore' })
    const until = async (server: ReturnType<typeof start>, path: string, cookie = '') => {
      while (
        (await fetch(url + path, { headers: { cookie } }).then(
          answer => answer.status,
          () => 0,
        )) !== 200
      ) {
        if (server.exitCode !== null) throw new Error(`The server did not start: exit code ${server.exitCode}`)
        await wait(10)
      }
    }
    const stop = (server: ReturnType<typeof start>) =>
      new Promise(ended => {
        server.once('exit', ended)
        server.kill('SIGTERM')
      })

    const first = start()
    await until(first, '/readyz')
    const signIn = await fetch(`${url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'zzb-chen', password: DEMO_PASSWORD }),
    })
    const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!
    await stop(first)
    return {
      async ours() {
        let server!: ReturnType<typeof start>
        const took = await seconds(async () => {
          server = start()
          await until(server, '/api/v1/today', cookie)
        })
        await stop(server)
        return took
      },
      limit: () =>
        seconds(
          () =>
            new Promise<void>((done, failed) => {
              const process_ = spawn(process.execPath, ['--input-type=module', '--eval', bare(join(folder, 'data', 'database'))], {
                stdio: 'ignore',
              })
              process_.once('exit', code => (code === 0 ? done() : failed(new Error('The bare process failed.'))))
            }),
        ),
      close: () => rm(folder, { recursive: true, force: true }),
    }
  },
}
