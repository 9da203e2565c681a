import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Holder = { pid: number; startedAt: string; address: string }

/** The folder is another process's; says whose. */
export class FolderHeld extends Error {
  readonly holder: Holder
  constructor(folder: string, holder: Holder) {
    super(
      `数据文件夹 ${folder} 正由另一个启程进程使用（进程号 ${holder.pid}，${holder.startedAt} 启动，地址 ${holder.address}）。请先停止它，或用 QICHENG_DATA 换一个文件夹。`,
    )
    this.holder = holder
  }
}

/** When the system started the process, where the system tells; a number used again by another process has another. */
const startOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ').at(-1)?.split(' ')[19] ?? ''

async function lives({ pid, started }: { pid: number; started: string }): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return (await startOf(pid)) === started
}

/** One process owns a data folder. Returns the release; throws `FolderHeld` while the owner lives. */
export async function holdFolder(folder: string, address: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'lock')
  const mine = { pid: process.pid, started: await startOf(process.pid), startedAt: new Date().toISOString(), address }
  for (let attempt = 0; attempt < 2; attempt++) {
    const written = await writeFile(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 }).then(
      () => true,
      error => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    if (written) return () => rm(file, { force: true })
    const holder = await readFile(file, 'utf8').then(
      text => JSON.parse(text) as Holder & { started: string },
      () => null,
    )
    if (holder && (await lives(holder))) throw new FolderHeld(folder, holder)
    await rm(file, { force: true })
  }
  throw new Error(`${file} could not be taken.`)
}
