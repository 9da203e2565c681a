import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'

let server: Running
let university: University
let cohort: Cohort
let member: Enrolled
beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  member = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '叶一' }]))[0]!
  await lecture('teacher', '英语第一党支部', {
    title: '毕业前最后一次党课',
    ends: '16:00',
    place: '一号楼 201',
    about: '请带笔记本；请提前到',
  })
  await lecture('teacher', '英语第一党支部', { title: '还没有通知的组织生活' }, 'draft')
  await lecture('accounting-teacher', '会计学党支部', { title: '会计学支部的党课' })
}, 60_000)
afterAll(() => server.close())

async function lecture(login: string, unit: string, more: object, upTo: 'draft' | 'announced' = 'announced') {
  const { activities } = await server.as(login)
  const { ids } = await activities.add({
    cohortId: cohort.cohortId,
    kind: 'party-lecture',
    title: '党课',
    onDay: '2023-06-09',
    begins: '14:00',
    audience: [university.unit[unit]!.id],
    ...more,
  })
  if (upTo === 'announced') await activities.announce({ id: ids[0]!, version: 1 })
  return ids[0]!
}

const subscribe = async (login: string) => (await (await server.as(login)).calendars.subscribe()).address

/** As a calendar program asks: no cookie, the address alone. */
async function read(address: string) {
  const answer = await server.app.inject({ method: 'GET', url: new URL(address).pathname })
  // Long lines are folded.
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.payload.replaceAll('\r\n ', '') }
}
const accountOf = async (login: string) =>
  (
    await inSystem(server.services.database.system, trx =>
      sql<{ id: string }>`select id from accounts where login = ${login} and school_id = ${university.school}`.execute(trx),
    )
  ).rows[0]!.id
const titles = (text: string) => [...text.matchAll(/^SUMMARY:(.*?)\r$/gm)].map(([, title]) => title)

describe('a calendar program reads', () => {
  test('of a branch its activities and due days, in the words of RFC 5545', async () => {
    const { status, type, text } = await read(await subscribe('teacher'))
    expect(status).toBe(200)
    expect(type).toBe('text/calendar; charset=utf-8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    // 14:00 in the office's zone.
    expect(text).toContain('DTSTART:20230609T060000Z\r\nDTEND:20230609T080000Z')
    expect(text).toContain('LOCATION:一号楼 201')
    expect(text).toContain('请带笔记本')
    expect(titles(text)).toContain('毕业前最后一次党课')
    expect(text).toContain('DTSTART;VALUE=DATE:20230520')
    expect(titles(text).some(title => title!.startsWith('截止：'))).toBe(true)
  })

  test('no draft, nothing of a sister unit, and of a person no name', async () => {
    const { text } = await read(await subscribe('teacher'))
    for (const word of ['还没有通知', '会计学支部的党课', member.studentNumber, '叶一']) expect(text).not.toContain(word)
    expect(titles((await read(await subscribe('accounting-teacher'))).text)).toContain('会计学支部的党课')
  })

  test('of a member what the branch is called to, and leads to the own pages', async () => {
    const { text } = await read(await subscribe(member.studentNumber))
    expect(titles(text)).toContain('毕业前最后一次党课')
    expect(text).toContain('/me/activities')
    expect(titles(text)).toContain('截止：完成“五个一”')
  })

  test('nothing of a draft that was called off before anybody heard of it', async () => {
    const id = await lecture('teacher', '英语第一党支部', { title: '不办了的党课' }, 'draft')
    await (await server.as('teacher')).activities.cancel({ id, version: 1, reason: '不办了' })
    for (const login of ['teacher', member.studentNumber]) expect((await read(await subscribe(login))).text).not.toContain('不办了的党课')
  })

  test('what was called off as called off', async () => {
    const id = await lecture('teacher', '英语第一党支部', { title: '改期的党课' })
    await (await server.as('teacher')).activities.cancel({ id, version: 2, reason: '主讲人有会' })
    const { text } = await read(await subscribe('teacher'))
    expect(titles(text)).toContain('（已取消）改期的党课')
    expect(text).toContain('STATUS:CANCELLED')
  })
})

describe('an address', () => {
  test('is one an account: another one ends the one before', async () => {
    const first = await subscribe('teacher')
    const second = await subscribe('teacher')
    expect((await read(first)).status).toBe(404)
    expect((await read(second)).status).toBe(200)
  })

  test('says when it was read, and ends', async () => {
    const { calendars } = await server.as('counselor')
    expect(await calendars.mine()).toBeNull()
    await expect(calendars.end()).rejects.toMatchObject({ status: 404 })
    const { address } = await calendars.subscribe()
    expect(await calendars.mine()).toMatchObject({ readOn: null })
    await read(address)
    expect(await calendars.mine()).toMatchObject({ readOn: server.services.clock.today() })
    await calendars.end()
    expect(await calendars.mine()).toBeNull()
    expect((await read(address)).status).toBe(404)
  })

  test('stands in no row: only its hash does', async () => {
    const address = await subscribe('teacher')
    const code = address.split('/').at(-1)!
    expect(code).toMatch(/^[a-z0-9-]+-[0-9a-z]{26}$/)
    const { rows } = await inSystem(server.services.database.system, trx =>
      sql<{ row: string }>`select row_to_json(f)::text as row from calendar_feeds f`.execute(trx),
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) expect(row).not.toContain(code.slice(-26))
  })

  test('of a post that has ended opens nothing, and one that begins again does', async () => {
    const address = await subscribe('sister-teacher')
    const post = (ends: string | null) =>
      inSystem(server.services.database.system, trx =>
        sql`update posts set ends_on = ${ends} where account_id = (select id from accounts where login = 'sister-teacher')`.execute(trx),
      )
    await post('2023-06-07')
    expect((await read(address)).status).toBe(404)
    await post('2023-06-08')
    expect((await read(address)).status).toBe(200)
    await post(null)
  })

  test('of a post that moved on shows what the new unit sees', async () => {
    const address = await subscribe('sister-teacher')
    const move = (unit: string) =>
      inSystem(server.services.database.system, trx =>
        sql`update posts set unit_id = ${university.unit[unit]!.id}, path = ${university.unit[unit]!.path}
          where account_id = (select id from accounts where login = 'sister-teacher')`.execute(trx),
      )
    await move('会计学党支部')
    const { text } = await read(address)
    expect(text).toContain('会计学支部的党课')
    expect(text).not.toContain('毕业前最后一次党课')
    await move('英语第二党支部')
  })

  test('of an account that is switched off answers like one that never was', async () => {
    const address = await subscribe('secretary')
    await inSystem(server.services.database.system, trx =>
      sql`update accounts set disabled_on = '2023-06-01' where login = 'secretary'`.execute(trx),
    )
    const gone = await read(address)
    const never = await read(address.slice(0, -26) + '0'.repeat(26))
    expect(gone).toEqual(never)
    expect(gone.status).toBe(404)
  })

  test('of another school stands for nobody here: the name of a school in it is part of the secret', async () => {
    const address = await subscribe('teacher')
    const other = await foundUniversity(server.services, 'other')
    const code = address.split('/').at(-1)!
    const [school] = code.split(/-(?=[^-]+$)/)
    expect((await read(address.replace(`${school}-`, 'other-'))).status).toBe(404)
    const theirs = scopeOf({ school: other.school, reach: 'unit', path: '/1/', member: '', account: await accountOf('teacher') })
    const { rows } = await inScope(server.services.database.app, theirs, trx => sql`select 1 from calendar_feeds`.execute(trx))
    expect(rows).toEqual([])
  })
})
