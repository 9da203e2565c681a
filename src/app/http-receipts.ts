/** The public page /r/{code} over HTTP: one page for every code there is or is not. The code is read in the browser; here it is never looked at. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import serveStatic from '@fastify/static'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { implement, onError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import { receiptsContract } from '../capabilities/letters/contract.ts'
import { type ReceiptContext, type ReceiptDoor, receiptsApi } from '../capabilities/letters/index.ts'
import { type Bare, bareHttp, dist, notFound, plainErrors } from './http-bare.ts'
import { bugsTo } from './http-bugs.ts'

const PAGE = 'receipt.html'

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
}

/** A wildcard, so that nothing about a code, not its length, leads to another page; and the log names the route, not the address. */
export async function mountReceiptPage(app: FastifyInstance) {
  if (!existsSync(dist + PAGE)) return
  const page = await readFile(dist + PAGE, 'utf8')
  app.get('/r/*', async (_request, reply) => reply.headers(headers).type('text/html; charset=utf-8').send(page))
}

type Chunk = { file: string; css?: string[]; assets?: string[]; imports?: string[] }

/** The few files of the build that the page is made of. */
async function filesOfPage(): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const walk = (name: string) => {
    const { file, css = [], assets = [], imports = [] } = manifest[name]!
    if (files.has(`/${file}`)) return
    for (const one of [file, ...css, ...assets]) files.add(`/${one}`)
    imports.forEach(walk)
  }
  walk(PAGE)
  for (const [, icon] of (await readFile(dist + PAGE, 'utf8')).matchAll(/href="(\/assets\/[^"]+)"/g)) files.add(icon!)
  return files
}

/** The page and its two procedures, and nothing else: for a process of its own, with a database role of its own. */
export async function openReceiptsHttp(bare: Bare, receipts: ReceiptDoor, ready: () => Promise<boolean>): Promise<FastifyInstance> {
  const app = await bareHttp(bare)
  app.get('/readyz', async (_request, reply) => ((await ready()) ? { ready: true } : reply.status(503).send({ ready: false })))
  plainErrors(app, bare.log)
  const router = implement({ receipts: receiptsContract }).$context<ReceiptContext>().router({ receipts: receiptsApi })
  const handler = new OpenAPIHandler(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    interceptors: [onError(bugsTo(bare.log))],
  })
  app.post('/api/v1/receipts/*', async (request, reply) => {
    const { matched } = await handler.handle(request, reply, {
      prefix: '/api/v1',
      context: { services: { receipts }, address: request.ip },
    })
    if (!matched) return notFound(reply)
  })
  await mountReceiptPage(app)
  if (existsSync(dist + PAGE)) {
    const files = await filesOfPage()
    await app.register(serveStatic, {
      root: dist,
      index: false,
      preCompressed: true,
      allowedPath: path => files.has(path),
      cacheControl: false,
      setHeaders: reply => reply.header('cache-control', 'public, max-age=31536000, immutable'),
    })
  }
  app.setNotFoundHandler((_request, reply) => notFound(reply))
  return app
}
