import { afterEach, describe, expect, test, vi } from 'vitest'
import { giveCode, signIn } from './auth.ts'

afterEach(() => vi.unstubAllGlobals())

/** The network answers so; what was sent is kept. */
const answering = (status: number, body: unknown = {}) => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init: { body: string }) => {
    sent.push([path, JSON.parse(init.body)])
    return new Response(JSON.stringify(body), { status })
  })
  return sent
}

describe('what the server answers, and what the page is told', () => {
  test.each([
    [200, {}, 'in'],
    [200, { twoFactorRedirect: true }, 'second-factor'],
    [401, {}, 'wrong'],
    [422, {}, 'wrong'],
    [403, {}, 'barred'],
    [429, {}, 'too-often'],
    [503, {}, 'down'],
  ])('%i %j is %s', async (status, body, told) => {
    answering(status, body)
    expect(await signIn('2019240117', 'secret')).toBe(told)
  })

  test('a wrong code is not a wrong password', async () => {
    answering(401)
    expect(await giveCode('000000')).toBe('wrong-code')
  })

  test('no line at all', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    expect(await signIn('2019240117', 'secret')).toBe('offline')
  })
})

test.each([
  [undefined, { username: 'chenmy', password: 'secret' }],
  ['lnsf', { username: 'chenmy', password: 'secret', school: 'lnsf' }],
])('school %s is sent only when it was chosen', async (school, body) => {
  const sent = answering(200)
  await signIn('chenmy', 'secret', school)
  expect(sent).toEqual([['/api/auth/sign-in/username', body]])
})
