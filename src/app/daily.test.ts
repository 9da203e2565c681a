import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrol, openCohort } from '../../tests/university/graduates.ts'
import { openServer, type Running } from '../../tests/university/open.ts'
import { foundUniversity } from '../../tests/university/people.ts'
import { inSystem } from '../platform/database/index.ts'
import { openDaily } from './daily.ts'

let server: Running
const schools: string[] = []

beforeAll(async () => {
  server = await openServer()
  for (const code of ['lnsf', 'other']) {
    const university = await foundUniversity(server.services, code)
    schools.push(university.school)
    const cohort = await openCohort(server.services, university)
    for (const name of ['安宁', '白露', '丁一']) await enrol(server.services, university, cohort, '英语第一党支部', [{ name }], code)
  }
}, 60_000)
afterAll(() => server.close())

const tallies = (school: string) =>
  inSystem(server.services.database.system, trx =>
    trx.selectFrom('graduate_tallies').select('difference').where('school_id', '=', school).execute(),
  )

describe('what is done each day', () => {
  test('is named, and comes at night', async () => {
    const hours = new Map<string, number>()
    await server.services.daily.start({ daily: async (queue, hour) => void hours.set(queue, hour) })
    expect([...hours]).toEqual([
      ['daily-watch-over-cases', 2],
      ['daily-expire-imports', 3],
      ['daily-fold-tallies', 4],
      ['daily-chase-duties', 5],
      ['daily-drop-receipt-tries', 4],
    ])
  })

  test('folds the tallies of every school', async () => {
    for (const school of schools) expect((await tallies(school)).length).toBeGreaterThan(1)
    await server.services.daily.run('fold-tallies')
    for (const school of schools) expect(await tallies(school)).toEqual([{ difference: 3 }])
    await server.services.daily.run('fold-tallies')
    for (const school of schools) expect(await tallies(school)).toEqual([{ difference: 3 }])
  })

  test('says in the log that it failed, and fails, so that it is tried again', async () => {
    const said: object[] = []
    const daily = openDaily({ error: (line: object) => said.push(line) } as never)
    daily.on('sweep', 3, () => Promise.reject(new Error('The disk is full.')))
    await expect(daily.run('sweep')).rejects.toThrow('The disk is full.')
    expect(said).toEqual([{ daily: 'sweep', error: 'The disk is full.' }])
    await expect(daily.run('unknown')).rejects.toThrow('unknown')
  })
})
