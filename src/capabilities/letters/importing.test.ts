import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'
import { inSystem } from '../../platform/database/index.ts'
import { seedAddressees } from './index.ts'

let server: Running
let university: University
beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  await inSystem(server.services.database.system, trx => seedAddressees(trx, university.school))
})
afterAll(() => server.close())

const columns = ['序号', '党组织全称', '类别', '行政区划', '组织代码', '是否需纸质介绍信', '电话', '说明']
const nanshan = '中共深圳市南山区委组织部'
const office = () => server.as('office')
const upload = async (...rows: string[][]) =>
  (await office()).addressees.imports.upload({ file: await workbookOf('抬头', columns, ...rows.map((row, at) => [`${at + 1}`, ...row])) })
const rowsOf = async (id: string) => (await (await office()).addressees.imports.preview({ id, limit: 200 })).rows
const entry = async (name: string) => (await (await office()).addressees.list({ search: name })).rows.find(row => row.name === name)

test('names, codes and words as offices write them', async () => {
  const { id, version, counts } = await upload(
    ['中共三亚市天涯区教育工作委员会组织部', '工委', '海南省三亚市天涯区', '046000012345', '要', '0898-0000000', ''],
    ['中共珠海市香洲区翠香街道工作委员会', '', '440402', '', '否', '', ''],
    [nanshan, '', '', '', '是', '', ''],
  )
  expect(counts).toMatchObject({ new: 2, changed: 1, wrong: 0 })
  const [changed, , guessed] = await rowsOf(id)
  expect(changed!.changes).toEqual([{ field: 'needsPaper', label: '需要纸质介绍信', before: '', after: '是' }])
  expect(guessed!.problems).toMatchObject([{ kind: 'kind-by-name', severity: 'warning' }])
  await (await office()).addressees.imports.commit({ id, version })
  expect(await entry('中共三亚市天涯区教育工作委员会组织部')).toMatchObject({
    kind: 'work-committee',
    divisionName: '海南省三亚市天涯区',
    orgCode: '046000012345',
    needsPaper: true,
    verifiedOn: null,
    used: 0,
  })
  expect(await entry('中共珠海市香洲区翠香街道工作委员会')).toMatchObject({ kind: 'township', divisionCode: '440402', needsPaper: false })
  const { rows } = await (await server.as('auditor')).audit.list({ verb: 'addressees.imported' })
  expect(rows).toHaveLength(3)
})

test.each([
  ['a bare employer', ['示范有限公司', '国企党委', '', '', '', '', ''], 'name', 'bare-employer', true],
  ['a branch', ['中共示范有限公司支部委员会', '国企党委', '', '', '', '', ''], 'name', 'branch-cannot-receive', true],
  ['a division that is none', ['中共示范县委组织部', '', '449901', '', '', '', ''], 'divisionCode', 'no-such-division', false],
  ['a code too short', ['中共示范县委组织部', '', '', '0440', '', '', ''], 'orgCode', 'org-code', false],
  ['a kind that is none', ['中共示范县委组织部', '幼儿园', '', '', '', '', ''], 'kind', 'unknown-code', false],
  ['a kind that the name does not tell', ['中共海关总署党组', '', '', '', '', '', ''], 'kind', 'missing', false],
  ['a formula', ['=HYPERLINK("http://x","中共示范")', '国企党委', '', '', '', '', ''], 'name', 'unusual-ending', true],
  ['a name without end', ['中'.repeat(81), '国企党委', '', '', '', '', ''], 'name', 'too-long', false],
] as const)('is wrong: %s', async (_, row, field, kind, overridable) => {
  const { id, counts } = await upload([...row])
  expect(counts).toMatchObject({ wrong: 1, new: 0 })
  const [first] = await rowsOf(id)
  expect(first!.problems.find(({ severity }) => severity === 'error')).toMatchObject({ field, kind, overridable })
})

describe('a wrong name', () => {
  test('stands with the reason that is given, and the dictionary keeps it', async () => {
    const client = await office()
    const { id, version } = await upload(['示范港务有限公司', '国企党委', '', '', '', '', ''])
    const overrides = [{ row: 2, field: 'name', kind: 'bare-employer', reason: '对方来函如此' }]
    const mended = await client.addressees.imports.mend({ id, version, overrides })
    expect(mended.counts).toMatchObject({ new: 1, wrong: 0 })
    await client.addressees.imports.commit({ id, version: mended.version })
    expect(await entry('示范港务有限公司')).toMatchObject({ nameReason: '对方来函如此' })
  })

  test('or with its own words in the file', async () => {
    const { id, version, counts } = await upload(['示范航运有限公司', '国企党委', '', '', '', '', '电话核实过'])
    expect(counts).toMatchObject({ new: 1, wrong: 0 })
    await (await office()).addressees.imports.commit({ id, version })
    expect(await entry('示范航运有限公司')).toMatchObject({ nameReason: '电话核实过' })
  })
})

test('is brought by office and 总支 alone', async () => {
  const file = await workbookOf('抬头', ['抬头', '类别'], ['中共示范县委组织部', '组织部'])
  for (const login of ['teacher', 'counselor', 'sys-admin', 'publicity'])
    await expect((await server.as(login)).addressees.imports.upload({ file })).rejects.toMatchObject({ status: 403 })
  const { id } = await (await server.as('secondary')).addressees.imports.upload({ file })
  await expect((await office()).addressees.imports.preview({ id })).rejects.toMatchObject({ status: 404 })
})
