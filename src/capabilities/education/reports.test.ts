import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'
import { moveConfirmations } from './index.ts'

let server: Running
let university: University
let cohort: Cohort
let own: Enrolled[]
let sister: Enrolled

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const names = ['安宁', '白杨', '陈可', '丁然']
  own = await enrol(
    server.services,
    university,
    cohort,
    '英语第一党支部',
    names.map(name => ({ name })),
  )
  sister = (await enrol(server.services, university, cohort, '英语第二党支部', [{ name: '邓清' }]))[0]!
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).education
const member = async (person: Enrolled) => desk(person.studentNumber)
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const queue = async (login = 'teacher') => (await desk(login)).reports({ cohortId: cohort.cohortId, limit: 50 })
const entries = async () => (await (await server.as('auditor')).audit.list({ limit: 200 })).rows
const itemOf = async (person: Enrolled, key: string) => (await (await member(person)).mine()).items.find(item => item.key === key)!

const book = { item: 'book', doneOn: '2023-06-01', basis: 'book' as const, details: { title: '《乡土中国》', isbn: '978-7-01-000914-8' } }
const service = (hours: number, doneOn = '2023-06-02') => ({
  item: 'volunteering',
  doneOn,
  basis: 'hours' as const,
  details: { hours, place: '校史馆', what: '讲解' },
})

describe('a member reports', () => {
  let id: string

  test('a book, and sees it on its way', async () => {
    const made = await (await member(own[0]!)).report({ ...book, evidence: '扉页有签名' })
    id = made.id
    expect(made).toMatchObject({ state: 'waiting', evidence: '《乡土中国》（ISBN 9787010009148），扉页有签名' })
    expect(await itemOf(own[0]!, 'book')).toMatchObject({
      complete: false,
      confirmations: [],
      waiting: [{ kind: 'reported', id, doneOn: '2023-06-01', what: made.evidence, reason: null }],
    })
    expect((await entries())[0]).toMatchObject({ verb: 'item.reported', subjectId: id, after: { item: '捐赠1本经典书籍', basis: 'book' } })
  })

  test.each([
    ['the same day again', book, 'already-reported'],
    ['a wrong ISBN', { ...book, doneOn: '2023-06-03', details: { title: '乡土中国', isbn: '978-7-01-000914-9' } }, 'isbn-wrong'],
    ['a day to come', { ...book, doneOn: '2023-06-09' }, 'future-day'],
    ['a quarter of an hour', service(0.25), 'hours-wrong'],
    [
      'an alternative without a word',
      { item: 'party-lecture', doneOn: '2023-06-01', basis: 'alternative' as const, details: { alternative: 'online-lecture' } },
      'evidence-missing',
    ],
    ['what the plan lacks', { ...book, item: 'dinner' }, 'no-such-item'],
  ])('%s: refused', async (_, asked, reason) => {
    await expect((await member(own[0]!)).report(asked)).rejects.toMatchObject(refused(reason))
  })

  test('who is somebody else: a name in the request changes nothing', async () => {
    const forged = { ...service(1, '2023-06-01'), graduateId: own[1]!.graduateId, memberId: own[1]!.memberId, state: 'confirmed' }
    const made = await (await member(own[0]!)).report(forged as never)
    expect((await queue()).rows.find(row => row.id === made.id)).toMatchObject({ name: '安宁', state: 'waiting' })
    await (await member(own[0]!)).withdraw({ id: made.id })
  })

  test('a member of another branch finds it in no way', async () => {
    const stranger = await member(sister)
    await expect(stranger.withdraw({ id })).rejects.toMatchObject({ status: 404 })
    await expect(stranger.confirmReports({ ids: [id] })).rejects.toMatchObject({ status: 403 })
    expect((await stranger.mine()).items.flatMap(({ waiting }) => waiting)).toEqual([])
  })

  test.each([
    ['a NUL', { ...service(1), evidence: 'a\u0000b' }],
    ['an escape in the title', { ...book, details: { title: '\u001b[2J' } }],
    ['the other direction', { ...book, details: { title: '论语', receiver: '\u202e馆书图' } }],
  ])('%s is no word', async (_, asked) => {
    await expect((await member(own[0]!)).report({ ...asked, doneOn: '2023-05-30' })).rejects.toMatchObject({ status: 400 })
  })

  test('withdraws it once, and nobody else’s', async () => {
    const other = await (await member(own[1]!)).report(book)
    const client = await member(own[0]!)
    await expect(client.withdraw({ id: other.id })).rejects.toMatchObject({ status: 404 })
    expect(await client.withdraw({ id })).toMatchObject({ state: 'withdrawn' })
    await expect(client.withdraw({ id })).rejects.toMatchObject(refused('not-waiting'))
    expect((await itemOf(own[0]!, 'book')).waiting).toEqual([])
    expect((await client.report(book)).state).toBe('waiting')
  })

  test('the branch sees what waits, the oldest first; the sister branch its own', async () => {
    const { rows, total } = await queue()
    expect(rows.map(({ name, own, refusal }) => [name, own, refusal])).toEqual([
      ['白杨', false, null],
      ['安宁', false, null],
    ])
    expect(total).toBe(2)
    expect((await queue('sister-teacher')).rows).toEqual([])
    const { rows: matrix } = await (await desk('teacher')).matrix({ cohortId: cohort.cohortId })
    expect(Object.fromEntries(matrix.map(({ name, reported }) => [name, reported]))).toEqual({
      安宁: ['book'],
      白杨: ['book'],
      陈可: [],
      丁然: [],
    })
  })
})

describe('the branch', () => {
  const idsOf = async () => Object.fromEntries((await queue()).rows.map(({ name, id }) => [name, id]))

  test('gives back with a reason, which the member reads and may answer by another report', async () => {
    const { 白杨: id } = await idsOf()
    const teacher = await desk('teacher')
    await expect(teacher.returnReports({ ids: [id!], reason: ' ' })).rejects.toMatchObject(refused('reason-missing'))
    expect(await teacher.returnReports({ ids: [id!], reason: '请写明赠给谁' })).toEqual({ returned: 1 })
    await expect(teacher.returnReports({ ids: [id!], reason: '再退一次' })).rejects.toMatchObject(refused('not-waiting'))
    expect((await itemOf(own[1]!, 'book')).waiting).toMatchObject([{ kind: 'returned', id, reason: '请写明赠给谁' }])
    const { rows } = await (await server.as(own[1]!.studentNumber)).inbox.list({ limit: 5 })
    expect(rows[0]).toMatchObject({ title: '“捐书”的申报被退回', body: '你申报的“捐书”被退回：请写明赠给谁。改好后可以再报。' })
    await (await member(own[1]!)).report({ ...book, details: { title: '乡土中国', receiver: '学院图书角' } })
    expect((await itemOf(own[1]!, 'book')).waiting).toMatchObject([{ kind: 'reported' }])
  })

  test('confirms many at once: each becomes a confirmation with what was reported', async () => {
    const ids = Object.values(await idsOf())
    expect(await (await desk('teacher')).confirmReports({ ids })).toEqual({ confirmed: 2, refused: [] })
    expect(await itemOf(own[1]!, 'book')).toMatchObject({
      complete: true,
      waiting: [],
      confirmations: [
        {
          basis: 'book',
          details: { title: '乡土中国', receiver: '学院图书角' },
          evidence: '《乡土中国》，赠学院图书角',
          activityId: null,
          madeUp: false,
          confirmedName: '英语第一党支部的teacher',
        },
      ],
    })
    expect((await queue()).total).toBe(0)
    expect(new Set((await entries()).slice(0, 2).map(({ verb }) => verb))).toEqual(new Set(['item-report.confirmed']))
  })

  test('all or none: one that is settled meanwhile refuses the batch and is named', async () => {
    const first = await (await member(own[2]!)).report(book)
    const second = await (await member(own[3]!)).report(book)
    const teacher = await desk('teacher')
    await teacher.returnReports({ ids: [first.id], reason: '照片不清楚' })
    const ids = [first.id, second.id]
    expect(await teacher.confirmReports({ ids })).toMatchObject({ refused: [{ name: '陈可', reason: 'not-waiting' }] })
    expect(await teacher.confirmReports({ ids: [second.id] })).toEqual({ confirmed: 1, refused: [] })
  })

  test('of another unit is not found; the secretary, the counselor and the office settle nothing', async () => {
    const { id } = await (await member(own[0]!)).report(service(2))
    const stranger = await desk('sister-teacher')
    await expect(stranger.confirmReports({ ids: [id] })).rejects.toMatchObject({ status: 404 })
    await expect(stranger.returnReports({ ids: [id], reason: '错' })).rejects.toMatchObject({ status: 404 })
    for (const login of ['secretary', 'counselor', 'office']) {
      expect((await queue(login)).total).toBe(1)
      await expect((await desk(login)).confirmReports({ ids: [id] })).rejects.toMatchObject({ status: 403 })
      await expect((await desk(login)).returnReports({ ids: [id], reason: '错' })).rejects.toMatchObject({ status: 403 })
    }
    await expect((await member(own[0]!)).reports({ cohortId: cohort.cohortId, limit: 5 })).rejects.toMatchObject({ status: 403 })
  })

  test('nobody settles their own', async () => {
    const { id } = await (await member(own[3]!)).report(service(1))
    const post = (role: string) =>
      inSystem(server.services.database.system, trx =>
        sql`update posts set role = ${role} where account_id = (select id from accounts where member_id = ${own[3]!.memberId})`.execute(
          trx,
        ),
      )
    await post('branch-teacher')
    const client = await member(own[3]!)
    expect(await client.confirmReports({ ids: [id] })).toMatchObject({ refused: [{ reason: 'own-record' }] })
    await expect(client.returnReports({ ids: [id], reason: '错' })).rejects.toMatchObject(refused('own-record'))
    await post('graduate')
  })
})

describe('the branch writes down itself', () => {
  const at = (person: Enrolled, item: string) => ({ graduateId: person.graduateId, item })

  test('a title for each, and hours for all', async () => {
    const teacher = await desk('teacher')
    const people = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '方圆' }, { name: '高远' }])
    const titled = people.map((person, n) => ({ ...at(person, 'book'), basis: 'book' as const, details: { title: `读本${n + 1}` } }))
    const hours = people.map(person => ({ ...at(person, 'volunteering'), basis: 'hours' as const, details: { hours: 2.5 } }))
    const asked = { cells: [...titled, ...hours], doneOn: '2023-06-05', madeUp: true }
    expect(await teacher.confirmMany({ ...asked, dryRun: true })).toEqual({ confirmed: 4, refused: [] })
    expect(await teacher.confirmMany(asked)).toMatchObject({ confirmed: 4 })
    const { items } = await teacher.person({ graduateId: people[1]!.graduateId })
    expect(items.flatMap(({ confirmations }) => confirmations)).toMatchObject([
      { basis: 'hours', evidence: '2.5 小时', details: { hours: 2.5 }, madeUp: true },
      { basis: 'book', evidence: '《读本2》', details: { title: '读本2' }, madeUp: true },
    ])
  })

  test('an alternative that the plan names; letting off only where it says so', async () => {
    const teacher = await desk('teacher')
    const asked = { ...at(own[2]!, 'party-lecture'), doneOn: '2023-06-01', evidence: '交了心得' }
    const alternative = (key: string) => ({ ...asked, basis: 'alternative' as const, details: { alternative: key } })
    await expect(teacher.confirm(alternative('dinner'))).rejects.toMatchObject(refused('no-such-alternative'))
    expect(await teacher.confirm(alternative('online-lecture'))).toMatchObject({ basis: 'alternative', evidence: '线上党课：交了心得' })
    await expect(teacher.confirm({ ...asked, item: 'oath', basis: 'exempt' })).rejects.toMatchObject(refused('not-exempt'))
  })

  test('hours add up where the plan says how many, and letting off makes an item complete', async () => {
    const plan = `jsonb_set(jsonb_set(body, '{items,3,minimum}', '4'), '{items,2,exempt}', 'true')`
    await inSystem(server.services.database.system, trx =>
      sql`insert into plans (school_id, cohort_id, version, body, saved_by) select school_id, cohort_id, version + 1, ${sql.raw(plan)}, saved_by
        from plans where cohort_id = ${cohort.cohortId} order by version desc limit 1`.execute(trx),
    )
    const [person] = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '江月' }])
    const teacher = await desk('teacher')
    const count = async () => (await teacher.matrix({ cohortId: cohort.cohortId, search: '江月' })).rows[0]!.done
    await teacher.confirm({ ...at(person!, 'volunteering'), ...service(2.5), doneOn: '2023-06-01' })
    expect([await count(), (await itemOf(person!, 'volunteering')).hours]).toEqual([0, 2.5])
    await teacher.confirm({ ...at(person!, 'volunteering'), ...service(1.5), doneOn: '2023-06-02' })
    expect(await count()).toBe(1)
    await expect(teacher.confirm({ ...at(person!, 'volunteering'), ...service(1), doneOn: '2023-06-03' })).rejects.toMatchObject(
      refused('enough'),
    )
    await teacher.confirm({ ...at(person!, 'oath'), doneOn: '2023-06-03', basis: 'exempt', evidence: '因伤休养' })
    expect(await count()).toBe(2)
  })
})

describe('below the application', () => {
  const scope = (reach: 'own' | 'unit', who: Enrolled, branch = '英语第一党支部') =>
    scopeOf({
      school: university.school,
      reach,
      path: university.unit[branch]!.path,
      member: reach === 'own' ? who.memberId : '',
      account: '',
    })
  const asked = (at: ReturnType<typeof scope>, text: ReturnType<typeof sql>) =>
    inScope(server.services.database.app, at, trx => text.execute(trx))
  const forged = (who: Enrolled, state: string, branch = '英语第一党支部') => sql`insert into item_reports
    (school_id, id, cohort_id, graduate_id, member_id, path, item, done_on, basis, details, evidence, state, reported_at)
    values (${university.school}, ${newId()}, ${cohort.cohortId}, ${who.graduateId}, ${who.memberId}, ${university.unit[branch]!.path}, 'oath', '2023-06-01', 'other', '{}', '–', ${state}, now())`

  test('a member reports for nobody else, into no other branch, and only what waits', async () => {
    await expect(asked(scope('own', own[0]!), forged(own[1]!, 'waiting'))).rejects.toThrow(/row-level security/)
    await expect(asked(scope('own', own[0]!), forged(own[0]!, 'waiting', '英语第二党支部'))).rejects.toThrow(/row-level security/)
    await expect(asked(scope('unit', own[0]!), forged(own[0]!, 'waiting'))).rejects.toThrow(/row-level security/)
  })

  test('nor of somebody else’s entry under the own name, nor of another year', async () => {
    const at = scope('own', own[0]!)
    const named = (graduateId: string, cohortId: string) => sql`insert into item_reports
      (school_id, id, cohort_id, graduate_id, member_id, path, item, done_on, basis, details, evidence, reported_at)
      values (${university.school}, ${newId()}, ${cohortId}, ${graduateId}, ${own[0]!.memberId}, ${at.path}, 'oath', '2023-05-31', 'other', '{}', '–', now())`
    await expect(asked(at, named(own[1]!.graduateId, cohort.cohortId))).rejects.toThrow(/row-level security/)
    await expect(asked(at, named(sister.graduateId, cohort.cohortId))).rejects.toThrow(/row-level security/)
    await expect(asked(at, named(own[0]!.graduateId, newId()))).rejects.toThrow(/row-level security/)
  })

  test('and does nothing to a report but take it back', async () => {
    const { id } = await (await member(sister)).report({ item: 'oath', doneOn: '2023-06-01', evidence: '线上' })
    const at = scope('own', sister, '英语第二党支部')
    const set = (change: string) => asked(at, sql`update item_reports set ${sql.raw(change)} where id = ${id}`)
    await expect(set(`state = 'returned', reason = '–', settled_at = now()`)).rejects.toThrow(/row-level security/)
    await expect(set(`evidence = '改过'`)).rejects.toThrow(/permission denied/)
    await expect(asked(at, sql`delete from item_reports where id = ${id}`)).rejects.toThrow(/permission denied/)
    expect((await asked(scope('own', own[0]!), sql`select id from item_reports where id = ${id}`)).rows).toEqual([])
    expect((await asked(scope('unit', own[0]!), sql`select id from item_reports where id = ${id}`)).rows).toEqual([])
  })

  test('what a confirmation rests on is written once', async () => {
    const change = asked(scope('unit', own[0]!), sql`update item_confirmations set details = '{}'`)
    await expect(change).rejects.toThrow(/permission denied/)
  })

  test('who changes branch takes reports along', async () => {
    const { path } = university.unit.英语第一党支部!
    const above = scopeOf({
      school: university.school,
      reach: 'unit',
      path: university.unit.外国语学院党总支!.path,
      member: '',
      account: '',
    })
    const { total } = await queue()
    await inScope(server.services.database.app, above, trx =>
      moveConfirmations(trx, university.school, [{ memberId: sister.memberId, path }]),
    )
    const { rows } = await asked(scope('unit', sister), sql`select id from item_reports where member_id = ${sister.memberId}`)
    expect(rows).toHaveLength(1)
    // The queue follows the roster's own branch of the person, who has not moved there in this test.
    expect((await queue()).total).toBe(total)
  })
})

describe('an activity', () => {
  test('is on its way until the branch closes its list, and then what the tick rests on', async () => {
    const { activities } = await server.as('teacher')
    const [person] = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '康宁' }])
    const audience = [university.unit.英语第一党支部!.id]
    const held = { cohortId: cohort.cohortId, kind: 'oath', title: '重温誓词', onDay: day('2023-06-08'), begins: '09:00', audience }
    const id = (await activities.add(held)).ids[0]!
    await activities.open({ id, version: 1 })
    await activities.mark({ id, graduateIds: [person!.graduateId], marking: 'made-up', reason: '看录像' })
    expect((await itemOf(person!, 'oath')).waiting).toMatchObject([{ kind: 'signed', id, what: '重温誓词', doneOn: '2023-06-08' }])
    await activities.close({ id, unitId: audience[0]! })
    expect(await itemOf(person!, 'oath')).toMatchObject({
      complete: true,
      waiting: [],
      confirmations: [{ basis: 'activity', activityId: id, madeUp: true, evidence: '签到表：重温誓词' }],
    })
  })
})
