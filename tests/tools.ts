import { spawnSync } from 'node:child_process'

const found = new Map<string, boolean>()

const isThere = (tool: string): boolean => {
  const known = found.get(tool)
  if (known !== undefined) return known
  const there = spawnSync(process.platform === 'win32' ? 'where' : 'which', [tool]).status === 0
  found.set(tool, there)
  return there
}

/**
 * Whether programs are there that hold the product against the outer world (poppler, unzip). Without them their tests are
 * left out, and say so; where QICHENG_TEST_TOOLS=1, as in CI, a missing one is a failure.
 */
export const has = (...tools: string[]): boolean => {
  const missing = tools.filter(tool => !isThere(tool))
  if (missing.length > 0 && process.env.QICHENG_TEST_TOOLS === '1') throw new Error(`Missing for the tests: ${missing.join(', ')}`)
  return missing.length === 0
}
