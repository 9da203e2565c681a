import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import type { BatchChange } from './contract/batch.ts'
import { decideBatch, mayBeResponsible, tagsAfter } from './rules/batch.ts'

describe('the rules', () => {
  test.each([
    [['留学', '重点'], { add: ['困难'], remove: ['重点'] }, ['留学', '困难']],
    [['重点'], { add: ['重点', '重点'], remove: [] }, ['重点']],
    [['重点'], { add: ['重点'], remove: ['重点'] }, ['重点']],
    [[], { add: [], remove: ['无'] }, []],
  ])('%j with %j is %j', (tags, change, after) => {
    expect(tagsAfter(tags, change)).toEqual(after)
  })

  test.each([
    [{ people: 0, weighty: 0, basis: false, mostTags: 0 }, 'nobody'],
    [{ people: 5_000, weighty: 0, basis: false, mostTags: 8 }, null],
    [{ people: 5_001, weighty: 0, basis: false, mostTags: 0 }, 'too-many'],
    [{ people: 1, weighty: 0, basis: false, mostTags: 9 }, 'too-many-tags'],
    [{ people: 1, weighty: 1, basis: false, mostTags: 0 }, 'basis-missing'],
    [{ people: 1, weighty: 1, basis: true, mostTags: 0 }, null],
  ])('%j is refused as %s', (facts, reason) => {
    const decision = decideBatch(facts)
    expect(decision.allowed ? null : decision.reason).toBe(reason)
  })

  test('who looks after people stands in their branch or above it', () => {
    expect(mayBeResponsible('/1/1/', ['/1/1/1/', '/1/1/2/'])).toBe(true)
    expect(mayBeResponsible('/1/1/1/', ['/1/1/1/'])).toBe(true)
    expect(mayBeResponsible('/1/1/1/', ['/1/1/1/', '/1/1/2/'])).toBe(false)
  })
})

let server: Running
let university: University
let cohort: Cohort
let english: Enrolled[]
let accounting: Enrolled[]

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  ;({ english, accounting } = await enrolSix(server.services, university, cohort))
}, 60_000)
afterAll(() => server.close())

const idsOf = (people: readonly Enrolled[]) => people.map(({ graduateId }) => graduateId)
const previewed = async (login: string, people: readonly Enrolled[], change: BatchChange) =>
  (await server.as(login)).roster.batch.preview({ cohortId: cohort.cohortId, who: { ids: idsOf(people) }, change })
const applied = async (login: string, people: readonly { id: string; version: number }[], change: BatchChange, basis?: string) =>
  (await server.as(login)).roster.batch.apply({
    cohortId: cohort.cohortId,
    people: people.map(({ id, version }) => ({ id, version })),
    change,
    ...(basis && { basis }),
  })
const pageOf = async ({ graduateId }: Enrolled) => (await server.as('office')).roster.get({ id: graduateId })
const entries = async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 50 })).rows

describe('one change for many', () => {
  test('is previewed person by person, and done as previewed', async () => {
    const change: BatchChange = { fields: { className: '19英语1班', duesPaidTo: '2023年5月' }, addTags: ['考研'] }
    const found = await previewed('teacher', english, change)
    expect(found.counts).toEqual({ changed: english.length, same: 0, wrong: 0 })
    expect(found.people[0]!.changes).toEqual(
      expect.arrayContaining([
        { field: 'className', label: '班级', before: '', after: '19英语1班' },
        { field: 'tags', label: '标签', before: '', after: '考研' },
      ]),
    )
    expect((await pageOf(english[0]!)).className).toBeNull()

    expect(await applied('teacher', found.people, change)).toEqual({ changed: english.length })
    const page = await pageOf(english[0]!)
    expect(page).toMatchObject({ className: '19英语1班', duesPaidTo: '2023-05', tags: ['考研'], version: found.people[0]!.version + 1 })
    const history = await (await server.as('teacher')).roster.changes({ memberId: english[0]!.memberId, field: 'tags' })
    expect(history.rows).toHaveLength(1)
    expect(history.rows[0]!.changes.map(({ field }) => field).sort()).toEqual(['className', 'duesPaidTo', 'tags'])
    expect(await entries('members.changed')).toHaveLength(english.length)
    expect((await previewed('teacher', english, change)).counts).toEqual({ changed: 0, same: english.length, wrong: 0 })
  })

  test('leaves out who would be wrong, and says why', async () => {
    const found = await previewed('teacher', english, { fields: { membership: '正式' } })
    const probationary = found.people.filter(({ kind }) => kind === 'wrong')
    expect(probationary.length).toBeGreaterThan(0)
    expect(probationary[0]!.problems).toEqual(['由预备改为正式，必须填写转正时间。'])
    await expect(applied('teacher', found.people, { fields: { membership: '正式' } })).rejects.toMatchObject({ data: { reason: 'nobody' } })
  })

  test('that has legal weight names its paper, which stays with the record', async () => {
    const change: BatchChange = { fields: { membership: '正式', confirmedOn: '2023-05-20' } }
    const found = await previewed('teacher', english, change)
    expect(found.basisNeeded).toBe(true)
    const changed = found.people.filter(({ changes }) => changes.some(({ field }) => field === 'membership'))
    await expect(applied('teacher', changed, change)).rejects.toMatchObject({ data: { reason: 'basis-missing' } })
    await applied('teacher', changed, change, '外国语学院党总支批复〔2023〕12 号')
    const { memberId } = english.find(({ graduateId }) => graduateId === changed[0]!.id)!
    const { rows } = await (await server.as('teacher')).roster.changes({ memberId, field: 'membership' })
    expect(rows[0]).toMatchObject({ basis: '外国语学院党总支批复〔2023〕12 号' })
  })

  test('is refused as a whole where somebody was changed meanwhile', async () => {
    const change: BatchChange = { addTags: ['留学'] }
    const found = await previewed('teacher', english, change)
    const { id, version } = found.people[0]!
    await (await server.as('teacher')).roster.correct({ id, version, changes: { major: '商务英语' } })
    await expect(applied('teacher', found.people, change)).rejects.toMatchObject({ code: 'CONFLICT', data: { version: version + 1 } })
    expect((await pageOf(english[1]!)).tags).not.toContain('留学')
  })

  test('reaches no further than who asks', async () => {
    await expect(previewed('teacher', [english[0]!, accounting[0]!], { addTags: ['留学'] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(previewed('counselor', [english[0]!], { addTags: ['留学'] })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(previewed('teacher', [english[0]!], {})).rejects.toMatchObject({ data: { reason: 'nothing-asked' } })
  })

  test('moves people to another branch of the 总支, with all that hangs on them', async () => {
    const client = await server.as('secondary')
    await client.roster.notes.add({ graduateId: english[1]!.graduateId, text: '缺政审函' })
    const change: BatchChange = { fields: { branch: '英语第二党支部' } }
    const found = await previewed('secondary', [english[1]!], change)
    await applied('secondary', found.people, change)
    const sister = await server.as('sister-teacher')
    expect(await sister.roster.get({ id: english[1]!.graduateId })).toMatchObject({ branch: { name: '英语第二党支部' } })
    expect(await sister.roster.notes.list({ graduateId: english[1]!.graduateId })).toMatchObject([{ text: '缺政审函', mine: false }])
    await expect((await server.as('teacher')).roster.get({ id: english[1]!.graduateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('marks and who looks after whom', () => {
  test('are found and counted', async () => {
    const client = await server.as('secondary')
    const [person] = english
    const teacher = (await client.roster.batch.staff({ cohortId: cohort.cohortId })).find(({ unitName }) => unitName === '英语第一党支部')!
    const change: BatchChange = { addTags: ['困难'], responsibleId: teacher.id }
    await applied('secondary', (await previewed('secondary', [person!], change)).people, change)
    const asked = { cohortId: cohort.cohortId }
    const named = async (more: object) => (await client.roster.list({ ...asked, ...more })).rows.map(({ name }) => name)
    expect(await named({ tag: '困难' })).toEqual([(await pageOf(person!)).name])
    expect((await client.roster.list({ ...asked, tag: '困难' })).total).toBe(1)
    expect(await named({ responsible: teacher.id })).toHaveLength(1)
    expect(await named({ responsible: 'nobody' })).not.toContain((await pageOf(person!)).name)
    expect(await client.roster.batch.tags(asked)).toContainEqual({ tag: '困难', count: 1 })
    expect((await client.roster.batch.staff(asked)).find(({ id }) => id === teacher.id)!.count).toBe(1)
    expect((await pageOf(person!)).responsible).toEqual({ id: teacher.id, name: teacher.name })
  })

  test('nobody looks after people of a branch that is not theirs', async () => {
    const client = await server.as('secondary')
    const sister = (await client.roster.batch.staff({ cohortId: cohort.cohortId })).find(({ unitName }) => unitName === '英语第二党支部')!
    await expect(previewed('secondary', [english[0]!], { responsibleId: sister.id })).rejects.toMatchObject({
      data: { reason: 'not-responsible-here', detail: sister.name },
    })
  })
})

describe('a note', () => {
  test('is the office’s: its writer alone takes it back, and the person does not read it', async () => {
    const teacher = await server.as('teacher')
    const graduateId = english[0]!.graduateId
    const { id } = await teacher.roster.notes.add({ graduateId, text: '本周内补交证明' })
    await expect((await server.as('secondary')).roster.notes.remove({ graduateId, id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect((await server.as(english[0]!.studentNumber)).roster.notes.list({ graduateId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await teacher.roster.notes.remove({ graduateId, id })).toEqual({ removed: true })
    expect(await teacher.roster.notes.list({ graduateId })).toEqual([])
  })
})
