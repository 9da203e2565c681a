/** What a migration makes of rows that were there before it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RichText } from '../src/kernel/rich-text.ts'
import { RichTextSchema } from '../src/kernel/rich-text-schema.ts'
import { type Database, inSystem, migrate, openDatabase } from '../src/platform/database/index.ts'
import { newDatabase, postgresServer } from './university/postgres.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [school, unit, cohort] = [id(1), id(2), id(3)]
const [an, bai, chen] = [id(11), id(12), id(13)]
const [lecture, oath, ahead, off] = [id(21), id(22), id(23), id(24)]

const people = [
  [an, '安宁'],
  [bai, '白杨'],
  [chen, '陈可'],
] as const

const foundation = `
  insert into schools (school_id, code, name, committee_name, division_code, letter_prefix) values ('${school}', 'old', '某大学', '中共某大学委员会', '449901', '某');
  insert into org_units (school_id, id, path, level, kind, name) values ('${school}', '${unit}', '/1/', 'branch', 'branch', '某支部');
  insert into cohorts (school_id, id, year, name) values ('${school}', '${cohort}', 2023, '2023届');
  ${people
    .map(
      ([one, name]) => `
  insert into members (school_id, id, path, unit_id, student_number, name, pinyin, key_id, membership)
    values ('${school}', '${one}', '/1/', '${unit}', '${one.slice(-4)}', '${name}', 'x', '${school}', 'full');
  insert into graduates (school_id, id, cohort_id, member_id, path, pinyin, membership, relation_at_school)
    values ('${school}', '${one}', '${cohort}', '${one}', '/1/', 'x', 'full', true);`,
    )
    .join('')}`

/** Minutes as they were typed: lines of either end, blank ones, what looks like a tag, a control character. */
const MINUTES = "E'书记讲话\\r\\n\\n<b>全体</b>讨论\\n  决定：\\x0b六月十日\\n'"

const activity = (one: string, title: string, state: string, minutes = "''") => `
  insert into activities (school_id, id, cohort_id, kind, title, held_unit, held_path, audience, on_day, begins, minutes, state, opened_at, cancel_reason, made_by, made_name)
  values ('${school}', '${one}', '${cohort}', 'party-lecture', '${title}', '${unit}', '/1/', '{/1/}', '2023-05-20', '14:00', ${minutes}, '${state}',
    ${state === 'recorded' ? 'now()' : 'null'}, ${state === 'cancelled' ? "'有会'" : 'null'}, '${unit}', '某');`

const attended = (n: number, of: string, who: string, state: string) => `
  insert into attendances (school_id, id, activity_id, cohort_id, graduate_id, member_id, path, state, how, said_at, said_by, said_name)
  values ('${school}', '${id(n)}', '${of}', '${cohort}', '${who}', '${who}', '/1/', '${state}', 'list', now(), '${unit}', '某');`

const confirmed = (n: number, who: string, item: string, doneOn: string, evidence: string) => `
  insert into item_confirmations (school_id, id, cohort_id, graduate_id, member_id, path, item, done_on, evidence, confirmed_by, confirmed_name)
  values ('${school}', '${id(n)}', '${cohort}', '${who}', '${who}', '/1/', '${item}', '${doneOn}', '${evidence}', '${unit}', '某');`

/** As 0030 knew them. */
const before = [
  foundation,
  activity(lecture, '毕业前的党课', 'recorded', MINUTES),
  activity(oath, '重温誓词', 'recorded', "'   '"),
  activity(ahead, '还没有通知的', 'draft'),
  activity(off, '取消了的', 'cancelled'),
  attended(31, lecture, an, 'present'),
  attended(32, lecture, bai, 'made-up'),
  attended(33, lecture, chen, 'absent'),
  attended(34, oath, an, 'late'),
  // The closed list of the lecture.
  confirmed(41, an, 'party-lecture', '2023-05-20', '签到表：毕业前的党课'),
  confirmed(42, bai, 'party-lecture', '2023-05-20', '签到表：毕业前的党课'),
  // Written by hand: of somebody who was not there, of another day, of another sheet, of a book.
  confirmed(43, chen, 'party-lecture', '2023-05-20', '签到表：毕业前的党课'),
  confirmed(44, an, 'oath', '2023-05-21', '签到表：重温誓词'),
  confirmed(45, bai, 'oath', '2023-05-20', '签到表：别的活动'),
  confirmed(46, an, 'book', '2023-05-20', '《乡土中国》'),
].join('')

const paragraph = (text?: string) => ({ type: 'paragraph', ...(text !== undefined && { content: [{ type: 'text', text }] }) })

describe.each([
  { kind: 'PGlite', skipped: false },
  { kind: 'PostgreSQL', skipped: !postgresServer },
])('rows of 0030 on $kind', ({ kind, skipped }) => {
  let database: Database
  let drop = async () => {}

  beforeAll(async () => {
    if (skipped) return
    const made = kind === 'PostgreSQL' ? await newDatabase(postgresServer!) : undefined
    if (made) drop = made.drop
    database = await openDatabase({ url: made?.url, connections: 2 })
    const ran = await migrate(database, { upTo: '0030' })
    expect(ran.at(-1)).toMatch(/^0030_/)
    await database.migrate(before)
    expect((await migrate(database))[0]).toMatch(/^0031_/)
  }, 120_000)
  afterAll(async () => {
    if (skipped) return
    await database.close()
    await drop()
  })

  const rows = async <Row>(text: ReturnType<typeof sql<Row>>) => inSystem(database.system, async trx => (await text.execute(trx)).rows)

  test.skipIf(skipped)('minutes in plain text are documents with the same text, a paragraph a line', async () => {
    const found = await rows(sql<{ id: string; minutes: RichText }>`select id, minutes from activities order by id`)
    const of = (one: string) => found.find(row => row.id === one)!.minutes
    expect(of(lecture).content).toEqual([
      paragraph('书记讲话'),
      paragraph(),
      paragraph('<b>全体</b>讨论'),
      paragraph('  决定：六月十日'),
      paragraph(),
    ])
    for (const one of [oath, ahead, off]) expect(of(one)).toEqual({ type: 'doc', content: [] })
    for (const { minutes } of found) expect(RichTextSchema.safeParse(minutes).success).toBe(true)
  })

  test.skipIf(skipped)('what a closed list ticked rests on the activity; everything else on its evidence', async () => {
    const found = await rows(
      sql<{ id: string; basis: string; activity: string | null; made_up: boolean }>`
        select id, basis, activity_id as activity, made_up from item_confirmations order by id`,
    )
    expect(found.map(row => [Number(row.id.slice(-2)), row.basis, row.activity, row.made_up])).toEqual([
      [41, 'activity', lecture, false],
      [42, 'activity', lecture, true],
      [43, 'other', null, false],
      [44, 'other', null, false],
      [45, 'other', null, false],
      [46, 'other', null, false],
    ])
    const details = await rows(sql<{ details: unknown }>`select distinct details from item_confirmations`)
    expect(details).toEqual([{ details: {} }])
  })

  test.skipIf(skipped)('a draft was told to nobody; what was called off is still seen by whoever saw it', async () => {
    const found = await rows(sql<{ id: string; told: boolean }>`select id, told from activities order by id`)
    expect(found.map(row => [row.id, row.told])).toEqual([
      [lecture, true],
      [oath, true],
      [ahead, false],
      [off, true],
    ])
  })
})
