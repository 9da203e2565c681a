import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError, onError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { authUserOf } from './http-identity.ts'
import { openApiDocument } from './openapi.ts'
import { router } from './router.ts'
import type { Services } from './services.ts'

/** A workbook of 20 MB and the form around it. */
const UPLOAD_BYTES = 21 * 1024 * 1024

export async function mountApi(app: FastifyInstance, services: Services) {
  const handler = new OpenAPIHandler(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    interceptors: [
      onError(error => {
        if (error instanceof ORPCError && error.status < 500) return
        services.log.error(
          {
            name: (error as Error).name,
            message: (error as Error).message,
            stack: (error as Error).stack,
            cause: String((error as Error).cause ?? ''),
          },
          'bug',
        )
      }),
    ],
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
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) services.log.error({ message: error.message, stack: error.stack }, 'bug')
    return reply
      .status(status)
      .send({ defined: false, code: codes[status] ?? 'BAD_REQUEST', status, message: sentences[status] ?? '请求的格式不对，没有处理。' })
  })
  app.all('/api/v1/*', async (request, reply) => {
    const key = request.headers['idempotency-key']
    const idempotencyKey = typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined
    const context = { services, authUserId: await authUserOf(services, request), idempotencyKey }
    const { matched } = await handler.handle(request, reply, { prefix: '/api/v1', context })
    if (!matched) return reply.status(404).send({ defined: false, code: 'NOT_FOUND', status: 404, message: '没有这个地址。' })
  })
}

const codes: Record<number, string> = {
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
}
const sentences: Record<number, string> = {
  413: '文件超过 20 MB，没有读取。请删去图片和不需要的工作表，或按支部拆成几个文件后分别上传。',
  415: '不接受这种格式的内容。',
  500: '系统出了错，这一步没有做，已填的内容没有变。请稍后再试。',
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
