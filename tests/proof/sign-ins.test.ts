/** A hall signs in: everybody's phone asks twice, and the code on the wall changes meanwhile. None is lost, none is there twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrol, openCohort } from '../university/graduates.ts'
import { openServer, type Running, TEST_PASSWORD } from '../university/open.ts'
import { foundUniversity } from '../university/people.ts'

/** `QICHENG_PROOF=1` is the nightly form, and says how long it took. */
const nightly = process.env.QICHENG_PROOF === '1'
const PEOPLE = nightly ? 500 : 120
/** Who looks at the wall at the same moment. */
const AT_ONCE = 40

let server: Running
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

type Answer = { status: number; reason: string | undefined }

/** Of an address of its own: so many from one address in a minute are taken for somebody who guesses passwords. */
async function phoneOf(username: string, at: number): Promise<(token: string) => Promise<Answer>> {
  const address = { 'x-forwarded-for': `10.0.${Math.floor(at / 250)}.${at % 250}` }
  const post = (url: string, payload: object, cookie = '') =>
    server.app.inject({ method: 'POST', url, payload, headers: { ...address, cookie } })
  const { cookies } = await post('/api/auth/sign-in/username', { username, password: TEST_PASSWORD })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return async token => {
    const answer = await post('/api/v1/me/activities/sign-in', { token }, cookie)
    return { status: answer.statusCode, reason: answer.json<{ data?: { reason: string } }>().data?.reason }
  }
}

test(`${PEOPLE} people sign in`, { timeout: 300_000 }, async () => {
  const university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  const names = Array.from({ length: PEOPLE }, (_, at) => ({ name: `众${at}` }))
  const people = await enrol(server.services, university, cohort, '日语党支部', names)
  const { activities } = await server.as('secondary')
  const { ids } = await activities.add({
    cohortId: cohort.cohortId,
    kind: 'party-lecture',
    title: '毕业前最后一次党课',
    onDay: '2023-06-08',
    begins: '14:00',
    audience: [university.unit['日语党支部']!.id],
  })
  const id = ids[0]!
  await activities.announce({ id, version: 1 })
  await activities.open({ id, version: 2 })
  const phones = await Promise.all(people.map(({ studentNumber }, at) => phoneOf(studentNumber, at)))

  const began = performance.now()
  const answers: Answer[] = []
  for (let at = 0; at < phones.length; at += AT_ONCE) {
    const { scan } = await activities.code({ id })
    const token = new URL(scan).hash.slice(1)
    const asked = phones.slice(at, at + AT_ONCE).flatMap(signIn => [signIn(token), signIn(token)])
    answers.push(...(await Promise.all(asked)))
  }
  const seconds = (performance.now() - began) / 1_000
  if (nightly) process.stderr.write(`${PEOPLE} people, ${answers.length} requests: ${seconds.toFixed(1)} s\n`)

  expect(answers.filter(({ status }) => status === 200).length, 'the first of two is in').toBe(PEOPLE)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(new Set(refused.map(({ status, reason }) => `${status} ${reason}`))).toEqual(new Set(['409 already-signed']))
  const lists = await activities.people({ id })
  expect(lists.filter(({ attendance }) => attendance?.how === 'scan').length).toBe(PEOPLE)
  expect((await activities.get({ id })).lists).toMatchObject([{ invited: PEOPLE, there: PEOPLE }])
})
