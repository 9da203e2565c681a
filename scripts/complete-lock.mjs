/**
 * A registry mirror may hold the binaries of one platform only; npm then leaves the others out of the lock file, and
 * `npm ci` refuses it elsewhere. Run after `npm install`: adds the missing optional packages by name and version.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const systems = ['android', 'darwin', 'win32', 'freebsd', 'openharmony', 'linux', 'aix', 'sunos', 'openbsd', 'netbsd']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'arm']

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`])
    .map(([name, version]) => ({ name, version, dev: entry.dev })),
)
for (const { name, version, dev } of missing) {
  const os = systems.find(system => name.includes(`-${system}`))
  const cpu = processors.find(processor => name.includes(processor))
  lock.packages[`node_modules/${name}`] = {
    version,
    ...(dev && { dev: true }),
    optional: true,
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(name.includes('musl') && { libc: ['musl'] }),
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${missing.length} optional packages added\n`)
