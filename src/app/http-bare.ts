/** What every HTTP surface of the product has: its headers, its log line, and no writes from foreign pages. */
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Log } from './log.ts'

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

export type Bare = { url: string; log: Log }

export async function bareHttp({ url, log }: Bare): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: 1024 * 1024,
    trustProxy: 'loopback',
    logger: false,
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
  })
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: url.startsWith('https:') })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', nothingOfThePhone)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  app.addHook('onRequest', refuseForeignOrigin)
  app.get('/healthz', async () => ({ alive: true }))
  return app
}

/** What a page might ask of the device; the web app alone asks for one of them. */
const devices = ['camera', 'microphone', 'geolocation', 'payment', 'usb']
const nothingOfThePhone = devices.map(device => `${device}=()`).join(', ')
/** For reading a sign-in code on the wall. */
export const onlyTheCamera = nothingOfThePhone.replace('camera=()', 'camera=(self)')

/** A browser names where a write comes from; only our own pages may write. */
async function refuseForeignOrigin(request: FastifyRequest, reply: FastifyReply) {
  const { origin, host } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || !origin) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  return reply.status(403).send({ defined: false, code: 'FORBIDDEN', status: 403, message: '请求来自别的网站，已拒绝。' })
}

export const notFound = (reply: FastifyReply) =>
  reply.status(404).send({ defined: false, code: 'NOT_FOUND', status: 404, message: '没有这个地址。' })

/** What goes wrong before a procedure is reached, in the shape of the API. */
export const plainErrors = (app: FastifyInstance, log: Log) =>
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error({ message: error.message, stack: error.stack }, 'bug')
    return reply
      .status(status)
      .send({ defined: false, code: codes[status] ?? 'BAD_REQUEST', status, message: sentences[status] ?? '请求的格式不对，没有处理。' })
  })

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
