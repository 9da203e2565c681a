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
import { mountSetup } from './setup/http.ts'

/** The whole HTTP surface: health, sign-in, API with its document and reference, the public page, and the web app. */
export async function openHttp(services: Services): Promise<FastifyInstance> {
  const app = await bareHttp(services)
  app.get('/readyz', async (_request, reply) =>
    (await answers(services.database)) ? { ready: true } : reply.status(503).send({ ready: false }),
  )
  await app.register(async scope => mountIdentity(scope, services))
  await app.register(async scope => mountSetup(scope, services.setup))
  await app.register(async scope => mountApi(scope, services))
  await mountReceiptPage(app)
  if (existsSync(`${dist}index.html`) && existsSync(`${dist}phone/phone.html`)) await mountWeb(app)
  return app
}

/** The two web apps: hashed assets kept for good; the phone's page for /me, the desk's for every other address, with a fresh nonce each time. */
async function mountWeb(app: FastifyInstance) {
  const [desk, phone] = await Promise.all([readFile(`${dist}index.html`, 'utf8'), readFile(`${dist}phone/phone.html`, 'utf8')])
  const first = phone.replace('</head>', `${asked}</head>`)
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
    const page = request.url === '/me' && request.headers.cookie ? first : /^\/me(?:[/?]|$)/.test(request.url) ? phone : desk
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('permissions-policy', onlyTheCamera)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce))
  })
}

/** What the phone's first page asks comes beside its script: after it, each would be one more way there and back on a slow line. */
const asked = [
  'session',
  'cohorts',
  'education/mine',
  'transfers/mine',
  'me/letters',
  'me/activities',
  'me/farewell',
  'me/data',
  'inbox?limit=10',
]
  .map(path => `<link rel="preload" as="fetch" fetchpriority="low" crossorigin href="/api/v1/${path}">`)
  .join('')

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
