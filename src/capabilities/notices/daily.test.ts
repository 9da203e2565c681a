import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { day } from '../../kernel/day.ts'
import { docOf } from '../../kernel/rich-text.ts'

let server: Running
let notice: string
let duties: { id: string }[]

beforeAll(async () => {
  server = await openServer(day('2023-06-01'))
  const university = await foundUniversity(server.services)
  const { cohortId } = await openCohort(server.services, university)
  const office = (await server.as('office')).notices
  const draft = { title: '通知', issuer: '组织部', contactName: '办公室', contactPhone: '020-00000000', text: docOf('请办理。') }
  const { id, version } = await office.add({ cohortId, ...draft })
  await office.issue({ id, version })
  notice = id
  const secondary = (await server.as('secondary')).notices
  await secondary.acknowledge({ id })
  const unitIds = ['英语第一党支部', '英语第二党支部'].map(name => university.unit[name]!.id)
  const asked = ['报名单', '核去向', '不再要的'].map(text => ({ text, dueOn: '2023-06-10', task: null }))
  await secondary.forward({ id, unitIds, duties: asked })
  duties = (await secondary.receipts({ id })).duties
  await secondary.withdrawDuty({ id: duties[2]!.id, version: 1, reason: '已不用' })
  const teacher = (await server.as('teacher')).notices
  await teacher.report({ id: duties[0]!.id, version: 1 })
})
afterAll(() => server.close())

const heard = async (login: string) =>
  (await (await server.as(login)).inbox.list({ limit: 50 })).rows
    .map(({ title }) => title)
    .filter(title => /任务(?:快|已过|逾)/.test(title))

/** The night of a day, and once more: twice says nothing twice. */
async function night(on: string) {
  server.services.clock.setToday(day(on))
  await server.services.daily.run('chase-duties')
  await server.services.daily.run('chase-duties')
}

test('two days before nobody hears anything', async () => {
  await night('2023-06-08')
  expect([await heard('teacher'), await heard('sister-teacher')]).toEqual([[], []])
})

test('the day before, each branch hears once of what it has not done', async () => {
  await night('2023-06-09')
  expect(await heard('teacher')).toEqual(['1 项任务快到期：通知'])
  expect(await heard('sister-teacher')).toEqual(['2 项任务快到期：通知'])
  await night('2023-06-10')
  expect(await heard('teacher')).toHaveLength(1)
})

test('the day after, once more', async () => {
  await night('2023-06-11')
  expect(await heard('teacher')).toEqual(['1 项任务已过期：通知', '1 项任务快到期：通知'])
  expect(await heard('secondary')).toEqual([])
})

test('three days after, the 总支 hears of each branch; whoever has reported meanwhile is left alone', async () => {
  await (await server.as('teacher')).notices.report({ id: duties[1]!.id, version: 1 })
  await night('2023-06-13')
  expect(await heard('secondary')).toEqual(['英语第二党支部：2 项任务逾期仍未完成：通知'])
  expect(await heard('teacher')).toHaveLength(2)
  await night('2023-06-20')
  expect(await heard('secondary')).toHaveLength(1)
  const { rows } = await (await server.as('auditor')).audit.list({ limit: 100 })
  expect(rows.filter(({ verb }) => verb === 'duty.chased').length).toBeGreaterThan(3)
})

test('of a notice that was taken back nobody is reminded', async () => {
  const before = await heard('sister-teacher')
  await (await server.as('office')).notices.withdraw({ id: notice, version: 2, reason: '另发' })
  await night('2023-07-20')
  expect(await heard('sister-teacher')).toEqual(before)
})
