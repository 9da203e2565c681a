import { ORPCError } from '@orpc/client'
import { isRedirect } from '@tanstack/react-router'
import { describe, expect, test } from 'vitest'
import type { AppClient } from './client.ts'
import { homeOf, requireSession, safeNext } from './entry.ts'
import { openQueries } from './queries.ts'

type Answer = Awaited<ReturnType<AppClient['accounts']['session']>>

const chen: Answer = {
  accountId: 'a1',
  name: '陈明远',
  role: 'committee-office',
  roleName: '党委组织部',
  unitId: 'u1',
  unitName: '全校',
  unitPath: '/1/',
  schoolName: '岭南示范大学',
  memberId: null,
  permissions: ['roster:read'],
  today: '2023-06-08',
  demonstration: true,
}

const clientThat = (answer: () => Promise<Answer>): AppClient => ({
  accounts: {
    session: answer,
    entrance: async () => ({ schools: [], demonstration: true, today: '2023-06-08', accounts: [] }),
    setDemoDay: async ({ day }) => ({ today: day }),
  },
  plans: { cohorts: async () => [{ id: 'c1', year: 2023, name: '2023届' }] },
})

const refusedBy = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work
  } catch (error) {
    return error
  }
}

test.each([
  ['graduate', '/me'],
  ['junior', '/me'],
  ['general-branch', '/today'],
  ['branch-secretary', '/today'],
  ['publicity-office', '/news'],
  ['system-admin', '/orgs'],
  ['security-admin', '/accounts'],
  ['auditor', '/audit'],
])('%s begins at %s', (role, home) => {
  expect(homeOf({ role })).toBe(home)
})

test.each([
  ['/transfers?state=sent', '/transfers?state=sent'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['https://evil.example', undefined],
  ['javascript:alert(1)', undefined],
  [undefined, undefined],
])('after signing in, %s leads to %s', (next, led) => {
  expect(safeNext(next)).toBe(led)
})

describe('a page behind the login', () => {
  const unauthorized = async () => {
    throw new ORPCError('UNAUTHORIZED', { status: 401 })
  }

  test('opens with a session, asked once', async () => {
    let asked = 0
    const client = clientThat(async () => {
      asked += 1
      return chen
    })
    const context = { client, queries: openQueries() }
    await requireSession(context, '/roster')
    expect(await requireSession(context, '/letters')).toMatchObject({ name: '陈明远', demo: true, today: '2023-06-08' })
    expect(asked).toBe(1)
  })

  test('without one leads to the login and back', async () => {
    const error = await refusedBy(requireSession({ client: clientThat(unauthorized), queries: openQueries() }, '/letters?state=sent'))
    expect(isRedirect(error) && error.options).toMatchObject({ to: '/login', search: { next: '/letters?state=sent' } })
  })

  test('a server in trouble is no reason to sign in again', async () => {
    const down = async () => {
      throw new ORPCError('SERVICE_UNAVAILABLE', { status: 503 })
    }
    const error = await refusedBy(requireSession({ client: clientThat(down), queries: openQueries() }, '/letters'))
    expect(isRedirect(error)).toBe(false)
    expect(error).toBeInstanceOf(ORPCError)
  })
})
