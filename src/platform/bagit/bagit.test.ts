import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { has } from '../../../tests/tools.ts'
import { type BagEntry, type BagFile, writeBag } from './index.ts'
import { safePath } from './tags.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = new TextDecoder()

async function* inChunks(text: string, size: number) {
  const bytes = utf8(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const ledger = '岭示组介〔2023〕0001号,欧阳静怡\n'.repeat(5_000)
const files: BagFile[] = [
  { path: '附件1/外国语学院党总支-第1次.xlsx', content: utf8('not really a workbook') },
  { path: '介绍信/台账.csv', content: inChunks(ledger, 4_096) },
  { path: '空.txt', content: new Uint8Array() },
  { path: '../审计/a:b%\n.jsonl', content: utf8('{}\n') },
]

async function bagOf(payload: readonly BagFile[]): Promise<{ zip: Uint8Array; entries: BagEntry[] }> {
  const chunks: Uint8Array[] = []
  const bag = {
    folder: '岭南示范大学-2023届',
    info: [['Source-Organization', '岭南示范大学\n党委']] as const,
    at: new Date('2023-06-30T08:00:00Z'),
  }
  const entries = await writeBag(bag, payload, chunk => void chunks.push(chunk))
  return { zip: Buffer.concat(chunks), entries }
}

describe('a bag', () => {
  let zip: Uint8Array
  let entries: BagEntry[]
  let inside: Record<string, Uint8Array>
  beforeAll(async () => {
    ;({ zip, entries } = await bagOf(files))
    inside = unzipSync(zip)
  })
  const text = (name: string) => read.decode(inside[`岭南示范大学-2023届/${name}`])

  test('declares itself, and says how much it carries', () => {
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
    expect(text('bag-info.txt')).toBe(`Source-Organization: 岭南示范大学 党委\nPayload-Oxum: ${bytes}.4\n`)
  })

  test('lists every payload file with its SHA-512, and every tag file likewise', () => {
    for (const [manifest, of] of [
      ['manifest-sha512.txt', (name: string) => name.startsWith('data/')],
      ['tagmanifest-sha512.txt', (name: string) => ['bagit.txt', 'bag-info.txt', 'manifest-sha512.txt'].includes(name)],
    ] as const) {
      const listed = Object.fromEntries(
        text(manifest)
          .trimEnd()
          .split('\n')
          .map(line => [line.slice(130), line.slice(0, 128)]),
      )
      const held = Object.entries(inside)
        .map(([name, bytes]) => [name.slice(name.indexOf('/') + 1), createHash('sha512').update(bytes).digest('hex')] as const)
        .filter(([name]) => of(name))
      expect(listed).toEqual(Object.fromEntries(held))
    }
    expect(text('data/介绍信/台账.csv')).toBe(ledger)
  })

  test('keeps names inside its data folder', () => {
    expect(entries.map(({ path }) => path)).toEqual([
      'data/附件1/外国语学院党总支-第1次.xlsx',
      'data/介绍信/台账.csv',
      'data/空.txt',
      'data/审计/a_b__.jsonl',
    ])
    expect(safePath('./a//.hidden/ b. ')).toBe('a/hidden/b')
  })

  test('of the same payload is the same, byte for byte', async () => {
    const again = files.slice(0, 1)
    expect((await bagOf(again)).zip).toEqual((await bagOf(again)).zip)
  })
})

describe.skipIf(!has('unzip', 'sha512sum'))('with standard tools', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qicheng-bag-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const run = (command: string, args: string[], cwd: string) =>
    spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })

  test('unzips and verifies; a changed byte is found', async () => {
    const { zip } = await bagOf([
      { path: '附件1/外国语学院党总支-第1次.xlsx', content: utf8('not really a workbook') },
      { path: '介绍信/台账.csv', content: utf8(ledger) },
    ])
    await writeFile(join(folder, 'bag.zip'), zip)
    expect(run('unzip', ['-q', 'bag.zip'], folder)).toMatchObject({ status: 0 })
    const bag = join(folder, '岭南示范大学-2023届')
    const verified = run('sha512sum', ['-c', 'manifest-sha512.txt'], bag)
    expect(verified).toMatchObject({ status: 0, stderr: '' })
    expect(verified.stdout.trim().split('\n')).toHaveLength(2)
    expect(run('sha512sum', ['-c', 'tagmanifest-sha512.txt'], bag)).toMatchObject({ status: 0, stderr: '' })

    const place = join(bag, 'data/介绍信/台账.csv')
    await writeFile(place, (await readFile(place, 'utf8')).replace('0001', '0002'))
    expect(run('sha512sum', ['-c', 'manifest-sha512.txt'], bag).status).toBe(1)
  })
})
