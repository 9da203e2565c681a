import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openEndpoints, usernameOf } from '../platform/identity/index.ts'
import type { Services } from './services.ts'
import { leaveTrace } from './traces.ts'

/** What better-auth sees of the caller: our word for the address, never the caller's own. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = fromNodeHeaders(request.headers)
  headers.set('x-real-ip', request.ip)
  return headers
}

/** The id of the user whose session the cookie names. */
export const authUserOf = async (services: Services, request: FastifyRequest): Promise<string | null> =>
  request.headers.cookie ? ((await services.identity.api.getSession({ headers: headersOf(request) }))?.user.id ?? null) : null

/** The few endpoints of better-auth that are open. People type their login; the school's code is put before it here. */
export function mountIdentity(app: FastifyInstance, services: Services) {
  app.all('/api/auth/*', async (request, reply) => {
    const endpoint = request.url.slice('/api/auth'.length).split('?')[0]!
    if (!openEndpoints.has(endpoint)) return reply.status(404).send({ code: 'NOT_FOUND', message: '没有这个地址。' })
    const headers = headersOf(request)
    headers.delete('content-length')
    headers.set('origin', new URL(services.url).origin) // a foreign origin was refused before this point
    const body =
      request.method === 'GET'
        ? null
        : JSON.stringify(endpoint === '/sign-in/username' ? await withSchool(services, request.body) : (request.body ?? {}))
    const response = await services.identity.handler(
      new Request(new URL(request.url, services.url), { method: request.method, headers, body }),
    )
    reply.status(response.status)
    response.headers.forEach((value, name) => {
      if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value)
    })
    for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
    const answer = Buffer.from(await response.arrayBuffer())
    const signedIn = endpoint === '/sign-in/username' && response.ok ? userIn(answer) : null
    if (signedIn) await leaveTrace(services, signedIn)
    return reply.send(answer)
  })
}

const userIn = (answer: Buffer): string | null => (JSON.parse(answer.toString()) as { user?: { id?: string } }).user?.id ?? null

async function withSchool(services: Services, body: unknown) {
  const { username = '', password = '', school } = (body ?? {}) as { username?: string; password?: string; school?: string }
  const known = (await services.entrance.facts()).schools
  const code = school ?? (known.length === 1 ? known[0]!.code : '')
  return { username: usernameOf(code, String(username).trim()), password: String(password) }
}
