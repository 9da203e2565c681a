import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { ownDataIn, photo } from '../../../tests/university/own-data.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { signedIn } from '../../app/gate.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'
import { checkDigitOf } from './rules.ts'

let server: Running
let university: University
let cohort: Cohort
let first: Enrolled
let second: Enrolled
let third: Enrolled
let fourth: Enrolled
let { me, desk, correct, opened, entries, inbox } = {} as ReturnType<typeof ownDataIn>

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const { english } = await enrolSix(server.services, university, cohort)
  ;[first, second, third, fourth] = english as [Enrolled, Enrolled, Enrolled, Enrolled]
  ;({ me, desk, correct, opened, entries, inbox } = ownDataIn(server, cohort))
}, 60_000)
afterAll(() => server.close())

const idNumber = (() => {
  const body = '44990120000302777'
  return body + checkDigitOf(body)
})()

describe('a proposal', () => {
  test('comes to the branch, masked until there is a reason, and once', async () => {
    const own = await me(first)
    const shown = await own.addEvidence({ file: photo(`${first.idNumber}.jpg`) })
    await own.keep({ changes: { idNumber }, reason: '' })
    const seen = await correct(first, { idNumber, major: '法语', phone: '19000005555' }, '证件号登记时看错一位')
    expect(seen).toMatchObject({
      draft: null,
      evidence: [],
      open: { state: 'open', reason: '证件号登记时看错一位', evidence: [{ id: shown.id }] },
    })
    expect(seen.fields.find(({ field }) => field === 'idNumber')).toMatchObject({ text: first.idNumber, proposed: idNumber })
    expect(seen.fields.find(({ field }) => field === 'phone')).toMatchObject({ text: '19000005555', proposed: null })

    const { rows, total } = await (await desk('teacher')).list({ cohortId: cohort.cohortId })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ name: '安宁', fields: ['公民身份号码', '专业'], evidence: 1, state: 'open' })
    const correction = await opened('teacher', first)
    expect(correction).toMatchObject({ can: ['decide', 'reveal'], reason: '证件号登记时看错一位', graduateVersion: 2 })
    expect(correction.changes).toEqual([
      expect.objectContaining({ field: 'idNumber', after: `${'*'.repeat(14)}${idNumber.slice(-4)}`, sensitive: true, moved: false }),
      expect.objectContaining({ field: 'major', before: '英语', after: '法语', now: '英语', sensitive: false }),
    ])
    const revealed = await (await desk('teacher')).reveal({ id: correction.id, reason: '核对身份证' })
    expect(revealed.changes[0]).toMatchObject({ before: first.idNumber, after: idNumber })
    expect((await entries('members.revealed'))[0]).toMatchObject({ after: { reason: '核对身份证', members: [first.memberId] } })
    expect(await inbox('teacher')).toMatchObject([{ title: '安宁提出更正本人资料', link: `/roster/${first.graduateId}` }])
    expect(await inbox('secondary')).toEqual([])

    await correct(first, { className: '19英语1班' })
    expect(await inbox('teacher')).toHaveLength(1)
    expect((await opened('secondary', first)).changes.map(({ field }) => field)).toEqual(['idNumber', 'major', 'className'])
  })

  test('shows its paper to the branch, each time on record', async () => {
    const { evidence } = await opened('teacher', first)
    const file = await (await desk('teacher')).evidence({ id: evidence[0]!.id })
    expect([file.name, file.type, new Uint8Array(await file.arrayBuffer())[0]]).toEqual(['更正凭据.jpg', 'image/jpeg', 0xff])
    expect((await entries('evidence.opened'))[0]).toMatchObject({ after: { members: [first.memberId] } })
    await expect((await desk('sister-teacher')).evidence({ id: evidence[0]!.id })).rejects.toMatchObject({ status: 404 })
    await expect((await me(first)).dropEvidence({ id: evidence[0]!.id })).rejects.toMatchObject({ data: { reason: 'taken' } })
    await expect((await me(second)).dropEvidence({ id: evidence[0]!.id })).rejects.toMatchObject({ status: 404 })
  })

  test('is the branch’s to see, and the unit’s above it', async () => {
    const { id, version, graduateVersion } = await opened('teacher', first)
    for (const login of ['sister-teacher', 'sister-secondary']) {
      const corrections = await desk(login)
      expect((await corrections.list({ cohortId: cohort.cohortId })).rows).toEqual([])
      await expect(corrections.get({ id })).rejects.toMatchObject({ status: 404 })
      await expect(corrections.reveal({ id, reason: '看看号码' })).rejects.toMatchObject({ status: 404 })
      await expect(corrections.decide({ id, version, graduateVersion, accept: [], reason: '不归我管' })).rejects.toMatchObject({
        status: 404,
      })
    }
    for (const login of ['office', 'secretary', 'counselor', second.studentNumber])
      await expect((await desk(login)).get({ id })).rejects.toMatchObject({ status: 403 })
    expect((await (await me(second)).get()).open).toBeNull()
  })

  test('is accepted in part, with the reason told to the member', async () => {
    const { id, version, graduateVersion } = await opened('teacher', first)
    const corrections = await desk('teacher')
    await expect(corrections.decide({ id, version, graduateVersion, accept: ['idNumber'] })).rejects.toMatchObject({
      data: { reason: 'reason-missing' },
    })
    await expect(corrections.decide({ id, version: version + 1, graduateVersion, accept: [], reason: '不对' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version },
    })
    const decided = await corrections.decide({
      id,
      version,
      graduateVersion,
      accept: ['idNumber', 'className'],
      reason: '专业以教务处为准',
    })
    expect(decided).toMatchObject({ state: 'partly', can: ['reveal'], decidedReason: '专业以教务处为准' })
    const seen = await (await me(first)).get()
    expect(seen.fields.find(({ field }) => field === 'idNumber')).toMatchObject({ text: idNumber, proposed: null })
    expect(seen.fields.find(({ field }) => field === 'major')!.text).toBe('英语')
    expect(seen.past[0]).toMatchObject({ state: 'partly', decidedReason: '专业以教务处为准' })
    expect((await inbox(first.studentNumber))[0]).toMatchObject({
      title: '你提出的资料更正已核对，部分采纳',
      body: '已更正：公民身份号码、班级。没有采纳：专业。原因：专业以教务处为准。',
      link: '/me/data',
    })
    const { rows } = await (await server.as('teacher')).roster.changes({ memberId: first.memberId })
    expect(rows[0]).toMatchObject({ actorName: '英语第一党支部的teacher', proposed: true })
    const [entry] = (await entries('correction.decided')).filter(({ subjectKind }) => subjectKind === 'member')
    expect(entry).toMatchObject({ after: { proposedBy: '安宁', changedUnseen: ['idNumber'], className: '19英语1班' } })
    await expect(
      corrections.decide({ id, version: version + 1, graduateVersion: graduateVersion + 1, accept: [], reason: '再想想' }),
    ).rejects.toMatchObject({
      data: { reason: 'closed' },
    })
  })

  test('that a direct correction overtook shows what was, what shall be and what is', async () => {
    await correct(third, { major: '法语', nativePlace: '广东广州' })
    const before = await opened('teacher', third)
    const teacher = (await server.as('teacher')).roster
    await teacher.correct({ id: third.graduateId, version: before.graduateVersion, changes: { major: '德语' } })
    const decision = { id: before.id, version: before.version, accept: ['major', 'nativePlace'] as const }
    await expect(
      teacher.corrections.decide({ ...decision, accept: [...decision.accept], graduateVersion: before.graduateVersion }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { version: before.graduateVersion + 1 } })
    const now = await opened('teacher', third)
    expect(now.changes.find(({ field }) => field === 'major')).toMatchObject({ before: '英语', after: '法语', now: '德语', moved: true })
    const decided = await teacher.corrections.decide({ ...decision, accept: [...decision.accept], graduateVersion: now.graduateVersion })
    expect(decided).toMatchObject({ state: 'accepted' })
    expect(await teacher.get({ id: third.graduateId })).toMatchObject({ major: '法语', nativePlace: '广东广州' })
  })

  test('of another’s number is refused when the branch takes it over, field by field', async () => {
    await correct(third, { studentNumber: fourth.studentNumber })
    const { id, version, graduateVersion } = await opened('teacher', third)
    const refusal = await (await desk('teacher')).decide({ id, version, graduateVersion, accept: ['studentNumber'] }).catch(error => error)
    expect(refusal).toMatchObject({ code: 'WRONG', data: { problems: [{ field: 'studentNumber', kind: 'duplicate-student-number' }] } })
    expect(await (await me(third)).withdraw()).toMatchObject({
      open: null,
      past: expect.arrayContaining([expect.objectContaining({ id, state: 'withdrawn' })]),
    })
    await expect(
      (await desk('teacher')).decide({ id, version: version + 1, graduateVersion, accept: [], reason: '已撤回' }),
    ).rejects.toMatchObject({
      data: { reason: 'closed' },
    })
    expect((await entries('correction.withdrawn'))[0]).toMatchObject({ subjectId: id, after: { state: 'withdrawn' } })
  })

  test('of legal weight waits for its paper', async () => {
    await correct(second, { membership: '正式', confirmedOn: '2021-05-20' })
    const { id, version, graduateVersion } = await opened('teacher', second)
    const decision = { id, version, graduateVersion, accept: ['membership' as const, 'confirmedOn' as const] }
    const corrections = await desk('teacher')
    await expect(corrections.decide(decision)).rejects.toMatchObject({ code: 'WRONG', data: { problems: [{ kind: 'basis-missing' }] } })
    expect((await corrections.decide({ ...decision, basis: '总支批复〔2023〕12 号' })).state).toBe('accepted')
  })

  test('of a doubtful value needs a reason from the member, and one from the branch', async () => {
    const doubt = { code: 'WRONG', data: { problems: [{ field: 'joinedOn', kind: 'joined-under-18', overridable: true }] } }
    await expect(correct(first, { joinedOn: '2017-01-01' })).rejects.toMatchObject(doubt)
    await correct(first, { joinedOn: '2017-01-01' }, '档案如此记载')
    const { id, version, graduateVersion } = await opened('teacher', first)
    const decision = { id, version, graduateVersion, accept: ['joinedOn' as const] }
    const corrections = await desk('teacher')
    await expect(corrections.decide(decision)).rejects.toMatchObject(doubt)
    expect((await corrections.decide({ ...decision, override: '已看过入党志愿书' })).state).toBe('accepted')
  })

  test('is nobody’s own to decide', async () => {
    const [keeper] = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '任老师' }])) as [Enrolled]
    await correct(keeper, { major: '法语' })
    await inSystem(server.services.database.system, trx =>
      sql`update posts set role = 'branch-teacher' where account_id = (select id from accounts where member_id = ${keeper.memberId})`.execute(
        trx,
      ),
    )
    const seen = await opened(keeper.studentNumber, keeper)
    expect(seen.can).not.toContain('decide')
    const { id, version, graduateVersion } = seen
    await expect((await desk(keeper.studentNumber)).decide({ id, version, graduateVersion, accept: ['major'] })).rejects.toMatchObject({
      data: { reason: 'own' },
    })
  })

  test('follows who is moved, with its paper', async () => {
    const [mover] = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '迁移' }])) as [Enrolled]
    await (await me(mover)).addEvidence({ file: photo() })
    const { version } = await correct(mover, { major: '法语' })
    await (await server.as('secondary')).roster.correct({ id: mover.graduateId, version, changes: { branch: '英语第二党支部' } })
    const found = await opened('sister-teacher', mover)
    expect(found.changes).toHaveLength(1)
    expect((await (await desk('sister-teacher')).evidence({ id: found.evidence[0]!.id })).size).toBe(7)
    expect((await (await desk('teacher')).list({ cohortId: cohort.cohortId, memberId: mover.memberId })).rows).toEqual([])
  })
})

describe('the list', () => {
  test('has the oldest first, pages by key, and tells what is decided from what waits', async () => {
    const people = await enrol(server.services, university, cohort, '日语党支部', [{ name: '甲' }, { name: '乙' }, { name: '丙' }])
    for (const person of people) await correct(person, { major: '日语' })
    const corrections = await desk('secondary')
    const asked = { cohortId: cohort.cohortId, path: university.unit.日语党支部!.path, limit: 2 }
    const page = await corrections.list(asked)
    expect(page).toMatchObject({ total: 3, rows: [{ name: '甲' }, { name: '乙' }] })
    expect(await corrections.list({ ...asked, after: page.next! })).toMatchObject({ rows: [{ name: '丙' }], next: null })
    const { id, version, graduateVersion } = await corrections.get({ id: page.rows[0]!.id })
    await corrections.decide({ id, version, graduateVersion, accept: [], reason: '以学籍为准' })
    expect((await corrections.list(asked)).total).toBe(2)
    expect(await corrections.list({ ...asked, open: false })).toMatchObject({ total: 1, rows: [{ name: '甲', state: 'refused' }] })
    await expect(corrections.list({ ...asked, path: university.unit.管理学院党总支!.path })).rejects.toMatchObject({ status: 404 })
  })
})

describe('at the same moment', () => {
  test('two pages of one member become one proposal', async () => {
    const [person] = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '双页' }])) as [Enrolled]
    await Promise.all([correct(person, { major: '法语' }), correct(person, { className: '19法语1班' })])
    expect((await opened('teacher', person)).changes.map(({ field }) => field)).toEqual(['major', 'className'])
  })

  test('of two who decide one is told', async () => {
    const [person] = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '双核' }])) as [Enrolled]
    await correct(person, { major: '法语' })
    const { id, version, graduateVersion } = await opened('teacher', person)
    const decision = { id, version, graduateVersion }
    const [teacher, secondary] = [await desk('teacher'), await desk('secondary')]
    const answers = await Promise.allSettled([
      teacher.decide({ ...decision, accept: ['major'] }),
      secondary.decide({ ...decision, accept: [], reason: '以学籍为准' }),
    ])
    const [told] = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason] : []))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(told).toMatchObject({ code: 'REFUSED', data: { reason: 'closed' } })
    expect((await entries('correction.decided')).filter(({ subjectId }) => subjectId === id)).toHaveLength(1)
  })
})

describe('below the application', () => {
  test('a proposed number stands in plain nowhere', async () => {
    const found = await inSystem(server.services.database.system, async trx => {
      const { rows } = await sql<{ name: string }>`
        select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')`.execute(
        trx,
      )
      const hits: string[] = []
      for (const { name } of rows)
        for (const secret of [idNumber, first.idNumber, '19000005555', '登记时看错一位']) {
          const { rows: seen } = await sql
            .raw<{ count: number }>(`select count(*) as count from ${name} t where t::text like '%${secret}%'`)
            .execute(trx)
          if (seen[0]!.count > 0) hits.push(`${name}: ${secret}`)
        }
      return hits
    })
    expect(found).toEqual([])
  })

  test('a member decides nothing, and nobody proposes for another', async () => {
    const { services } = server
    const scopeOf = async (login: string) => {
      const authUserId = await inSystem(services.database.system, async trx => {
        const { rows } = await sql<{ id: string }>`select id from auth_users where username = ${`lnsf:${login}`}`.execute(trx)
        return rows[0]!.id
      })
      return (await signedIn({ services, authUserId }))!.scope
    }
    await correct(second, { major: '法语' })
    const asked = async (login: string, statement: string) =>
      inScope(services.database.app, await scopeOf(login), async trx =>
        Number((await sql.raw(statement).execute(trx)).numAffectedRows ?? 0),
      )
    await expect(
      asked(second.studentNumber, `update correction_proposals set state = 'accepted', decided_by = id, decided_name = 'x'`),
    ).rejects.toThrow(/row-level security/)
    await expect(asked('teacher', `insert into correction_proposals select * from correction_proposals limit 1`)).rejects.toThrow(
      /row-level security/,
    )
    expect(await asked('teacher', 'update correction_drafts set kept_at = now()')).toBe(0)
    await expect(asked('teacher', 'delete from correction_proposals')).rejects.toThrow(/permission denied/)
  })
})
