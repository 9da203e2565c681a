import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterSheet } from '../../../tests/subjects/sheet.ts'
import { enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { textsOf, workbookOf } from '../../../tests/university/sheets.ts'

let server: Running
let cohortId: string
let graduate: { studentNumber: string; idNumber: string; name: string }

beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  cohortId = cohort.cohortId
  const { english } = await enrolSix(server.services, university, cohort)
  graduate = english[0]!
})
afterAll(() => server.close())

const teacher = async () => (await server.as('teacher')).roster
const upload = async (file: File) => (await teacher()).juniors.imports.upload({ file })
const rowsOf = async (id: string) => (await (await teacher()).juniors.imports.preview({ id, limit: 200 })).rows
const commit = async (file: File) => {
  const { id, version } = await upload(file)
  return (await teacher()).juniors.imports.commit({ id, version })
}
/** The one row of a sheet with some of its cells as said; by the columns of the form. */
const changed = async (sheet: File, said: Record<string, string>) => {
  const [head, row] = await textsOf(sheet)
  return workbookOf('名册', head!, head!.map((label, at) => said[label] ?? row![at] ?? '') as string[])
}

describe('juniors', () => {
  test('come in by the columns of 附件1, masked in the list, and the same file again changes nothing', async () => {
    const sheet = await rosterSheet('英语第一党支部')
    expect((await commit(sheet)).counts).toMatchObject({ new: 1, wrong: 0 })
    const { rows, total, branches } = await (await teacher()).juniors.list({})
    expect(total).toBe(1)
    expect(branches).toMatchObject([{ name: '英语第一党支部', count: 1 }])
    expect(rows[0]).toMatchObject({ name: '新来', membership: 'full', branch: { name: '英语第一党支部' } })
    expect(rows[0]!.idNumber).toMatch(/^\*{14}[\dX]{4}$/)
    expect((await upload(sheet)).counts).toMatchObject({ new: 0, changed: 0, same: 1 })
  })

  test('are in no cohort: the roster does not list them, and counts them nowhere', async () => {
    const roster = await teacher()
    expect((await roster.list({ cohortId, search: '新来' })).rows).toEqual([])
    expect((await roster.counts({ cohortId })).total).toBe(5)
  })

  test('change field by field, and the paper is asked for as it is of a graduate', async () => {
    const sheet = await changed(await rosterSheet('英语第一党支部'), { 党员类别: '预备', '转正时间/预备期满': '' })
    await commit(sheet)
    const { id, version, counts } = await upload(
      await changed(sheet, { 班级: '22英语2班', 党员类别: '正式', '转正时间/预备期满': '2022-05-20' }),
    )
    expect(counts).toMatchObject({ changed: 1 })
    const { imports } = (await teacher()).juniors
    await expect(imports.commit({ id, version })).rejects.toMatchObject({ data: { reason: 'basis-missing' } })
    await imports.commit({ id, version, basis: '支部大会决议（2023 年 5 月 20 日）' })
    expect((await (await teacher()).juniors.list({ limit: 200 })).rows).toContainEqual(expect.objectContaining({ className: '22英语2班' }))
  })

  test.each([
    ['a graduate’s student number', () => ({ 学号: graduate.studentNumber }), 'studentNumber', 'already-graduate'],
    ['a graduate’s ID number', () => ({ 公民身份号码: graduate.idNumber }), 'idNumber', 'id-number-of-another'],
    ['a branch that is none', () => ({ 党支部: '天文学党支部' }), 'branch', 'unknown-branch'],
  ])('are not made of %s', async (_, said, field, kind) => {
    const { id, counts } = await upload(await changed(await rosterSheet('英语第一党支部'), said()))
    expect(counts).toMatchObject({ wrong: 1, new: 0 })
    expect((await rowsOf(id))[0]!.problems).toContainEqual(expect.objectContaining({ field, kind, severity: 'error' }))
  })

  test('of another branch are set aside, and another unit sees none of them', async () => {
    const { counts } = await upload(await rosterSheet('会计学党支部'))
    expect(counts).toMatchObject({ elsewhere: 1, new: 0 })
    expect((await (await server.as('sister-secondary')).roster.juniors.list({})).total).toBe(0)
    await expect((await server.as('sister-secondary')).roster.juniors.list({ path: '/1/1/' })).rejects.toMatchObject({ status: 404 })
  })

  test('join a cohort by its roster: the same person, and no junior any more', async () => {
    const sheet = await rosterSheet('英语第一党支部')
    await commit(sheet)
    const [head, row] = await textsOf(sheet)
    const number = row![head!.indexOf('学号')]!
    const { imports } = await teacher()
    const { id, version } = await imports.upload({ cohortId, file: sheet })
    await imports.commit({ id, version })
    expect((await (await teacher()).juniors.list({ search: number })).rows).toEqual([])
    const again = await upload(sheet)
    expect(again.counts).toMatchObject({ wrong: 1 })
  })

  test('an import of them is taken back', async () => {
    const before = (await (await teacher()).juniors.list({})).total
    const { id, version } = await commit(await rosterSheet('英语第一党支部'))
    const { imports } = (await teacher()).juniors
    expect((await imports.preview({ id })).undo).toEqual({ removes: 1, restores: 0, refusal: null })
    await imports.undo({ id, version })
    expect((await (await teacher()).juniors.list({})).total).toBe(before)
  })

  test('are read by whoever reads the roster, and brought by whoever imports it', async () => {
    await expect((await server.as('sys-admin')).roster.juniors.list({})).rejects.toMatchObject({ status: 403 })
    const file = await rosterSheet('英语第一党支部')
    await expect((await server.as('counselor')).roster.juniors.imports.upload({ file })).rejects.toMatchObject({ status: 403 })
    const { rows } = await (await server.as('auditor')).audit.list({ verb: 'juniors.imported', limit: 200 })
    expect(rows.length).toBeGreaterThan(2)
  })
})
