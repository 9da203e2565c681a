import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { abroad, inProvince, type Journey, openJourney } from '../../../tests/university/journey.ts'
import { signedIn } from '../../app/gate.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'

let journey: Journey
let who: Enrolled
let beside: Enrolled

const scan = (name = '录取通知书.pdf', bytes: readonly number[] = [0x25, 0x50, 0x44, 0x46, 0x2d]) =>
  new File([Uint8Array.from(bytes)], name)
const photo = () => scan('照片', [0xff, 0xd8, 0xff, 0xe0])
const mine = async ({ studentNumber }: Enrolled) => (await journey.transfers(studentNumber)).mine
const entries = async (verb: string) => (await (await journey.server.as('auditor')).audit.list({ verb, limit: 20 })).rows
const files = () =>
  inSystem(journey.server.services.database.system, async trx => {
    const { rows } = await sql<{ name: string; path: string }>`select name, path from files where purpose = 'destination-paper'`.execute(
      trx,
    )
    return rows
  })
const refused = (reason: string) => ({ status: 409, data: { reason } })

beforeAll(async () => {
  journey = await openJourney()
  ;[who, beside] = (await journey.enrol('英语第一党支部', '安宁', '白杨')) as [Enrolled, Enrolled]
}, 60_000)
afterAll(() => journey.server.close())

describe('the papers of a destination', () => {
  test('wait until something is filled in', async () => {
    expect(await (await mine(who)).get()).toMatchObject({ papers: { asked: [], lacking: [], papers: [], mayAdd: false } })
    await expect((await mine(who)).papers.add({ kind: 'contract', file: scan() })).rejects.toMatchObject(refused('not-begun'))
  })

  test('are named by the plan, brought by the member from the phone, and kept under a plain name', async () => {
    const own = await mine(who)
    const saved = await own.save({ ...abroad, version: 0 })
    expect(saved.papers).toMatchObject({
      asked: ['acceptance-letter', 'written-application'],
      lacking: ['acceptance-letter', 'written-application'],
      mayAdd: true,
    })
    await own.papers.add({ kind: 'acceptance-letter', file: scan(`${who.idNumber}.pdf`) })
    await own.papers.add({ kind: 'acceptance-letter', title: '第二页', file: photo() })
    const { lacking, papers } = await own.papers.add({ kind: 'other', title: '签证', file: photo() })
    expect(lacking).toEqual(['written-application'])
    expect(papers).toMatchObject([
      { name: '录取通知书', mime: 'application/pdf', can: ['open', 'remove'] },
      { name: '录取通知书（第二页）', mime: 'image/jpeg' },
      { name: '签证', kind: 'other' },
    ])
    expect((await files()).map(({ name }) => name).sort()).toEqual(['录取通知书.pdf', '录取通知书（第二页）.jpg', '签证.jpg'].sort())
    const [noted] = await entries('destination-paper.added')
    expect(noted).toMatchObject({ subjectKind: 'destination-paper', after: { kind: 'other' } })
    expect(JSON.stringify(await entries('destination-paper.added'))).not.toContain(who.idNumber)
    const file = await own.papers.open({ id: papers[0]!.id })
    expect([file.name, file.type]).toEqual(['录取通知书.pdf', 'application/pdf'])
  })

  test('never hinder: the destination is handed in without the written application', async () => {
    const own = await mine(who)
    const { version, form } = await own.get()
    expect(form.missing).toEqual([])
    expect(await own.submit({ version })).toMatchObject({
      state: 'branch-check',
      papers: { lacking: ['written-application'], mayAdd: true },
    })
  })

  test.each([
    ['其他 without a name', { kind: 'other' }, 'title-missing', scan()],
    ['a number for a name', { kind: 'other', title: '合同 19000000009' }, 'number-in-title', scan()],
    ['a workbook', { kind: 'contract' }, 'not-that-kind', scan('x.pdf', [0x50, 0x4b, 3, 4])],
    ['a HEIC photograph', { kind: 'contract' }, 'heic', scan('x.heic', [0, 0, 0, 0x18, ...Buffer.from('ftypheic')])],
    ['nothing', { kind: 'contract' }, 'empty', scan('x.pdf', [])],
  ] as const)('are not %s, and nothing is kept', async (_what, paper, reason, file) => {
    const own = await mine(who)
    const before = (await own.get()).papers.papers.length
    await expect(own.papers.add({ ...paper, file })).rejects.toMatchObject(refused(reason))
    expect((await own.get()).papers.papers).toHaveLength(before)
  })

  test('are seen and opened by the checkers, each time on record and told to the member', async () => {
    for (const login of ['teacher', 'secondary', 'office']) {
      const { papers } = await journey.case(login, who)
      expect(papers.papers.map(({ name }) => name)).toEqual(['录取通知书', '录取通知书（第二页）', '签证'])
      const file = await (await journey.transfers(login)).papers.open({ id: papers.papers[0]!.id })
      expect(new Uint8Array(await file.arrayBuffer())[0]).toBe(0x25)
    }
    const opened = await entries('destination-paper.opened')
    expect(opened).toHaveLength(3)
    expect(opened[0]!.after).toEqual({ reason: '查看去向材料：录取通知书', members: [who.memberId] })
    const own = JSON.parse(await (await (await journey.server.as(who.studentNumber)).roster.own.download({ form: 'json' })).text())
    const part = (key: string) => own.parts.find((each: { key: string }) => each.key === key).rows
    expect(part('accesses')).toContainEqual(expect.objectContaining({ what: '打开去向材料' }))
    expect(part('destination-papers')).toMatchObject([{ name: '录取通知书', removed: null }, {}, { name: '签证' }])
  })

  test('are nobody else’s: not a sister unit’s, not another member’s; by name only of who sees no numbers', async () => {
    const { id } = (await journey.case('teacher', who)).papers.papers[0]!
    for (const login of ['sister-teacher', 'sister-secondary']) {
      const { papers } = await journey.transfers(login)
      await expect(papers.open({ id })).rejects.toMatchObject({ status: 404 })
      await expect(papers.add({ graduateId: who.graduateId, kind: 'contract', file: scan() })).rejects.toMatchObject({ status: 404 })
      await expect(papers.remove({ id, reason: '不归我管' })).rejects.toMatchObject({ status: 404 })
    }
    const other = await mine(beside)
    await expect(other.papers.open({ id })).rejects.toMatchObject({ status: 404 })
    await expect(other.papers.remove({ id, reason: '不是我的' })).rejects.toMatchObject({ status: 404 })
    expect((await journey.case('counselor', who)).papers).toMatchObject({ papers: [{ can: [] }, {}, {}], mayAdd: false })
    await expect((await journey.transfers('counselor')).papers.open({ id })).rejects.toMatchObject({ status: 403 })
    await expect((await journey.transfers(who.studentNumber)).papers.open({ id })).rejects.toMatchObject({ status: 403 })
    await expect((await journey.transfers('office')).papers.remove({ id, reason: '不该由我撤' })).rejects.toMatchObject({ status: 403 })
  })

  test('stay while the checkers look; sent back, the member takes the own away with a reason', async () => {
    const own = await mine(who)
    const third = (await own.get()).papers.papers[2]!
    expect(third.can).toEqual(['open'])
    await expect(own.papers.remove({ id: third.id, reason: '传错了一张' })).rejects.toMatchObject(refused('with-the-checkers'))
    await journey.step('teacher', who, 'check', 'branch-send-back', { reason: '签证拍得不清' })
    await expect(own.papers.remove({ id: third.id, reason: '错' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const left = await own.papers.remove({ id: third.id, reason: '拍得不清楚' })
    expect(left.papers).toHaveLength(2)
    expect((await files()).map(({ name }) => name)).not.toContain('签证.jpg')
    await expect(own.papers.remove({ id: third.id, reason: '再来一次' })).rejects.toMatchObject(refused('removed'))
    await expect(own.papers.open({ id: third.id })).rejects.toMatchObject(refused('removed'))
    const { events } = await journey.case('teacher', who)
    expect(events[0]).toMatchObject({ step: 'remove-paper', reason: '拍得不清楚', note: '签证' })
    expect((await entries('destination-paper.removed'))[0]).toMatchObject({ after: { removed: true, reason: '拍得不清楚' } })
  })

  test('that the branch brought are the branch’s to take away', async () => {
    const { papers } = await journey.transfers('teacher')
    const brought = (await papers.add({ graduateId: who.graduateId, kind: 'written-application', file: scan() })).papers.at(-1)!
    const own = await mine(who)
    expect((await own.get()).papers).toMatchObject({ lacking: [], papers: [{}, {}, { name: '保留组织关系的书面申请', can: [] }] })
    await expect(own.papers.open({ id: brought.id })).rejects.toMatchObject(refused('not-yours'))
    await expect(own.papers.remove({ id: brought.id, reason: '不用这份' })).rejects.toMatchObject(refused('not-yours'))
    expect((await papers.remove({ id: brought.id, reason: '扫描的是别人的' })).lacking).toEqual(['written-application'])
  })

  test('past the application too, a member writes no paper of somebody else, and nobody deletes one', async () => {
    const { system, app } = journey.server.services.database
    const scopeOf = async (login: string) => {
      const { rows } = await inSystem(system, trx =>
        sql<{ id: string }>`select id from auth_users where username = ${`lnsf:${login}`}`.execute(trx),
      )
      return (await signedIn({ services: journey.server.services, authUserId: rows[0]!.id }))!.scope
    }
    const written = async (login: string, statement: string) =>
      inScope(app, await scopeOf(login), async trx => Number((await sql.raw(statement).execute(trx)).numAffectedRows ?? 0))
    expect(await written(beside.studentNumber, `update destination_papers set title = '改过'`)).toBe(0)
    await expect(
      written(
        who.studentNumber,
        `insert into destination_papers select (jsonb_populate_record(p, jsonb_build_object(
        'id', gen_random_uuid(), 'added_by', gen_random_uuid()))).* from destination_papers p limit 1`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(written('teacher', 'delete from destination_papers')).rejects.toThrow(/permission denied/)
  })

  test('follow the member to another branch', async () => {
    const { roster } = await journey.server.as('secondary')
    const { version } = await roster.get({ id: who.graduateId })
    await roster.correct({ id: who.graduateId, version, changes: { branch: '英语第二党支部' } })
    const { papers } = (await journey.case('sister-teacher', who)).papers
    expect(papers).toHaveLength(2)
    expect((await (await journey.transfers('sister-teacher')).papers.open({ id: papers[0]!.id })).size).toBe(5)
    expect(new Set((await files()).map(({ path }) => path))).toEqual(new Set([journey.university.unit['英语第二党支部']!.path]))
    await expect((await journey.transfers('teacher')).papers.open({ id: papers[0]!.id })).rejects.toMatchObject({ status: 404 })
  })
})

describe('what is answered at the desk', () => {
  test('a later save keeps what nobody typed again, sealed answers too', async () => {
    const { fill } = await journey.transfers('teacher')
    const answers = {
      ...inProvince.answers,
      confirmed: true,
      confirmedOn: '2023-06-01' as never,
      confirmedWith: { name: '俞老师', phone: '' },
    }
    const saved = await fill.save({ ...inProvince, answers, graduateId: beside.graduateId, version: 0 })
    expect(saved.form.missing).toEqual([])
    const { confirmedWith: _, receiverContact: __, ...open } = answers
    const again = await fill.save({ type: 'D01', answers: open, graduateId: beside.graduateId, version: saved.version })
    expect(again.form.answers).toMatchObject({ confirmedWith: { name: '俞老师' }, receiverContact: { name: '俞老师' } })
  })
})
