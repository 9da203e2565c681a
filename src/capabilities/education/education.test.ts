import { execFileSync } from 'node:child_process'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { newId } from '../../kernel/ids.ts'
import { inScope, inSystem, insertRows } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'
import { activityList, confirmationsOf, itemProgress, moveConfirmations } from './index.ts'

let server: Running
let university: University
let cohort: Cohort
let own: Enrolled[]
let sister: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  own = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '安宁' }, { name: '白杨' }, { name: '陈可' }])
  sister = await enrol(server.services, university, cohort, '英语第二党支部', [{ name: '邓清' }])
})
afterAll(() => server.close())

const lecture = { doneOn: '2023-05-25', evidence: '5月25日党课签到表' }
const at = (person: Enrolled, item = 'party-lecture') => ({ graduateId: person.graduateId, item })
const verbsOf = async (subjectKind: string) =>
  new Set((await (await server.as('auditor')).audit.list({ subjectKind, limit: 200 })).rows.map(row => row.verb))
const entries = async () => (await (await server.as('auditor')).audit.list({ limit: 200 })).rows
const matrix = async (login: string, filter = {}) =>
  (await server.as(login)).education.matrix({ cohortId: cohort.cohortId, limit: 50, ...filter })
const unitScope = (branch: string) =>
  scopeOf({ school: university.school, reach: 'unit', path: university.unit[branch]!.path, member: '', account: '' })

describe('confirming', () => {
  test('goes item by item and enters the audit log', async () => {
    const confirmed = await (await server.as('teacher')).education.confirm({ ...at(own[0]!), ...lecture })
    expect(confirmed).toMatchObject({
      item: 'party-lecture',
      doneOn: '2023-05-25',
      confirmedName: '英语第一党支部的teacher',
      revoked: null,
    })
    expect((await entries())[0]).toMatchObject({
      verb: 'item.confirmed',
      subjectId: confirmed.id,
      after: { graduateId: own[0]!.graduateId, item: '听1次党课', doneOn: '2023-05-25' },
    })
  })

  test.each([
    ['of the same day', { ...lecture }, 'already-confirmed'],
    ['beyond the count', { ...lecture, doneOn: '2023-05-26' }, 'enough'],
    ['of tomorrow', { ...lecture, item: 'oath', doneOn: '2023-06-09' }, 'future-day'],
    ['from before joining', { ...lecture, item: 'oath', doneOn: '2020-05-19' }, 'before-joining'],
    ['without evidence', { doneOn: '2023-05-25', item: 'oath', evidence: ' ' }, 'evidence-missing'],
    ['of an item that the plan lacks', { ...lecture, item: 'dinner' }, 'no-such-item'],
  ])('a day %s is refused', async (_, change, reason) => {
    const before = (await entries()).length
    await expect((await server.as('teacher')).education.confirm({ ...at(own[0]!), ...change })).rejects.toMatchObject({
      status: 409,
      data: { reason },
    })
    expect(await entries()).toHaveLength(before)
  })

  test('one’s own record is refused, also in a batch', async () => {
    const post = (role: string) =>
      inSystem(server.services.database.system, trx =>
        sql`update posts set role = ${role} where account_id = (select id from accounts where member_id = ${own[1]!.memberId})`.execute(
          trx,
        ),
      )
    await post('branch-teacher')
    const teacher = await server.as(own[1]!.studentNumber)
    await expect(teacher.education.confirm({ ...at(own[1]!), ...lecture })).rejects.toMatchObject({ data: { reason: 'own-record' } })
    const { refused } = await teacher.education.confirmMany({ cells: [at(own[1]!), at(own[2]!)], ...lecture })
    expect(refused).toMatchObject([{ graduateId: own[1]!.graduateId, reason: 'own-record' }])
    const { rows } = await teacher.education.matrix({ cohortId: cohort.cohortId })
    expect(rows.map(row => row.own)).toEqual([false, true, false])
    await post('graduate')
  })

  test('many: previewed, then all or none, with a reason for each', async () => {
    const teacher = await server.as('teacher')
    const cells = [at(own[0]!), at(own[1]!), at(own[2]!), at(own[2]!, 'oath')]
    const before = (await entries()).length
    const preview = await teacher.education.confirmMany({ cells, ...lecture, dryRun: true })
    expect(preview).toEqual({ confirmed: 3, refused: [{ ...at(own[0]!), name: '安宁', reason: 'already-confirmed' }] })
    expect(await teacher.education.confirmMany({ cells, ...lecture })).toEqual({ confirmed: 0, refused: preview.refused })
    expect(await entries()).toHaveLength(before)
    expect(await teacher.education.confirmMany({ cells: cells.slice(1), ...lecture })).toEqual({ confirmed: 3, refused: [] })
    expect(await entries()).toHaveLength(before + 3)
  })

  test('the same cell twice in one batch is refused', async () => {
    const cells = [at(own[0]!, 'oath'), at(own[0]!, 'oath')]
    const { refused } = await (await server.as('teacher')).education.confirmMany({ cells, ...lecture })
    expect(refused).toMatchObject([{ reason: 'already-confirmed' }])
  })
})

describe('the matrix', () => {
  test('counts what the plan asks, and each view', async () => {
    const { items, rows, counts, total, dueOn } = await matrix('teacher')
    expect(items.map(item => [item.short, item.complete])).toEqual([
      ['党课', 3],
      ['组织生活', 0],
      ['重温誓词', 1],
      ['志愿服务', 0],
      ['捐书', 0],
    ])
    expect(rows.map(row => [row.name, row.done, row.confirmations.length])).toEqual([
      ['安宁', 1, 1],
      ['白杨', 1, 1],
      ['陈可', 2, 2],
    ])
    expect({ counts, total, dueOn }).toEqual({ counts: { all: 3, 'one-left': 0, nothing: 0, complete: 0 }, total: 3, dueOn: '2023-06-25' })
  })

  test('finds who lacks one, who has all, who has nothing', async () => {
    const secondary = await server.as('secondary')
    const rest = ['organisation-life', 'oath', 'volunteering'].map(item => at(own[0]!, item))
    await secondary.education.confirmMany({ cells: rest, ...lecture })
    const names = async (filter: object) => (await matrix('secondary', filter)).rows.map(row => row.name)
    expect(await names({ standing: 'one-left' })).toEqual(['安宁'])
    expect(await names({ standing: 'nothing' })).toEqual(['邓清'])
    await secondary.education.confirm({ ...at(own[0]!, 'book'), doneOn: '2023-06-08', evidence: '《共产党宣言》' })
    expect(await names({ standing: 'complete' })).toEqual(['安宁'])
    expect(await names({ lacks: 'oath' })).toEqual(['白杨', '邓清'])
    expect((await matrix('secondary')).counts).toEqual({ all: 4, 'one-left': 0, nothing: 1, complete: 1 })
  })

  test.each([
    ['part of a name', { search: '可' }, ['陈可']],
    ['a wild card, which is only a character', { search: '%' }, []],
  ])('is searched by %s', async (_, filter, names) => {
    expect((await matrix('secondary', filter)).rows.map(row => row.name)).toEqual(names)
  })

  test('is searched by student number, and narrowed to a unit below', async () => {
    expect((await matrix('secondary', { search: own[1]!.studentNumber })).rows.map(row => row.name)).toEqual(['白杨'])
    const unitId = university.unit.英语第二党支部!.id
    expect((await matrix('secondary', { unitId })).rows.map(row => row.name)).toEqual(['邓清'])
    await expect(matrix('sister-secondary', { unitId })).rejects.toMatchObject({ status: 404 })
  })

  test('is read a page at a time', async () => {
    const first = await matrix('secondary', { limit: 3 })
    const second = await matrix('secondary', { limit: 3, after: first.next })
    expect([...first.rows, ...second.rows].map(row => row.name)).toEqual(['安宁', '白杨', '陈可', '邓清'])
    expect(second.next).toBeNull()
  })

  test('leaves out who has left the rolls', async () => {
    const [gone] = await enrol(server.services, university, cohort, '会计学党支部', [{ name: '冯远' }])
    const count = async () => (await matrix('sister-secondary')).total
    expect(await count()).toBe(1)
    await inSystem(server.services.database.system, trx =>
      sql`update graduates set reduction = 'deceased', reduced_on = '2023-05-01' where id = ${gone!.graduateId}`.execute(trx),
    )
    expect(await count()).toBe(0)
  })
})

describe('revoking', () => {
  test('keeps the record and the reason, and the item is open again', async () => {
    const teacher = await server.as('teacher')
    const { rows } = await teacher.education.matrix({ cohortId: cohort.cohortId, search: '陈可' })
    const { id } = rows[0]!.confirmations.find(({ item }) => item === 'oath')!
    await expect(teacher.education.revoke({ id, reason: ' ' })).rejects.toMatchObject({ data: { reason: 'reason-missing' } })
    expect(await teacher.education.revoke({ id, reason: '记错了人' })).toMatchObject({ revoked: { reason: '记错了人' } })
    expect((await entries())[0]).toMatchObject({ verb: 'item.revoked', subjectId: id, after: { reason: '记错了人' } })
    await expect(teacher.education.revoke({ id, reason: '再撤一次' })).rejects.toMatchObject({ data: { reason: 'already-revoked' } })

    const person = await teacher.education.person({ graduateId: own[2]!.graduateId })
    const oath = person.items.find(({ key }) => key === 'oath')!
    expect(oath).toMatchObject({ done: 0, complete: false, confirmations: [{ revoked: { reason: '记错了人' } }] })
    await teacher.education.confirm({ ...at(own[2]!, 'oath'), ...lecture })
    expect(await verbsOf('item-confirmation')).toEqual(new Set(['item.confirmed', 'item.revoked']))
    expect(await verbsOf('unit')).toEqual(new Set())
  })
})

describe('who sees and does what', () => {
  test('a sister branch neither sees nor touches these people', async () => {
    const stranger = await server.as('sister-teacher')
    expect((await stranger.education.matrix({ cohortId: cohort.cohortId })).rows.map(row => row.name)).toEqual(['邓清'])
    const [confirmation] = (await matrix('teacher')).rows[0]!.confirmations
    const notFound = { status: 404 }
    await expect(stranger.education.confirm({ ...at(own[0]!), ...lecture })).rejects.toMatchObject(notFound)
    await expect(stranger.education.confirmMany({ cells: [at(sister[0]!), at(own[0]!)], ...lecture })).rejects.toMatchObject(notFound)
    await expect(stranger.education.revoke({ id: confirmation!.id, reason: '错' })).rejects.toMatchObject(notFound)
    await expect(stranger.education.person({ graduateId: own[0]!.graduateId })).rejects.toMatchObject(notFound)
  })

  test('the student secretary, the counselor and the committee read and confirm nobody', async () => {
    for (const login of ['secretary', 'counselor', 'office']) {
      const reader = await server.as(login)
      expect((await reader.education.matrix({ cohortId: cohort.cohortId })).rows.length).toBeGreaterThan(2)
      await expect(reader.education.confirm({ ...at(own[1]!, 'book'), ...lecture })).rejects.toMatchObject({ status: 403 })
    }
    await expect(matrix('sys-admin')).rejects.toMatchObject({ status: 403 })
    await expect(server.anonymous.education.mine()).rejects.toMatchObject({ status: 401 })
  })

  test('a graduate sees only their own, with day, evidence and who confirmed it', async () => {
    const graduate = await server.as(own[1]!.studentNumber)
    const mine = await graduate.education.mine()
    expect(mine).toMatchObject({ graduateId: own[1]!.graduateId, done: 1, required: 5, complete: false, dueOn: '2023-06-25' })
    expect(mine.items[0]!.confirmations).toMatchObject([{ ...lecture, confirmedName: '英语第一党支部的teacher' }])
    await expect(graduate.education.matrix({ cohortId: cohort.cohortId })).rejects.toMatchObject({ status: 403 })
  })

  test('below the application too: a graduate’s own transaction reads own rows and writes none', async () => {
    const { memberId, graduateId } = own[1]!
    const path = university.unit.英语第一党支部!.path
    const scope = scopeOf({ school: university.school, reach: 'own', path, member: memberId, account: '' })
    const rows = await inScope(server.services.database.app, scope, trx =>
      trx.selectFrom('item_confirmations').select('member_id').execute(),
    )
    expect(rows).toEqual([{ member_id: memberId }])
    const forged = {
      school_id: university.school,
      id: newId(),
      cohort_id: cohort.cohortId,
      graduate_id: graduateId,
      member_id: memberId,
      path,
      item: 'book',
      done_on: '2023-06-01',
      evidence: '自己写的',
      confirmed_by: newId(),
      confirmed_name: '自己',
    }
    const write = inScope(server.services.database.app, scope, trx => insertRows(trx, 'item_confirmations', [forged]))
    await expect(write).rejects.toThrow(/row-level security/)
    const remove = inScope(server.services.database.app, unitScope('英语第一党支部'), trx => trx.deleteFrom('item_confirmations').execute())
    await expect(remove).rejects.toThrow(/permission denied/)
  })
})

describe('what others ask', () => {
  const asOwn = <T>(work: Parameters<typeof inScope<T>>[2], branch = '外国语学院党总支') =>
    inScope(server.services.database.app, unitScope(branch), work)

  test('progress by branch and item', async () => {
    const units = await asOwn(trx => itemProgress(trx, unitScope('外国语学院党总支'), cohort.cohortId))
    expect(units).toMatchObject([
      { unitName: '英语第一党支部', people: 3, complete: 1, items: { 'party-lecture': 3, oath: 2, book: 1 } },
      { unitName: '英语第二党支部', people: 1, complete: 0, items: { 'party-lecture': 0 } },
    ])
    const more = { above: { name: '外国语学院党总支' }, dueOn: '2023-06-25' }
    expect(await (await server.as('secondary')).education.progress({ cohortId: cohort.cohortId })).toMatchObject(
      units.map(unit => ({ ...unit, ...more })),
    )
  })

  test('the activities of the archive, without what was revoked', async () => {
    const list = await asOwn(trx => activityList(trx, unitScope('外国语学院党总支'), cohort.cohortId))
    expect(list.find(({ item }) => item === 'party-lecture')).toMatchObject({
      unitName: '英语第一党支部',
      itemName: '听1次党课',
      ...lecture,
      people: 3,
    })
    expect(list.find(({ item }) => item === 'oath')).toMatchObject({ people: 2 })
    expect(list.at(-1)).toMatchObject({ item: 'book', evidence: '《共产党宣言》', people: 1 })
  })

  test('a member who moves takes the record along', async () => {
    const { path } = university.unit.英语第二党支部!
    await asOwn(trx => moveConfirmations(trx, university.school, [{ memberId: own[2]!.memberId, path }]))
    const rows = await asOwn(trx => confirmationsOf(trx, unitScope('英语第二党支部'), own[2]!.graduateId), '英语第二党支部')
    expect(rows.map(row => row.item).sort()).toEqual(['oath', 'oath', 'party-lecture'])
  })
})

describe('reminding', () => {
  const nudge = async (login: string, more: object = {}) => (await server.as(login)).education.nudge({ cohortId: cohort.cohortId, ...more })
  const reasons = (left: readonly { name: string; reason: string }[]) => Object.fromEntries(left.map(({ name, reason }) => [name, reason]))

  test('is previewed: whom, whom not, and the words for a group', async () => {
    const people = await enrol(server.services, university, cohort, '日语党支部', [{ name: '齐全' }, { name: '缺书' }])
    const { items } = await matrix('secondary')
    const secondary = await server.as('secondary')
    const lacked = items.filter(({ key }) => key !== 'book').map(({ key }) => key)
    const done = [...people.flatMap(person => lacked.map(item => at(person, item))), at(people[0]!, 'book')]
    await secondary.education.confirmMany({ cells: done, ...lecture })
    const chosen = { graduateIds: people.map(({ graduateId }) => graduateId) }
    const before = (await entries()).length
    const preview = await nudge('secondary', { ...chosen, dryRun: true })
    expect([preview.told, reasons(preview.left)]).toEqual([1, { 齐全: 'complete' }])
    expect(preview.text).toMatch(/^以下 1 位同志/)
    expect(preview.text).toContain('1. 缺书：捐')
    expect(await entries()).toHaveLength(before)

    expect(await nudge('secondary', chosen)).toMatchObject({ told: 1 })
    const inbox = (await server.as(people[1]!.studentNumber)).inbox
    expect((await inbox.list({})).rows.filter(({ kind }) => kind === 'items')).toMatchObject([{ title: '“五个一”还差 1 项', link: '/me' }])
    expect((await entries())[0]).toMatchObject({ verb: 'items.nudged', subjectId: people[1]!.graduateId })

    const again = await nudge('secondary', chosen)
    expect([again.told, reasons(again.left)]).toEqual([0, { 齐全: 'complete', 缺书: 'nudged-today' }])
    expect((await inbox.list({})).rows.filter(({ kind }) => kind === 'items')).toHaveLength(1)
  })

  test('everybody whom the filter shows', async () => {
    const preview = await nudge('secondary', { standing: 'one-left', dryRun: true })
    expect(reasons(preview.left)).toEqual({ 缺书: 'nudged-today' })
  })

  test('another branch’s people are not found; who confirms nothing reminds nobody', async () => {
    await expect(nudge('teacher', { graduateIds: [sister[0]!.graduateId] })).rejects.toMatchObject({ status: 404 })
    await expect(nudge('secretary', { dryRun: true })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the certificate', () => {
  const asked = (more: object = {}) => ({ cohortId: cohort.cohortId, ...more })
  const of = (...people: { graduateId: string }[]) => asked({ graduateIds: people.map(({ graduateId }) => graduateId) })
  const wordsIn = async (file: File) =>
    execFileSync('pdftotext', ['-', '-'], { input: new Uint8Array(await file.arrayBuffer()) })
      .toString()
      .replace(/\s/g, '')

  test('names the member, each item and who confirmed it; a page each', async () => {
    const people = await enrol(server.services, university, cohort, '日语党支部', [{ name: '甄全' }, { name: '甄未' }])
    const { items } = await matrix('secondary')
    const { education } = await server.as('secondary')
    await education.confirmMany({ cells: items.map(({ key }) => at(people[0]!, key)), ...lecture })

    const file = await education.certificates(of(people[0]!))
    expect([file.type, file.name]).toEqual(['application/pdf', '五个一完成证明 甄全 2023-06-08.pdf'])
    const words = await wordsIn(file)
    for (const text of [
      '甄全',
      people[0]!.studentNumber,
      '日语党支部（盖章）',
      '听1次党课',
      '2023年5月25日',
      lecture.evidence,
      '2023年6月8日',
    ])
      expect(words, text).toContain(text)
    expect((await entries())[0]).toMatchObject({ verb: 'items.certified', subjectId: people[0]!.graduateId })

    await expect(education.certificates(of(...people))).rejects.toMatchObject({ data: { reason: 'incomplete', detail: '甄未' } })
    const all = await wordsIn(await education.certificates(asked()))
    expect([all.includes('甄全'), all.includes('甄未')]).toEqual([true, false])
    await expect(education.certificates(asked({ search: '甄未' }))).rejects.toMatchObject({ data: { reason: 'nobody' } })
  })

  test('is made for nobody outside, and by nobody who confirms nothing', async () => {
    const { education } = await server.as('teacher')
    await expect(education.certificates(of(sister[0]!))).rejects.toMatchObject({ status: 404 })
    await expect((await server.as('counselor')).education.certificates(asked())).rejects.toMatchObject({ status: 403 })
  })
})
