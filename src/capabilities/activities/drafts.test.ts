/** A draft is its holder's alone, with all that lies ready for it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running, TEST_PASSWORD } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { inScope } from '../../platform/database/index.ts'
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
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).activities

/** Held by the 总支, for one of its branches, with something to hand out. */
async function draft() {
  const client = await desk('secondary')
  const fields = { kind: 'symposium', title: '还没有定的座谈会', onDay: '2023-06-08', begins: '14:00' }
  const id = (await client.add({ ...fields, cohortId: cohort.cohortId, audience: [university.unit.英语第一党支部!.id] })).ids[0]!
  const { files } = await client.addAttachment({ id, file: new File(['%PDF-1.7 讨论稿'], '讨论稿.pdf') })
  return { id, client, file: files[0]!.id }
}

async function bytesFor(login: string, file: string): Promise<number> {
  const payload = { username: login, password: TEST_PASSWORD }
  const { cookies } = await server.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return (await server.app.inject({ method: 'GET', url: `/api/v1/activities/files/${file}`, headers: { cookie } })).statusCode
}

/** What straight SQL finds, as the role of requests. */
const below = (reach: 'unit' | 'own', unit: string, { id, file }: { id: string; file: string }) => {
  const { path } = university.unit[unit]!
  const scope = scopeOf({ school: university.school, reach, path, member: member.memberId, account: '' })
  return inScope(server.services.database.app, scope, async trx => {
    const count = async (text: ReturnType<typeof sql>) => (await text.execute(trx)).rows.length
    return [
      await count(sql`select 1 from activities where id = ${id}`),
      await count(sql`select 1 from activity_files where id = ${file}`),
      await count(sql`select 1 from activity_file(${file}, false)`),
    ]
  })
}

/** For the branch that is invited: every way to it. */
async function ways(id: string) {
  const teacher = await desk('teacher')
  const asked = [
    teacher.get({ id }),
    teacher.people({ id }),
    teacher.sheet({ id }),
    teacher.code({ id }),
    teacher.close({ id, unitId: university.unit.英语第一党支部!.id }),
    teacher.mark({ id, graduateIds: [member.graduateId], marking: 'absent', reason: '请假' }),
    teacher.imports.upload({ cohortId: cohort.cohortId, about: id, file: new File(['学号,姓名\n1,叶一\n'], '签到表.csv') }),
  ]
  const ends = await Promise.allSettled(asked)
  return ends.map(end => (end.status === 'rejected' ? (end.reason as { status: number }).status : 200))
}

describe('before it is announced', () => {
  test('the invited branch finds it in no way, nor does anybody below', async () => {
    const { id, file } = await draft()
    expect(await ways(id)).toEqual([404, 404, 404, 404, 404, 404, 404])
    for (const login of ['teacher', 'secretary', 'sister-teacher', 'direct']) expect(await bytesFor(login, file), login).toBe(404)
    expect((await (await desk('teacher')).list({ cohortId: cohort.cohortId, limit: 50 })).rows.map(row => row.id)).not.toContain(id)
    expect(await (await desk(member.studentNumber)).mine()).toEqual([])
  })

  test('who holds it, and whoever stands above, works on it', async () => {
    const { id, file } = await draft()
    for (const login of ['secondary', 'counselor', 'office']) {
      expect((await (await desk(login)).get({ id })).files, login).toMatchObject([{ id: file }])
      expect(await bytesFor(login, file), login).toBe(200)
    }
  })

  test('straight SQL finds neither row nor bytes', async () => {
    const made = await draft()
    expect(await below('unit', '外国语学院党总支', made)).toEqual([1, 1, 1])
    expect(await below('unit', '英语第一党支部', made)).toEqual([0, 0, 0])
    expect(await below('unit', '英语第二党支部', made)).toEqual([0, 0, 0])
    expect(await below('own', '英语第一党支部', made)).toEqual([0, 0, 0])
  })
})

describe('from then on', () => {
  test.each(['announce', 'open'] as const)('by %s it is theirs to read, and no sister’s', async step => {
    const { id, client, file } = await draft()
    await client[step]({ id, version: 1 })
    expect((await (await desk('teacher')).get({ id })).files).toMatchObject([{ id: file }])
    expect([await bytesFor('teacher', file), await bytesFor('sister-teacher', file)]).toEqual([200, 404])
    expect(await below('unit', '英语第一党支部', { id, file })).toEqual([1, 1, 1])
    expect(await below('own', '英语第一党支部', { id, file })).toEqual([1, 0, 0])
  })

  test('what was called off before anybody heard of it stays unheard of', async () => {
    const { id, client, file } = await draft()
    await client.cancel({ id, version: 1, reason: '不办了' })
    expect((await ways(id))[0]).toBe(404)
    expect(await below('unit', '英语第一党支部', { id, file })).toEqual([0, 0, 0])
    expect(await client.get({ id })).toMatchObject({ state: 'cancelled' })
  })

  test('what was announced and called off says so', async () => {
    const { id, client } = await draft()
    await client.announce({ id, version: 1 })
    await client.cancel({ id, version: 2, reason: '主讲人有会' })
    expect(await (await desk('teacher')).get({ id })).toMatchObject({ state: 'cancelled', cancelReason: '主讲人有会' })
  })
})
