/** `npm start`: install if needed, build if needed, then serve until told to stop. */
import { spawn } from 'node:child_process'
import { install, node, root, serverFlags } from './bootstrap.mjs'
import { build } from './build.mjs'

install()
build()
const server = spawn(node(), [...serverFlags, 'src/app/server.ts'], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
