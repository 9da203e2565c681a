import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterSheet } from '../../../tests/subjects/sheet.ts'
import type { Client } from '../../../tests/university/client.ts'
import { type Cohort, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { addDays, day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import { vaultFor } from '../orgs/index.ts'
import { lastExpired } from './rules.ts'

const today = day('2023-06-08')
let server: Running
let school: string
let cohort: Cohort
let client: Client

beforeAll(async () => {
  server = await openServer(today)
  const university = await foundUniversity(server.services)
  school = university.school
  cohort = await openCohort(server.services, university)
  client = await server.as('teacher')
}, 60_000)
afterAll(() => server.close())

const upload = (file: File) => client.roster.imports.upload({ cohortId: cohort.cohortId, file })
const sheet = () => rosterSheet('英语第一党支部')
const night = async (after: number) => {
  server.services.clock.setToday(addDays(today, after))
  await server.services.daily.run('expire-imports')
  server.services.clock.setToday(today)
}
const rowOf = (id: string) =>
  inSystem(server.services.database.system, trx =>
    trx
      .selectFrom('imports')
      .leftJoin('files', join => join.onRef('files.school_id', '=', 'imports.school_id').onRef('files.id', '=', 'imports.file_id'))
      .select(['imports.state', 'imports.edits', 'imports.counts', 'imports.file_name as fileName', 'files.sha256'])
      .where('imports.id', '=', id)
      .executeTakeFirstOrThrow(),
  )
const entries = async () => (await (await server.as('auditor')).audit.list({ verb: 'import.expired', limit: 200 })).rows
const bytesOf = async (sha256: string) => {
  const vault = await inSystem(server.services.database.system, trx => vaultFor(trx, server.services.keys, school, cohort.cohortId))
  return server.services.files.get(sha256, vault)
}

test('the thirtieth day is the last that is expired', () => expect(lastExpired(today)).toBe('2023-05-09'))

describe('a workbook', () => {
  test('is kept for thirty days after its import was committed, and then only the counts are', async () => {
    const held = await upload(await sheet())
    await client.roster.imports.commit({ id: held.id, version: 1 })
    const { sha256 } = await rowOf(held.id)
    await night(29)
    expect((await client.roster.imports.preview({ id: held.id })).rows).toHaveLength(1)
    await night(30)
    expect(await rowOf(held.id)).toMatchObject({ state: 'committed', edits: null, sha256: null, counts: { new: 1 }, fileName: '名册.xlsx' })
    await expect(bytesOf(sha256!)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(client.roster.imports.preview({ id: held.id })).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'file-gone' } })
    expect(await client.roster.imports.list({ cohortId: cohort.cohortId })).toContainEqual(
      expect.objectContaining({ id: held.id, state: 'committed', counts: expect.objectContaining({ new: 1 }) }),
    )
    expect(await entries()).toMatchObject([{ subjectId: held.id, actorName: '系统', role: 'system', before: { state: 'committed' } }])
  })

  test('left lying is given up: its days count from the last mend', async () => {
    const held = await upload(await sheet())
    server.services.clock.setToday(addDays(today, 10))
    const edits = [{ row: 2, field: 'className', text: '19英语2班' }]
    await client.roster.imports.mend({ id: held.id, version: 1, edits })
    await night(39)
    expect((await rowOf(held.id)).state).toBe('checked')
    await night(40)
    expect(await rowOf(held.id)).toMatchObject({ state: 'cancelled', edits: null, sha256: null })
    expect((await entries())[0]).toMatchObject({ subjectId: held.id, before: { state: 'checked' }, after: { state: 'cancelled' } })
    await expect(client.roster.imports.cancel({ id: held.id, version: 3 })).rejects.toMatchObject({ data: { reason: 'cancelled' } })
  })

  test('sent twice is one file, and stays for the later import', async () => {
    const file = await sheet()
    const first = await upload(file)
    server.services.clock.setToday(addDays(today, 5))
    const second = await upload(file)
    await client.roster.imports.cancel({ id: second.id, version: 1 })
    const { sha256 } = await rowOf(second.id)
    await night(30)
    expect((await rowOf(first.id)).sha256).toBeNull()
    expect(await bytesOf(sha256!)).toBeInstanceOf(Uint8Array)
    await night(35)
    expect(await rowOf(second.id)).toMatchObject({ state: 'cancelled', sha256: null })
    await expect(bytesOf(sha256!)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is gone even where the night before broke off between file and row', async () => {
    const held = await upload(await sheet())
    const { sha256 } = await rowOf(held.id)
    const { keyId } = await inSystem(server.services.database.system, trx => vaultFor(trx, server.services.keys, school, cohort.cohortId))
    await server.services.files.remove(sha256!, keyId)
    await night(30)
    expect((await rowOf(held.id)).sha256).toBeNull()
  })

  test('in more imports than one transaction holds: all of them, once', async () => {
    const held = await upload(await sheet())
    await inSystem(server.services.database.system, async trx => {
      await sql`insert into files (school_id, id, account_id, path, purpose, name, mime, size, sha256, key_id)
        select school_id, gen_random_uuid(), account_id, path, purpose, name, mime, size, 'x' || n, key_id from files, generate_series(1, 250) n where id = (select file_id from imports where id = ${held.id})`.execute(
        trx,
      )
      await sql`insert into imports (school_id, id, account_id, account_name, path, kind, cohort_id, file_id, file_name, state, edits, key_id, touched_on)
        select i.school_id, gen_random_uuid(), i.account_id, i.account_name, i.path, i.kind, i.cohort_id, f.id, i.file_name, i.state, i.edits,
        i.key_id, i.touched_on from imports i, files f where i.id = ${held.id} and f.sha256 like 'x%'`.execute(trx)
    })
    const before = (await entries()).length
    await night(60)
    const { count } = await inSystem(server.services.database.system, trx =>
      trx
        .selectFrom('imports')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('file_id', 'is not', null)
        .executeTakeFirstOrThrow(),
    )
    expect(Number(count)).toBe(0)
    expect(before).toBeLessThan(200)
    expect(await entries()).toHaveLength(200)
  })
})
