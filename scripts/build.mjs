/** Builds the web app into dist/ when its sources have changed since the last build. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root, run } from './bootstrap.mjs'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const bundler = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

const filesBelow = folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const readByWeb = file => !/\.test\.tsx?$|\.gen\.(?:ts|json)$/.test(file)

function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'vite.config.ts']) hash.update(readFileSync(join(root, file)))
  for (const file of filesBelow(join(root, 'src')).filter(readByWeb).sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Text assets beside themselves as .br and .gz, so that the server compresses nothing. */
function compress() {
  for (const file of filesBelow(dist).filter(name => /\.(?:js|css|svg|json)$/.test(name) && statSync(name).size > 1_024)) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

export function build() {
  if (!existsSync(bundler) && existsSync(join(dist, 'index.html'))) return // an installation without development packages ships its dist/
  const hash = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  process.stdout.write('正在构建网页……\n')
  const bundle = app => [bundler, 'build', '--logLevel', 'warn', '--mode', app]
  for (const step of [['src/app/contract-json.ts'], bundle('production'), bundle('phone')]) {
    const status = run(step)
    if (status !== 0) process.exit(status)
  }
  compress()
  writeFileSync(stamp, hash)
}
