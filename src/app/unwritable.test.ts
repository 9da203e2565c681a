import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrol, openCohort } from '../../tests/university/graduates.ts'
import { openServer, type Running } from '../../tests/university/open.ts'
import { foundUniversity } from '../../tests/university/people.ts'

let server: Running
let graduateId: string
beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  graduateId = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '叶一' }]))[0]!.graduateId
})
afterAll(() => server.close())

const NUL = String.fromCharCode(0)

test('a text that no database can keep is refused in a sentence, and nothing is written', async () => {
  const { roster, views } = await server.as('teacher')
  const refused = { status: 400, code: 'BAD_REQUEST', message: expect.stringContaining('控制字符') }
  await expect(roster.notes.add({ graduateId, text: `已谈话${NUL}` })).rejects.toMatchObject(refused)
  await expect(views.save({ screen: 'roster', name: `我的${NUL}`, search: {}, shared: false })).rejects.toMatchObject(refused)
  expect(await views.list({ screen: 'roster' })).toEqual([])
})
