import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'

let server: Running
beforeAll(async () => {
  server = await openServer()
  await foundUniversity(server.services)
})
afterAll(() => server.close())

const admin = () => server.as('sys-admin')
const columns = ['上级党组织', '党组织名称', '组织类别']
const upload = async (...rows: string[][]) => (await admin()).lists.units.upload({ file: await workbookOf('单位', columns, ...rows) })
const problemsOf = async (id: string) =>
  (await (await admin()).lists.units.preview({ id, limit: 200 })).rows.flatMap(({ row, problems }) =>
    problems.map(({ field, kind, suggestion }) => [row, field, kind, suggestion]),
  )
const names = async () => (await (await admin()).orgs.list()).map(({ name }) => name)

describe('the tree of units', () => {
  test('takes what the sheet has and it lacks, once', async () => {
    const client = await admin()
    const file = new File([await readFile('examples/2023/units.xlsx')], 'units.xlsx')
    const first = await client.lists.units.upload({ file })
    expect(first.counts).toMatchObject({ new: 12, same: 8, wrong: 0 })
    await client.lists.units.commit({ id: first.id, version: first.version })
    expect(await names()).toContain('软件工程第二党支部')
    expect((await client.lists.units.upload({ file })).counts).toMatchObject({ new: 0, same: 20 })
    const { rows } = await (await server.as('auditor')).audit.list({ verb: 'units.imported', limit: 100 })
    expect(rows).toHaveLength(12)
  })

  test('hangs children below parents of the same sheet, whichever stands first', async () => {
    const { id, version, counts } = await upload(
      ['示范学院分党委', '示范第一党支部', '支部'],
      ['岭南示范大学党委', '不相干党支部', '党支部'],
      ['中共岭南示范大学委员会', '示范学院分党委', '分党委'],
    )
    expect(counts).toMatchObject({ wrong: 2, new: 1 })
    const { lists, orgs } = await admin()
    const mended = await lists.units.mend({ id, version, edits: [{ row: 2, field: 'kind', text: '党支部' }], skip: [3] })
    expect(mended.counts).toMatchObject({ wrong: 0, new: 2 })
    await lists.units.commit({ id, version: mended.version })
    const units = await orgs.list()
    const parent = units.find(({ name }) => name === '示范学院分党委')!
    expect(units.find(({ name }) => name === '示范第一党支部')).toMatchObject({ parentId: parent.id, level: 'branch' })
  })

  test.each([
    [
      'a parent that is nowhere, with the nearest',
      ['外国语学院总支', '法语党支部', '党支部'],
      'parent',
      'unknown-parent',
      '外国语学院党总支',
    ],
    ['a branch below the committee', ['中共岭南示范大学委员会', '法语党支部', '党支部'], 'kind', 'not-below-that', undefined],
    ['a second committee', ['', '中共某某大学委员会', '党委'], 'kind', 'second-root', undefined],
    ['a kind that is none', ['外国语学院党总支', '法语党支部', '党小组'], 'kind', 'unknown-kind', undefined],
    ['a name without a kind', ['外国语学院党总支', '法语党支部', ''], 'kind', 'missing', undefined],
  ])('says %s', async (_, row, field, kind, suggestion) => {
    const { id } = await upload(row)
    expect(await problemsOf(id)).toEqual([[2, field, kind, suggestion]])
  })

  test('says that a parent’s row is wrong at every row below it, and writes none of them', async () => {
    const { id, version } = await upload(
      ['某某', '音乐学院党总支', '党总支'],
      ['音乐学院党总支', '音乐第一党支部', '党支部'],
      ['外国语学院党总支', '法语党支部', '党支部'],
    )
    expect(await problemsOf(id)).toEqual([
      [2, 'parent', 'unknown-parent', undefined],
      [3, 'parent', 'parent-wrong', undefined],
    ])
    await (await admin()).lists.units.commit({ id, version, partial: true })
    expect((await names()).filter(name => name.startsWith('音乐'))).toEqual([])
    expect(await names()).toContain('法语党支部')
  })

  test('changes no unit that stands, and says what is held otherwise', async () => {
    const { id, counts } = await upload(['管理学院党总支', '日语党支部', '党支部'])
    expect(counts).toMatchObject({ same: 1, changed: 0, wrong: 0 })
    expect(await problemsOf(id)).toEqual([[2, 'parent', 'held-otherwise', undefined]])
  })

  test('is not taken back as a whole', async () => {
    const { lists } = await admin()
    const { id, version } = await upload(['外国语学院党总支', '俄语党支部', '党支部'])
    const done = await lists.units.commit({ id, version })
    expect((await lists.units.preview({ id })).undo).toBeNull()
    await expect(lists.units.undo({ id, version: done.version })).rejects.toMatchObject({ status: 409 })
  })

  test('remembers for the administrator how a header was meant', async () => {
    const { lists } = await admin()
    const file = () => workbookOf('单位', ['挂靠', '组织名称', '类别'], ['外国语学院党总支', '西语党支部', '党支部'])
    const { id, version } = await lists.units.upload({ file: await file() })
    await lists.units.mend({ id, version, columns: { 挂靠: 'parent' } })
    expect((await lists.units.upload({ file: await file() })).counts).toMatchObject({ new: 1, wrong: 0 })
  })

  test('writes nothing from a file that is no workbook, and is nobody else’s work', async () => {
    const file = new File(['%PDF-1.7 '], '单位.xlsx')
    await expect((await admin()).lists.units.upload({ file })).rejects.toMatchObject({ status: 422, code: 'UNREADABLE' })
    for (const login of ['office', 'teacher', 'sec-admin'])
      await expect((await server.as(login)).lists.units.upload({ file })).rejects.toMatchObject({ status: 403 })
  })
})
