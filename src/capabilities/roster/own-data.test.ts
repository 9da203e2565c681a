import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, type Enrolled, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { ownDataIn, photo } from '../../../tests/university/own-data.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'

let server: Running
let university: University
let cohort: Cohort
let first: Enrolled
let second: Enrolled
let third: Enrolled
let { me, correct, entries, inbox } = {} as ReturnType<typeof ownDataIn>

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const { english } = await enrolSix(server.services, university, cohort)
  ;[first, second, third] = english as [Enrolled, Enrolled, Enrolled]
  ;({ me, correct, entries, inbox } = ownDataIn(server, cohort))
}, 60_000)
afterAll(() => server.close())

describe('one’s own data', () => {
  test('is shown whole and unmasked, and is nobody’s who is no graduate', async () => {
    const seen = await (await me(first)).get()
    const text = (field: string) => seen.fields.find(each => each.field === field)
    expect(seen).toMatchObject({ name: '安宁', branchName: '英语第一党支部', version: 1, draft: null, open: null, past: [] })
    expect(text('idNumber')).toMatchObject({ text: first.idNumber, lastWord: 'branch' })
    expect(text('phone')).toMatchObject({ text: first.phone, lastWord: 'member' })
    expect(text('branch')).toMatchObject({ text: '英语第一党支部', lastWord: 'party' })
    for (const login of ['teacher', 'office', 'junior', 'auditor'])
      await expect((await server.as(login)).roster.own.get()).rejects.toMatchObject({ status: 403 })
  })

  test('is kept as it is typed, for the member alone, and dropped when nothing is left', async () => {
    const own = await me(first)
    await own.keep({ changes: { name: '单宁', nonsense: 'x' }, reason: '户口本' })
    expect((await own.get()).draft).toEqual({ changes: { name: '单宁' }, reason: '户口本' })
    expect((await (await me(second)).get()).draft).toBeNull()
    await own.keep({ changes: {}, reason: '' })
    expect((await own.get()).draft).toBeNull()
    expect(await entries('own-data.drafted')).toEqual([])
  })

  test('by which one is reached counts at once, and is recorded as the member’s doing', async () => {
    const seen = await correct(second, {
      phone: '190 0000 6666',
      email: 'bailu@example.cn',
      secondContact: '白某',
      secondContactPhone: '19000006667',
    })
    const text = (field: string) => seen.fields.find(each => each.field === field)!.text
    expect([text('phone'), text('email'), text('secondContact'), text('secondContactPhone')]).toEqual([
      '19000006666',
      'bailu@example.cn',
      '白某',
      '19000006667',
    ])
    expect(seen).toMatchObject({ version: 2, open: null })
    const { rows } = await (await server.as('teacher')).roster.changes({ memberId: second.memberId })
    expect(rows[0]).toMatchObject({ actorName: '白露', proposed: false })
    expect((await entries('own-data.corrected'))[0]).toMatchObject({
      actorName: '白露',
      subjectId: second.memberId,
      after: { changedUnseen: expect.arrayContaining(['phone', 'email', 'secondContact']) },
    })
    expect(await inbox('teacher')).toEqual([])
  })

  test.each<[string, Record<string, string>, string, string]>([
    ['a phone of ten digits', { phone: '1900000777' }, 'phone', 'phone'],
    ['no name', { name: '' }, 'name', 'missing'],
    ['a day that does not exist', { joinedOn: '2021-02-30' }, 'joinedOn', 'no-such-day'],
    ['an ID number with a wrong check digit', { idNumber: '449901200003020000' }, 'idNumber', 'check-digit'],
    ['one of two', { major: '法语', phone: '1' }, 'phone', 'phone'],
  ])('says at the field what is wrong with %s, and changes nothing', async (_, changes, field, kind) => {
    const before = await (await me(third)).get()
    const refusal = await correct(third, changes).catch(error => error)
    expect(refusal).toMatchObject({ code: 'WRONG', status: 422 })
    expect(refusal.data.problems.map((problem: { field: string }) => problem.field)).toContain(field)
    expect(refusal.data.problems.some((problem: { kind: string }) => problem.kind.includes(kind))).toBe(true)
    expect(await (await me(third)).get()).toEqual(before)
  })

  test('is not moved to another branch by a correction', async () => {
    await expect(correct(third, { branch: '英语第二党支部' })).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'not-yours' } })
    await expect(correct(third, { name: '曾诗韵' })).rejects.toMatchObject({ data: { reason: 'nothing-changed' } })
    await expect((await me(third)).correct({ version: 7, changes: { major: '法语' } })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version: 1 },
    })
    await expect((await me(third)).withdraw()).rejects.toMatchObject({ data: { reason: 'closed' } })
  })
})

describe('evidence', () => {
  test.each<[string, () => File, string]>([
    ['a page of the web', () => new File(['<html>'], '照片.jpg', { type: 'image/jpeg' }), 'not-that-kind'],
    ['nothing', () => new File([], '空.pdf', { type: 'application/pdf' }), 'empty'],
  ])('is not %s', async (_, file, reason) => {
    await expect((await me(second)).addEvidence({ file: file() })).rejects.toMatchObject({ code: 'REFUSED', data: { reason } })
  })

  test('is three files at most, and can be taken out again', async () => {
    const own = await me(second)
    const [one] = [
      await own.addEvidence({ file: photo() }),
      await own.addEvidence({ file: photo() }),
      await own.addEvidence({ file: photo() }),
    ]
    await expect(own.addEvidence({ file: photo() })).rejects.toMatchObject({ data: { reason: 'too-many' } })
    await expect((await me(first)).dropEvidence({ id: one!.id })).rejects.toMatchObject({ status: 404 })
    await own.dropEvidence({ id: one!.id })
    expect((await own.get()).evidence).toHaveLength(2)
    expect((await entries('evidence.removed'))[0]).toMatchObject({ subjectId: one!.id })
  })
})
