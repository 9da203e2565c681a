import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../tests/university/client.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inSystem } from '../../platform/database/index.ts'
import type { TodayView } from './contract.ts'

let server: Running
let university: University
let cohort: Cohort
let own: Enrolled[]
let direct: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const put = (branch: string, ...people: Parameters<typeof enrol>[4]) => enrol(server.services, university, cohort, branch, people)
  own = await put('英语第一党支部', { name: '安宁' }, { name: '白杨' }, { name: '岑溪', outcome: 'delayed' })
  await put('英语第二党支部', { name: '邓清' }, { name: '冯源', outcome: 'deceased' })
  await put('会计学党支部', { name: '甘棠' })
  direct = await put('研究生院直属党支部', { name: '何田' }, { name: '季然' })
  await inSystem(server.services.database.system, trx =>
    trx.updateTable('members').set({ relation_at_school: false }).where('id', '=', direct[1]!.memberId).execute(),
  )
})
afterAll(() => server.close())

const today = async (login: string) => (await server.as(login)).insights.today({})
const sum = (terms: Record<string, number>) => Object.values(terms).reduce((total, count) => total + count, 0)
const workOf = ({ work }: TodayView) => work.map(({ kind, act, task, count }) => [kind, act, task, count])
const about = (view: TodayView, kind: string) => view.work.find(line => line.kind === kind)

type Form = Omit<Parameters<Client['transfers']['mine']['save']>[0], 'version'>
const inProvince: Form = {
  type: 'D01',
  answers: {
    unitName: '南粤示范科技有限公司',
    system: 'local',
    receiverPlace: '440304',
    addressee: { name: '中共南粤示范科技有限公司委员会' },
    receivingBranch: '研发一支部',
    duesPaidTo: '2023-06',
  },
}

async function fill({ studentNumber }: Enrolled) {
  const { mine } = (await server.as(studentNumber)).transfers
  const saved = await mine.save({ ...inProvince, version: (await mine.get()).version })
  await mine.submit({ version: saved.version })
}

async function step(login: string, who: Enrolled, group: 'check' | 'feedback' | 'handle', step: string, given = {}) {
  const { transfers } = await server.as(login)
  const { id, version } = await transfers.get({ id: who.graduateId })
  await (transfers[group].step as (input: unknown) => Promise<unknown>)({ id, version, step, given })
}

async function report(login: string, task: 'roster' | 'register') {
  const { submissions } = await server.as(login)
  const wanted = { cohortId: cohort.cohortId, task }
  const { fingerprint } = await submissions.preview(wanted)
  await submissions.submit({ ...wanted, fingerprint })
}

describe('the equation', () => {
  test.each([
    ['office', 7, 1, 3],
    ['secondary', 5, 0, 3],
    ['counselor', 5, 0, 3],
    ['teacher', 3, 0, 0],
    ['secretary', 3, 0, 0],
    ['sister-secondary', 1, 0, 1],
    ['direct', 1, 1, 0],
  ])('of %s holds: %s people, %s beside, by unit', async (login, whole, beside, units) => {
    const view = await today(login)
    expect(view.equation).toMatchObject({ whole, beside })
    expect(sum(view.equation.terms)).toBe(whole)
    expect(view.units).toHaveLength(units)
    if (units) expect(view.units.reduce((total, unit) => total + unit.people, 0)).toBe(whole)
    for (const unit of view.units) expect(sum(unit.terms)).toBe(unit.people)
  })

  test('counts whom the roster counts', async () => {
    for (const login of ['office', 'secondary', 'teacher']) {
      const { equation } = await today(login)
      const { total } = await (await server.as(login)).roster.counts({ cohortId: cohort.cohortId })
      expect(equation.whole + equation.beside).toBe(total)
    }
  })

  test('knows who stays and who has died without any case', async () => {
    expect((await today('office')).equation.terms).toMatchObject({ delayed: 1, reduced: 1, unreported: 5, received: 0 })
  })
})

describe('before anything is done', () => {
  test('everybody sees what the post is there for', async () => {
    expect(workOf(await today('office'))).toEqual([
      ['return-missing', 'urge', 'roster', 3],
      ['to-fill', 'urge', null, 5],
      ['return-missing', 'urge', 'delayed', 3],
      ['return-missing', 'urge', 'register', 3],
    ])
    expect(workOf(await today('teacher'))).toEqual([
      ['return-missing', 'do', 'roster', 1],
      ['return-missing', 'do', 'register', 1],
      ['to-fill', 'urge', null, 2],
      ['items-missing', 'do', null, 3],
    ])
    expect(workOf(await today('counselor'))).toEqual([['to-fill', 'urge', null, 3]])
    expect(workOf(await today('secretary'))).toEqual([['items-missing', 'urge', null, 3]])
    expect(about(await today('secondary'), 'to-fill')).toMatchObject({
      dueOn: '2023-06-10',
      clause: 'C6',
      overdue: 0,
      parts: [
        { name: '英语第一党支部', count: 2 },
        { name: '英语第二党支部', count: 1 },
      ],
    })
  })

  test('what a post may not read is left out', async () => {
    const secretary = await today('secretary')
    expect([secretary.funnel, secretary.lamps]).toEqual([[], []])
    expect((await today('counselor')).units.map(({ returns }) => returns)).toEqual([null, null, null])
    expect((await today('office')).units[0]!.returns).toMatchObject({ roster: { state: 'none', dueOn: '2023-05-20', overdue: true } })
  })

  test('milestones are those of the own level and below, with the days of the plan', async () => {
    const view = await today('teacher')
    expect(new Set(view.milestones.map(({ level }) => level))).toEqual(new Set(['branch', 'graduate']))
    expect(view.milestones[0]).toMatchObject({ task: 'roster', dueOn: '2023-05-20', progress: { done: 0, of: 1 } })
    expect(view).toMatchObject({ leavingDay: '2023-06-25', destinationDueOn: '2023-06-10', today: '2023-06-08' })
  })
})

test('as a case goes on, its number moves from term to term and its work from hand to hand', async () => {
  const who = own[0]!
  const stands = async () => {
    const view = await today('office')
    expect(view.equation.whole).toBe(7)
    expect(sum(view.equation.terms)).toBe(7)
    expect(view.funnel.at(-1)!.count).toBe(view.equation.terms.received)
    return {
      ...view.equation.terms,
      reached: view.funnel.filter(({ stage, count }) => stage !== 'due' && count > 0).map(({ stage }) => stage),
    }
  }
  await fill(who)
  expect(await stands()).toMatchObject({ unreported: 4, 'in-school-process': 1, reached: ['reported'] })
  expect(about(await today('teacher'), 'branch-check')).toMatchObject({ act: 'do', count: 1, dueOn: '2023-06-10' })
  expect(about(await today('secondary'), 'branch-check')).toMatchObject({ act: 'urge', count: 1 })
  expect(about(await today('sister-teacher'), 'branch-check')).toBeUndefined()

  await step('teacher', who, 'check', 'branch-verify')
  expect(about(await today('secondary'), 'secondary-check')).toMatchObject({ act: 'do', count: 1, clause: 'C7' })
  expect(about(await today('teacher'), 'branch-check')).toBeUndefined()

  await step('secondary', who, 'check', 'secondary-verify')
  expect(about(await today('secondary'), 'verified')).toMatchObject({ act: 'do', count: 1 })
  await report('secondary', 'register')
  expect(about(await today('office'), 'office-check')).toMatchObject({ act: 'do', count: 1, clause: 'C8' })
  expect(about(await today('office'), 'return-to-decide')).toMatchObject({ task: 'register', parts: [{ name: '外国语学院党总支' }] })
  expect(about(await today('sister-secondary'), 'office-check')).toBeUndefined()

  await step('office', who, 'feedback', 'pass')
  expect(about(await today('secondary'), 'to-start')).toMatchObject({ act: 'do', count: 1 })
  await step('secondary', who, 'handle', 'start', { serial: 'ZZ-0001' })
  expect(await stands()).toMatchObject({ 'in-transit': 1, 'in-school-process': 0, reached: expect.arrayContaining(['sent']) })
  await step('secondary', who, 'handle', 'accept', { proof: { kind: 'external-system' } })
  expect(await stands()).toMatchObject({ received: 1, 'in-transit': 0, unreported: 4, reached: expect.arrayContaining(['received']) })
  expect(about(await today('office'), 'received')).toMatchObject({ act: 'do', count: 1 })
})

describe('what members report of the five items', () => {
  test('is work of whoever may confirm it, until it is settled', async () => {
    const { id } = await (await server.as(own[0]!.studentNumber)).education.report({ item: 'oath', doneOn: '2023-06-01', evidence: '线上' })
    await (await server.as(direct[0]!.studentNumber)).education.report({ item: 'oath', doneOn: '2023-06-02', evidence: '线上' })
    const line = { act: 'do', count: 1, overdue: 0, dueOn: null, clause: 'C2' }
    for (const login of ['teacher', 'secondary'])
      expect(about(await today(login), 'item-reports'), login).toMatchObject({ ...line, parts: [{ name: '英语第一党支部', count: 1 }] })
    expect(about(await today('direct'), 'item-reports')).toMatchObject({ ...line, parts: [{ name: '研究生院直属党支部', count: 1 }] })
    for (const login of ['office', 'secretary', 'counselor', 'sister-teacher', 'sister-secondary'])
      expect(about(await today(login), 'item-reports'), login).toBeUndefined()
    await (await server.as('teacher')).education.returnReports({ ids: [id], reason: '请写明在哪里' })
    expect(about(await today('teacher'), 'item-reports')).toBeUndefined()
  })
})

describe('cases that were passed up', () => {
  const passedUp = (who: Enrolled, branch: string, level: string, from: string) =>
    inSystem(server.services.database.system, trx =>
      sql`insert into escalations (school_id, cohort_id, graduate_id, member_id, path, level, lamp, from_day) values
        (${university.school}, ${cohort.cohortId}, ${who.graduateId}, ${who.memberId}, ${university.unit[branch]!.path}, ${level}, 'deadline', ${from})`.execute(
        trx,
      ),
    )

  test('are a line for the level that has them, from that day on', async () => {
    await passedUp(own[0]!, '英语第一党支部', 'secondary', '2023-06-08')
    await passedUp(own[1]!, '英语第一党支部', 'secondary', '2023-06-09')
    await passedUp(direct[0]!, '研究生院直属党支部', 'committee', '2023-06-01')
    expect(about(await today('secondary'), 'escalated-secondary')).toMatchObject({ act: 'do', count: 1, clause: 'C11' })
    expect(about(await today('office'), 'escalated-committee')).toMatchObject({ act: 'do', count: 1 })
    for (const login of ['teacher', 'direct', 'counselor', 'secretary', 'sister-secondary'])
      expect(
        (await today(login)).work.filter(({ kind }) => kind.startsWith('escalated')),
        login,
      ).toEqual([])
  })

  test('are as many as the list behind the line shows', async () => {
    for (const [login, level] of [
      ['secondary', 'secondary'],
      ['office', 'committee'],
    ] as const) {
      const { total } = await (await server.as(login)).transfers.list({ cohortId: cohort.cohortId, escalated: level, limit: 10 })
      expect(about(await today(login), `escalated-${level}`)!.count).toBe(total)
    }
  })

  test('who has passed to 组织部 is with the 总支 no more', async () => {
    await passedUp(own[0]!, '英语第一党支部', 'committee', '2023-06-08')
    expect(about(await today('secondary'), 'escalated-secondary')).toBeUndefined()
    expect(about(await today('office'), 'escalated-committee')).toMatchObject({ count: 2 })
  })
})

describe('a person’s timeline', () => {
  test('tells everything that the post may see, newest first, without a number', async () => {
    const { education } = await server.as('teacher')
    await education.confirm({ graduateId: own[0]!.graduateId, item: 'oath', doneOn: '2023-05-25', evidence: '签到表' })
    const story = await (await server.as('teacher')).insights.timeline({ graduateId: own[0]!.graduateId })
    expect(story.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      ...['accept', 'start', 'pass', 'submit-register', 'secondary-verify', 'branch-verify', 'fill', 'begin'].map(
        code => `transfer ${code}`,
      ),
      'item confirmed',
    ])
    expect(story.at(-1)).toMatchObject({ on: '2023-05-25', text: '重温1次入党誓词', by: '英语第一党支部的teacher' })
    const told = JSON.stringify(story)
    for (const secret of [own[0]!.idNumber, own[0]!.phone]) expect(told).not.toContain(secret)
  })

  test('a confirmation taken back is told with its reason', async () => {
    const { education, insights } = await server.as('teacher')
    const done = await education.confirm({ graduateId: own[1]!.graduateId, item: 'oath', doneOn: '2023-05-25', evidence: '签到表' })
    await education.revoke({ id: done.id, reason: '记错了人' })
    const story = await insights.timeline({ graduateId: own[1]!.graduateId })
    expect(story.map(({ code, text }) => [code, text])).toEqual([
      ['revoked', '重温1次入党誓词：记错了人'],
      ['confirmed-once', '重温1次入党誓词'],
    ])
  })

  test('leaves the cases out for a post that doesn’t read them', async () => {
    const story = await (await server.as('secretary')).insights.timeline({ graduateId: own[0]!.graduateId })
    expect(story.map(({ kind }) => kind)).toEqual(['item'])
  })

  test.each(['sister-teacher', 'sister-secondary', 'direct'])('is not there for %s', async login => {
    await expect((await server.as(login)).insights.timeline({ graduateId: own[0]!.graduateId })).rejects.toMatchObject({ status: 404 })
  })
})

test('who reads no member data has no first screen', async () => {
  for (const login of ['auditor', 'sys-admin', 'sec-admin', 'publicity', 'junior', own[0]!.studentNumber])
    await expect(today(login)).rejects.toMatchObject({ status: 403 })
  await expect(server.anonymous.insights.today({})).rejects.toMatchObject({ status: 401 })
})

test('a cohort of another school is none', async () => {
  const cohortId = '01890000-0000-7000-8000-000000000001'
  await expect((await server.as('office')).insights.today({ cohortId })).rejects.toMatchObject({ status: 404 })
})
