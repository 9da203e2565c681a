import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import serveStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { answers } from '../platform/database/index.ts'
import { mountApi } from './http-api.ts'
import { mountIdentity } from './http-identity.ts'
import type { Services } from './services.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** The whole HTTP surface: health, sign-in, API with its document and reference, and the web app. */
export async function openHttp(services: Services): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: 1024 * 1024,
    trustProxy: 'loopback',
    logger: false,
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
  })
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: services.url.startsWith('https:') })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    services.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  app.addHook('onRequest', refuseForeignOrigin)
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) =>
    (await answers(services.database)) ? { ready: true } : reply.status(503).send({ ready: false }),
  )
  await app.register(async scope => mountIdentity(scope, services))
  await app.register(async scope => mountApi(scope, services))
  if (existsSync(`${dist}index.html`)) await mountWeb(app)
  return app
}

/** A browser names where a write comes from; only our own pages may write. */
async function refuseForeignOrigin(request: FastifyRequest, reply: FastifyReply) {
  const { origin, host } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || !origin) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  return reply.status(403).send({ defined: false, code: 'FORBIDDEN', status: 403, message: '请求来自别的网站，已拒绝。' })
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
    if (request.method !== 'GET' || request.url.startsWith('/api/') || /\.[a-z0-9]+(\?|$)/i.test(request.url))
      return reply.status(404).send({ defined: false, code: 'NOT_FOUND', status: 404, message: '没有这个地址。' })
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policyWith(nonce))
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
