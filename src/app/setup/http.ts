import type { FastifyInstance } from 'fastify'
import type { SetupDoor } from './door.ts'
import type { SetupRefusal } from './founders.ts'

const statuses: Record<SetupRefusal, number> = { closed: 409, 'wrong-token': 403, locked: 403, busy: 409 }

/** Beside the API: nobody can be signed in yet. */
export function mountSetup(app: FastifyInstance, door: SetupDoor) {
  app.get('/api/setup', async (_request, reply) => reply.header('cache-control', 'no-store').send(await door.state()))
  app.post('/api/setup', async (request, reply) => {
    const { token = '', founding } = (request.body ?? {}) as { token?: unknown; founding?: unknown }
    const answer = await door.found(String(token), founding)
    reply.header('cache-control', 'no-store')
    if ('refused' in answer) return reply.status(statuses[answer.refused]).send(answer)
    return 'problems' in answer ? reply.status(422).send(answer) : answer
  })
}
