import { Transformer } from '@napi-rs/image'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running, TEST_PASSWORD } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { docOf, emptyText, MOST_CHARACTERS, plainOf } from '../../kernel/rich-text.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'
import { probe } from '../../platform/images/index.ts'
import { scopeOf } from '../orgs/index.ts'

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  people = await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '叶一' }])
  await enrol(server.services, university, cohort, '英语第二党支部', [{ name: '柳一' }])
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).activities
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })

async function activity(login: string, audience: string, upTo: 'draft' | 'held' = 'held') {
  const client = await desk(login)
  const fields = { kind: 'symposium', title: '座谈会', onDay: '2023-06-08', begins: '14:00' }
  const id = (await client.add({ ...fields, cohortId: cohort.cohortId, audience: [university.unit[audience]!.id] })).ids[0]!
  if (upTo === 'held') await client.open({ id, version: 1 })
  return { id, client }
}

const jpeg = (width: number, height: number) =>
  Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(180), width, height).jpeg(80)
const photo = async (name: string, width = 900, height = 600) =>
  new File([(await jpeg(width, height)) as Uint8Array<ArrayBuffer>], name, { type: 'image/jpeg' })
const pdf = (name = '议程.pdf') => new File(['%PDF-1.7 议程'], name, { type: 'application/pdf' })

/** Bytes as the server sends them, with what it says about them. */
async function fetched(login: string, address: string) {
  const payload = { username: login, password: TEST_PASSWORD }
  const { cookies } = await server.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return server.app.inject({ method: 'GET', url: `/api/v1/activities/files/${address}`, headers: { cookie } })
}

const newestNote = async () => (await (await server.as('auditor')).audit.list({ limit: 1 })).rows[0]!
const keptFiles = () =>
  inSystem(
    server.services.database.system,
    async trx =>
      (await sql<{ count: number }>`select count(*)::int as count from files where purpose like 'activity-%'`.execute(trx)).rows[0]!.count,
  )

describe('minutes', () => {
  test('are written of what has begun, beside the steps of the activity', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部', 'draft')
    const text = docOf('书记讲话\n<b>全体</b>讨论')
    expect(await client.get({ id })).toMatchObject({ minutes: emptyText, minutesVersion: 1, minutesSaved: null, mayWrite: false })
    await expect(client.writeMinutes({ id, version: 1, text })).rejects.toMatchObject(refused('wrong-state'))
    await client.open({ id, version: 1 })
    expect(await client.writeMinutes({ id, version: 1, text })).toMatchObject({ version: 2, saved: { by: expect.any(String) } })
    const view = await client.get({ id })
    expect(view).toMatchObject({ minutes: text, minutesVersion: 2, version: 2, mayWrite: true })
    expect(plainOf(view.minutes)).toBe('书记讲话\n<b>全体</b>讨论')
    expect(await newestNote()).toMatchObject({
      verb: 'minutes.written',
      before: { title: '座谈会', characters: 0 },
      after: { title: '座谈会', characters: 15 },
    })
    expect(await client.record({ id, version: 2 })).toMatchObject({ state: 'recorded', minutes: text })
  })

  test('who wrote over somebody else’s is told, and writes again upon the newer', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部')
    const other = await desk('secretary')
    await other.writeMinutes({ id, version: 1, text: docOf('学生书记写的') })
    await expect(client.writeMinutes({ id, version: 1, text: docOf('老师写的') })).rejects.toMatchObject({
      status: 409,
      data: { version: 2 },
    })
    expect(plainOf((await client.get({ id })).minutes)).toBe('学生书记写的')
    expect(await client.writeMinutes({ id, version: 2, text: docOf('两人写的') })).toMatchObject({ version: 3 })
  })

  test('hold nothing but the closed document', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部')
    const write = (text: unknown) => client.writeMinutes({ id, version: 1, text: text as never })
    const link = { type: 'text', text: '点', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }
    for (const text of [
      '<p>HTML</p>',
      { type: 'doc', content: [{ type: 'paragraph', content: [link] }] },
      docOf('字'.repeat(MOST_CHARACTERS + 1)),
    ])
      await expect(write(text)).rejects.toMatchObject({ status: 400 })
    expect((await client.get({ id })).minutesVersion).toBe(1)
  })

  test('of the 总支 are read below, and written by it alone', async () => {
    const { id, client } = await activity('secondary', '外国语学院党总支')
    await client.writeMinutes({ id, version: 1, text: docOf('总支记录') })
    const teacher = await desk('teacher')
    expect(await teacher.get({ id })).toMatchObject({ minutes: docOf('总支记录'), mayWrite: false, mayAdd: [], mayRemove: false })
    // The row is not the branch's to hold: what may be read is refused, and no more is said.
    await expect(teacher.writeMinutes({ id, version: 2, text: emptyText })).rejects.toMatchObject({ status: 404 })
    await expect((await desk('sister-secondary')).writeMinutes({ id, version: 2, text: emptyText })).rejects.toMatchObject({ status: 404 })
    await expect((await desk(people[0]!.studentNumber)).get({ id })).rejects.toMatchObject({ status: 403 })
  })
})

describe('photographs', () => {
  test('several at once: what is none is named with its reason, the others are kept small', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部')
    const files = [await photo('合影.jpg', 3000, 2000), new File(['<svg/>'], '449901200106204673.jpg'), await photo('全景.jpg')]
    const done = await client.addPhotos({ id, files })
    expect(done.refused).toEqual([{ name: '****4673.jpg', reason: 'not-a-picture' }])
    expect(done.files.map(({ kind, name, mime, width, height }) => [kind, name, mime, width, height])).toEqual([
      ['photo', '合影.jpg', 'image/jpeg', 2048, 1365],
      ['photo', '全景.jpg', 'image/jpeg', 900, 600],
    ])
    expect(done.added).toEqual(done.files.map(file => file.id))
    expect(await newestNote()).toMatchObject({ verb: 'photos.added', after: { activity: '座谈会', kind: 'photo', mime: 'image/jpeg' } })

    const { body } = await client.file({ id: done.added[0]!, thumbnail: true })
    expect(probe(new Uint8Array(await body.arrayBuffer()))).toMatchObject({ value: { width: 400, height: 267 } })
    const whole = await fetched('secretary', done.added[0]!)
    expect([whole.statusCode, whole.headers['content-type'], whole.headers['x-content-type-options']]).toEqual([
      200,
      'image/jpeg',
      'nosniff',
    ])
    expect(whole.headers['content-disposition']).toMatch(/^inline; /)
    expect(whole.headers['cache-control']).toContain('private')
    expect(probe(whole.rawPayload)).toMatchObject({ value: { width: 2048, height: 1365 } })
  })

  test('thirty are the last, and a draft has none', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部', 'draft')
    await expect(client.addPhotos({ id, files: [await photo('早.jpg')] })).rejects.toMatchObject(refused('wrong-state'))
    await client.open({ id, version: 1 })
    const ten = await Promise.all(Array.from({ length: 10 }, (_, at) => photo(`${at}.jpg`, 60 + at, 40)))
    for (let round = 0; round < 2; round += 1) expect((await client.addPhotos({ id, files: ten })).refused).toEqual([])
    await client.addPhotos({ id, files: ten.slice(0, 9) })
    expect((await client.addPhotos({ id, files: ten.slice(0, 2) })).refused).toEqual([{ name: '1.jpg', reason: 'too-many' }])
    expect(await client.get({ id })).toMatchObject({ mayAdd: ['attachment'] })
    await expect(client.addPhotos({ id, files: ten.slice(0, 1) })).rejects.toMatchObject(refused('too-many'))
  })

  test('have a caption, and are taken down with a reason: then the bytes are gone', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部')
    const before = await keptFiles()
    const { added } = await client.addPhotos({ id, files: [await photo('唯一.jpg', 777, 333)] })
    expect(await keptFiles()).toBe(before + 2)
    expect((await client.changeCaption({ id: added[0]!, caption: ' 校史馆前合影 ' })).files).toMatchObject([{ caption: '校史馆前合影' }])
    expect(await client.removeFile({ id: added[0]!, reason: '有人不愿公开' })).toEqual({ files: [] })
    expect(await newestNote()).toMatchObject({ verb: 'activity-file.removed', after: { removed: true, reason: '有人不愿公开' } })
    expect(await keptFiles()).toBe(before)
    await expect(client.file({ id: added[0]! })).rejects.toMatchObject({ status: 404 })
    await expect(client.removeFile({ id: added[0]!, reason: '再撤' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('attachments', () => {
  test('lie ready before it begins, and are only ever handed out', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部', 'draft')
    const { files } = await client.addAttachment({ id, file: pdf('../座谈会“议程”.pdf') })
    expect(files).toMatchObject([{ kind: 'attachment', name: '座谈会“议程”.pdf', mime: 'application/pdf', width: null }])
    const answer = await fetched('teacher', files[0]!.id)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('座谈会“议程”.pdf')}`)
    expect([answer.headers['x-content-type-options'], answer.headers['cache-control']]).toEqual(['nosniff', 'private, no-store'])
    expect(answer.payload).toBe('%PDF-1.7 议程')
    // A small one is asked of photographs alone.
    expect((await fetched('teacher', `${files[0]!.id}?thumbnail=true`)).payload).toBe('%PDF-1.7 议程')
  })

  test.each([
    ['a page named .pdf', new File(['<html><script>alert(1)</script>'], '议程.pdf'), 'not-that-kind'],
    ['an old .doc', new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], '议程.doc'), 'old-office'],
    ['nothing', new File([], '空.pdf'), 'empty'],
  ])('%s is refused', async (_what, file, reason) => {
    const { id, client } = await activity('teacher', '英语第一党支部')
    await expect(client.addAttachment({ id, file })).rejects.toMatchObject(refused(reason))
  })

  test('ten are the last', async () => {
    const { id, client } = await activity('teacher', '英语第一党支部')
    for (let at = 0; at < 10; at += 1) await client.addAttachment({ id, file: pdf(`${at}.pdf`) })
    await expect(client.addAttachment({ id, file: pdf() })).rejects.toMatchObject(refused('too-many'))
  })
})

describe('who sees what is kept', () => {
  test('the staff of who holds it and of whom it is for: no sister, no member', async () => {
    const { id, client } = await activity('secondary', '英语第一党支部')
    const [file] = (await client.addAttachment({ id, file: pdf() })).files
    for (const login of ['secondary', 'teacher', 'secretary', 'counselor', 'office'])
      expect((await fetched(login, file!.id)).statusCode, login).toBe(200)
    for (const [login, status] of [
      ['sister-teacher', 404],
      ['sister-secondary', 404],
      ['direct', 404],
      [people[0]!.studentNumber, 403],
      ['auditor', 403],
    ] as const)
      expect((await fetched(login, file!.id)).statusCode, login).toBe(status)
  })

  test('and below the API it is the same', async () => {
    const { id, client } = await activity('secondary', '英语第一党支部')
    const { added } = await client.addPhotos({ id, files: [await photo('合影.jpg')] })
    const asked = async (reach: 'unit' | 'own', unit: string) => {
      const { path } = university.unit[unit]!
      const scope = scopeOf({ school: university.school, reach, path, member: people[0]!.memberId, account: '' })
      return inScope(server.services.database.app, scope, async trx => {
        const rows = async (text: ReturnType<typeof sql>) => (await text.execute(trx)).rows.length
        return {
          row: await rows(sql`select 1 from activity_files where id = ${added[0]}`),
          bytes: await rows(sql`select 1 from activity_file(${added[0]}, false)`),
          changed: await rows(sql`update activity_files set caption = 'x' where id = ${added[0]} returning 1`),
          removed: await rows(sql`delete from activity_files where id = ${added[0]} returning 1`),
        }
      })
    }
    expect(await asked('unit', '英语第一党支部')).toEqual({ row: 1, bytes: 1, changed: 0, removed: 0 })
    for (const [reach, unit] of [
      ['unit', '英语第二党支部'],
      ['own', '英语第一党支部'],
    ] as const)
      expect(await asked(reach, unit), unit).toEqual({ row: 0, bytes: 0, changed: 0, removed: 0 })
    expect(await asked('unit', '外国语学院党总支')).toEqual({ row: 1, bytes: 1, changed: 1, removed: 1 })
  })

  test('an invited branch takes nothing down', async () => {
    const { id, client } = await activity('secondary', '英语第一党支部')
    const [file] = (await client.addAttachment({ id, file: pdf() })).files
    const teacher = await desk('teacher')
    await expect(teacher.removeFile({ id: file!.id, reason: '不要' })).rejects.toMatchObject(refused('not-holder'))
    await expect(teacher.changeCaption({ id: file!.id, caption: '改' })).rejects.toMatchObject(refused('not-holder'))
    await expect(teacher.addAttachment({ id, file: pdf() })).rejects.toMatchObject({ status: 404 })
  })

  test('follows whom a draft was for when it is announced', async () => {
    const { id, client } = await activity('secondary', '英语第一党支部', 'draft')
    const [file] = (await client.addAttachment({ id, file: pdf() })).files
    const fields = { kind: 'symposium', title: '座谈会', onDay: '2023-06-08', begins: '14:00' }
    await client.change({ ...fields, id, version: 1, audience: [university.unit.英语第二党支部!.id] })
    await client.announce({ id, version: 2 })
    expect([(await fetched('sister-teacher', file!.id)).statusCode, (await fetched('teacher', file!.id)).statusCode]).toEqual([200, 404])
  })
})
