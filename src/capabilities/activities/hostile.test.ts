/** What somebody might send who means no good. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running, TEST_PASSWORD } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { docOf } from '../../kernel/rich-text.ts'

let server: Running
let id: string
let file: string
let cookie: string

beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const { cohortId } = await openCohort(server.services, university)
  const { activities } = await server.as('teacher')
  const fields = { kind: 'symposium', title: '座谈会', onDay: '2023-06-08', begins: '14:00' }
  id = (await activities.add({ ...fields, cohortId, audience: [university.unit.英语第一党支部!.id] })).ids[0]!
  await activities.open({ id, version: 1 })
  file = (await activities.addAttachment({ id, file: new File(['%PDF-1.7'], '议程.pdf') })).files[0]!.id
  const payload = { username: 'teacher', password: TEST_PASSWORD }
  const { cookies } = await server.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
})
afterAll(() => server.close())

/** Bytes that no client of ours would send. */
const post = (address: string, payload: string) =>
  server.app.inject({
    method: 'POST',
    url: `/api/v1/activities/${address}`,
    headers: { cookie, 'content-type': 'application/json' },
    payload,
  })

const quoted = (depth: number) => {
  const open = '{"type":"blockquote","content":['
  return `{"version":1,"text":{"type":"doc","content":[${open.repeat(depth)}{"type":"paragraph"}${']}'.repeat(depth)}]}}`
}

describe('minutes', () => {
  test('as plain JSON of this shape are taken: what follows is refused for what it is', async () => {
    expect((await post(`${id}/minutes`, quoted(1))).statusCode).toBe(200)
  })

  test.each([
    ['one level too deep', () => quoted(5), 400],
    ['a thousand levels deep', () => quoted(1_000), 400],
    ['a hundred thousand levels deep', () => quoted(20_000), 400],
    ['ten megabytes', () => JSON.stringify({ version: 2, text: docOf('字'.repeat(3_500_000)) }), 413],
    ['twenty-five thousand empty paragraphs', () => JSON.stringify({ version: 2, text: docOf(`a${'\n'.repeat(25_000)}`) }), 400],
    ['another prototype', () => '{"version":2,"text":{"type":"doc","content":[],"__proto__":{"type":"x"}}}', 400],
    ['a NUL', () => JSON.stringify({ version: 2, text: docOf('a\u0000b') }), 400],
  ])('%s: refused, and nothing breaks', async (_what, payload, status) => {
    expect((await post(`${id}/minutes`, payload())).statusCode).toBe(status)
    expect((await (await server.as('teacher')).activities.get({ id })).minutesVersion).toBe(2)
  })
})

describe('a caption', () => {
  test.each([
    ['a NUL', 'a\u0000b'],
    ['a line break', 'a\r\nSet-Cookie: b'],
    ['an escape', '\u001b[31m红'],
    ['the other direction', '合影\u202egpj.exe'],
    ['an isolate', '\u2066合影\u2069'],
    ['half a character', '合\ud800影'],
  ])('with %s is refused', async (_what, caption) => {
    expect((await post(`files/${file}/caption`, JSON.stringify({ caption }))).statusCode).toBe(400)
  })

  test.each(['校史馆前合影，2023-05-26', '第1排：张某 & <李某>', '👨‍👩‍👧 合影'])('%s stays as it is', async caption => {
    const answer = await post(`files/${file}/caption`, JSON.stringify({ caption }))
    expect(answer.json()).toMatchObject({ files: [{ caption }] })
  })
})

describe('a reason', () => {
  test('with a NUL is refused', async () => {
    expect((await post(`files/${file}/removal`, JSON.stringify({ reason: 'a\u0000b' }))).statusCode).toBe(400)
  })
})
