import { afterAll, beforeAll, expect, test } from 'vitest'
import { inProvince, type Journey, openJourney } from '../../tests/university/journey.ts'
import { TEST_PASSWORD } from '../../tests/university/open.ts'
import { day } from '../kernel/day.ts'
import { inSystem } from '../platform/database/index.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const tracedOn = async (graduateId: string) => {
  const { services } = journey.server
  const row = await inSystem(services.database.system, trx =>
    trx.selectFrom('transfers').select('traced_on').where('graduate_id', '=', graduateId).executeTakeFirstOrThrow(),
  )
  return row.traced_on
}

test('a member who signs in is heard of that day, whoever else signs in is not', async () => {
  const [who] = await journey.enrol('英语第一党支部', '迹一')
  await journey.submit(who!, inProvince)
  expect(await tracedOn(who!.graduateId)).toBe('2023-06-08')
  journey.server.services.clock.setToday(day('2023-09-20'))
  const signIn = (login: string) =>
    journey.server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: login, password: TEST_PASSWORD, school: 'lnsf' },
    })
  expect((await signIn('teacher')).statusCode).toBe(200)
  expect(await tracedOn(who!.graduateId)).toBe('2023-06-08')
  const answer = await signIn(who!.studentNumber)
  expect(answer.statusCode).toBe(200)
  expect(await tracedOn(who!.graduateId)).toBe('2023-09-20')
  expect((await signIn('nobody')).statusCode).toBe(401)
})
