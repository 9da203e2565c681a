import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'

type Report = { summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] } }

function cruise(): Report {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      'src',
      'seed',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  )
  return JSON.parse(stdout)
}

const planted: string[] = []
const plant = (file: string, text: string) => {
  mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true })
  writeFileSync(file, text)
  planted.push(file)
}
afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file)
})

describe('the import rules', () => {
  test('hold, and read the whole source', () => {
    const { summary } = cruise()
    expect(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(150)
  })

  test('catch what they forbid', () => {
    const breaches: Record<string, [file: string, text: string]> = {
      'tier-0-looks-down-only': ['src/capabilities/orgs/planted-a.ts', "export * from '../accounts/index.ts'"],
      'through-the-front-door': ['src/capabilities/accounts/planted-b.ts', "export * from '../orgs/store.ts'"],
      'rules-are-pure': ['src/capabilities/orgs/rules/planted-c.ts', "export * from 'kysely'"],
      'web-is-not-server': ['src/capabilities/orgs/web/planted-d.ts', "export * from '../store.ts'"],
      'web-knows-contracts-by-type': ['src/capabilities/orgs/web/planted-e.ts', "export * from '../contract.ts'"],
      'sql-lives-in-stores': ['src/capabilities/orgs/planted-f.ts', "export { sql } from 'kysely'"],
      'paper-lives-in-platform': ['src/capabilities/orgs/planted-g.ts', "export * from 'hucre'"],
      'kernel-knows-nothing': ['src/kernel/planted-h.ts', "export * from '../platform/clock/index.ts'"],
      'platform-has-no-domain': ['src/platform/planted-i.ts', "export * from '../capabilities/orgs/rules.ts'"],
      'app-is-the-top': ['src/capabilities/orgs/planted-j.ts', "export * from '../../app/log.ts'"],
      'no-cycles': ['src/kernel/planted-k.ts', "export * from './planted-l.ts'"],
    }
    for (const [file, text] of Object.values(breaches)) plant(file, text)
    plant('src/kernel/planted-l.ts', "export * from './planted-k.ts'")
    const caught = new Set(cruise().summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))
    for (const [rule, [file]] of Object.entries(breaches)) expect(caught, `${rule} in ${file}`).toContain(`${rule} ${file}`)
  })
})
