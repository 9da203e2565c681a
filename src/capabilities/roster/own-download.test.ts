import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { inSystem } from '../../platform/database/index.ts'

let journey: Journey
let me: Enrolled
let beside: Enrolled

const partKeys = [
  'facts',
  'study',
  'outcome-papers',
  'changes',
  'corrections',
  'items',
  'item-reports',
  'attendances',
  'farewell',
  'transfers',
  'destination',
  'destination-papers',
  'transfer-story',
  'letters',
  'dossier',
  'messages',
  'sign-ins',
  'accesses',
]

type Told = { name: string; parts: { key: string; label: string; rows: Record<string, string | null>[] }[] }

/** Both members go the whole way, so that whatever one may find of the other is there to be found. */
async function walk(who: Enrolled) {
  const { server, cohort } = journey
  const [teacher, office, own] = [await server.as('teacher'), await server.as('office'), await server.as(who.studentNumber)]
  await teacher.education.confirm({
    item: 'party-lecture',
    doneOn: '2023-05-25',
    evidence: `签到表${who.name}`,
    graduateId: who.graduateId,
  })
  await (await journey.server.as(who.studentNumber)).education.report({
    item: 'volunteering',
    doneOn: '2023-06-01',
    basis: 'hours',
    details: { hours: 2, what: `讲解${who.name}` },
  })
  const { ids } = await teacher.activities.add({
    cohortId: cohort.cohortId,
    kind: 'symposium',
    title: `座谈会${who.name}`,
    onDay: '2023-06-08',
    begins: '14:00',
    audience: [(await teacher.accounts.session()).unitId],
  })
  await teacher.activities.open({ id: ids[0]!, version: 1 })
  await teacher.activities.mark({ id: ids[0]!, graduateIds: [who.graduateId], marking: 'late' })
  await teacher.farewell.record({
    graduateIds: [who.graduateId],
    kind: 'talk',
    onDay: '2023-06-01',
    how: 'phone',
    by: `周老师和${who.name}`,
  })
  await teacher.dossiers.enter({
    cells: [
      {
        graduateId: who.graduateId,
        paper: 'talks',
        version: 0,
        value: { held: 'original', pages: 3, signed: true, stamped: false, dated: false, remark: `谈话人${who.name}` },
      },
    ],
  })
  await journey.pass(who, outsideOnPaper)
  const { id, version } = await journey.case('office', who)
  await office.transfers.letters.issue({ items: [{ id: id!, version }], dryRun: false })
  const { version: seen } = await own.roster.own.get()
  await own.roster.own.correct({
    version: seen,
    changes: { major: `法语${who.name}`, homeAddress: `示范路${who.name}号` },
    reason: '学籍已转',
  })
  const [row] = (await teacher.roster.corrections.list({ cohortId: cohort.cohortId, memberId: who.memberId })).rows
  const found = await teacher.roster.corrections.get({ id: row!.id })
  await teacher.roster.corrections.decide({
    id: found.id,
    version: found.version,
    graduateVersion: found.graduateVersion,
    accept: ['major'],
  })
  await teacher.roster.reveal({ memberIds: [who.memberId], reason: `核对${who.name}` })
}

beforeAll(async () => {
  journey = await openJourney()
  ;[me, beside] = (await journey.enrol('英语第一党支部', '安宁', '白露')) as [Enrolled, Enrolled]
  for (const who of [me, beside]) await walk(who)
}, 90_000)
afterAll(() => journey.server.close())

const download = async (who: Enrolled, form: 'pdf' | 'json') => (await journey.server.as(who.studentNumber)).roster.own.download({ form })
const told = async (who: Enrolled) => JSON.parse(await (await download(who, 'json')).text()) as Told

test('holds each part, in full', async () => {
  const file = await download(me, 'json')
  expect([file.name, file.type]).toEqual(['我的资料 安宁 2023-06-08.json', 'application/json'])
  const { name, parts } = await told(me)
  expect(name).toBe('安宁')
  expect(parts.map(({ key }) => key)).toEqual(partKeys)
  const empty = parts.filter(({ rows }) => rows.length === 0).map(({ key }) => key)
  // Both finish on time and bring no papers: outcome-papers.test.ts and destination-papers.test.ts tell of some who do.
  expect(empty).toEqual(['outcome-papers', 'destination-papers'])
  const rowsOf = (key: string) => parts.find(part => part.key === key)!.rows
  expect(rowsOf('facts')).toContainEqual({ label: '公民身份号码', text: me.idNumber })
  expect(rowsOf('facts')).toContainEqual({ label: '家庭住址', text: '示范路安宁号' })
  expect(rowsOf('changes')).toContainEqual(
    expect.objectContaining({ by: '英语第一党支部的teacher', field: '专业', before: '英语', after: '法语安宁' }),
  )
  expect(rowsOf('corrections')[0]).toMatchObject({ field: '专业', said: '学籍已转', state: '已采纳' })
  expect(rowsOf('items')[0]).toMatchObject({ doneOn: '2023-05-25', evidence: '签到表安宁' })
  expect(rowsOf('item-reports')[0]).toMatchObject({ item: '开展1次校园服务志愿活动', says: '讲解安宁，2 小时', state: '待确认' })
  expect(rowsOf('attendances')[0]).toMatchObject({ title: '座谈会安宁', state: '迟到', how: '支部登记' })
  expect(rowsOf('farewell')[0]).toMatchObject({ kind: '离校谈话', onDay: '2023-06-01', how: '电话', by: '周老师和安宁' })
  expect(rowsOf('transfers')[0]).toMatchObject({ unit: '之江远航科技股份有限公司', addressee: '中共杭州市滨江区委员会组织部' })
  expect(rowsOf('destination')).toContainEqual({ which: '第 1 次', label: '接收方联系人和电话', text: '俞老师 0571-00000000' })
  expect(rowsOf('letters')[0]!.content).toContain(me.idNumber)
  expect(rowsOf('dossier')[0]).toMatchObject({ what: '谈话记录', says: '原件 3 页，签名，谈话人安宁', by: '英语第一党支部的teacher' })
  expect(rowsOf('accesses')).toContainEqual(expect.objectContaining({ what: '查看完整号码', reason: '核对安宁', role: '支部负责老师' }))
})

test('holds nothing of anybody else', async () => {
  const text = await (await download(me, 'json')).text()
  const other = [beside.name, beside.idNumber, beside.phone, beside.studentNumber, beside.memberId, beside.graduateId]
  expect(other.filter(mark => text.includes(mark))).toEqual([])
  expect(JSON.stringify(await told(beside))).toContain(beside.idNumber)
})

test('tells of the sign-ins that are held, the own alone and never what lets in', async () => {
  const { auth } = journey.server.services.database
  for (const { studentNumber } of [me, beside]) {
    await journey.server.as(studentNumber)
    await sql`update auth_sessions s set ip_address = ${`10.0.0.${studentNumber.at(-1)}`}, user_agent = ${`phone of ${studentNumber}`}
      from auth_users u where u.id = s.user_id and u.username = ${`lnsf:${studentNumber}`}`.execute(auth)
  }
  const file = await told(me)
  const signIns = file.parts.find(({ key }) => key === 'sign-ins')!.rows
  expect(signIns.length).toBeGreaterThan(0)
  for (const { since, until } of signIns) expect([since, until].join()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d,\d{4}-\d\d-\d\d \d\d:\d\d$/)
  for (const row of signIns)
    expect(row).toMatchObject({ address: `10.0.0.${me.studentNumber.at(-1)}`, device: `phone of ${me.studentNumber}` })
  const seen = await (await journey.server.as(me.studentNumber)).roster.own.get()
  expect(seen.signIns).toHaveLength(signIns.length)
  const { rows: held } = await sql<{ token: string }>`select token from auth_sessions`.execute(auth)
  expect(held.filter(({ token }) => JSON.stringify([file, seen]).includes(token))).toEqual([])
})

test('is a paper to read, too', async () => {
  const file = await download(me, 'pdf')
  expect([file.name, file.type]).toEqual(['我的资料 安宁 2023-06-08.pdf', 'application/pdf'])
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(20_000)
})

test('is on record, without what it holds', async () => {
  const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'own-data.exported', subjectId: me.memberId })
  expect(rows[0]).toMatchObject({ actorName: '安宁', after: { form: 'pdf', parts: partKeys } })
  expect(JSON.stringify(rows)).not.toContain(me.idNumber)
})

test('of what was said is a trace of the member', async () => {
  const { server } = journey
  const tracedOn = async () => {
    const { rows } = await inSystem(server.services.database.system, trx =>
      sql<{ on: string | null }>`select traced_on as on from transfers where member_id = ${me.memberId}`.execute(trx),
    )
    return rows[0]!.on
  }
  await inSystem(server.services.database.system, trx => sql`update transfers set traced_on = null`.execute(trx))
  const { own } = (await server.as(me.studentNumber)).roster
  await own.correct({ version: (await own.get()).version, changes: { email: 'an@example.cn' } })
  expect(await tracedOn()).toBe('2023-06-08')
})

test('is for graduates alone', async () => {
  for (const login of ['teacher', 'office', 'auditor'])
    await expect((await journey.server.as(login)).roster.own.download({ form: 'json' })).rejects.toMatchObject({ status: 403 })
})
