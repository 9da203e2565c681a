import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../tests/university/client.ts'
import { type Cohort, openCohort } from '../../../tests/university/graduates.ts'
import { example, settleOffices, sheetOf as sheet } from '../../../tests/university/offices.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { newId } from '../../kernel/ids.ts'
import { inSystem } from '../../platform/database/index.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'
import { checkDigitOf } from './rules.ts'

type Expected = Record<string, { rows: number; wrong: { row: number; column: string; kind: string }[] }>

let server: Running
let university: University
let cohort: Cohort
let expected: Expected

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  expected = JSON.parse(await readFile('examples/2023/expected.json', 'utf8'))
  await settleOffices(server, university)
}, 60_000)
afterAll(() => server.close())

const upload = async (login: string, file: File) => {
  const client = await server.as(login)
  return { client, held: await client.roster.imports.upload({ cohortId: cohort.cohortId, file }) }
}
const allRows = async (client: Client, id: string) => {
  const rows = []
  let after: string | undefined
  do {
    const page = await client.roster.imports.preview({ id, limit: 50, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return rows
}
const rosterOf = async (login: string) => (await server.as(login)).roster.list({ cohortId: cohort.cohortId, limit: 200 })
const personOf = async (studentNumber: string) => {
  const found = (await rosterOf('general-0')).rows.find(row => row.studentNumber === studentNumber)!
  const { version } = await (await server.as('general-0')).roster.get({ id: found.id })
  return { id: found.id, name: found.name, branch: found.branch.name, version }
}
const entries = async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 200 })).rows
const counted = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

describe('a roster filled in carefully', () => {
  test('is new once: 120 people, an audit entry each; again it changes nothing', async () => {
    const { client, held } = await upload('general-0', await example('roster-clean.xlsx'))
    expect(held).toMatchObject({ state: 'checked', mine: true, version: 1, fileName: 'roster-clean.xlsx' })
    expect(counted(held.counts)).toEqual({ total: 120, new: 120 })
    const preview = await client.roster.imports.preview({ id: held.id, limit: 20 })
    expect(preview).toMatchObject({
      sheet: '毕业生党员名册',
      headerRow: 2,
      problem: null,
      can: ['mend', 'commit', 'cancel'],
      matching: 120,
    })
    expect(preview.repairs.find(({ kind }) => kind === 'full-name')!.count).toBeGreaterThan(0)

    const done = await client.roster.imports.commit({ id: held.id, version: 1 })
    expect(done).toMatchObject({ state: 'committed', version: 2, counts: { new: 120 } })
    expect(await client.roster.imports.commit({ id: held.id, version: 1 })).toEqual(done)
    expect(await rosterOf('general-0')).toMatchObject({ total: 120 })
    const audited = await entries('roster.imported')
    expect(audited).toHaveLength(120)
    expect(new Set(audited.map(entry => entry.subjectId)).size).toBe(120)
    expect((await client.roster.changes({ importId: held.id })).total).toBe(120)

    const again = await upload('general-0', await example('roster-clean.xlsx'))
    expect(counted(again.held.counts)).toEqual({ total: 120, same: 120 })
    await client.roster.imports.commit({ id: again.held.id, version: 1 })
    expect(await entries('roster.imported')).toHaveLength(120)
    expect((await client.roster.changes({ importId: again.held.id })).total).toBe(0)
  })

  test('comes back from its own export as the same', async () => {
    const client = await server.as('general-0')
    const file = await client.roster.export({ cohortId: cohort.cohortId, reason: '核对名册后重新导入' })
    const { held } = await upload('general-0', new File([await file.arrayBuffer()], '名册.xlsx'))
    // The line of signatures is read as what it is.
    expect(counted(held.counts)).toEqual({ total: 120, same: 120, skipped: 1 })
    expect((await entries('roster.exported'))[0]).toMatchObject({ after: { count: 120, full: true, reason: '核对名册后重新导入' } })
  })

  test('shows a changed row before and after, and whom the file leaves out', async () => {
    const { held, client } = await upload(
      'general-0',
      await sheet(['学号', '姓名', '党支部', '邮箱', '专业'], ['2019010001', '郭桐', '网络工程党支部', 'new@example.edu', '网络工程']),
    )
    expect(held.counts).toMatchObject({ total: 1, changed: 1, missing: 27 })
    const { rows } = await client.roster.imports.preview({ id: held.id, kind: 'changed' })
    expect(rows[0]!.changes).toEqual([
      { field: 'major', label: '专业', before: '软件工程专业', after: '网络工程' },
      { field: 'email', label: '邮箱', before: 's0@example.edu', after: 'new@example.edu' },
    ])
    await client.roster.imports.commit({ id: held.id, version: 1 })
    const [change] = (await client.roster.changes({ importId: held.id })).rows
    expect(change!.changes).toEqual([
      { field: 'email', label: '邮箱', before: null, after: null, sensitive: true },
      { field: 'major', label: '专业', before: '软件工程专业', after: '网络工程', sensitive: false },
    ])
    expect((await entries('roster.imported'))[0]).toMatchObject({
      before: { major: '软件工程专业' },
      after: { major: '网络工程', changedUnseen: ['email'] },
    })
    expect((await rosterOf('general-0')).rows.find(row => row.name === '郭桐')).toMatchObject({
      major: '网络工程',
      version: 2,
      phone: '*******0062',
    })
    expect((await upload('general-0', await example('roster-clean.xlsx'))).held.counts).toMatchObject({ changed: 1, same: 119 })
  })

  test('written by another hand after the check: compared anew when it is committed', async () => {
    const { id, name, branch, version } = await personOf('2019010002')
    const file = await sheet(['学号', '姓名', '党支部', '专业'], ['2019010002', name, branch, '数字媒体技术'])
    const { held, client } = await upload('general-0', file)
    await client.roster.correct({ id, version, changes: { major: '数字媒体技术' } })
    expect(counted(held.counts)).toMatchObject({ changed: 1 })
    const done = await client.roster.imports.commit({ id: held.id, version: held.version })
    expect(counted(done.counts)).toMatchObject({ same: 1 })
    expect((await client.roster.changes({ importId: held.id })).total).toBe(0)
  })

  test('takes 预备 to 正式 only with the day and the paper', async () => {
    const header = ['学号', '姓名', '党支部', '党员类别', '转正时间']
    const person = ['2019010003', '孔若', '网络工程党支部', '正式']
    const { held, client } = await upload('general-0', await sheet(header, [...person, '']))
    const { rows } = await client.roster.imports.preview({ id: held.id })
    expect(rows[0]).toMatchObject({
      kind: 'wrong',
      problems: expect.arrayContaining([expect.objectContaining({ kind: 'confirmation-day-missing', position: 5 })]),
    })
    await expect(client.roster.imports.commit({ id: held.id, version: 1, partial: true })).rejects.toMatchObject({
      data: { reason: 'nothing-to-commit' },
    })
    const mended = await client.roster.imports.mend({
      id: held.id,
      version: 1,
      edits: [{ row: rows[0]!.row, field: 'confirmedOn', text: '2023.5.30' }],
    })
    expect(mended).toMatchObject({ version: 2, counts: { changed: 1, wrong: 0 } })
    expect((await client.roster.imports.preview({ id: held.id })).weighty).toBe(1)
    await expect(client.roster.imports.commit({ id: held.id, version: 2 })).rejects.toMatchObject({ data: { reason: 'basis-missing' } })
    const basis = '网络学院党总支批复〔2023〕7 号'
    await client.roster.imports.commit({ id: held.id, version: 2, basis })
    expect((await client.roster.changes({ importId: held.id })).rows).toMatchObject([{ basis }])
    expect((await rosterOf('general-0')).rows.find(row => row.name === '孔若')).toMatchObject({
      membership: 'full',
      confirmedOn: '2023-05-30',
    })
  })
})

describe('a roster as it comes', () => {
  const invented = (bornOn: string, sex: string, at: number) => {
    const body = `449901${bornOn.replaceAll('-', '')}${String(700 + at * 2 + (sex === '男' ? 1 : 0))}`
    return body + checkDigitOf(body)
  }

  test('of one branch: its own rows are taken, other branches’ are set aside and never written', async () => {
    const { client, held } = await upload('teacher', await example('roster-messy.xlsx'))
    expect(held.counts).toMatchObject({ total: 64, new: 13, elsewhere: 45, wrong: 6 })
    const { rows } = await client.roster.imports.preview({ id: held.id, kind: 'elsewhere', limit: 5 })
    expect(rows[0]!.problems).toMatchObject([{ kind: 'elsewhere', severity: 'warning' }])
    const done = await client.roster.imports.commit({ id: held.id, version: 1, partial: true })
    expect(done).toMatchObject({ state: 'committed', counts: { new: 13, wrong: 6, elsewhere: 45 } })
    const written = (await entries('roster.imported')).filter(entry => entry.after?.importId === held.id)
    expect(written.map(entry => entry.path)).toEqual(Array(13).fill(university.unit.英语第一党支部!.path))
    expect((await rosterOf('sister-teacher')).total).toBe(0)
  })

  test('of a general branch: exactly the wrong cells, each mended or left to stand, then 64 people', async () => {
    const { client, held } = await upload('secondary', await example('roster-messy.xlsx'))
    expect(counted(held.counts)).toMatchObject({ total: 64, wrong: 14 })
    const wrong = (await allRows(client, held.id)).filter(row => row.kind === 'wrong')
    const errors = wrong.flatMap(row =>
      row.problems.filter(({ severity }) => severity === 'error').map(problem => ({ ...problem, row: row.row, cells: row.cells })),
    )
    expect(errors.map(({ row, column, kind }) => ({ row, column, kind }))).toEqual(expected['roster-messy.xlsx']!.wrong)
    await expect(client.roster.imports.commit({ id: held.id, version: 1 })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'has-errors' },
    })

    const texts: Record<string, (found: (typeof errors)[number], at: number) => string> = {
      'digits-lost': ({ cells }, at) => invented(cells.bornOn!, cells.sex!, at),
      'check-digit': ({ cells }, at) => invented(cells.bornOn!, cells.sex!, at),
      'duplicate-id-number': ({ cells }, at) => invented(cells.bornOn!, cells.sex!, at),
      'duplicate-student-number': () => '2019029930',
      'no-such-day': () => '2020-06-14',
      phone: () => '19000000001',
    }
    const missing: Record<string, string> = { name: '补全名', studentNumber: '2019029947' }
    const edits = errors
      .filter(({ kind }) => kind !== 'joined-under-18')
      .map((found, at) => {
        const words: Record<string, string> = { ethnicGroup: '汉族', membership: '正式', ...missing }
        const text = texts[found.kind]?.(found, at) ?? found.suggestion ?? words[found.field]!
        return { row: found.row, field: found.field, text }
      })
    const young = errors.find(({ kind }) => kind === 'joined-under-18')!
    const overrides = [{ row: young.row, field: young.field, kind: young.kind, reason: '档案核实，日期无误' }]
    const mended = await client.roster.imports.mend({ id: held.id, version: 1, edits, overrides })

    expect(mended).toMatchObject({ version: 2, counts: { total: 64, wrong: 0, elsewhere: 0 } })
    await expect(client.roster.imports.mend({ id: held.id, version: 1, edits })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version: 2 },
    })

    await client.roster.imports.commit({ id: held.id, version: 2 })
    const roster = await rosterOf('secondary')
    expect(roster.total).toBe(64)
    expect(roster.rows.find(row => row.studentNumber === young.cells.studentNumber)?.joinedOn).not.toBeNull()
    expect(counted((await upload('secondary', await example('roster-messy.xlsx'))).held.counts)).toMatchObject({ wrong: 14, same: 50 })
  })

  test.each([
    ['general-1', 'roster-legacy.xls', 45],
    ['sister-secondary', 'roster-gbk.csv', 80],
  ])('%s: %s', async (login, name, rows) => {
    const { client, held } = await upload(login, await example(name))
    expect(counted(held.counts)).toEqual({ total: rows, new: rows })
    const commit = () => client.roster.imports.commit({ id: held.id, version: 1 })
    const [first, second] = await Promise.all([commit(), commit()])
    expect(second).toEqual(first)
    expect((await rosterOf(login)).total).toBe(rows)
    expect((await client.roster.changes({ importId: held.id })).total).toBe(rows)
  })

  test('comes back marked: red cells, and a column that says what is wrong', async () => {
    const { client, held } = await upload('secondary', await example('roster-messy.xlsx'))
    const file = await client.roster.imports.marked({ id: held.id })
    expect(file.name).toBe('roster-messy（已标注）.xlsx')
    const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)
    expect(String(sheets[0]!.rows[7]!.at(-1))).toContain('末几位已经丢失')
  })

  test('with people of another unit: says that, and not whose they are', async () => {
    const header = ['学号', '姓名', '党支部', '公民身份号码', '党员类别']
    const { held, client } = await upload(
      'secondary',
      await sheet(
        header,
        ['2019010001', '某某', '日语党支部', '449901199901010012', '正式'],
        ['2019029990', '某某', '日语党支部', '44990120001014203X', '正式'],
      ),
    )
    const rows = (await client.roster.imports.preview({ id: held.id, kind: 'wrong' })).rows
    expect(rows.map(row => row.problems.filter(({ severity }) => severity === 'error').map(({ kind }) => kind))).toEqual([
      expect.arrayContaining(['student-number-elsewhere']),
      expect.arrayContaining(['id-number-elsewhere']),
    ])
    expect(JSON.stringify(rows)).not.toContain('软件')
  })

  test('without the column of memberships: who is new is wrong, nobody is guessed', async () => {
    const { held } = await upload('secondary', await sheet(['学号', '姓名', '党支部'], ['2019029991', '某某', '日语党支部']))
    expect(counted(held.counts)).toMatchObject({ total: 1, wrong: 1 })
  })

  test('without an essential column is kept, to be mapped by hand', async () => {
    const { held, client } = await upload(
      'secondary',
      await sheet(['编号', '姓名', '党支部', '党员类别'], ['2019029992', '某某', '日语党支部', '正式']),
    )
    const preview = await client.roster.imports.preview({ id: held.id })
    expect(preview).toMatchObject({ problem: { reason: 'columns-missing' }, can: ['mend', 'cancel'], rows: [] })
    await expect(client.roster.imports.commit({ id: held.id, version: 1 })).rejects.toMatchObject({ data: { reason: 'columns-missing' } })
    const mapped = await client.roster.imports.mend({ id: held.id, version: 1, columns: { 编号: 'studentNumber' } })
    expect(mapped.counts).toMatchObject({ total: 1, new: 1 })
    const cancelled = await client.roster.imports.cancel({ id: held.id, version: 2 })
    expect(cancelled.state).toBe('cancelled')
    await expect(client.roster.imports.commit({ id: held.id, version: 3 })).rejects.toMatchObject({ data: { reason: 'cancelled' } })
    await expect(client.roster.imports.cancel({ id: held.id, version: 3 })).rejects.toMatchObject({ data: { reason: 'cancelled' } })
  })

  test('is derived again from the kept file and its corrections when memory has let go of it', async () => {
    const header = ['学号', '姓名', '党支部', '党员类别']
    const { held, client } = await upload('secondary', await sheet(header, ['2019029996', '某某', '日语支', '正式']))
    const [row] = (await client.roster.imports.preview({ id: held.id })).rows
    await client.roster.imports.mend({ id: held.id, version: 1, edits: [{ row: row!.row, field: 'branch', text: '日语党支部' }] })
    for (let at = 0; at < 5; at++) await upload('secondary', await sheet(header, [`20190280${at}`, '某某', '日语党支部', '正式']))
    const preview = await client.roster.imports.preview({ id: held.id })
    expect(preview.rows).toMatchObject([{ kind: 'new', edited: ['branch'], cells: { branch: '日语党支部' } }])
  })

  test('may lose a row, and get it back', async () => {
    const rows = [
      ['2019029993', '甲某某', '日语党支部', '正式'],
      ['2019029994', '乙某某', '日语党支部', '正式'],
    ]
    const { held, client } = await upload('secondary', await sheet(['学号', '姓名', '党支部', '党员类别'], ...rows))
    const [first] = (await client.roster.imports.preview({ id: held.id })).rows
    expect((await client.roster.imports.mend({ id: held.id, version: 1, skip: [first!.row] })).counts).toMatchObject({ new: 1, skipped: 1 })
    expect((await client.roster.imports.mend({ id: held.id, version: 2, unskip: [first!.row] })).counts).toMatchObject({
      new: 2,
      skipped: 0,
    })
  })
})

describe('what is no roster', () => {
  const stored = async () =>
    (await inSystem(server.services.database.system, trx => trx.selectFrom('imports').select('id').execute())).length

  test.each<[string, () => File | Promise<File>, string]>([
    ['a file of another kind', () => new File(['%PDF-1.7 '], '名册.xlsx'), 'not-a-workbook'],
    ['an empty file', () => new File([], '名册.xlsx'), 'empty-file'],
    ['a sheet without a header', () => sheet(['甲', '乙'], ['1', '2']), 'no-header'],
    ['a header without people', () => sheet(['学号', '姓名', '党支部']), 'no-rows'],
    ['more than 20 MB', () => new File([new Uint8Array(20 * 1024 * 1024 + 1)], '名册.xlsx'), 'too-large'],
  ])('%s is refused with a sentence, and nothing is kept', async (_, file, reason) => {
    const before = await stored()
    const client = await server.as('secondary')
    await expect(client.roster.imports.upload({ cohortId: cohort.cohortId, file: await file() })).rejects.toMatchObject({
      code: 'UNREADABLE',
      status: 422,
      data: { reason, text: expect.stringMatching(/。$/) },
    })
    expect(await stored()).toBe(before)
  })
})

describe('who may', () => {
  test('an import is opened by its uploader alone, and listed to the units above', async () => {
    const { held } = await upload('teacher', await sheet(['学号', '姓名', '党员类别'], ['2019029995', '某某', '正式']))
    for (const login of ['sister-teacher', 'secondary', 'sister-secondary'])
      await expect((await server.as(login)).roster.imports.preview({ id: held.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const list = async (login: string) =>
      (await (await server.as(login)).roster.imports.list({ cohortId: cohort.cohortId })).map(({ id }) => id)
    expect(await list('secondary')).toContain(held.id)
    expect(await list('sister-teacher')).not.toContain(held.id)
    await expect((await server.as('sister-teacher')).roster.imports.commit({ id: held.id, version: 1 })).rejects.toMatchObject({
      status: 404,
    })
  })

  test.each(['office', 'secretary', 'counselor', 'auditor'])('%s imports nothing', async login => {
    const client = await server.as(login)
    await expect(
      client.roster.imports.upload({ cohortId: cohort.cohortId, file: await example('roster-clean.xlsx') }),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('an unknown cohort is not found', async () => {
    const client = await server.as('secondary')
    await expect(client.roster.imports.upload({ cohortId: newId(), file: await example('roster-clean.xlsx') })).rejects.toMatchObject({
      status: 404,
    })
  })
})

test('no table holds an ID number or phone in the open', async () => {
  const rows = await inSystem(server.services.database.system, async trx => {
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`.execute(
      trx,
    )
    const dumped: unknown[] = []
    for (const { name } of tables) dumped.push(...(await sql`select * from ${sql.table(name)}`.execute(trx)).rows)
    return dumped
  })
  const text = JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
  expect(rows.length).toBeGreaterThan(500)
  expect(text).toContain('2019010001')
  for (const digits of ['449901199906242003', '19457710062', '18348698629', 's1@example.edu', '449901200004105718'])
    expect(text).not.toContain(digits)
})
