/** What `listKind` makes of a list, seen through the plainest of them: a row an organisation, its name the key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { textsOf, workbookOf } from '../../../tests/university/sheets.ts'
import { everything } from './rules.ts'

let server: Running
beforeAll(async () => {
  server = await openServer()
  await foundUniversity(server.services)
})
afterAll(() => server.close())

const columns = ['抬头', '类别', '联系人', '联系电话']
const office = () => server.as('office')
const upload = async (...rows: string[][]) =>
  (await office()).addressees.imports.upload({ file: await workbookOf('抬头', columns, ...rows) })
const look = async (id: string) => (await office()).addressees.imports.preview({ id, limit: 200 })
const commit = async (of: { id: string; version: number }, more = {}) => (await office()).addressees.imports.commit({ ...of, ...more })
const brought = async (...rows: string[][]) => {
  const { id, version } = await upload(...rows)
  return commit({ id, version })
}
const entry = async (name: string) => (await (await office()).addressees.list({ search: name })).rows.find(row => row.name === name)
const kinds = async (id: string) => Object.fromEntries((await look(id)).rows.map(({ row, kind }) => [row, kind]))

let unused = 20
const town = (at: number) => `中共示范县第${at}镇委员会`
const line = (at: number, contact = '', phone = '') => [town(at), '街道、乡镇党（工）委', contact, phone]

describe('a list without a year', () => {
  test('comes in, and the same file again changes nothing', async () => {
    const first = await brought(line(1, '张宁'), line(2))
    expect(first.counts).toMatchObject({ total: 2, new: 2 })
    expect(first.cohortId).toBeNull()
    const again = await upload(line(1, '张宁'), line(2))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 })
    expect((await commit({ id: again.id, version: again.version })).counts).toMatchObject({ new: 0, changed: 0 })
  })

  test('shows what the row says otherwise, field by field; an empty cell says nothing', async () => {
    const { id } = await upload(line(1, '', '0755-1234567'))
    expect((await look(id)).rows[0]).toMatchObject({
      kind: 'changed',
      changes: [{ field: 'phone', label: '联系电话', before: '', after: '0755-1234567' }],
    })
  })

  test('is one row a subject: the second about the same is said', async () => {
    const { id } = await upload(line(3), line(4), [town(3).replace('示范县', '示范县 '), '街道、乡镇党（工）委', '', ''])
    expect(await kinds(id)).toEqual({ 2: 'new', 3: 'new', 4: 'wrong' })
    const [wrong] = (await look(id)).rows
    expect(wrong!.problems).toMatchObject([{ kind: 'twice', field: 'name' }])
    expect(wrong!.problems[0]!.text).toContain('第 2 行')
  })

  test.each([
    ['nothing of what is new', { new: false }, { new: 0, changed: 1, left: 1 }, '李安'],
    ['nothing of what changed', { changed: 'none' }, { new: 1, changed: 0, left: 1 }, '张宁'],
    ['only what was empty', { changed: 'empty' }, { new: 1, changed: 1, left: 0 }, '张宁'],
  ])('writes %s where that is chosen', async (_, choice, counts, contact) => {
    const at = unused++
    await brought(line(at, '张宁'))
    const { id, version } = await upload(line(at, '李安', '0755-7654321'), line(at + 100))
    expect((await commit({ id, version }, { choice: { ...everything, ...choice } })).counts).toMatchObject(counts)
    expect(await entry(town(at))).toMatchObject({ contact })
  })

  test('leaves wrong rows out only where that is said', async () => {
    const { id, version } = await upload(line(5), ['', '工委', '王某', ''])
    await expect(commit({ id, version })).rejects.toMatchObject({ data: { reason: 'has-errors' } })
    expect((await commit({ id, version }, { partial: true })).counts).toMatchObject({ new: 1, wrong: 1 })
  })
})

describe('taken back', () => {
  const undo = async ({ id, version }: { id: string; version: number }) => (await office()).addressees.imports.undo({ id, version })

  test('what it brought is gone, what it changed is as before', async () => {
    await brought(line(6, '张宁', '0755-1111111'))
    const done = await brought(line(6, '李安'), line(7))
    expect((await look(done.id)).undo).toEqual({ removes: 1, restores: 1, refusal: null })
    expect(await undo(done)).toMatchObject({ state: 'undone' })
    expect(await entry(town(6))).toMatchObject({ contact: '张宁', phone: '0755-1111111' })
    expect(await entry(town(7))).toBeUndefined()
    expect(await undo(done)).toMatchObject({ state: 'undone' })
    const verbs = (await (await server.as('auditor')).audit.list({ verb: 'import.undone' })).rows
    expect(verbs.map(({ subjectKind }) => subjectKind).sort()).toEqual(['addressee', 'addressee', 'import'])
  })

  test('stays where somebody has changed a row since, and says which', async () => {
    const done = await brought(line(8))
    const { id, version } = (await entry(town(8)))!
    await (await office()).addressees.verify({ id, version })
    expect((await look(done.id)).undo).toMatchObject({ refusal: { reason: 'changed-since', people: town(8) } })
    await expect(undo(done)).rejects.toMatchObject({ status: 409, data: { reason: 'changed-since' } })
    expect(await entry(town(8))).toBeDefined()
  })
})

test('the empty form names its columns, and comes back as a list', async () => {
  const client = await office()
  const rows = await textsOf(await client.addressees.imports.form())
  expect(rows[0]![0]).toBe('抬头')
  expect(rows[2]).toEqual(['抬头*', '类别', '所在地', '党组织代码', '需要纸质介绍信', '联系人', '联系电话', '名称说明'])
  const filled = await workbookOf('抬头', rows[2]!, [town(9), '', '', '', '', '', '', ''])
  expect((await client.addressees.imports.upload({ file: filled })).counts).toMatchObject({ new: 1 })
})
