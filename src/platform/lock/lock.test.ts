import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { FolderHeld, holdFolder } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
})

test('a second holder is refused, and told who holds it', async () => {
  await holdFolder(folder, 'http://127.0.0.1:1')
  const refused = await holdFolder(folder, 'http://127.0.0.1:2').catch(error => error)
  expect(refused).toBeInstanceOf(FolderHeld)
  expect(refused.message).toContain(`进程号 ${process.pid}`)
  expect(refused.message).toContain('http://127.0.0.1:1')
})

test('a released folder is free again', async () => {
  await (await holdFolder(folder, 'a'))()
  await holdFolder(folder, 'b')
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ address: 'b' })
})

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, started: '1' }],
  ['a process number used again', { pid: process.pid, started: 'another start' }],
])('a lock left behind by %s does not hold', async (_, left) => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...left, startedAt: '', address: '' }))
  await holdFolder(folder, 'c')
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ address: 'c', pid: process.pid })
})
