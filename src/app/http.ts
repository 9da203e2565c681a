import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { answers } from '../platform/database/index.ts'
import { mountApi } from './http-api.ts'
import { bareHttp, dist, notFound, onlyTheCamera } from './http-bare.ts'
import { mountIdentity } from './http-identity.ts'
import { mountReceiptPage } from './http-receipts.ts'
import type { Services } from './services.ts'

/** The whole HTTP surface: health, sign-in, API with its document and reference, the public page, and the web app. */
export async function openHttp(services: Services): Promise<FastifyInstance> {
  const app = await bareHttp(services)
  app.get('/readyz', async (_request, reply) =>
    (await answers(services.database)) ? { ready: true } : reply.status(503).send({ ready: false }),
  )
  await app.register(async scope => mountIdentity(scope, services))
  await app.register(async scope => mountApi(scope, services))
  await mountReceiptPage(app)
  if (existsSync(`${dist}index.html`)) await mountWeb(app)
  return app
}

/** The web app: hashed assets kept for good, and its page for every other address, with a fresh nonce each time. */
async function mountWeb(app: FastifyInstance) {
  const page = await readFile(`${dist}index.html`, 'utf8')
  await app.register(serveStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    wildcard: true,
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || /\.[a-z0-9]+(\?|$)/i.test(request.url)) return notFound(reply)
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('permissions-policy', onlyTheCamera)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce))
  })
}

const policyWith = (nonce: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'", // React's style attributes; no sheet and no script come in this way
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
