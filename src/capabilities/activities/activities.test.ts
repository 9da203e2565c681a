import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsIn } from '../../../tests/subjects/texts.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running, TEST_PASSWORD } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'

let server: Running
let university: University
let cohort: Cohort
let first: Enrolled[]
let second: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  first = await enrol(
    server.services,
    university,
    cohort,
    '英语第一党支部',
    ['叶一', '叶二', '叶三', '叶四', '叶五', '叶六'].map(name => ({ name })),
  )
  second = await enrol(server.services, university, cohort, '英语第二党支部', [{ name: '柳一' }])
  await enrol(server.services, university, cohort, '会计学党支部', [{ name: '算一' }])
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).activities
const unitId = (name: string) => university.unit[name]!.id
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const lecture = (audience: string[], more: object = {}) => ({
  cohortId: cohort.cohortId,
  kind: 'party-lecture',
  title: '毕业前最后一次党课',
  onDay: '2023-06-08',
  begins: '14:00',
  audience: audience.map(unitId),
  ...more,
})

/** Drafted and, as far as asked, announced and opened. */
async function activity(login: string, audience: string[], upTo: 'draft' | 'announced' | 'held' = 'held', more: object = {}) {
  const client = await desk(login)
  const id = (await client.add(lecture(audience, more))).ids[0]!
  if (upTo !== 'draft') await client.announce({ id, version: 1 })
  if (upTo === 'held') await client.open({ id, version: 2 })
  return { id, client }
}
const tokenOf = (scan: string) => new URL(scan).hash.slice(1)

describe('an activity of one branch', () => {
  let id: string
  test('is drafted, announced, and then seen by whom it is for', async () => {
    const made = await activity('teacher', ['英语第一党支部'], 'draft')
    id = made.id
    const mine = async () => (await (await desk(first[0]!.studentNumber)).mine()).map(one => one.id)
    expect(await mine()).not.toContain(id)
    await made.client.announce({ id, version: 1 })
    expect(await mine()).toContain(id)
    expect(await (await desk(second[0]!.studentNumber)).mine()).toEqual([])
    const messages = async (who: Enrolled) => (await (await server.as(who.studentNumber)).inbox.list({ limit: 20 })).rows
    expect(await messages(first[0]!)).toMatchObject([{ title: '教育活动：毕业前最后一次党课', body: '2023-06-08 14:00，英语第一党支部' }])
    expect(await messages(second[0]!)).toEqual([])
  })

  test('a member signs up, and takes it back', async () => {
    const client = await desk(first[0]!.studentNumber)
    expect(await client.signUp({ id, coming: true })).toMatchObject({ attendance: 'coming', maySignUp: true })
    expect(await client.signUp({ id, coming: false })).toMatchObject({ attendance: null })
    await expect((await desk(second[0]!.studentNumber)).signUp({ id, coming: true })).rejects.toMatchObject(refused('not-invited'))
  })

  test('nobody signs in before it began, and there is no code yet', async () => {
    await expect((await desk('teacher')).code({ id })).rejects.toMatchObject(refused('not-begun'))
    expect(await (await desk('teacher')).mark({ id, graduateIds: [first[0]!.graduateId], marking: 'present' })).toMatchObject({
      marked: 0,
      refused: [{ name: '叶一', reason: 'not-begun' }],
    })
  })

  test('is opened; who scans is there, once', async () => {
    const teacher = await desk('teacher')
    expect(await teacher.open({ id, version: 2 })).toMatchObject({ state: 'held', may: ['change', 'record'] })
    const { scan, drawing, digits } = await (await desk('secretary')).code({ id })
    expect([new URL(scan).pathname, drawing.startsWith('<svg'), digits]).toEqual(['/me/sign-in', true, expect.stringMatching(/^\d{6}$/)])
    const member = await desk(first[0]!.studentNumber)
    expect(await member.signIn({ token: tokenOf(scan) })).toMatchObject({
      id,
      attendance: 'present',
      maySignIn: false,
      items: ['听1次党课'],
    })
    await expect(member.signIn({ token: tokenOf(scan) })).rejects.toMatchObject(refused('already-signed'))
    await expect((await desk(second[0]!.studentNumber)).signIn({ token: tokenOf(scan) })).rejects.toMatchObject(refused('not-invited'))
  })

  test('or types six digits; who guesses is stopped', async () => {
    const { digits } = await (await desk('teacher')).code({ id })
    expect(await (await desk(first[1]!.studentNumber)).signIn({ id, digits })).toMatchObject({ attendance: 'present' })
    const guesser = await desk(first[2]!.studentNumber)
    const wrong = digits === '000000' ? '000001' : '000000'
    for (let at = 0; at < 5; at++) await expect(guesser.signIn({ id, digits: wrong })).rejects.toMatchObject(refused('code-unknown'))
    await expect(guesser.signIn({ id, digits })).rejects.toMatchObject(refused('too-many-tries'))
  })

  test('the branch writes down who has no phone, who is excused and who made up', async () => {
    const secretary = await desk('secretary')
    const [, , three, four, five] = first.map(({ graduateId }) => graduateId)
    expect(await secretary.mark({ id, graduateIds: [three!], marking: 'late' })).toEqual({ marked: 1, refused: [] })
    expect(await secretary.mark({ id, graduateIds: [four!], marking: 'absent', reason: '外地实习' })).toMatchObject({ marked: 1 })
    expect(await secretary.mark({ id, graduateIds: [five!], marking: 'made-up' })).toMatchObject({
      refused: [{ reason: 'reason-missing' }],
    })
    expect(await secretary.mark({ id, graduateIds: [five!], marking: 'made-up', reason: '看录像并交心得' })).toMatchObject({ marked: 1 })
    const people = await secretary.people({ id })
    expect(Object.fromEntries(people.map(({ name, attendance }) => [name, attendance && [attendance.state, attendance.how]]))).toEqual({
      叶一: ['present', 'scan'],
      叶二: ['present', 'digits'],
      叶三: ['late', 'list'],
      叶四: ['absent', 'list'],
      叶五: ['made-up', 'list'],
      叶六: null,
    })
    await expect(secretary.mark({ id, graduateIds: [second[0]!.graduateId], marking: 'present' })).rejects.toMatchObject({ status: 404 })
  })

  test('the list is closed by the branch’s teacher, not by the secretary: whoever was there has the item', async () => {
    const asked = { id, unitId: unitId('英语第一党支部') }
    await expect((await desk('secretary')).close(asked)).rejects.toMatchObject({ status: 403 })
    const teacher = await server.as('teacher')
    await expect(teacher.activities.record({ id, version: 3 })).rejects.toMatchObject(refused('lists-open'))
    expect(await teacher.activities.close(asked)).toEqual({ counted: 4, there: 4 })
    await expect(teacher.activities.close(asked)).rejects.toMatchObject(refused('list-closed'))
    const one = await (await server.as(first[0]!.studentNumber)).education.mine()
    expect(one.items.find(({ key }) => key === 'party-lecture')).toMatchObject({
      complete: true,
      confirmations: [{ doneOn: '2023-06-08', evidence: '签到表：毕业前最后一次党课' }],
    })
    const excused = await (await server.as(first[3]!.studentNumber)).education.mine()
    expect(excused.items.find(({ key }) => key === 'party-lecture')).toMatchObject({ complete: false })
    expect(await teacher.activities.record({ id, version: 3 })).toMatchObject({ state: 'recorded' })
  })

  test('who was excused and came after all is there', async () => {
    const other = await activity('teacher', ['英语第一党支部'], 'held', { title: '重温入党誓词', kind: 'oath' })
    const excused = { id: other.id, graduateIds: [first[4]!.graduateId], marking: 'absent' as const, reason: '实习' }
    await other.client.mark(excused)
    const { scan } = await other.client.code({ id: other.id })
    expect(await (await desk(first[4]!.studentNumber)).signIn({ token: tokenOf(scan) })).toMatchObject({ attendance: 'present' })
  })

  test('after that nobody signs in', async () => {
    await expect((await desk('teacher')).code({ id })).rejects.toMatchObject(refused('over'))
    expect(await (await desk('teacher')).mark({ id, graduateIds: [first[5]!.graduateId], marking: 'present' })).toMatchObject({
      refused: [{ reason: 'list-closed' }],
    })
  })

  test('all of it stands in the log', async () => {
    const auditor = await server.as('auditor')
    const verbs = (await auditor.audit.list({ limit: 200 })).rows.map(({ verb }) => verb)
    for (const verb of [
      'activity.drafted',
      'activity.announced',
      'activity.opened',
      'activity.recorded',
      'attendance.signed',
      'attendance.marked',
      'attendance.closed',
      'attendance.answered',
    ])
      expect(verbs, verb).toContain(verb)
  })
})

describe('an activity of the 总支', () => {
  test('is for its branches; each closes its own list, and a second lecture ticks nothing twice', async () => {
    const { id, client } = await activity('secondary', ['外国语学院党总支'], 'held', { title: '总支党课' })
    const view = await client.get({ id })
    expect(view.lists.map(({ name, invited }) => [name, invited])).toEqual([
      ['英语第一党支部', 6],
      ['英语第二党支部', 1],
    ])
    const { scan } = await client.code({ id })
    for (const { studentNumber } of [...first.slice(0, 2), ...second]) await (await desk(studentNumber)).signIn({ token: tokenOf(scan) })
    const teacher = await desk('teacher')
    expect(await teacher.get({ id })).toMatchObject({ holder: false, may: [], invited: 6, there: 2 })
    await expect(teacher.code({ id })).rejects.toMatchObject({ status: 404 })
    expect(await teacher.close({ id, unitId: unitId('英语第一党支部') })).toEqual({ counted: 0, there: 2 })
    await expect(teacher.close({ id, unitId: unitId('英语第二党支部') })).rejects.toMatchObject(refused('not-invited'))
    expect(await (await desk('sister-teacher')).close({ id, unitId: unitId('英语第二党支部') })).toEqual({ counted: 1, there: 1 })
    expect(await client.record({ id, version: 3 })).toMatchObject({ state: 'recorded', closed: 2, branches: 2 })
  })

  test('is nothing to another 总支, and nobody calls people from outside', async () => {
    const { id } = await activity('secondary', ['外国语学院党总支'])
    await expect((await desk('sister-secondary')).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect((await desk('teacher')).add(lecture(['英语第二党支部']))).rejects.toMatchObject({ status: 404 })
    await expect((await desk('teacher')).add(lecture(['英语第一党支部'], { kind: 'party' }))).rejects.toMatchObject({ status: 404 })
  })
})

describe('plans of activities', () => {
  test('one a week, the latest first, and only the own drafts', async () => {
    const client = await desk('direct')
    const { ids } = await client.add({ ...lecture(['研究生院直属党支部']), title: '组织生活', kind: 'organisation-life', weeks: 2 })
    expect(ids).toHaveLength(3)
    const { rows, total, kinds } = await client.list({ cohortId: cohort.cohortId, limit: 2 })
    expect([rows.map(({ onDay }) => onDay), total]).toEqual([['2023-06-22', '2023-06-15'], 3])
    expect(kinds.filter(({ theme }) => theme).map(({ name }) => name)).toEqual([
      '座谈会',
      '优秀毕业生党员交流会',
      '专题组织生活会',
      '网上党支部分享会',
    ])
    expect((await client.list({ cohortId: cohort.cohortId, limit: 50, from: '2023-06-09', until: '2023-06-20' })).total).toBe(1)
    expect((await (await desk('sister-teacher')).list({ cohortId: cohort.cohortId, limit: 50, state: 'draft' })).total).toBe(0)
  })

  test('what has begun is not moved; a stale page is told', async () => {
    const { id, client } = await activity('teacher', ['英语第一党支部'])
    const form = { ...lecture(['英语第一党支部']), id, version: 3 }
    await expect(client.change({ ...form, onDay: '2023-06-09' })).rejects.toMatchObject(refused('settled'))
    expect(await client.change({ ...form, host: '周敏' })).toMatchObject({ host: '周敏', version: 4 })
    await expect(client.change({ ...form, host: '吴越' })).rejects.toMatchObject({ status: 409, data: { version: 4 } })
    await expect(client.cancel({ id, version: 4, reason: '下雨' })).rejects.toMatchObject(refused('wrong-state'))
  })

  test('what is off says why', async () => {
    const { id, client } = await activity('teacher', ['英语第一党支部'], 'announced')
    expect(await client.cancel({ id, version: 2, reason: '礼堂停电' })).toMatchObject({
      state: 'cancelled',
      cancelReason: '礼堂停电',
      may: [],
    })
    const [newest] = (await (await server.as(first[0]!.studentNumber)).inbox.list({ limit: 20 })).rows
    expect(newest).toMatchObject({ title: '活动取消：毕业前最后一次党课', body: '原定 2023-06-08 14:00。原因：礼堂停电' })
  })
})

describe('the overview of theme education', () => {
  const asked = () => ({ cohortId: cohort.cohortId })
  const formsOf = async (login: string, branch: string) =>
    (await (await desk(login)).overview(asked())).rows
      .find(({ name }) => name === branch)!
      .forms.map(({ times, lastOn, percent }) => [times, lastOn, percent])
  const none = [0, null, null]

  test('a branch that nobody called has held nothing; what is drafted or announced is not held', async () => {
    await activity('teacher', ['英语第一党支部'], 'announced', { kind: 'symposium', title: '座谈会' })
    expect(await formsOf('office', '英语第一党支部')).toEqual([none, none, none, none])
    const { rows, counts, kinds } = await (await desk('secondary')).overview(asked())
    expect(rows.map(({ name, people, above, missing }) => [name, people, above?.name, missing])).toEqual([
      ['英语第一党支部', 6, '外国语学院党总支', 4],
      ['英语第二党支部', 1, '外国语学院党总支', 4],
    ])
    expect([counts, kinds.map(({ lacking }) => lacking)]).toEqual([{ all: 2, missing: 2 }, [2, 2, 2, 2]])
  })

  test('one of the 总支 counts for the branches that came; a rate is of closed lists', async () => {
    const kind = { kind: 'symposium', title: '毕业生党员座谈会' }
    const { id, client } = await activity('secondary', ['外国语学院党总支'], 'held', kind)
    expect(await formsOf('secondary', '英语第二党支部')).toEqual([[1, '2023-06-08', null], none, none, none])
    await client.mark({ id, graduateIds: first.slice(0, 5).map(({ graduateId }) => graduateId), marking: 'present' })
    await client.close({ id, unitId: unitId('英语第一党支部') })
    await client.record({ id, version: 3 })
    expect(await formsOf('secondary', '英语第一党支部')).toEqual([[1, '2023-06-08', 83], none, none, none])
    expect(await formsOf('secondary', '英语第二党支部')).toEqual([none, none, none, none])
  })

  test('the workbook says the same, and is put on record', async () => {
    const cells = await textsIn(await (await desk('secondary')).overviewSheet({ ...asked(), missing: true }))
    for (const text of ['英语第二党支部', '外国语学院党总支', '座谈会到会率', '83%', '未开展']) expect(cells, text).toContain(text)
    expect(cells).not.toContain('会计学党支部')
    const { rows } = await (await server.as('auditor')).audit.list({ limit: 5 })
    expect(rows[0]).toMatchObject({ verb: 'themes.exported', after: { missing: true, count: 2 } })
  })

  test('a branch sees itself; who reads no education sees nothing', async () => {
    expect((await (await desk('teacher')).overview(asked())).rows.map(({ name }) => name)).toEqual(['英语第一党支部'])
    await expect((await desk(first[0]!.studentNumber)).overview(asked())).rejects.toMatchObject({ status: 403 })
  })
})

test('sixty sign in at once, each twice: none is lost, none is there twice', async () => {
  const people = await enrol(
    server.services,
    university,
    cohort,
    '日语党支部',
    Array.from({ length: 60 }, (_, at) => ({ name: `众${at}` })),
  )
  const { id, client } = await activity('secondary', ['日语党支部'])
  const clients = await Promise.all(people.map(({ studentNumber }) => desk(studentNumber)))
  const { scan } = await client.code({ id })
  const answers = await Promise.allSettled(
    clients.flatMap(member => [member.signIn({ token: tokenOf(scan) }), member.signIn({ token: tokenOf(scan) })]),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(60)
  const lists = await client.people({ id })
  expect([lists.length, lists.filter(({ attendance }) => attendance?.how === 'scan').length]).toEqual([60, 60])
})

test('who looks at the list hears when it changes', async () => {
  const { id, client } = await activity('teacher', ['英语第一党支部'])
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const payload = { username: 'teacher', password: TEST_PASSWORD }
  const { cookies } = await server.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  const answer = await fetch(`${address}/api/v1/activities/${id}/watch`, { headers: { cookie, accept: 'text/event-stream' } })
  const words = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (text: string) => {
    while (!heard.includes(text)) heard += (await words.read()).value ?? ''
  }
  await until('"there":0')
  const { scan } = await client.code({ id })
  await (await desk(first[5]!.studentNumber)).signIn({ token: tokenOf(scan) })
  await until('"there":1')
  await words.cancel()
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
})
