import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../tests/university/client.ts'
import { type Cohort, openCohort } from '../../../tests/university/graduates.ts'
import { inProvince } from '../../../tests/university/journey.ts'
import { sheetOf } from '../../../tests/university/offices.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { addDays, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { inSystem, insertRows } from '../../platform/database/index.ts'
import { addCohort } from '../plans/index.ts'
import { checkDigitOf } from './rules.ts'

const today = day('2023-06-08')
const FIRST = '英语第一党支部'
const SECOND = '英语第二党支部'

let server: Running
let university: University
let cohort: Cohort
let teacher: Client
let secondary: Client

beforeAll(async () => {
  server = await openServer(today)
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  teacher = await server.as('teacher')
  secondary = await server.as('secondary')
}, 60_000)
afterAll(() => server.close())

const header = [
  '学号',
  '姓名',
  '性别',
  '民族',
  '出生日期',
  '公民身份号码',
  '学历层次',
  '院系',
  '专业',
  '入党时间',
  '转正时间',
  '党员类别',
  '手机',
  '党支部',
]
type Row = readonly string[]

let numbered = 0
const person = (name: string, change: Record<string, string> = {}): Row => {
  const at = ++numbered
  const body = `44990120000601${String(100 + at * 2)}`
  const said: Record<string, string> = {
    学号: String(2019_500_000 + at),
    姓名: name,
    性别: '女',
    民族: '汉族',
    出生日期: '2000-06-01',
    公民身份号码: body + checkDigitOf(body),
    学历层次: '本科',
    院系: '外国语学院',
    专业: '英语',
    入党时间: '2021-05-20',
    转正时间: '2022-05-20',
    党员类别: '正式',
    手机: String(19_100_000_000 + at),
    党支部: FIRST,
    ...change,
  }
  return header.map(field => said[field] ?? '')
}
const but = (row: Row, change: Record<string, string>): Row => header.map((field, at) => change[field] ?? row[at]!)

const imported = (client: Client, ...rows: readonly Row[]) => importedInto(cohort.cohortId, client, ...rows)

async function importedInto(cohortId: string, client: Client, ...rows: readonly Row[]) {
  const file = await sheetOf(header, ...rows)
  const held = await client.roster.imports.upload({ cohortId, file })
  return client.roster.imports.commit({ id: held.id, version: held.version, basis: '外国语学院党总支批复〔2023〕12 号' })
}
const undo = (client: Client, { id, version }: { id: string; version: number }) => client.roster.imports.undo({ id, version })
const seen = async (name: string) => (await secondary.roster.list({ cohortId: cohort.cohortId, search: name, limit: 10 })).rows
const one = async (name: string) => (await seen(name))[0]!
const counted = async () => (await secondary.roster.counts({ cohortId: cohort.cohortId })).total
const entries = async (importId: string) =>
  (await (await server.as('auditor')).audit.list({ verb: 'import.undone', limit: 200 })).rows.filter(
    row => row.subjectId === importId || row.after?.importId === importId,
  )
const formers = async (importId: string) =>
  inSystem(server.services.database.system, async trx =>
    Number(
      (await sql<{ count: number }>`select count(*) as count from import_undo where import_id = ${importId}`.execute(trx)).rows[0]!.count,
    ),
  )
const memberRow = async (memberId: string) =>
  inSystem(server.services.database.system, trx =>
    trx.selectFrom('members').selectAll().where('id', '=', memberId).executeTakeFirstOrThrow(),
  )
const refused = (reason: string, detail?: string) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })

describe('a committed import that is taken back', () => {
  test('removes whom it brought: they, their numbers and their count are gone, and may come again', async () => {
    const before = await counted()
    const rows = [person('安宁'), person('白杨')]
    const done = await imported(teacher, ...rows)
    expect(await counted()).toBe(before + 2)
    expect(await teacher.roster.imports.preview({ id: done.id })).toMatchObject({
      can: ['undo'],
      undo: { removes: 2, restores: 0, refusal: null },
    })

    const undone = await undo(teacher, done)
    expect(undone).toMatchObject({ state: 'undone', version: done.version + 1 })
    expect([await counted(), await seen('安宁'), await seen('白杨')]).toEqual([before, [], []])
    expect(await undo(teacher, done)).toEqual(undone)
    expect(await teacher.roster.imports.preview({ id: done.id })).toMatchObject({ can: [], undo: null })

    const notes = await entries(done.id)
    expect(notes).toHaveLength(3)
    expect(
      notes
        .filter(({ subjectKind }) => subjectKind === 'member')
        .map(({ before: was }) => was?.name)
        .sort(),
    ).toEqual(['安宁', '白杨'])
    expect((await imported(teacher, ...rows)).counts).toMatchObject({ new: 2, wrong: 0 })
  })

  test('gives back what it changed, numbers and branch too, and says so in the person’s history', async () => {
    const row = person('陈可', { 党员类别: '预备', 入党时间: '2022-05-20', 转正时间: '' })
    await imported(secondary, row)
    const [before, { memberId }] = [await counted(), await one('陈可')]
    const [was, known] = [await memberRow(memberId), await one('陈可')]
    const done = await imported(
      secondary,
      but(row, { 专业: '翻译', 手机: '19200000001', 党支部: SECOND, 党员类别: '正式', 转正时间: '2023-05-20' }),
    )
    expect(await one('陈可')).toMatchObject({ major: '翻译', phone: '*******0001', branch: { name: SECOND }, membership: 'full' })
    expect(await formers(done.id)).toBe(1)
    expect((await secondary.roster.imports.preview({ id: done.id })).undo).toEqual({ removes: 0, restores: 1, refusal: null })

    await undo(secondary, done)
    const { version, updated_at: _, ...columns } = await memberRow(memberId)
    expect({ ...columns, version, updated_at: was.updated_at }).toEqual({ ...was, version: was.version + 2 })
    expect(await one('陈可')).toEqual({ ...known, version: known.version + 2 })
    expect([await counted(), await formers(done.id)]).toEqual([before, 0])
    const [found] = (await teacher.roster.lookup({ cohortId: cohort.cohortId, search: row[12]! })).rows
    expect(found?.name).toBe('陈可')
    const [last] = (await secondary.roster.changes({ memberId })).rows
    expect(last!.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'major', before: '翻译', after: '英语' }),
        expect.objectContaining({ field: 'phone', before: null, after: null, sensitive: true }),
      ]),
    )
    expect(JSON.stringify(await entries(done.id))).not.toMatch(/1910000|1920000|449901/)
  })

  test('one after the other, the later first', async () => {
    const row = person('邓清')
    const first = await imported(teacher, row)
    const second = await imported(teacher, but(row, { 专业: '翻译' }))
    await expect(undo(teacher, first)).rejects.toMatchObject(refused('changed-since', '邓清'))
    await undo(teacher, second)
    await undo(teacher, first)
    expect(await seen('邓清')).toEqual([])
  })
})

test('who only joined a cohort leaves it again, and comes back under the former key', async () => {
  const row = person('尤佳')
  const first = await imported(teacher, row)
  const { memberId } = await one('尤佳')
  const was = await memberRow(memberId)
  const next = newId()
  await inSystem(server.services.database.system, trx =>
    addCohort(trx, { school_id: university.school, id: next, year: 2024, name: '2024届' }),
  )
  const joined = await importedInto(next, teacher, row)
  const inNext = async () => (await teacher.roster.counts({ cohortId: next })).total
  expect([joined.counts.changed, await inNext()]).toEqual([1, 1])
  expect((await memberRow(memberId)).key_id).not.toBe(was.key_id)
  await expect(undo(teacher, first)).rejects.toMatchObject(refused('changed-since', '尤佳'))

  await undo(teacher, joined)
  expect(await inNext()).toBe(0)
  const { updated_at: _, ...now } = await memberRow(memberId)
  expect({ ...now, updated_at: was.updated_at }).toEqual({ ...was, version: was.version + 2 })
  expect(await one('尤佳')).toMatchObject({ idNumber: expect.stringContaining(row[5]!.slice(-4)) })
  expect((await teacher.roster.reveal({ memberIds: [memberId], reason: '核对号码' }))[0]).toMatchObject({
    idNumber: row[5],
    phone: row[12],
  })
})

describe('an import stays when', () => {
  const brought = async (name: string) => {
    const done = await imported(teacher, person(name))
    return { done, ...(await one(name)) }
  }
  const stays = async (done: { id: string; version: number }, reason: string, people: string) => {
    await expect(undo(teacher, done)).rejects.toMatchObject(refused(reason, people))
    const { can, undo: look } = await teacher.roster.imports.preview({ id: done.id })
    expect({ can, refusal: look?.refusal }).toEqual({ can: [], refusal: { reason, people } })
    expect(await seen(people)).toHaveLength(1)
    expect(await entries(done.id)).toEqual([])
  }

  test('somebody was corrected since', async () => {
    const { done, id, version } = await brought('傅明')
    await teacher.roster.correct({ id, version, changes: { className: '19英语2班' } })
    await stays(done, 'changed-since', '傅明')
  })

  test('an outcome of study was set', async () => {
    const { done, id, version } = await brought('顾言')
    await teacher.roster.setOutcome({ id, version, outcome: 'completed', facts: { reason: '学分未修满', handling: '按结业办理' } })
    await stays(done, 'changed-since', '顾言')
  })

  test('an item was confirmed', async () => {
    const { done, id } = await brought('韩松')
    await teacher.education.confirm({ graduateId: id, item: 'party-lecture', doneOn: '2023-05-25', evidence: '党课签到表' })
    await stays(done, 'confirmation', '韩松')
  })

  test('a transfer has begun', async () => {
    const { done, id } = await brought('金玉')
    await teacher.transfers.fill.save({ graduateId: id, version: 0, ...inProvince })
    await stays(done, 'transfer', '金玉')
  })

  test('somebody has proposed a correction', async () => {
    const { done, id, memberId } = await brought('乔申')
    const { school: school_id, unit } = university
    const whose = { school_id, id: newId(), cohort_id: cohort.cohortId, graduate_id: id, member_id: memberId, path: unit[FIRST]!.path }
    const said = {
      fields: ['major'],
      changes_sealed: new Uint8Array(1),
      key_id: newId(),
      proposed_at: '2023-06-08T08:00:00Z',
      state: 'open',
    }
    await inSystem(server.services.database.system, trx =>
      insertRows(trx, 'correction_proposals', [{ ...whose, ...said, accepted: [], version: 1 }]),
    )
    await stays(done, 'correction', '乔申')
  })

  test('there is an account', async () => {
    const { done, memberId } = await brought('柯平')
    const { school: school_id, unit } = university
    await inSystem(server.services.database.system, trx =>
      insertRows(trx, 'accounts', [
        { school_id, id: newId(), auth_user_id: newId(), login: 'keping', name: '柯平', member_id: memberId, path: unit[FIRST]!.path },
      ]),
    )
    await stays(done, 'account', '柯平')
  })

  test('a return has named them; of more than five people five are named', async () => {
    const done = await imported(teacher, ...['李一', '李二', '李三', '李四', '李五', '李六'].map(name => person(name)))
    const { fingerprint } = await teacher.submissions.preview({ cohortId: cohort.cohortId, task: 'roster' })
    await teacher.submissions.submit({ cohortId: cohort.cohortId, task: 'roster', fingerprint })
    await expect(undo(teacher, done)).rejects.toMatchObject({
      data: { reason: 'submission', detail: expect.stringMatching(/^(李.、){4}李.等 6 人$/) },
    })
    expect(await seen('李')).toHaveLength(6)
  })
})

describe('it is not undone', () => {
  test('before it is committed, from an old version, or by another account', async () => {
    const file = await sheetOf(header, person('孟真'))
    const held = await teacher.roster.imports.upload({ cohortId: cohort.cohortId, file })
    await expect(undo(teacher, held)).rejects.toMatchObject(refused('not-committed'))
    const done = await teacher.roster.imports.commit({ id: held.id, version: held.version })
    await expect(undo(teacher, held)).rejects.toMatchObject({ code: 'CONFLICT', data: { version: done.version } })
    for (const login of ['secondary', 'sister-teacher', 'sister-secondary'])
      await expect(undo(await server.as(login), done)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(undo(await server.as('counselor'), done)).rejects.toMatchObject({ status: 403 })
    await undo(teacher, done)
  })

  test('after thirty days: the former values go with the file', async () => {
    const row = person('倪波')
    await imported(teacher, row)
    const done = await imported(teacher, but(row, { 专业: '翻译' }))
    const night = async (after: number) => {
      server.services.clock.setToday(addDays(today, after))
      await server.services.daily.run('expire-imports')
      server.services.clock.setToday(today)
    }
    await night(29)
    expect(await formers(done.id)).toBe(1)
    await night(30)
    expect(await formers(done.id)).toBe(0)
    await expect(undo(teacher, { ...done, version: done.version + 1 })).rejects.toMatchObject(refused('former-gone'))
    expect(await one('倪波')).toMatchObject({ major: '翻译' })
  })
})
