import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrol, openCohort } from '../../tests/university/graduates.ts'
import { openServer, type Running } from '../../tests/university/open.ts'
import { foundUniversity } from '../../tests/university/people.ts'
import { makeArchive } from '../capabilities/archive/index.ts'
import { inSystem } from '../platform/database/index.ts'
import { beganTask, rendering } from './gate.ts'

let server: Running
let cohortId: string

beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  cohortId = cohort.cohortId
  await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '安宁' }])
}, 60_000)
afterAll(() => server.close())

test('an archive that is stopped while it is made leaves nothing behind', async () => {
  const { services } = server
  const { archive, inbox } = await server.as('office')
  const { taskId } = await archive.make({ cohortId })
  services.tasks.on('archive', async (task, progress) => {
    const who = await beganTask(services, task)
    const context = rendering(services, who!, { permission: 'archive:make', audit: 'archive.made', renders: true })
    return makeArchive(context, { cohortId, reason: null }, async (done, total) => {
      if (done === 1) await inbox.cancel({ id: taskId })
      await progress(done, total)
    })
  })
  await services.tasks.run(taskId)
  expect(await inbox.task({ id: taskId })).toMatchObject({ state: 'cancelled', done: 1, result: null })
  expect(await archive.list({ cohortId })).toEqual([])
  const files = await inSystem(services.database.system, trx => trx.selectFrom('files').select('id').execute())
  expect(files).toEqual([])
  expect((await (await server.as('auditor')).audit.list({ verb: 'archive.made' })).rows).toEqual([])
})
