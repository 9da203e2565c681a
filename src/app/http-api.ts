import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { onError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound, plainErrors } from './http-bare.ts'
import { bugsTo } from './http-bugs.ts'
import { authUserOf } from './http-identity.ts'
import { openApiDocument } from './openapi.ts'
import { router } from './router.ts'
import type { Services } from './services.ts'

/** A workbook of 20 MB and the form around it. */
const UPLOAD_BYTES = 21 * 1024 * 1024

export async function mountApi(app: FastifyInstance, services: Services) {
  const handler = new OpenAPIHandler(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    interceptors: [onError(bugsTo(services.log))],
  })
  const document = await openApiDocument(services.url)
  app.get('/api/v1/openapi.json', async () => document)
  mountReference(app)
  // The body is read here and not by the handler, so that its limit holds for chunked uploads too.
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: UPLOAD_BYTES },
    async (request: FastifyRequest, body: Buffer) =>
      new Response(new Uint8Array(body), { headers: { 'content-type': request.headers['content-type']! } }).formData(),
  )
  plainErrors(app, services.log)
  app.all('/api/v1/*', async (request, reply) => {
    const key = request.headers['idempotency-key']
    const idempotencyKey = typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined
    const context = { services, authUserId: await authUserOf(services, request), idempotencyKey, address: request.ip }
    const { matched } = await handler.handle(request, reply, { prefix: '/api/v1', context })
    if (!matched) return notFound(reply)
  })
}

/** The reference page: swagger-ui, from our own address only. */
function mountReference(app: FastifyInstance) {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const file = (name: string, type: string, bytes: Buffer) =>
    app.get(`/api/docs/${name}`, async (_request, reply) =>
      reply.type(type).header('content-security-policy', REFERENCE_POLICY).send(bytes),
    )
  file('swagger-ui.css', 'text/css', readFileSync(`${folder}/swagger-ui.css`))
  file('swagger-ui-bundle.js', 'text/javascript', readFileSync(`${folder}/swagger-ui-bundle.js`))
  file('start.js', 'text/javascript', readFileSync(fileURLToPath(new URL('./reference/start.js', import.meta.url))))
  file('', 'text/html; charset=utf-8', readFileSync(fileURLToPath(new URL('./reference/index.html', import.meta.url))))
  app.get('/api/docs', async (_request, reply) => reply.redirect('/api/docs/'))
}

const REFERENCE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
