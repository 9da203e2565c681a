import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cohort, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { inSystem } from '../../platform/database/index.ts'
import { writeWorkbook } from '../../platform/spreadsheets/index.ts'
import { choicesFrom, headerSignature, mappingOf } from './rules.ts'

describe('a header is known again', () => {
  test.each([
    ['by its words, without white space', [' 姓 名', '学号\n'], JSON.stringify(['姓名', '学号'])],
    ['by where they stand', ['姓名', null, '学号', '', null], JSON.stringify(['姓名', '', '学号'])],
    ['but a title is none', ['2023届毕业生党员名册', null], null],
    ['nor is a row with somebody’s number', ['林一', '2019010001'], null],
    ['nor a blank row', [null, ''], null],
  ])('%s', (_, cells, signature) => expect(headerSignature(cells)).toBe(signature))

  test('and its columns are told by their place', () => {
    const column = { header: '编号', position: 2 }
    const mapping = mappingOf([
      { header: '姓名', position: 1, field: 'name', by: 'word' },
      { ...column, field: 'studentNumber', by: 'choice' },
      { header: '序号', position: 3, field: null, by: 'choice' },
    ])
    expect(mapping).toEqual({ 2: 'studentNumber', 3: '' })
    expect(choicesFrom(mapping, [column, { header: '', position: 3 }])).toEqual({ 编号: 'studentNumber' })
  })
})

describe('what a unit corrected', () => {
  let server: Running
  let cohort: Cohort
  beforeAll(async () => {
    server = await openServer()
    cohort = await openCohort(server.services, await foundUniversity(server.services))
  }, 60_000)
  afterAll(() => server.close())

  const header = ['姓名', '校内代码', '党支部']
  const person = ['林一', '2019010001', '英语第一党支部']
  /** Rows above the header: it is found wherever it stands. */
  const file = async (head: readonly string[] = header, above: readonly string[][] = []) => {
    const [first = head, ...rest] = [...above, head, person]
    const columns = Array.from({ length: 3 }, (_, at) => ({ header: first[at] ?? '' }))
    return new File([new Uint8Array(await writeWorkbook({ name: '名册', columns, rows: rest.map(row => [...row]) }))], '名册.xlsx')
  }
  const open = async (login: string, sheet: File) => {
    const client = await server.as(login)
    const held = await client.roster.imports.upload({ cohortId: cohort.cohortId, file: sheet })
    const look = () => client.roster.imports.preview({ id: held.id, limit: 10 })
    return { client, id: held.id, look, seen: await look() }
  }
  const fieldOf = ({ columns }: { columns: { header: string; field: string | null }[] }, name: string) =>
    columns.find(column => column.header === name)?.field
  const kept = () =>
    inSystem(server.services.database.system, trx => trx.selectFrom('import_mappings').select(['path', 'kind', 'mapping']).execute())

  test('is taken for the next file with the same header, in whatever row it stands', async () => {
    const first = await open('secondary', await file())
    expect(first.seen).toMatchObject({ recalled: false, problem: { reason: 'columns-missing' } })
    await first.client.roster.imports.mend({ id: first.id, version: 1, columns: { 校内代码: 'studentNumber' } })

    const next = await open('secondary', await file(header, [['2023届毕业生党员名册'], ['填报时间', '2023.5.18']]))
    expect(next.seen).toMatchObject({ recalled: true, headerRow: 3, problem: null, counts: { total: 1 } })
    expect(fieldOf(next.seen, '校内代码')).toBe('studentNumber')
  })

  test('holds no word of the file', async () => {
    const rows = await kept()
    expect(rows).toEqual([{ path: expect.any(String), kind: 'roster', mapping: { 2: 'studentNumber' } }])
  })

  test('is no matter of another unit, nor of another header', async () => {
    expect((await open('sister-secondary', await file())).seen.recalled).toBe(false)
    expect((await open('secondary', await file(['姓名', '校内代码', '所在党支部']))).seen.recalled).toBe(false)
  })

  test('is kept beside what the machine finds, and given up on request, for this file and the next', async () => {
    const { client, id, look, seen } = await open('secondary', await file())
    expect(seen.recalled).toBe(true)
    const edits = [{ row: 2, field: 'name', text: '林一一' }]
    await client.roster.imports.mend({ id, version: 1, edits })
    await client.roster.imports.mend({ id, version: 2, forget: true })
    const found = await look()
    expect(found).toMatchObject({ recalled: false, problem: { reason: 'columns-missing' } })
    expect(fieldOf(found, '校内代码')).toBeNull()
    expect(await kept()).toEqual([])
    expect((await open('secondary', await file())).seen.recalled).toBe(false)

    await client.roster.imports.mend({ id, version: 3, columns: { 校内代码: 'studentNumber' } })
    expect((await look()).rows[0]!.cells.name).toBe('林一一')
  })

  test('also where only the header row was wrong', async () => {
    // Two rows of known words: the machine takes the first.
    const sample = ['姓名', '学号', '党支部']
    const first = await open('sister-secondary', await file(sample, [['姓名', '学号', '党支部']]))
    expect(first.seen.headerRow).toBe(1)
    const second = ['姓名', '学号', '支部']
    const again = await open('sister-secondary', await file(second, [sample]))
    await again.client.roster.imports.mend({ id: again.id, version: 1, headerRow: 2 })
    expect((await open('sister-secondary', await file(second, [sample]))).seen).toMatchObject({ recalled: true, headerRow: 2 })
  })

  test('an .ods is read whole, and comes back marked as .xlsx', async () => {
    const bytes = await readFile('src/platform/spreadsheets/fixtures/roster-messy.ods')
    const { client, id, seen } = await open('secondary', new File([bytes], '名册.xlsx'))
    expect(seen.counts.total).toBeGreaterThan(50)
    expect((await client.roster.imports.marked({ id })).name).toBe('名册（已标注）.xlsx')
  })
})
