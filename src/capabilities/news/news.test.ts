import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPicture } from '../../../tests/subjects/pictures.ts'
import { textsIn } from '../../../tests/subjects/texts.ts'
import { type Cohort, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { docOf, emptyText, type RichText } from '../../kernel/rich-text.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'
import { newsRows, newsStanding } from './index.ts'

let server: Running
let university: University
let cohort: Cohort

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).news
const refused = (reason: string, detail?: string) => ({ code: 'REFUSED', status: 409, data: { reason, ...(detail && { detail }) } })
const notFound = { code: 'NOT_FOUND', status: 404 }
const forbidden = { code: 'FORBIDDEN', status: 403 }
const messages = async (login: string) => (await (await server.as(login)).inbox.list({ limit: 50 })).rows.map(({ title }) => title)
const entries = async (id: string) => {
  const { rows } = await (await server.as('auditor')).audit.list({ subjectId: id, limit: 100 })
  return rows.map(({ verb }) => verb)
}

const fields = { kind: 'deed' as const, title: '把最后一课留给乡村', byline: '支部宣传委员', text: docOf('他每周往返一百公里。') }
async function drafted(login = 'teacher', more: object = {}) {
  const { id, version } = await (await desk(login)).add({ cohortId: cohort.cohortId, ...fields, ...more })
  return { id, version }
}
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })
const passed = async (more: object = {}) => {
  const sent = await (await desk('teacher')).submit(await drafted('teacher', more))
  return seen(await (await desk('secondary')).passOn(seen(sent)))
}
const stateOf = async (login: string, id: string) => (await (await desk(login)).get({ id })).state

describe('from the branch to the publicity office', () => {
  test('written, passed on, received, accepted, published: each hears of it, each step is on record', async () => {
    const asked = await drafted('teacher', { title: '走完全程的稿件' })
    const { id } = asked
    const publicity = await desk('publicity')
    const sent = await (await desk('teacher')).submit(asked)
    expect(sent).toMatchObject({ state: 'above', may: ['withdraw'], frozen: { number: 1 } })
    expect(await messages('secondary')).toContain('有稿件待审：走完全程的稿件')
    await expect(publicity.get({ id })).rejects.toMatchObject(notFound)
    const passedOn = await (await desk('secondary')).passOn(seen(sent))
    expect(passedOn).toMatchObject({ state: 'sent', frozen: { number: 2, sha256: sent.frozen!.sha256 } })
    expect(await messages('publicity')).toContain('有稿件待审：走完全程的稿件')
    const received = await publicity.receive(seen(passedOn))
    const accepted = await publicity.accept(seen(received))
    const link = { platform: '学校官网', url: 'https://news.example.edu.cn/1', onDay: '2023-06-01' }
    const published = await publicity.publish({ ...seen(accepted), ...link })
    expect(published).toMatchObject({ state: 'published', links: 1, published: [{ platform: '学校官网' }], may: ['publish'] })
    const again = await publicity.publish({ ...seen(published), ...link, platform: '公众号', url: 'https://mp.example.com/2' })
    expect(again.links).toBe(2)
    await expect(publicity.publish({ ...seen(again), ...link })).rejects.toMatchObject(refused('link-twice'))
    expect((await (await desk('teacher')).get({ id })).story.map(({ step }) => step)).toEqual([
      'submit',
      'pass-on',
      'receive',
      'accept',
      'publish',
      'publish',
    ])
    // What passed between the branch and its 总支 stays there.
    expect(again.story.map(({ step }) => step)).toEqual(['pass-on', 'receive', 'accept', 'publish', 'publish'])
    expect(await messages('teacher')).toEqual(expect.arrayContaining(['稿件已采用：走完全程的稿件', '稿件已刊发：走完全程的稿件']))
    expect((await entries(id)).sort()).toEqual(
      ['news.accepted', 'news.drafted', 'news.passed-on', 'news.published', 'news.published', 'news.received', 'news.submitted'].sort(),
    )
  })

  test('a 总支 and a 直属支部 write to the publicity office itself', async () => {
    for (const login of ['secondary', 'direct'])
      expect(await (await desk(login)).submit(await drafted(login))).toMatchObject({ state: 'sent', story: [{ step: 'submit' }] })
  })

  test('given back by the 总支 or returned, it is mended and goes again; meanwhile nobody above reads what is being written', async () => {
    const teacher = await desk('teacher')
    const sent = await teacher.submit(await drafted())
    const back = await (await desk('secondary')).giveBack({ ...seen(sent), reason: '写清楚是哪所学校' })
    await expect((await desk('publicity')).get({ id: back.id })).rejects.toMatchObject(notFound)
    const view = await teacher.get({ id: back.id })
    expect(view).toMatchObject({ state: 'returned', returnedFrom: 'above', may: ['change', 'submit'] })
    const mended = await teacher.change({ ...seen(view), ...fields, title: '改过的稿件' })
    expect(mended.state).toBe('draft')
    await expect((await desk('secondary')).get({ id: back.id })).rejects.toMatchObject(notFound)
    const up = await (await desk('secondary')).passOn(seen(await teacher.submit(seen(mended))))
    const returned = await (await desk('publicity')).return({ ...seen(up), reason: '照片太暗' })
    expect(returned).toMatchObject({ state: 'returned', returnedFrom: 'publicity' })
    expect(await messages('teacher')).toContain('稿件已退回修改：改过的稿件')
    await teacher.change({ ...seen(returned), ...fields, title: '再改' })
    await expect((await desk('publicity')).get({ id: back.id })).rejects.toMatchObject(notFound)
  })

  test('withdrawn until it is accepted', async () => {
    const teacher = await desk('teacher')
    const sent = await passed()
    expect(await teacher.withdraw(sent)).toMatchObject({ state: 'draft' })
    await expect((await desk('publicity')).get({ id: sent.id })).rejects.toMatchObject(notFound)
    const accepted = await (await desk('publicity')).accept(await passed())
    await expect(teacher.withdraw(seen(accepted))).rejects.toMatchObject(refused('wrong-state'))
  })
})

describe('what is refused', () => {
  test('blank parts are named, and a portrait needs the person’s own word', async () => {
    const teacher = await desk('teacher')
    const bare = await drafted('teacher', { kind: 'person', title: '', byline: '', text: emptyText })
    await expect(teacher.submit(bare)).rejects.toMatchObject(refused('incomplete', 'title,byline,text,consent'))
    const whole = await teacher.change({ ...bare, ...fields, kind: 'person', consentOn: '2023-05-01' })
    expect(await teacher.submit(seen(whole))).toMatchObject({ state: 'above', consentOn: '2023-05-01' })
  })
  test('no reason, the wrong side, the wrong state, an address that is none', async () => {
    const publicity = await desk('publicity')
    const asked = await passed()
    await expect(publicity.return({ ...asked, reason: ' ' })).rejects.toMatchObject(refused('reason-missing'))
    await expect((await desk('secondary')).passOn(asked)).rejects.toMatchObject(refused('wrong-state'))
    await expect((await desk('secondary')).submit(asked)).rejects.toMatchObject(refused('not-yours'))
    await expect((await desk('teacher')).change({ ...asked, ...fields })).rejects.toMatchObject(refused('wrong-state'))
    await expect((await desk('teacher')).drop(asked)).rejects.toMatchObject(refused('wrong-state'))
    const link = { platform: '官网', url: 'https://news.example.edu.cn/9', onDay: '2023-06-01' }
    await expect(publicity.publish({ ...asked, ...link })).rejects.toMatchObject(refused('wrong-state'))
    const accepted = seen(await publicity.accept(asked))
    await expect(publicity.publish({ ...accepted, ...link, onDay: '2099-01-01' })).rejects.toMatchObject(refused('day-ahead'))
    for (const url of ['http://news.example.edu.cn/9', 'javascript:alert(1)'])
      await expect(publicity.publish({ ...accepted, ...link, url })).rejects.toMatchObject({ status: 400 })
  })
  test('dropped as long as nobody has seen it', async () => {
    const teacher = await desk('teacher')
    const asked = await drafted()
    await teacher.addPhotos({ id: asked.id, files: [await aPicture()] })
    await teacher.drop(asked)
    await expect(teacher.get({ id: asked.id })).rejects.toMatchObject(notFound)
    const back = await teacher.withdraw(seen(await teacher.submit(await drafted())))
    await expect(teacher.drop(seen(back))).rejects.toMatchObject(refused('handed-in-before'))
  })
  test('what somebody else changed meanwhile', async () => {
    const teacher = await desk('teacher')
    const asked = await drafted()
    await teacher.change({ ...asked, ...fields, title: '先到' })
    const late = { code: 'CONFLICT', status: 409, data: { version: 2 } }
    await expect(teacher.change({ ...asked, ...fields, title: '后到' })).rejects.toMatchObject(late)
    await expect(teacher.submit(asked)).rejects.toMatchObject(late)
  })
})

describe('who sees what', () => {
  test('a draft is its unit’s alone; a sister sees nothing; roles without the right are told so', async () => {
    const asked = await drafted()
    for (const login of ['secondary', 'office', 'sister-teacher', 'publicity', 'direct'])
      await expect((await desk(login)).get({ id: asked.id })).rejects.toMatchObject(notFound)
    expect(await stateOf('secretary', asked.id)).toBe('draft')
    const sent = await passed()
    for (const login of ['sister-teacher', 'sister-secondary', 'direct'])
      await expect((await desk(login)).get({ id: sent.id })).rejects.toMatchObject(notFound)
    for (const login of ['office', 'publicity', 'secondary', 'counselor']) expect(await stateOf(login, sent.id)).toBe('sent')
    await expect((await desk('sys-admin')).get({ id: sent.id })).rejects.toMatchObject(forbidden)
    await expect((await desk('office')).accept(sent)).rejects.toMatchObject(forbidden)
    await expect((await desk('publicity')).add({ cohortId: cohort.cohortId, ...fields })).rejects.toMatchObject(forbidden)
    await expect((await desk('teacher')).passOn(sent)).rejects.toMatchObject(forbidden)
  })
  test('what was handed in is not changed below the application either', async () => {
    const { id } = await passed()
    const write = inSystem(server.services.database.system, trx =>
      trx.updateTable('news_drafts').set({ title: '别的' }).where('school_id', '=', university.school).where('id', '=', id).execute(),
    )
    await expect(write).rejects.toThrow('never changed')
  })
})

describe('photographs', () => {
  test('are drawn anew, put in order, and refused where they are none', async () => {
    const teacher = await desk('teacher')
    const { id, version } = await drafted()
    const none = new File(['not a picture'], '假.jpg', { type: 'image/jpeg' })
    const { photos, refused: not } = await teacher.addPhotos({ id, files: [await aPicture('一.jpg'), none, await aPicture('二.jpg')] })
    expect([photos.map(({ name }) => name), not]).toEqual([['一.jpg', '二.jpg'], [{ name: '假.jpg', reason: 'not-a-picture' }]])
    const [one, two] = photos.map(photo => photo.id)
    const arranged = await teacher.arrangePhotos({
      id,
      photos: [
        { id: two!, caption: '课堂' },
        { id: one!, caption: '' },
      ],
    })
    expect(arranged.photos.map(({ caption }) => caption)).toEqual(['课堂', ''])
    await expect((await desk('secondary')).photo({ id: one! })).rejects.toMatchObject(notFound)
    expect((await teacher.removePhoto({ id: one! })).photos).toHaveLength(1)
    const sent = await (await desk('secondary')).passOn(seen(await teacher.submit({ id, version })))
    await expect(teacher.removePhoto({ id: two! })).rejects.toMatchObject(refused('wrong-state'))
    await expect(teacher.addPhotos({ id, files: [await aPicture()] })).rejects.toMatchObject(refused('wrong-state'))
    const { body } = await (await desk('publicity')).photo({ id: two!, thumbnail: true })
    expect(new Uint8Array(await body.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]))
    await expect((await desk('sister-teacher')).photo({ id: two! })).rejects.toMatchObject(notFound)
    expect(sent.photos).toHaveLength(1)
  })
  test('are twelve at most', async () => {
    const teacher = await desk('teacher')
    const { id } = await drafted()
    const files = await Promise.all(Array.from({ length: 12 }, (_, at) => aPicture(`${at}.jpg`)))
    expect((await teacher.addPhotos({ id, files })).photos).toHaveLength(12)
    await expect(teacher.addPhotos({ id, files: [await aPicture()] })).rejects.toMatchObject(refused('too-many'))
  })
})

const text: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '起点' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '他说：' },
        { type: 'text', text: '留下来', marks: [{ type: 'bold' }] },
      ],
    },
    { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '备课' }] }] }] },
  ],
}
const unpacked = async (file: File) => unzipSync(new Uint8Array(await file.arrayBuffer()))

describe('taken out', () => {
  test('as a document that opens again, and as one file of photographs', async () => {
    const teacher = await desk('teacher')
    const { id, version } = await drafted('teacher', { text })
    const { photos } = await teacher.addPhotos({ id, files: [await aPicture()] })
    await teacher.arrangePhotos({ id, photos: [{ id: photos[0]!.id, caption: '支教/课堂' }] })
    await (await desk('secondary')).passOn(seen(await teacher.submit({ id, version })))
    const publicity = await desk('publicity')
    const file = await publicity.document({ id })
    const parts = await unpacked(file)
    const body = new TextDecoder().decode(parts['word/document.xml'])
    expect(file.name).toBe('把最后一课留给乡村.docx')
    for (const words of ['把最后一课留给乡村', '英语第一党支部　支部宣传委员', '起点', '备课', '支教/课堂']) expect(body).toContain(words)
    expect(body).toMatch(/<w:b\/>.{0,120}留下来/)
    expect(body).toMatch(/Heading2.{0,200}起点/)
    expect(body).toContain('<w:numPr>')
    expect(Object.keys(parts).filter(name => /^word\/media\/.+\.jpg$/.test(name))).toHaveLength(1)
    expect(Object.keys(await unpacked(await publicity.pictures({ id })))).toEqual(['01 支教 课堂.jpg'])
    expect((await entries(id)).filter(verb => verb === 'news.exported')).toHaveLength(2)
  })
})

describe('counted', () => {
  test('by unit, each number opens to its list, as a workbook, and for other rooms', async () => {
    const [branch, cohortId] = [university.unit['英语第一党支部']!, cohort.cohortId]
    for (const login of ['publicity', 'secondary', 'teacher']) {
      const news = await desk(login)
      const counts = (await news.counts({ cohortId })).find(({ unitId }) => unitId === branch.id)!
      for (const count of ['returned', 'accepted', 'published'] as const) {
        const { total } = await news.list({ cohortId, unitId: branch.id, count })
        expect([login, count, total]).toEqual([login, count, counts[count]])
      }
      expect(counts.published).toBe(1)
      expect(counts.links).toBe(2)
    }
    expect((await (await desk('publicity')).list({ cohortId, kind: 'person' })).total).toBe(0)
    expect(await (await desk('publicity')).counts({ cohortId, from: '2099-01-01' })).toEqual([])
    expect(await textsIn(await (await desk('publicity')).exportCounts({ cohortId }))).toContain('英语第一党支部')
    const scope = scopeOf({ school: university.school, reach: 'unit', path: branch.path, member: '', account: university.school })
    await inScope(server.services.database.app, scope, async trx => {
      expect(await newsStanding(trx, scope, cohortId)).toMatchObject({ published: 1, links: 2, toReview: 0 })
      expect((await newsRows(trx, scope, cohortId)).find(({ stateName }) => stateName === '已刊发')?.links).toHaveLength(2)
    })
  })
})
