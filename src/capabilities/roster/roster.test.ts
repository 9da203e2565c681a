import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inSystem } from '../../platform/database/index.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'
import { foldTallies } from './index.ts'

let server: Running
let university: University
let cohort: Cohort
let english: Enrolled[]
let accounting: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  ;({ english, accounting } = await enrolSix(server.services, university, cohort))
}, 60_000)
afterAll(() => server.close())

const asked = (more: object = {}) => ({ cohortId: cohort.cohortId, ...more })
const entries = async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 50 })).rows
const page = async (login: string, { graduateId }: Enrolled) => (await server.as(login)).roster.get({ id: graduateId })

describe('a correction', () => {
  test('is checked as an import is, kept as a change, and found by the new spelling', async () => {
    const [person] = english
    const client = await server.as('teacher')
    const corrected = await client.roster.correct({
      id: person!.graduateId,
      version: 1,
      changes: { name: '单宁', className: '19英语1班', phone: '190 0000 7777' },
    })
    expect(corrected).toMatchObject({ name: '单宁', className: '19英语1班', phone: '*******7777', version: 2 })
    expect((await client.roster.list(asked({ search: 'shan' }))).rows.map(row => row.name)).toEqual(['单宁'])
    expect((await client.roster.list(asked({ search: 'sn' }))).rows.map(row => row.name)).toEqual(['单宁'])
    const { rows } = await client.roster.changes({ memberId: person!.memberId })
    expect(rows[0]!.changes).toContainEqual({ field: 'name', label: '姓名', before: '安宁', after: '单宁', sensitive: false })
    expect(rows[0]!.changes).toContainEqual({ field: 'phone', label: '手机', before: null, after: null, sensitive: true })
    expect((await entries('member.corrected'))[0]).toMatchObject({ subjectId: person!.memberId, after: { changedUnseen: ['phone'] } })
    await expect(client.roster.correct({ id: person!.graduateId, version: 1, changes: { name: '某某' } })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version: 2 },
    })
    expect(await client.roster.correct({ id: person!.graduateId, version: 2, changes: { className: '' } })).toMatchObject({
      className: null,
    })
  })

  test.each<[string, Record<string, string>, string]>([
    ['预备 to 正式 without the day', { membership: '正式' }, 'confirmation-day-missing'],
    ['a phone of ten digits', { phone: '1900000777' }, 'phone'],
    ['no name', { name: '' }, 'missing'],
    ['a branch that is none', { branch: '某某支部' }, 'unknown-branch'],
    ['a branch of another’s', { branch: '会计学党支部' }, 'elsewhere'],
    ['a day that does not exist', { joinedOn: '2021-02-30' }, 'no-such-day'],
    ['a student number of somebody else', { studentNumber: '2019900003' }, 'duplicate-student-number'],
    ['a student number of another unit', { studentNumber: '2019900006' }, 'student-number-elsewhere'],
  ])('is refused for %s', async (_, changes, kind) => {
    const client = await server.as('teacher')
    await expect(client.roster.correct({ id: english[1]!.graduateId, version: 1, changes })).rejects.toMatchObject({
      code: 'WRONG',
      status: 422,
      data: { problems: expect.arrayContaining([expect.objectContaining({ kind })]) },
    })
    expect(await page('teacher', english[1]!)).toMatchObject({ version: 1 })
  })

  test('may let a warning of a rule stand, with the reason on record', async () => {
    const client = await server.as('teacher')
    const [person] = english
    const changes = { joinedOn: '2017-01-01' }
    await expect(client.roster.correct({ id: person!.graduateId, version: 3, changes })).rejects.toMatchObject({
      data: { problems: [{ kind: 'joined-under-18', overridable: true }] },
    })
    const stood = await client.roster.correct({ id: person!.graduateId, version: 3, changes, override: '档案如此记载' })
    expect(stood.joinedOn).toBe('2017-01-01')
    expect((await entries('member.corrected'))[0]).toMatchObject({ after: { reason: '档案如此记载' } })
  })

  test('moves a person, and a new student number joins the old', async () => {
    const client = await server.as('secondary')
    const [, , , person] = english
    const moved = await client.roster.correct({
      id: person!.graduateId,
      version: 1,
      changes: { branch: '英语第二党支部', studentNumber: '2023900001' },
    })
    expect(moved).toMatchObject({ branch: { name: '英语第二党支部' }, studentNumber: '2023900001', formerNumbers: [person!.studentNumber] })
    expect((await (await server.as('sister-teacher')).roster.list(asked())).rows.map(row => row.name)).toEqual(['丁一'])
    await expect(page('teacher', person!)).rejects.toMatchObject({ status: 404 })
  })

  test('is nobody’s who may not edit', async () => {
    for (const login of ['office', 'secretary', 'counselor'])
      await expect(
        (await server.as(login)).roster.correct({ id: english[2]!.graduateId, version: 1, changes: { major: '法语' } }),
      ).rejects.toMatchObject({ status: 403 })
    await expect(page('sister-secondary', english[2]!)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the end of study and of membership', () => {
  const delayed = {
    reason: '学分未修满',
    expectedOn: '2024-06-30',
    placedBranch: '英语第二党支部',
    contactName: '李老师',
    contactPhone: '19000008888',
    handling: '保留在校',
  }

  test.each([
    ['reason', 'reason-missing'],
    ['expectedOn', 'expected-day-missing'],
    ['placedBranch', 'branch-missing'],
    ['contactName', 'contact-missing'],
    ['contactPhone', 'contact-phone-missing'],
    ['handling', 'handling-missing'],
  ] as const)('延期 without %s is refused', async (field, reason) => {
    const client = await server.as('teacher')
    const { [field]: _, ...facts } = delayed
    await expect(client.roster.setOutcome({ id: english[4]!.graduateId, version: 1, outcome: 'delayed', facts })).rejects.toMatchObject({
      data: { reason },
    })
  })

  test('延期 is recorded with its facts, shown in 附件3’s terms, and its phone in no open column', async () => {
    const client = await server.as('teacher')
    const set = await client.roster.setOutcome({ id: english[4]!.graduateId, version: 1, outcome: 'delayed', facts: delayed })
    expect(set).toMatchObject({
      outcome: 'delayed',
      version: 2,
      hasContactPhone: true,
      outcomeFacts: { expectedOn: '2024-06-30', contactName: '李老师' },
    })
    expect(JSON.stringify([set, await entries('outcome.set')])).not.toContain('19000008888')
    expect((await client.roster.counts(asked())).outcomes.delayed).toBe(1)
    expect((await client.roster.changes({ memberId: english[4]!.memberId })).rows[0]!.changes).toEqual([
      { field: 'outcome', label: '学业结果', before: '按期毕业', after: '延期毕业', sensitive: false },
    ])
  })

  test('leaving the rolls is a decision with its document; a wrong entry is taken back with a reason', async () => {
    const client = await server.as('sister-secondary')
    const id = accounting[0]!.graduateId
    const refusedFor = async (input: object, reason: string) =>
      expect(
        client.roster.setReduction({ id, version: 1, reduction: 'to-mass', on: '2023-06-01', document: '岭示组〔2023〕9 号', ...input }),
      ).rejects.toMatchObject({ data: { reason } })
    await refusedFor({ document: undefined }, 'document-missing')
    await refusedFor({ on: '2023-06-09' }, 'document-day-in-future')
    await refusedFor({ reduction: null }, 'not-reduced')
    const reduced = await client.roster.setReduction({
      id,
      version: 1,
      reduction: 'to-mass',
      on: '2023-06-01',
      document: '岭示组〔2023〕9 号',
    })
    expect(reduced).toMatchObject({ reduction: 'to-mass', reducedOn: '2023-06-01', can: ['correct', 'restore', 'reveal'] })
    await expect(client.roster.setOutcome({ id, version: 2, outcome: 'on-time', facts: {} })).rejects.toMatchObject({
      data: { reason: 'already-reduced' },
    })
    const restored = await client.roster.setReduction({ id, version: 2, reduction: null, reason: '登记错人' })
    expect(restored).toMatchObject({ reduction: null, can: ['correct', 'set-outcome', 'reduce', 'reveal'] })
    expect(await entries('reduction.set')).toHaveLength(2)
  })
})

describe('numbers in full', () => {
  test('are shown for a reason, one entry that lists the people', async () => {
    const [, b, c] = english
    const memberIds = [b!.memberId, c!.memberId]
    const shown = await (await server.as('teacher')).roster.reveal({ memberIds, reason: '录入党务系统' })
    expect(shown.map(({ idNumber, phone }) => `${idNumber} ${phone}`).sort()).toEqual(
      [b, c].map(person => `${person!.idNumber} ${person!.phone}`),
    )
    expect(await entries('members.revealed')).toMatchObject([{ after: { reason: '录入党务系统', members: memberIds } }])
  })

  test('of others are not found, and a role without the right is refused', async () => {
    const input = { memberIds: [english[1]!.memberId], reason: '录入党务系统' }
    await expect((await server.as('sister-teacher')).roster.reveal(input)).rejects.toMatchObject({ status: 404 })
    await expect((await server.as('secretary')).roster.reveal(input)).rejects.toMatchObject({ status: 403 })
    expect(await entries('members.revealed')).toHaveLength(1)
  })

  test('leave in an export only with the right and a reason; without, they are masked', async () => {
    const texts = async (login: string, more: object) => {
      const file = await (await server.as(login)).roster.export(asked(more))
      return JSON.stringify((await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)).sheets[0]!.rows)
    }
    expect(await texts('secretary', {})).not.toContain(english[2]!.idNumber)
    expect(await texts('secretary', {})).toContain(`**************${english[2]!.idNumber.slice(-4)}`)
    expect(await texts('teacher', { reason: '上报组织部' })).toContain(english[2]!.idNumber)
    await expect(texts('secretary', { reason: '上报组织部' })).rejects.toMatchObject({ status: 403 })
    expect((await entries('roster.exported')).map(entry => entry.after?.full)).toEqual([true, false, false])
  })
})

test('the empty form has the plan’s columns, and no people', async () => {
  const file = await (await server.as('teacher')).roster.template(asked())
  const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)
  expect(sheets[0]!.rows[3]!.slice(0, 5)).toEqual(['序号', '党总支', '党支部', '学号*', '姓名*'])
  const below = sheets[0]!.rows.slice(4).map(row => row.filter(Boolean))
  expect(below.filter(row => row.length > 0)).toEqual([[expect.stringContaining('党支部书记签字（盖章）')]])
  expect(below.length).toBeGreaterThan(20)
})

describe('the tallies', () => {
  const sums = async (folded: boolean) =>
    inSystem(server.services.database.system, async trx => {
      if (folded) await foldTallies(trx, university.school)
      const columns = sql.raw('cohort_id, path, outcome, membership, relation_at_school')
      const tallied = await sql<object>`select ${columns}, sum(difference)::int as count from graduate_tallies
        group by ${columns} having sum(difference) <> 0 order by ${columns}`.execute(trx)
      const counted =
        await sql<object>`select ${columns}, count(*)::int as count from graduates group by ${columns} order by ${columns}`.execute(trx)
      return { tallied: tallied.rows, counted: counted.rows }
    })

  // Runs last: what the tests above enrolled, corrected, moved and recorded is what is counted.
  test('say what counting says, before and after they are folded', async () => {
    const before = await sums(false)
    expect(before.counted.length).toBeGreaterThan(3)
    expect(before.tallied).toEqual(before.counted)
    const after = await sums(true)
    expect(after.tallied).toEqual(before.counted)
  })

  test('and what graduates carry is what their members say', async () => {
    const differing = await inSystem(server.services.database.system, trx =>
      sql`select g.id from graduates g join members m on m.school_id = g.school_id and m.id = g.member_id
        where (g.pinyin, g.membership, g.relation_at_school) is distinct from (m.pinyin, m.membership, m.relation_at_school)`.execute(trx),
    )
    expect(differing.rows).toEqual([])
  })
})
