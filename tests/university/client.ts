import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { FastifyInstance } from 'fastify'
import { contract } from '../../src/app/contract.ts'

export type Client = JsonifiedClient<ContractRouterClient<typeof contract>>

const ORIGIN = 'http://127.0.0.1:3000'

/** The client that the web app uses, its requests handed to the server in process: the same bytes, without a port. */
export const clientOf = (app: FastifyInstance, cookie?: string, extra: Record<string, string> = {}): Client =>
  createORPCClient(
    new OpenAPILink(contract, {
      url: `${ORIGIN}/api/v1`,
      fetch: async request => {
        const url = new URL(request.url)
        const headers = Object.fromEntries(request.headers)
        const response = await app.inject({
          method: request.method as 'GET',
          url: url.pathname + url.search,
          headers: { ...headers, ...extra, host: url.host, ...(cookie && { cookie }) },
          ...(request.body && { payload: Buffer.from(await request.arrayBuffer()) }),
        })
        return new Response(response.rawPayload.length ? new Uint8Array(response.rawPayload) : null, {
          status: response.statusCode,
          headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)] as [string, string]),
        })
      },
    }),
  )
