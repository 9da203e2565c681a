/** Plain JavaScript that an old Node runs too: installs from the lock file when it has changed, then says where the pinned Node is. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.installed')

/** The Node that package.json pins. */
export const node = () => {
  const folder = join(root, 'node_modules', 'node', 'bin')
  const found = ['node', 'node.exe'].map(name => join(folder, name)).find(existsSync)
  if (!found) throw new Error('node_modules/node is missing: run `npm ci`.')
  return found
}

/** What the server runs with. What a thread took goes back to the system when it ends: 350 MB after a workbook of 50,000 rows. */
export const serverFlags = ['--disable-warning=ExperimentalWarning', '--no-memory-pool-share-memory-on-teardown']

export function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  process.stdout.write('正在安装依赖（按锁文件，只需一次）……\n')
  const npm = process.env.npm_execpath
  const [command, ...args] = npm ? [process.execPath, npm] : ['npm']
  const { status } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  })
  if (status !== 0) {
    process.stderr.write('依赖没有装好，什么也没有启动。请检查网络后再运行一次。\n')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, hash)
}

/** Runs the pinned Node with this process's streams; resolves to its exit code. Extra variables add to the environment. */
export function run(args, env = {}) {
  const { status, signal } = spawnSync(node(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  return signal ? 1 : (status ?? 1)
}
