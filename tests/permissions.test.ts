/** R4, first half: every procedure × every role × nobody, generated from the contract. */
import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../src/app/contract.ts'
import { permissionsOf, type Role, roles } from '../src/capabilities/accounts/rules.ts'
import { accessOf } from '../src/kernel/contract.ts'
import { enrol, openCohort } from './university/graduates.ts'
import { openServer, type Running, TEST_PASSWORD } from './university/open.ts'
import { foundUniversity } from './university/people.ts'

const NOWHERE = '01900000-0000-7000-8000-000000000000'

const procedures: { name: string; method: 'GET' | 'POST'; url: string; permission: string }[] = []
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const { method = 'POST', path: url = '' } = procedure['~orpc'].route
  procedures.push({
    name: path.join('.'),
    method: method as 'GET',
    url: `/api/v1${url.replace(/\{\+?\w+\}/g, NOWHERE)}`,
    permission: accessOf(procedure).permission,
  })
})

const logins: Record<Exclude<Role, 'graduate'>, string> = {
  'committee-office': 'office',
  'publicity-office': 'publicity',
  'general-branch': 'secondary',
  'direct-branch': 'direct',
  'branch-teacher': 'teacher',
  'branch-secretary': 'secretary',
  counselor: 'counselor',
  'system-admin': 'sys-admin',
  'security-admin': 'sec-admin',
  auditor: 'auditor',
  junior: 'junior',
}

let server: Running
const cookies = new Map<Role, string>()

beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const [graduate] = await enrol(server.services, university, await openCohort(server.services, university), '英语第一党支部', [
    { name: '何晓岚' },
  ])
  for (const [role, login] of [...Object.entries(logins), ['graduate', graduate!.studentNumber]] as [Role, string][]) {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: login, password: TEST_PASSWORD },
    })
    expect(answer.statusCode, login).toBe(200)
    cookies.set(role, answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '))
  }
})
afterAll(() => server.close())

const statusOf = async ({ method, url }: { method: 'GET' | 'POST'; url: string }, cookie?: string) =>
  (await server.app.inject({ method, url, ...(method === 'GET' ? {} : { payload: {} }), ...(cookie && { headers: { cookie } }) }))
    .statusCode

describe('nobody', () => {
  test.each(procedures)('$name: $permission', async procedure => {
    const status = await statusOf(procedure)
    // Some ask what only the paper tells: an empty form is refused, and not for want of an account.
    if (procedure.permission === 'public') expect([200, 400]).toContain(status)
    else expect(status).toBe(401)
  })
})

describe.each(roles)('%s', role => {
  const held = new Set<string>(['public', ...permissionsOf[role]])
  test.each(procedures.filter(({ permission }) => !held.has(permission)))('is forbidden $name', async procedure => {
    expect(await statusOf(procedure, cookies.get(role))).toBe(403)
  })
  test.each(procedures.filter(({ permission }) => held.has(permission)))(
    'is let in to $name, which answers and does not break',
    async procedure => {
      const status = await statusOf(procedure, cookies.get(role))
      expect([401, 403]).not.toContain(status)
      expect(status).toBeLessThan(500)
    },
  )
})
