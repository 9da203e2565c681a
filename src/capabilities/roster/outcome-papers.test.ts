import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { signedIn } from '../../app/gate.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'

let server: Running
let university: University
let cohort: Cohort
let late: Enrolled
let timely: Enrolled

const scan = (name = '审批表.pdf', bytes: readonly number[] = [0x25, 0x50, 0x44, 0x46, 0x2d]) => new File([Uint8Array.from(bytes)], name)
const roster = async (login = 'teacher') => (await server.as(login)).roster
const papersOf = async ({ graduateId }: Enrolled, login = 'teacher') => (await roster(login)).papers.list({ graduateId })
const asked = ({ graduateId }: Enrolled) => ({ graduateId, outcome: 'delayed', kind: 'delay-approval' }) as const
const entries = async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 20 })).rows
const files = () =>
  inSystem(server.services.database.system, async trx => {
    const { rows } = await sql<{ name: string; path: string }>`select name, path from files where purpose = 'outcome-paper'`.execute(trx)
    return rows
  })

async function delay({ graduateId: id }: Enrolled) {
  const client = await roster()
  const { version } = await client.get({ id })
  await client.setOutcome({
    id,
    version,
    outcome: 'delayed',
    facts: {
      reason: '论文未完成',
      expectedOn: '2024-06-30' as never,
      placedBranch: '英语第一党支部',
      contactName: '林老师',
      contactPhone: '19000000009',
      handling: '留原支部',
    },
  })
}

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const { english } = await enrolSix(server.services, university, cohort)
  ;[late, timely] = english as [Enrolled, Enrolled]
  await delay(late)
}, 60_000)
afterAll(() => server.close())

describe('the papers behind an outcome', () => {
  test('are named as lacking until they are there', async () => {
    expect(await papersOf(late)).toEqual({ outcome: 'delayed', papers: [], lacking: ['delay-approval'], can: ['add', 'open', 'remove'] })
    expect(await papersOf(timely)).toMatchObject({ outcome: 'on-time', lacking: [], can: ['open', 'remove'] })
  })

  test('are kept by name, by whom and when; the file’s own name is not', async () => {
    const client = await roster()
    await client.papers.add({ ...asked(late), file: scan(`${late.idNumber}.pdf`) })
    const { papers, lacking } = await client.papers.add({
      ...asked(late),
      kind: 'other',
      title: '导师情况说明',
      file: scan('x', [0xff, 0xd8, 0xff, 0xe0]),
    })
    expect(lacking).toEqual([])
    expect(papers).toMatchObject([
      { name: '延期毕业审批表', kind: 'delay-approval', mime: 'application/pdf', addedName: '英语第一党支部的teacher' },
      { name: '导师情况说明', kind: 'other', mime: 'image/jpeg' },
    ])
    expect((await files()).map(({ name }) => name).sort()).toEqual(['导师情况说明.jpg', '延期毕业审批表.pdf'].sort())
    const noted = await entries('outcome-paper.added')
    expect(noted).toHaveLength(2)
    expect(noted[1]).toMatchObject({ subjectKind: 'outcome-paper', after: { kind: 'delay-approval', outcome: 'delayed' } })
    const { rows } = await client.changes({ memberId: late.memberId })
    expect(rows[0]!.changes).toMatchObject([{ label: '学业结果文件', after: '导师情况说明' }])
  })

  test.each([
    ['another outcome than is held', { outcome: 'suspended', kind: 'suspension-document' }, 'outcome-changed', scan()],
    ['a paper that proves something else', { kind: 'death-certificate' }, 'kind-elsewhere', scan()],
    ['其他 without a name', { kind: 'other' }, 'title-missing', scan()],
    ['a number for a name', { kind: 'other', title: '导师 19000000009' }, 'number-in-title', scan()],
    ['a workbook', {}, 'not-that-kind', scan('x.pdf', [0x50, 0x4b, 3, 4])],
    ['nothing', {}, 'empty', scan('x.pdf', [])],
  ] as const)('refuse %s, and nothing is kept', async (_, more, reason, file) => {
    const before = (await papersOf(late)).papers.length
    await expect((await roster()).papers.add({ ...asked(late), ...more, file })).rejects.toMatchObject({ data: { reason } })
    expect((await papersOf(late)).papers).toHaveLength(before)
  })

  test('nobody has who ends on time', async () => {
    const ask = { ...asked(timely), outcome: 'on-time' as const, file: scan() }
    await expect((await roster()).papers.add(ask)).rejects.toMatchObject({ data: { reason: 'nothing-to-prove' } })
  })

  test('are opened by who may see numbers, each time on record and told to the member', async () => {
    const [paper] = (await papersOf(late)).papers
    for (const login of ['teacher', 'secondary', 'office']) {
      const file = await (await roster(login)).papers.open({ id: paper!.id })
      expect([file.name, file.type, new Uint8Array(await file.arrayBuffer())[0]]).toEqual(['延期毕业审批表.pdf', 'application/pdf', 0x25])
    }
    expect((await entries('outcome-paper.opened')).map(({ after }) => after)).toContainEqual({
      reason: '查看学业结果的文件：延期毕业审批表',
      members: [late.memberId],
    })
    const own = JSON.parse(await (await (await roster(late.studentNumber)).own.download({ form: 'json' })).text())
    const part = (key: string) => own.parts.find((each: { key: string }) => each.key === key).rows
    expect(part('accesses')).toContainEqual(expect.objectContaining({ what: '打开学业结果的文件' }))
    expect(part('outcome-papers')).toMatchObject([{ name: '延期毕业审批表', outcome: '延期毕业', removed: null }, { name: '导师情况说明' }])
  })

  test('are the unit’s alone, and by name only of who sees no numbers', async () => {
    const [paper] = (await papersOf(late)).papers
    for (const login of ['sister-teacher', 'sister-secondary']) {
      const { papers } = await roster(login)
      await expect(papers.list({ graduateId: late.graduateId })).rejects.toMatchObject({ status: 404 })
      await expect(papers.open({ id: paper!.id })).rejects.toMatchObject({ status: 404 })
      await expect(papers.add({ ...asked(late), file: scan() })).rejects.toMatchObject({ status: 404 })
      await expect(papers.remove({ id: paper!.id, reason: '不归我管' })).rejects.toMatchObject({ status: 404 })
    }
    for (const login of ['secretary', 'counselor']) {
      expect(await papersOf(late, login)).toMatchObject({ papers: [{ name: '延期毕业审批表' }, {}], can: [] })
      await expect((await roster(login)).papers.open({ id: paper!.id })).rejects.toMatchObject({ status: 403 })
    }
    for (const login of ['office', 'secretary', late.studentNumber, 'auditor'])
      await expect((await roster(login)).papers.add({ ...asked(late), file: scan() })).rejects.toMatchObject({ status: 403 })
    await expect((await roster(late.studentNumber)).papers.open({ id: paper!.id })).rejects.toMatchObject({ status: 403 })
  })

  test('are named to the member, and cannot be written with the member’s reach', async () => {
    const seen = await (await roster(late.studentNumber)).own.get()
    expect(seen.papers).toMatchObject([{ name: '延期毕业审批表', outcome: 'delayed' }, { name: '导师情况说明' }])
    expect((await (await roster(timely.studentNumber)).own.get()).papers).toEqual([])
    const scopeOf = async (login: string) => {
      const { rows } = await inSystem(server.services.database.system, trx =>
        sql<{ id: string }>`select id from auth_users where username = ${`lnsf:${login}`}`.execute(trx),
      )
      return (await signedIn({ services: server.services, authUserId: rows[0]!.id }))!.scope
    }
    const written = async (login: string, statement: string) =>
      inScope(server.services.database.app, await scopeOf(login), async trx =>
        Number((await sql.raw(statement).execute(trx)).numAffectedRows ?? 0),
      )
    expect(await written(late.studentNumber, `update outcome_papers set title = '改过'`)).toBe(0)
    await expect(written(late.studentNumber, 'insert into outcome_papers select * from outcome_papers limit 1')).rejects.toThrow(
      /row-level security/,
    )
    await expect(written('teacher', 'delete from outcome_papers')).rejects.toThrow(/permission denied/)
  })

  test('go with a reason, once; the file is deleted and the history stays', async () => {
    const client = await roster()
    const [paper] = (await papersOf(late)).papers
    await expect(client.papers.remove({ id: paper!.id, reason: '错' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const left = await client.papers.remove({ id: paper!.id, reason: '扫描的是别人的' })
    expect(left).toMatchObject({ papers: [{ name: '导师情况说明' }], lacking: ['delay-approval'] })
    expect((await files()).map(({ name }) => name)).toEqual(['导师情况说明.jpg'])
    await expect(client.papers.remove({ id: paper!.id, reason: '再来一次' })).rejects.toMatchObject({ data: { reason: 'removed' } })
    await expect(client.papers.open({ id: paper!.id })).rejects.toMatchObject({ data: { reason: 'removed' } })
    expect((await entries('outcome-paper.removed'))[0]).toMatchObject({ after: { removed: true, reason: '扫描的是别人的' } })
    const { rows } = await client.changes({ memberId: late.memberId, field: 'outcomePaper' })
    expect(rows[0]!.changes).toMatchObject([{ before: '延期毕业审批表', after: '撤下（扫描的是别人的）' }])
    const own = JSON.parse(await (await (await roster(late.studentNumber)).own.download({ form: 'json' })).text())
    expect(JSON.stringify(own)).toContain('扫描的是别人的')
  })

  test('follow the member to another branch', async () => {
    const client = await roster('secondary')
    const { version } = await client.get({ id: late.graduateId })
    await client.correct({ id: late.graduateId, version, changes: { branch: '英语第二党支部' } })
    const { papers } = await papersOf(late, 'sister-teacher')
    expect(papers).toMatchObject([{ name: '导师情况说明' }])
    expect((await (await roster('sister-teacher')).papers.open({ id: papers[0]!.id })).size).toBe(4)
    expect((await files()).map(({ path }) => path)).toEqual([university.unit['英语第二党支部']!.path])
    await expect((await roster()).papers.open({ id: papers[0]!.id })).rejects.toMatchObject({ status: 404 })
  })

  test('go over to the entry that is kept of two', async () => {
    const [keep, gone] = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '江月' }, { name: '江月' }])
    await delay(gone!)
    const client = await roster()
    const { papers } = await client.papers.add({ ...asked(gone!), file: scan() })
    await client.duplicates.merge({
      cohortId: cohort.cohortId,
      keep: { memberId: keep!.memberId, version: 1 },
      gone: { memberId: gone!.memberId, version: 1 },
      take: [],
      reason: '同一人登记了两次',
    })
    expect((await papersOf(keep!)).papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id))
  })
})
