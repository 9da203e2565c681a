/** Runs a TypeScript file of the project on the pinned Node: `node scripts/node.mjs src/app/cli.ts status`. */
import { install, run } from './bootstrap.mjs'

install()
process.exit(run(['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)]))
