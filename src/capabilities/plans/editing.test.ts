import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import type { Plan } from './rules.ts'

let server: Awaited<ReturnType<typeof openServer>>
let university: Awaited<ReturnType<typeof foundUniversity>>
let cohortId: string
const notice = readFileSync(new URL('../../../examples/2023/notice-2023.txt', import.meta.url), 'utf8')

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  cohortId = cohort.cohortId
  await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '林晓雨' }, { name: '周文静' }, { name: '陈思远' }])
})
afterAll(() => server.close())

const desk = async (login = 'office') => (await server.as(login)).plans
const running = async () => {
  const { plan, version } = await (await desk()).plan({ cohortId })
  return { plan: plan as Plan, version }
}
const later = (plan: Plan, dueOn: string): Plan =>
  ({ ...plan, milestones: plan.milestones.map(row => (row.task === 'archive' ? { ...row, dueOn } : row)) }) as Plan

describe('before a plan is saved', () => {
  test('it is said what changes, and whom it touches', async () => {
    const { plan } = await running()
    const { problems, changes } = await (await desk()).preview({
      cohortId,
      plan: {
        ...later(plan, '2023-07-05'),
        leavingDay: '2023-06-28',
        items: plan.items.slice(0, 4),
        activityKinds: plan.activityKinds.filter(({ items }) => !items.includes('book')),
      },
    })
    expect(problems).toEqual([])
    const said = changes.map(({ row, field, touches }) => `${row}${field} ${touches.map(({ what, count }) => `${what}${count}`).join()}`)
    expect(said).toEqual(['离校日 毕业生党员3', '报工作总结和归档材料，二级党组织截止日 二级党组织3', '捐书 毕业生党员3', '捐书 '])
  })

  test('what contradicts itself is named with its place, all at once', async () => {
    const { plan } = await running()
    const { problems } = await (await desk()).preview({
      cohortId,
      plan: { ...later(plan, '2023-05-01'), letterPolicy: { ...plan.letterPolicy, numberPattern: '{0000}' } },
    })
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['leavingDay', 'letterPolicy.numberPattern']))
    expect(problems.some(({ path }) => path.endsWith('.dueOn'))).toBe(true)
  })
})

describe('a plan', () => {
  test('is saved as a version with who and why; the units hear of their new days', async () => {
    const { plan, version } = await running()
    const client = await desk()
    const saved = await client.save({ cohortId, version, plan: later(plan, '2023-07-05'), reason: '学校推迟归档' })
    expect(saved.version).toBe(version + 1)
    expect((await running()).plan.milestones.find(({ task }) => task === 'archive')?.dueOn).toBe('2023-07-05')
    const [newest] = await client.versions({ cohortId })
    expect([newest?.version, newest?.reason, newest?.changes.map(({ field, after }) => `${field}→${after}`)]).toEqual([
      version + 1,
      '学校推迟归档',
      ['截止日→2023 年 7 月 5 日'],
    ])
    const { rows } = await (await server.as('secondary')).inbox.list({})
    expect(rows[0]).toMatchObject({ title: '2023届工作方案的期限有变动', link: '/plan' })
    expect((await (await server.as('teacher')).inbox.list({})).rows.filter(({ kind }) => kind === 'plan')).toEqual([])
  })

  test('saved from an older version is refused', async () => {
    const { plan, version } = await running()
    await expect(
      (await desk()).save({ cohortId, version: version - 1, plan: later(plan, '2023-07-06'), reason: '再改' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version },
    })
  })

  test('saved by two at once: one is told', async () => {
    const { plan, version } = await running()
    const client = await desk()
    const tries = await Promise.allSettled(
      ['2023-07-06', '2023-07-07'].map(day => client.save({ cohortId, version, plan: later(plan, day), reason: '同时改' })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
  })

  test.each<[what: string, change: (plan: Plan) => unknown, expected: object]>([
    ['as it is', plan => plan, { code: 'REFUSED', data: { reason: 'nothing-changed' } }],
    ['for another year', plan => ({ ...plan, year: 2024 }), { code: 'REFUSED', data: { reason: 'other-year' } }],
    [
      'with a contradiction',
      plan => ({ ...plan, leavingDay: '2023-06-15' }),
      { code: 'WRONG', data: { problems: [{ path: 'leavingDay', message: expect.stringContaining('之后') }] } },
    ],
  ])('%s is not saved', async (_what, change, expected) => {
    const { plan, version } = await running()
    await expect((await desk()).save({ cohortId, version, plan: change(plan) as never, reason: '试一试' })).rejects.toMatchObject(expected)
    expect((await running()).version).toBe(version)
  })

  test.each(['secondary', 'teacher', 'counselor', 'sys-admin', 'publicity'])('%s reads it and changes nothing', async login => {
    const { plan, version } = await running()
    const client = await desk(login)
    expect((await client.versions({ cohortId })).length).toBeGreaterThan(1)
    await expect(client.save({ cohortId, version, plan: later(plan, '2023-07-09'), reason: '越权' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('is on record', async () => {
    const { rows } = await (await server.as('auditor')).audit.list({ verb: 'plan.saved' } as never)
    expect(rows[0]).toMatchObject({ verb: 'plan.saved', subjectId: cohortId })
  })
})

test('a pasted notice gives proposals and points out what contradicts', async () => {
  const read = await (await desk()).readNotice({ cohortId, text: notice })
  expect(read.head.number).toBe('岭大组通〔2023〕12号')
  expect(read.contradictions.map(({ task }) => task)).toEqual(['register'])
})

describe('next year', () => {
  test('runs on this year’s plan, days on the same weekday', async () => {
    const client = await desk()
    const next = await client.open({ cohortId, year: 2024, shift: 'weekday' })
    expect(next).toMatchObject({ year: 2024, name: '2024届' })
    const { plan } = await client.plan({ cohortId: next.id })
    expect([plan.leavingDay, plan.milestones.find(({ task }) => task === 'roster')?.dueOn]).toEqual([null, '2024-05-18'])
    expect((await client.cohorts())[0]?.id).toBe(next.id)
  })

  test.each([
    [2024, 'year-exists'],
    [2022, 'year-not-later'],
  ])('%i is refused: %s', async (year, reason) => {
    await expect((await desk()).open({ cohortId, year, shift: 'date' })).rejects.toMatchObject({ code: 'REFUSED', data: { reason } })
  })
})
