/** `npm test`: types, lint, import rules, every suite, and the browser journey. Stops at the first part that fails. */
import { join } from 'node:path'
import { install, root, run } from './bootstrap.mjs'
import { build } from './build.mjs'

install()
build() // also generates the routes and the contract that the web types need
const bin = (name, path) => join(root, 'node_modules', name, path)
const parts = [
  ['types, server', [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json']],
  ['types, web', [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.web.json']],
  ['lint', [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings']],
  ['suites', [bin('vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]],
  ['browser journey', ['e2e/run.ts']],
]
for (const [name, args] of parts) {
  process.stdout.write(`\n— ${name}\n`)
  const status = run(args)
  if (status !== 0) {
    process.stderr.write(`\n${name}: failed\n`)
    process.exit(status)
  }
}
process.stdout.write('\nall parts passed\n')
