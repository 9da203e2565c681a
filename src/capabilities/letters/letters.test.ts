import { execFileSync } from 'node:child_process'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { has } from '../../../tests/tools.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { signedIn, transact } from '../../app/gate.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { inSystem } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import {
  draftSheetsData,
  handOver,
  issueLetters,
  type LetterDraft,
  ledger,
  letterSheetsData,
  lettersOf,
  markReceived,
  moveLetters,
  printProblems,
  voidLetters,
} from './index.ts'

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]
let [sister]: Enrolled[] = []

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  people = await enrol(
    server.services,
    university,
    cohort,
    '英语第一党支部',
    ['安宁', '白杨', '陈可', '邓清', '方圆', '高远', '何晓'].map(name => ({ name })),
  )
  ;[sister] = await enrol(server.services, university, cohort, '英语第二党支部', [{ name: '江月' }])
})
afterAll(() => server.close())

/** As a signed-in person, one transaction, as a case's own procedure would open it. */
async function as<T>(login: string, work: (context: RequestContext) => Promise<T>): Promise<T> {
  const { services } = server
  const username = `lnsf:${login}`
  const { id } = await inSystem(services.database.system, async trx => {
    const { rows } = await sql<{ id: string }>`select id from auth_users where username = ${username}`.execute(trx)
    return rows[0]!
  })
  const who = (await signedIn({ services, authUserId: id }))!
  return transact(services, who, { permission: 'letters:issue', audit: 'letter.issued' }, work)
}

const draftOf = (person: Enrolled, change: Partial<LetterDraft> = {}, branch = '英语第一党支部'): LetterDraft => ({
  transferId: newId(),
  attemptId: newId(),
  memberId: person.memberId,
  cohortId: cohort.cohortId,
  path: university.unit[branch]!.path,
  memberName: person.name,
  sex: 'female',
  bornOn: day('2000-03-02'),
  ethnicGroup: '汉族',
  membership: 'full',
  idNumber: person.idNumber,
  phone: person.phone,
  addresseeName: '中共杭州市滨江区委组织部',
  from: '中共岭南示范大学外国语学院总支部委员会英语第一党支部',
  to: '之江远航科技股份有限公司党委',
  duesPaidTo: '2023-06',
  validDays: 90,
  ...change,
})

const issue = (drafts: LetterDraft[]) => as('office', context => issueLetters(context, drafts))
const entries = async () => (await (await server.as('auditor')).audit.list({ limit: 200 })).rows
const office = () => server.as('office')
const list = async (filter = {}, login = 'office') =>
  (await server.as(login)).letters.list({ cohortId: cohort.cohortId, limit: 50, ...filter })
const refusal = (reason: string) => ({ status: 409, data: { reason } })
const pdf = (bytes: ArrayBuffer, tool: 'pdfinfo' | 'pdftotext', ...options: string[]) =>
  execFileSync(tool, [...options, '-', ...(tool === 'pdftotext' ? ['-'] : [])], { input: new Uint8Array(bytes) }).toString()

describe('numbers', () => {
  test('are given in the order asked, from 0001', async () => {
    const issued = await issue([draftOf(people[1]!), draftOf(people[0]!)])
    expect(issued.map(({ numberText }) => numberText)).toEqual(['岭示组介〔2023〕0001号', '岭示组介〔2023〕0002号'])
    expect(issued[0]).toMatchObject({ issuedOn: '2023-06-08', validUntil: '2023-09-06' })
    expect((await list()).rows.map(({ serial, memberName }) => [serial, memberName])).toEqual([
      ['0002', '安宁'],
      ['0001', '白杨'],
    ])
  })

  test('have no gap and no double when batches run at once', async () => {
    const batches = await Promise.all([2, 3, 1, 2].map(size => issue(people.slice(0, size).map(person => draftOf(person)))))
    for (const batch of batches) {
      const numbers = batch.map(({ numberText }) => Number(numberText.slice(-5, -1)))
      expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at))
    }
    const given = batches.flat().map(({ numberText }) => Number(numberText.slice(-5, -1)))
    expect(given.sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('are given back by work that is undone', async () => {
    const undone = as('office', async context => {
      await issueLetters(context, [draftOf(people[2]!), draftOf(people[3]!)])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await issue([draftOf(people[2]!)]))[0]!.numberText).toBe('岭示组介〔2023〕0011号')
    expect(await (await office()).letters.series()).toEqual({ year: 2023, usedTo: '0011', voided: 0, missing: [] })
  })

  test('are shown to be missing where a row was taken away', async () => {
    const [letter] = await issue([draftOf(people[2]!), draftOf(people[3]!)])
    await inSystem(server.services.database.system, trx => sql`delete from letters where id = ${letter!.id}`.execute(trx))
    expect(await (await office()).letters.series()).toMatchObject({ usedTo: '0013', missing: ['0012'] })
    expect(await (await server.as('secondary')).letters.series()).toBeNull()
  })
})

describe('issuing', () => {
  test.each<[string, Partial<LetterDraft>, string]>([
    ['a name that no font can print', { memberName: '李\u{e123}' }, 'missing-glyphs'],
    ['an addressee missing', { addresseeName: ' ' }, 'no-addressee'],
    ['a dues month missing', { duesPaidTo: '' }, 'no-dues-month'],
    ['an ID number missing', { idNumber: null }, 'person-incomplete'],
    ['91 days', { validDays: 91 }, 'validity-out-of-range'],
  ])('with %s refuses the whole batch', async (_, change, reason) => {
    const before = (await list()).counts.all
    await expect(issue([draftOf(people[4]!), draftOf(people[5]!, change)])).rejects.toMatchObject(refusal(reason))
    expect((await list()).counts.all).toBe(before)
  })

  test('names the people and the characters that cannot be printed, before any number is given', async () => {
    const drafts = [draftOf(people[4]!), draftOf(people[5]!, { memberName: '李\u{e123}' })]
    expect(await as('office', context => printProblems(context, drafts))).toEqual([
      { attemptId: drafts[1]!.attemptId, memberName: '李\u{e123}', obstacles: ['missing-glyphs'], characters: ['\u{e123}'] },
    ])
    await expect(issue(drafts)).rejects.toMatchObject({ data: { detail: '李\u{e123}（\u{e123}）' } })
  })

  test('is refused to an attempt whose letter stands, and allowed once that is void', async () => {
    const draft = draftOf(people[4]!)
    const [first] = await issue([draft])
    await expect(issue([draft])).rejects.toMatchObject(refusal('already-issued'))
    await expect(issue([draftOf(people[5]!), { ...draftOf(people[6]!) }, draft])).rejects.toMatchObject(refusal('already-issued'))
    await as('office', context => voidLetters(context, [{ letterId: first!.id, ground: 'issued-in-error', note: null }]))
    expect(await issue([draft])).toHaveLength(1)
  })

  test('leaves nothing of the person readable in the table', async () => {
    const [letter] = await issue([draftOf(people[5]!)])
    const [row] = await inSystem(server.services.database.system, async trx => {
      const { rows } = await sql<{ text: string; sealed: Uint8Array }>`
        select to_json(l)::text as text, content_sealed as sealed from letters l where id = ${letter!.id}`.execute(trx)
      return rows
    })
    const { idNumber, phone } = people[5]!
    for (const secret of [idNumber, phone, 'lnsf-']) {
      expect(row!.text).not.toContain(secret)
      expect(Buffer.from(row!.sealed).toString('latin1')).not.toContain(secret)
    }
    const [content] = await as('office', context => letterSheetsData(context, [letter!.id]))
    expect(content).toMatchObject({
      idNumber,
      phone,
      sex: '女',
      age: 23,
      numerals: 'capital',
      receipt: { url: expect.stringMatching(/\/r\/lnsf-/) },
    })
    expect(content!.receipt!.code).toMatch(/^lnsf-[0-9a-hjkmnp-tv-z]{26}$/)
  })

  test('counts the use of an addressee', async () => {
    const editor = await server.as('secondary')
    const { id } = await editor.addressees.create({ name: '中共珠海市香洲区委组织部', kind: 'organisation-department' })
    await issue([0, 1].map(at => draftOf(people[at]!, { addresseeName: '中共珠海市香洲区委组织部' })))
    expect((await editor.addressees.search({ search: '香洲' }))[0]).toMatchObject({ id, used: 2 })
  })

  test('can be looked at before: no number, no code', async () => {
    const [sheet] = await as('office', context => draftSheetsData(context, [draftOf(people[6]!)]))
    expect(sheet).toMatchObject({ number: '待编号', receipt: null, validUntil: '2023-09-06' })
  })
})

describe('voiding', () => {
  test('needs a ground, happens once, and stays in the ledger with its number', async () => {
    const [letter] = await issue([draftOf(people[6]!)])
    const voided = (ground: 'declared-lost' | null) =>
      as('office', context => voidLetters(context, [{ letterId: letter!.id, ground, note: '遗失说明 1 份' }]))
    await expect(voided(null)).rejects.toMatchObject(refusal('no-ground'))
    await voided('declared-lost')
    await expect(voided('declared-lost')).rejects.toMatchObject(refusal('already-void'))
    expect((await list({ standing: 'voided', search: letter!.numberText })).rows).toMatchObject([
      { id: letter!.id, standing: 'voided', voidedOn: '2023-06-08', voidGround: 'declared-lost' },
    ])
    await expect((await office()).letters.print({ ids: [letter!.id] })).rejects.toMatchObject(refusal('void'))
  })

  test('is refused once the acceptance is proven', async () => {
    const [letter] = await issue([draftOf(people[6]!)])
    await as('office', context => markReceived(context, [{ letterId: letter!.id, on: day('2023-06-08') }]))
    await expect(
      as('office', context => voidLetters(context, [{ letterId: letter!.id, ground: 'sent-back', note: null }])),
    ).rejects.toMatchObject(refusal('already-received'))
    expect(await (await office()).letters.get({ id: letter!.id })).toMatchObject({ standing: 'received', receivedOn: '2023-06-08' })
  })

  test('reaches no letter of another unit', async () => {
    const [letter] = await issue([draftOf(people[6]!)])
    await expect(
      as('sister-secondary', context => voidLetters(context, [{ letterId: letter!.id, ground: 'sent-back', note: null }])),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('the pick-up register', () => {
  const taken = { on: day('2023-06-08'), by: '何晓', how: 'self' } as const

  test('takes each letter once', async () => {
    const letters = await issue([draftOf(people[6]!), draftOf(people[5]!)])
    const letterIds = letters.map(({ id }) => id)
    await as('office', context => handOver(context, { letterIds, ...taken }))
    expect(await (await office()).letters.get({ id: letterIds[0]! })).toMatchObject({
      standing: 'handed-over',
      pickedUpOn: '2023-06-08',
      pickedUpBy: '何晓',
      pickedUpHow: 'self',
    })
    await expect(as('office', context => handOver(context, { letterIds, ...taken }))).rejects.toMatchObject(refusal('already-handed-over'))
  })

  test('takes none of a batch when one is void', async () => {
    const [first, second] = await issue([draftOf(people[6]!), draftOf(people[5]!)])
    await as('office', context => voidLetters(context, [{ letterId: second!.id, ground: 'original-returned', note: null }]))
    await expect(as('office', context => handOver(context, { letterIds: [first!.id, second!.id], ...taken }))).rejects.toMatchObject({
      ...refusal('void'),
      data: { detail: '高远' },
    })
    expect(await (await office()).letters.get({ id: first!.id })).toMatchObject({ standing: 'issued', pickedUpOn: null })
  })
})

describe.skipIf(!has('pdftotext', 'pdfinfo'))('printing', () => {
  test('gives one page a letter in roster order, and each sheet is on record', async () => {
    const letters = await issue([0, 1, 2].map(at => draftOf(people[at]!, { addresseeName: '中共百色市委组织部' })))
    const ids = [letters[2]!, letters[0]!, letters[1]!].map(({ id }) => id)
    const file = await (await office()).letters.print({ ids })
    expect(file.type).toBe('application/pdf')
    const bytes = await file.arrayBuffer()
    expect(pdf(bytes, 'pdfinfo')).toMatch(/Pages:\s+3\n/)
    const pages = [1, 2, 3].map(page => pdf(bytes, 'pdftotext', '-f', String(page), '-l', String(page)).replace(/\s/g, ''))
    for (const [at, letter] of letters.entries()) expect(pages[at]).toContain(letter.numberText)
    expect(pages[2]).toContain(people[2]!.idNumber)

    const { prints } = await (await office()).letters.get({ id: ids[0]! })
    expect(prints).toMatchObject([{ actorName: '中共岭南示范大学委员会的office', kind: 'blank', printerName: null, jobSize: 3 }])
    const logged = (await entries()).filter(({ verb }) => verb === 'letter.printed')
    expect(new Set(logged.slice(0, 3).map(({ subjectId }) => subjectId))).toEqual(new Set(ids))
    expect(JSON.stringify(await entries())).not.toContain(people[2]!.idNumber)
  })

  test('can be moved by millimetres, as the printer needs', async () => {
    const [letter] = await issue([draftOf(people[0]!)])
    const client = await office()
    const askew = await client.letters.printers.add({ name: '走纸偏右的一台' })
    await client.letters.printers.save({ ...askew, offset: { right: 10, down: 0 } })
    const still = await (await client.letters.print({ ids: [letter!.id] })).arrayBuffer()
    const moved = await (await client.letters.print({ ids: [letter!.id], printerId: askew.id })).arrayBuffer()
    const left = (bytes: ArrayBuffer) => Number(/xMin="([\d.]+)"[^>]*>第一联/.exec(pdf(bytes, 'pdftotext', '-bbox'))![1])
    expect(left(moved) - left(still)).toBeCloseTo((10 / 25.4) * 72, 0)
    await expect(client.letters.print({ ids: [letter!.id], printerId: newId() })).rejects.toMatchObject({ status: 404 })
  })

  test('is the office’s alone, and a letter that is not there prints none', async () => {
    const [letter] = await issue([draftOf(people[0]!)])
    for (const login of ['secondary', 'teacher', 'counselor', 'auditor'])
      await expect((await server.as(login)).letters.print({ ids: [letter!.id] })).rejects.toMatchObject({ status: 403 })
    await expect((await office()).letters.print({ ids: [letter!.id, newId()] })).rejects.toMatchObject({ status: 404 })
    expect((await (await office()).letters.get({ id: letter!.id })).prints).toEqual([])
  })
})

describe('the ledger', () => {
  test('shows a unit its own letters, with last digits only', async () => {
    const [own] = await issue([draftOf(people[0]!)])
    const [other] = await issue([draftOf(sister!, {}, '英语第二党支部')])
    const teacher = await server.as('teacher')
    const view = await teacher.letters.get({ id: own!.id })
    expect(view.paper).toMatchObject({
      idNumber: `**************${people[0]!.idNumber.slice(-4)}`,
      phone: expect.stringMatching(/^190\*{4}\d{4}$/),
    })
    expect(view.can).toEqual([])
    await expect(teacher.letters.get({ id: other!.id })).rejects.toMatchObject({ status: 404 })
    expect((await list({ limit: 200 }, 'teacher')).rows.map(({ memberName }) => memberName)).not.toContain('江月')
    expect((await list({ search: '江月' }, 'secondary')).rows).toMatchObject([{ memberName: '江月', unitName: '外国语学院党总支' }])
    expect((await list({ limit: 200 }, 'sister-secondary')).rows).toEqual([])
    for (const login of ['secretary', 'counselor', 'publicity', 'sys-admin'])
      await expect(list({}, login)).rejects.toMatchObject({ status: 403 })
    await expect(server.anonymous.letters.list({ cohortId: cohort.cohortId })).rejects.toMatchObject({ status: 401 })
  })

  test('pages by number, and finds by number, name and addressee', async () => {
    const whole = (await list({ limit: 200 })).rows.map(({ id }) => id)
    const paged: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 7, ...(after && { after }) })
      paged.push(...page.rows.map(({ id }) => id))
      after = page.next
    }
    expect(paged).toEqual(whole)
    expect((await list({ search: '0001' })).rows.map(({ serial }) => serial)).toEqual(['0001'])
    expect((await list({ search: '香洲' })).counts.all).toBe(2)
    expect((await list({ search: '100%' })).rows).toEqual([])
  })

  test('counts in every segment what its rows say, on every day', async () => {
    const { clock } = server.services
    try {
      for (const today of ['2023-06-08', '2023-08-26', '2023-08-27', '2023-09-06', '2023-09-07']) {
        clock.setToday(day(today))
        const { rows, counts } = await list({ limit: 200 })
        for (const standing of ['issued', 'handed-over', 'expiring', 'expired', 'received', 'voided'] as const) {
          const said = rows.filter(row => row.standing === standing)
          expect(counts[standing], `${standing} on ${today}`).toBe(said.length)
          expect((await list({ limit: 200, standing })).rows.map(({ id }) => id)).toEqual(said.map(({ id }) => id))
        }
        expect(counts.expired! > 0).toBe(today === '2023-09-07')
        expect(counts.expiring! > 0).toBe(['2023-08-27', '2023-09-06'].includes(today))
      }
    } finally {
      clock.setToday(day('2023-06-08'))
    }
  })

  test('a graduate sees the own letters, and nothing of their content', async () => {
    const graduate = await server.as(sister!.studentNumber)
    const mine = await graduate.letters.mine()
    expect(mine).toMatchObject([{ number: expect.stringContaining('〔2023〕'), standing: 'issued', daysLeft: 90 }])
    expect(JSON.stringify(mine)).not.toMatch(/之江|lnsf-/)
    await expect(graduate.letters.get({ id: mine[0]!.id })).rejects.toMatchObject({ status: 403 })
    const timeline = await as('office', ({ trx, scope }) => lettersOf(trx, scope, sister!.memberId))
    expect(timeline.map(({ id }) => id)).toEqual(mine.map(({ id }) => id))
  })

  test('follows a member who moves, and is kept for the archive in the order of its numbers', async () => {
    const path = university.unit['会计学党支部']!.path
    await as('office', ({ trx, scope }) => moveLetters(trx, scope.school, [{ memberId: sister!.memberId, path }]))
    expect((await list({}, 'sister-secondary')).rows).toMatchObject([{ memberName: '江月' }])
    const kept = await as('office', ({ trx, scope }) => ledger(trx, scope, cohort.cohortId))
    const numbers = kept.map(({ number }) => number)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(kept[0]).toMatchObject({ memberName: '白杨', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(JSON.stringify(kept)).not.toContain(people[1]!.idNumber)
  })
})
