import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import type { DossierLine } from './contract.ts'
import { blankPaper, type Paper } from './rules.ts'

let server: Running
let university: University
let cohort: Cohort
let one: Enrolled
let two: Enrolled
let three: Enrolled

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  ;[one, two, three] = (await enrol(server.services, university, cohort, '英语第一党支部', [
    { name: '安一' },
    { name: '安二', membership: 'probationary' },
    { name: '安三', membership: 'probation-extended' },
  ])) as [Enrolled, Enrolled, Enrolled]
  await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '安故', outcome: 'deceased' }])
  await enrol(server.services, university, cohort, '会计学党支部', [{ name: '郝好' }])
})
afterAll(() => server.close())

const dossiers = async (login: string) => (await server.as(login)).dossiers
const whole: Paper = { held: 'original', pages: 2, signed: true, stamped: true, dated: true, remark: '' }
const list = async (login: string, more: object = {}) => (await dossiers(login)).list({ cohortId: cohort.cohortId, limit: 50, ...more })
const of = async (who: Enrolled, login = 'teacher'): Promise<DossierLine> => (await dossiers(login)).get({ graduateId: who.graduateId })
const seen = async (...who: Enrolled[]) =>
  Promise.all(who.map(async person => ({ graduateId: person.graduateId, version: (await of(person, 'office')).version })))
const fill = async (who: Enrolled, value: Partial<Paper> = {}, login = 'teacher') => {
  const { asked, papers } = await of(who, login)
  return (await dossiers(login)).enter({
    cells: asked.map(paper => ({ graduateId: who.graduateId, paper, version: papers[paper]?.version ?? 0, value: { ...whole, ...value } })),
  })
}
const refusedFor = (...rows: [Enrolled, string][]) => ({
  done: 0,
  refused: rows.map(([{ graduateId, name }, reason]) => ({ graduateId, name, reason })),
})
const entries = async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 100 })).rows

describe('the papers', () => {
  test('are asked by membership; whoever died is not counted', async () => {
    const { rows, counts, checklist } = await list('teacher')
    expect(rows.map(({ name, asked }) => [name, asked.includes('full-application'), asked.length])).toEqual([
      ['安一', true, 8],
      ['安三', false, 7],
      ['安二', false, 7],
    ])
    expect(checklist.find(({ key }) => key === 'admission')).toMatchObject({ required: true, needs: ['signed', 'stamped', 'dated'] })
    expect(counts).toMatchObject({ people: 3, untouched: 3, entering: 0 })
  })

  test('are entered in one request, each cell upon what was seen', async () => {
    const cell = (who: Enrolled, paper: string, version: number, value: Partial<Paper>) => ({
      graduateId: who.graduateId,
      paper,
      version,
      value: { ...blankPaper, ...value },
    })
    const teacher = await dossiers('teacher')
    const first = await teacher.enter({
      cells: [cell(one, 'admission', 0, { held: 'copy', pages: 12 }), cell(two, 'talks', 0, { held: 'original', pages: 1 })],
    })
    expect(first).toMatchObject({ saved: [{ version: 1 }, { version: 1 }], changed: [], refused: [] })
    // The answer was lost: the same again is no conflict.
    expect((await teacher.enter({ cells: [cell(one, 'admission', 0, { held: 'copy', pages: 12 })] })).changed).toEqual([])
    const other = await (await dossiers('secondary')).enter({
      cells: [cell(one, 'admission', 0, { held: 'original', pages: 12 }), cell(one, 'talks', 0, { held: 'original', pages: 4 })],
    })
    expect(other.changed).toMatchObject([{ paper: 'admission', cell: { held: 'copy', by: '英语第一党支部的teacher', version: 1 } }])
    expect(other.saved).toMatchObject([{ paper: 'talks', version: 1 }])
    const strange = await teacher.enter({
      cells: [cell(two, 'full-application', 0, { held: 'missing' }), cell(two, 'x', 0, { held: 'missing' })],
    })
    expect(strange.refused.map(({ reason }) => reason)).toEqual(['no-such-paper', 'no-such-paper'])
    await expect(teacher.enter({ cells: [cell(one, 'talks', 1, { held: 'original', pages: 1000 })] })).rejects.toMatchObject({
      status: 400,
    })
    await expect(teacher.enter({ cells: [cell(one, 'talks', 1, { held: 'original', pages: 0 })] })).rejects.toMatchObject({ status: 400 })
  })

  test('show their problems, and every number opens to its people', async () => {
    const { counts, problems } = await list('teacher')
    expect(counts).toMatchObject({ untouched: 1, entering: 2 })
    expect(problems).toContainEqual({ problem: 'copy', people: 1 })
    expect((await list('teacher', { problem: 'copy' })).rows.map(({ name }) => name)).toEqual(['安一'])
    expect((await list('teacher', { standing: 'entering' })).total).toBe(2)
    expect((await list('teacher', { search: '安三' })).total).toBe(1)
    expect((await of(one)).troubles.filter(({ paper }) => paper === 'admission').map(({ problem }) => problem)).toEqual([
      'copy',
      'unsigned',
      'unstamped',
      'dates-differ',
    ])
  })

  test('page by the last one seen, also where it left the filter meanwhile', async () => {
    const first = await list('teacher', { limit: 1 })
    const second = await list('teacher', { limit: 1, after: first.next })
    const third = await list('teacher', { limit: 1, after: second.next })
    expect([first, second, third].map(({ rows }) => rows[0]!.name)).toEqual(['安一', '安三', '安二'])
    expect(third.next).toBeNull()
  })
})

describe('two signatures', () => {
  test('a problem keeps the bag open until it is explained', async () => {
    await fill(one)
    await fill(one, { held: 'copy' })
    const teacher = await dossiers('teacher')
    const [asked] = await seen(one)
    expect(await teacher.pack({ people: [asked!] })).toEqual(refusedFor([one, 'unexplained']))
    const [row] = await teacher.preview({ graduateIds: [one.graduateId], step: 'pack' })
    const explained = Object.fromEntries(row!.troubles.map(({ paper, problem }) => [`${paper}.${problem}`, '原件在中学档案']))
    expect(Object.keys(explained).length).toBe(4)
    expect(await teacher.pack({ people: [{ ...asked!, explained }] })).toEqual({ done: 1, refused: [] })
    expect(await of(one)).toMatchObject({ standing: 'packed', packedName: '英语第一党支部的teacher', bag: null })
  })

  test('the second is another person; the bag is numbered for the 总支', async () => {
    const people = await seen(one)
    expect(await (await dossiers('teacher')).check({ people })).toEqual(refusedFor([one, 'same-person']))
    expect(await (await dossiers('secondary')).check({ people })).toEqual({ done: 1, refused: [] })
    expect(await of(one)).toMatchObject({ standing: 'checked', bag: '01-0001', checkedName: '外国语学院党总支的secondary' })
    const sealed = await fill(one, { pages: 3 })
    expect(new Set(sealed.refused.map(({ reason }) => reason))).toEqual(new Set(['wrong-state']))
  })

  test('many at once: one who changed refuses all, and is named', async () => {
    await fill(two)
    await fill(three)
    const people = await seen(two, three)
    await fill(three, { pages: 5 })
    const teacher = await dossiers('teacher')
    expect(await teacher.pack({ people })).toEqual(refusedFor([three, 'changed']))
    expect((await of(two)).standing).toBe('ready')
    expect(await teacher.pack({ people: await seen(two, three) })).toEqual({ done: 2, refused: [] })
    expect(await (await dossiers('secondary')).check({ people: await seen(two, three) })).toMatchObject({ done: 2 })
    expect([(await of(three)).bag, (await of(two)).bag]).toEqual(['01-0002', '01-0003'])
  })

  test('a broken seal leaves its number void, and nobody gets it again', async () => {
    const teacher = await dossiers('teacher')
    expect(await teacher.sendBack({ people: await seen(two), reason: ' ' })).toEqual(refusedFor([two, 'reason-missing']))
    expect(await teacher.sendBack({ people: await seen(two), reason: '少装一份思想汇报' })).toMatchObject({ done: 1 })
    expect(await of(two)).toMatchObject({ standing: 'ready', bag: null, packedName: null })
    const secondary = await dossiers('secondary')
    expect(await secondary.find({ cohortId: cohort.cohortId, typed: '01-0003' })).toMatchObject({ name: '安二', voided: true })
    await teacher.pack({ people: await seen(two) })
    await secondary.check({ people: await seen(two) })
    const { bag, bags, events } = await teacher.get({ graduateId: two.graduateId })
    expect([bag, bags]).toMatchObject([
      '01-0004',
      [
        { text: '01-0003', voidReason: '少装一份思想汇报' },
        { text: '01-0004', voidReason: null },
      ],
    ])
    expect(events.map(({ step }) => step)).toEqual(['pack', 'check', 'send-back', 'pack', 'check'])
  })

  test('are on record, with no word of what is sensitive', async () => {
    expect((await entries('dossier.checked')).length).toBe(4)
    const [entry] = await entries('dossier.sent-back')
    expect(entry).toMatchObject({ before: { bag: '01-0003' }, after: { reason: '少装一份思想汇报', state: 'open' } })
    const all = JSON.stringify([...(await entries('dossier.entered')), ...(await entries('dossier.packed'))])
    for (const { idNumber, phone } of [one, two, three]) expect([all.includes(idNumber), all.includes(phone)]).toEqual([false, false])
  })
})

describe('a scanner', () => {
  test.each([
    ['the bag', () => '01-0001'],
    ['the bag as it was typed', () => ' 1-1 '],
    ['the student number', () => one.studentNumber],
  ])('finds by %s', async (_, typed) => {
    expect(await (await dossiers('teacher')).find({ cohortId: cohort.cohortId, typed: typed() })).toEqual({
      graduateId: one.graduateId,
      name: '安一',
      voided: false,
    })
  })
  test.each(['01-9999', '20990000', '安一'])('finds nobody by %s', async typed =>
    expect(await (await dossiers('teacher')).find({ cohortId: cohort.cohortId, typed })).toBeNull(),
  )
  test('finds nobody of a sister unit', async () =>
    expect(await (await dossiers('sister-secondary')).find({ cohortId: cohort.cohortId, typed: '01-0001' })).toBeNull())
})

describe('who may', () => {
  const calls = [
    ['list', 'office', 200],
    ['list', 'counselor', 200],
    ['list', 'secretary', 403],
    ['list', 'publicity', 403],
    ['enter', 'office', 403],
    ['enter', 'counselor', 403],
    ['candidates', 'teacher', 403],
    ['candidates', 'secondary', 200],
    ['candidates', 'office', 200],
  ] as const
  test.each(calls)('%s, as %s: %i', async (what, login, status) => {
    const client = await dossiers(login)
    const ask = {
      list: () => client.list({ cohortId: cohort.cohortId }),
      enter: () => client.enter({ cells: [{ graduateId: one.graduateId, paper: 'talks', version: 0, value: blankPaper }] }),
      candidates: () => client.lists.candidates({ cohortId: cohort.cohortId, unitId: university.unit['外国语学院党总支']!.id }),
    }
    const answer = await ask[what]().then(
      () => 200,
      error => error.status,
    )
    expect(answer).toBe(status)
  })

  test('a member and a sister unit see nothing of it', async () => {
    await expect((await dossiers(one.studentNumber)).list({ cohortId: cohort.cohortId })).rejects.toMatchObject({ status: 403 })
    await expect((await dossiers('sister-teacher')).get({ graduateId: one.graduateId })).rejects.toMatchObject({ status: 404 })
    expect((await list('sister-secondary')).rows.map(({ name }) => name)).toEqual(['郝好'])
  })
})

describe('the progress', () => {
  test('counts each unit with all below it, and tells its problems', async () => {
    const units = await (await dossiers('office')).progress({ cohortId: cohort.cohortId })
    expect(units.map(({ unitName, people, checked, untouched }) => [unitName, people, checked, untouched])).toEqual([
      ['中共岭南示范大学委员会', 4, 3, 1],
      ['外国语学院党总支', 3, 3, 0],
      ['管理学院党总支', 1, 0, 1],
      ['英语第一党支部', 3, 3, 0],
      ['会计学党支部', 1, 0, 1],
    ])
    expect(units.every(({ dueOn, late }) => dueOn !== null && !late)).toBe(true)
  })
})
