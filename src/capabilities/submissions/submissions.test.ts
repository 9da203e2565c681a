import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Enrolled, enrol } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney } from '../../../tests/university/journey.ts'
import { day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'
import type { ReturnTask } from './rules.ts'

let journey: Journey
let cohortId: string
let first: Enrolled[]
let second: Enrolled[]

beforeAll(async () => {
  journey = await openJourney()
  cohortId = journey.cohort.cohortId
  first = await journey.enrol('英语第一党支部', '安宁', '白露', '陈曦')
  second = await journey.enrol('英语第二党支部', '杜衡')
  await journey.enrol('会计学党支部', '方圆')
  await enrol(journey.server.services, journey.university, journey.cohort, '研究生院直属党支部', [{ name: '耿直', outcome: 'delayed' }])
})
afterAll(() => journey.server.close())

const on = (text: string) => journey.server.services.clock.setToday(day(text))
const api = async (login: string) => (await journey.server.as(login)).submissions
const unit = (name: string) => journey.university.unit[name]!.id
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const inbox = async (login: string) => (await (await journey.server.as(login)).inbox.list({ limit: 50 })).rows.map(({ title }) => title)
const audited = async (subjectId: string) =>
  (await (await journey.server.as('auditor')).audit.list({ subjectId, limit: 50 })).rows.map(({ verb, after }) => ({ verb, after }))

const preview = async (login: string, task: ReturnTask, choice: { supplement?: string; zero?: boolean } = {}) =>
  (await api(login)).preview({ cohortId, task, ...choice })
const submit = async (login: string, task: ReturnTask, choice: { supplement?: string; zero?: boolean } = {}) => {
  const { fingerprint } = await preview(login, task, choice)
  return (await api(login)).submit({ cohortId, task, fingerprint, ...choice })
}
const cell = async (login: string, unitName: string, task: ReturnTask) => {
  const { units } = await (await api(login)).matrix({ cohortId })
  return units.find(row => row.unitName === unitName)!.cells[task]
}

describe('附件1 from a branch to its 总支', () => {
  let id: string
  test('the preview says what will be frozen, masked, and what is missing', async () => {
    on('2023-05-20')
    const seen = await preview('teacher', 'roster')
    expect(seen).toMatchObject({
      level: 'branch',
      unitName: '英语第一党支部',
      dueOn: '2023-05-20',
      ordinal: 1,
      refusal: null,
      leftOut: [],
      branches: [],
    })
    expect(seen.rows.map(({ name, gaps }) => ({ name, gaps }))).toEqual(first.map(({ name }) => ({ name, gaps: [] })))
    expect(seen.rows[0]!.cells).toMatchObject({
      no: '1',
      name: '安宁',
      idNumber: `**************${first[0]!.idNumber.slice(-4)}`,
      branch: '英语第一党支部',
      secondary: '外国语学院党总支',
    })
    expect(JSON.stringify(seen)).not.toContain(first[0]!.idNumber)
  })

  test('is frozen with its hash, and in time on the day itself', async () => {
    const handed = await submit('teacher', 'roster')
    id = handed.id
    expect(handed).toMatchObject({ level: 'branch', state: 'submitted', rowCount: 3, ordinal: 1, late: false, submittedOn: '2023-05-20' })
    expect(handed.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await audited(id)).toMatchObject([{ verb: 'submission.submitted', after: { task: 'roster', rows: 3, sha256: handed.sha256 } }])
    expect(await cell('secondary', '英语第一党支部', 'roster')).toMatchObject({ state: 'submitted', rows: 3, late: false, overdue: false })
  })

  test('goes once, and not by a post that submits nothing', async () => {
    expect(await preview('teacher', 'roster')).toMatchObject({ refusal: 'already-submitted' })
    await expect(submit('teacher', 'roster')).rejects.toMatchObject(refused('already-submitted'))
    for (const login of ['secretary', 'counselor', 'office', 'auditor', first[0]!.studentNumber])
      await expect(preview(login, 'roster')).rejects.toMatchObject({ status: 403 })
  })

  test('the 总支 sees the rows, the branch beside it and another 总支 do not', async () => {
    const page = await (await api('secondary')).get({ id })
    expect(page).toMatchObject({ intact: true, sinceBefore: null, can: ['accept', 'send-back'], history: [{ id }] })
    expect(page.rows.map(({ cells }) => cells.name)).toEqual(['安宁', '白露', '陈曦'])
    expect(page.sinceThen).toEqual({ added: [], removed: [], changed: [] })
    expect((await (await api('teacher')).get({ id })).can).toEqual([])
    expect((await (await api('office')).get({ id })).can).toEqual([])
    for (const login of ['sister-teacher', 'sister-secondary', 'direct'])
      await expect((await api(login)).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect((await api('sister-secondary')).sendBack({ id, version: 1, reason: '第 2 行学号有误' })).rejects.toMatchObject({
      status: 404,
    })
    await expect((await api('teacher')).accept({ id, version: 1 })).rejects.toMatchObject({ status: 403 })
    await expect((await api('office')).accept({ id, version: 1 })).rejects.toMatchObject(refused('not-your-level'))
  })

  test('is sent back with a reason, which the branch is told, and handed in again as the next', async () => {
    const secondary = await api('secondary')
    await expect(secondary.sendBack({ id, version: 1, reason: ' ' })).rejects.toMatchObject(refused('needs-reason'))
    await expect(secondary.sendBack({ id, version: 7, reason: '第 2 行学号有误' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version: 1 },
    })
    expect(await secondary.sendBack({ id, version: 1, reason: '第 2 行手机有误' })).toMatchObject({
      state: 'returned',
      returnReason: '第 2 行手机有误',
      version: 2,
    })
    await expect(secondary.accept({ id, version: 2 })).rejects.toMatchObject(refused('wrong-state'))
    expect(await inbox('teacher')).toEqual(['附件1（第 1 次，3 人）被退回'])
    expect(await cell('teacher', '英语第一党支部', 'roster')).toMatchObject({ state: 'returned', rows: 0 })

    await correct('白露', { phone: '19088880002', major: '商务英语' })
    on('2023-05-21')
    const again = await submit('teacher', 'roster')
    expect(again).toMatchObject({ ordinal: 2, state: 'submitted', late: true, supplementOf: null })
    expect((await (await api('teacher')).get({ id: again.id })).sinceBefore).toEqual({
      added: [],
      removed: [],
      changed: [
        {
          studentNumber: first[1]!.studentNumber,
          name: '白露',
          changes: [
            { label: '专业', before: '英语', after: '商务英语' },
            { label: '手机', before: null, after: null },
          ],
        },
      ],
    })
    expect(await secondary.accept({ id: again.id, version: 1 })).toMatchObject({ state: 'accepted', decidedOn: '2023-05-21' })
    expect(await cell('secondary', '英语第一党支部', 'roster')).toMatchObject({ state: 'accepted', returns: 2, rows: 3, late: true })
  })
})

async function correct(name: string, changes: Record<string, string>) {
  const client = await journey.server.as('secondary')
  const { rows } = await client.roster.list({ cohortId, search: name })
  await client.roster.correct({ id: rows[0]!.id, version: rows[0]!.version, changes })
}

describe('附件1 from a 总支 to 组织部', () => {
  let id: string
  test('covers its branches, and names those that have not handed in', async () => {
    on('2023-05-20')
    const seen = await preview('secondary', 'roster')
    expect(seen.rows).toHaveLength(4)
    expect(seen.branches).toEqual([
      { unitName: '英语第一党支部', handedIn: true },
      { unitName: '英语第二党支部', handedIn: false },
      { unitName: '日语党支部', handedIn: false },
    ])
    const handed = await submit('secondary', 'roster')
    id = handed.id
    expect(handed).toMatchObject({ level: 'secondary', rowCount: 4 })
    expect(await cell('office', '外国语学院党总支', 'roster')).toMatchObject({ state: 'submitted', rows: 4 })
  })

  test('what has changed since the preview is not submitted', async () => {
    const { fingerprint } = await preview('sister-secondary', 'roster')
    await enrolAt('会计学党支部', '古道')
    await expect((await api('sister-secondary')).submit({ cohortId, task: 'roster', fingerprint })).rejects.toMatchObject(
      refused('changed-since-preview'),
    )
    await submit('sister-secondary', 'roster')
  })

  test('is decided by 组织部 alone; its hand-ins are not', async () => {
    await expect((await api('secondary')).accept({ id, version: 1 })).rejects.toMatchObject(refused('not-your-level'))
    expect(await (await api('office')).accept({ id, version: 1 })).toMatchObject({ state: 'accepted', version: 2 })
    expect(await inbox('secondary')).toContain('附件1（第 1 次，4 人）已接收')
  })

  test('who is found later goes as a supplement with a reason, linked to what was frozen', async () => {
    await expect(submit('secondary', 'roster', { supplement: '后来发现的党员' })).rejects.toMatchObject(refused('nothing-to-submit'))
    await enrolAt('日语党支部', '何其')
    expect((await (await api('office')).get({ id })).sinceThen.added.map(({ name }) => name)).toEqual(['何其'])
    await expect(submit('secondary', 'roster', { supplement: '补' })).rejects.toMatchObject(refused('needs-reason'))
    expect(await preview('secondary', 'roster', { supplement: '五月底接收预备党员' })).toMatchObject({
      refusal: null,
      alreadyReported: 4,
      rows: [{ name: '何其' }],
    })
    const later = await submit('secondary', 'roster', { supplement: '五月底接收预备党员' })
    expect(later).toMatchObject({ ordinal: 2, supplementOf: id, supplementReason: '五月底接收预备党员', rowCount: 1 })
    expect(await cell('office', '外国语学院党总支', 'roster')).toMatchObject({ state: 'submitted', rows: 5 })
    await (await api('office')).accept({ id: later.id, version: 1 })
  })

  test('a supplement waits for its original, and comes back with it', async () => {
    await enrolAt('会计学党支部', '季夏')
    const supplement = await submit('sister-secondary', 'roster', { supplement: '转入的毕业生党员' })
    const office = await api('office')
    await expect(office.accept({ id: supplement.id, version: 1 })).rejects.toMatchObject(refused('original-first'))
    await office.sendBack({ id: supplement.supplementOf!, version: 1, reason: '缺少学历层次' })
    expect(await office.get({ id: supplement.id })).toMatchObject({ state: 'returned', returnReason: '缺少学历层次' })
    expect(await submit('sister-secondary', 'roster')).toMatchObject({ ordinal: 3, rowCount: 3 })
  })

  async function enrolAt(branch: string, name: string) {
    await enrol(journey.server.services, journey.university, journey.cohort, branch, [{ name }])
  }
})

describe('附件2', () => {
  test('is not submitted while nothing is verified, not even as “本单位无”', async () => {
    on('2023-06-08')
    const seen = await preview('secondary', 'register')
    expect(seen.rows).toEqual([])
    expect(seen.leftOut.map(({ name, why }) => `${name} ${why}`)).toContain('安宁 to-fill')
    expect(seen.refusal).toBe('cases-not-verified')
    await expect(submit('secondary', 'register')).rejects.toMatchObject(refused('cases-not-verified'))
    await expect(submit('secondary', 'register', { zero: true })).rejects.toMatchObject(refused('cases-not-verified'))
  })

  test('a branch hands in what it has checked', async () => {
    for (const who of first) await journey.submit(who, inProvince)
    for (const who of first.slice(0, 2)) await journey.step('teacher', who, 'check', 'branch-verify')
    const seen = await preview('teacher', 'register')
    expect(seen.rows.map(({ name }) => name).sort()).toEqual(['安宁', '白露'])
    expect(seen.leftOut).toMatchObject([{ name: '陈曦', why: 'branch-check', branchName: '英语第一党支部' }])
    expect(seen.rows[0]!.cells).toMatchObject({ receiverContact: '已填', addressee: '中共南粤示范科技有限公司委员会' })
    const handed = await submit('teacher', 'register')
    expect(handed).toMatchObject({ rowCount: 2, level: 'branch', dueOn: '2023-06-10', late: false })
    expect((await journey.case('secondary', first[0]!)).state).toBe('secondary-check')
    await expect(submit('teacher', 'register')).rejects.toMatchObject(refused('cases-not-verified'))
  })

  test('submitting it at the 总支 moves its verified cases to 组织部, batch by batch', async () => {
    await journey.step('secondary', first[0]!, 'check', 'secondary-verify')
    const seen = await preview('secondary', 'register')
    expect(seen.rows.map(({ name }) => name)).toEqual(['安宁'])
    expect(seen.leftOut.map(({ name, why }) => `${name} ${why}`)).toEqual([
      '白露 secondary-check',
      '陈曦 branch-check',
      '杜衡 to-fill',
      '何其 to-fill',
    ])
    const handed = await submit('secondary', 'register')
    expect(handed).toMatchObject({ ordinal: 1, rowCount: 1, dueOn: '2023-06-15', late: false })
    expect((await journey.case('office', first[0]!)).state).toBe('office-check')
    expect((await journey.case('office', first[1]!)).state).toBe('secondary-check')

    await journey.step('secondary', first[1]!, 'check', 'secondary-verify')
    expect(await submit('secondary', 'register')).toMatchObject({ ordinal: 2, rowCount: 1, supplementOf: null })
    expect(await cell('office', '外国语学院党总支', 'register')).toMatchObject({ state: 'submitted', returns: 2, rows: 2 })

    const office = await api('office')
    await expect(office.sendBack({ id: handed.id, version: 1, reason: '抬头不准' })).rejects.toMatchObject(refused('fed-back-singly'))
    expect((await office.get({ id: handed.id })).can).toEqual(['accept'])
    await office.accept({ id: handed.id, version: 1 })
    expect((await journey.case('office', first[0]!)).state).toBe('office-check')
  })

  test('a verified case that may not leave stays, and is named', async () => {
    await journey.submit(second[0]!, inProvince)
    await journey.step('sister-teacher', second[0]!, 'check', 'branch-verify')
    await journey.step('secondary', second[0]!, 'check', 'secondary-verify')
    await inSystem(journey.server.services.database.system, trx =>
      sql`update members set membership = 'under-review' where id = ${second[0]!.memberId}`.execute(trx),
    )
    const seen = await preview('secondary', 'register')
    expect(seen.leftOut.find(({ name }) => name === '杜衡')?.why).toBe('under-review')
    await expect(submit('secondary', 'register')).rejects.toMatchObject(refused('cases-not-verified'))
  })
})

describe('附件3', () => {
  test('a direct branch submits by itself, to 组织部', async () => {
    on('2023-06-11')
    const handed = await submit('direct', 'delayed')
    expect(handed).toMatchObject({ level: 'secondary', rowCount: 1, late: true })
    const page = await (await api('office')).get({ id: handed.id })
    expect(page.rows[0]!.cells).toMatchObject({ name: '耿直', outcome: '延期毕业' })
    expect(page.can).toEqual(['accept', 'send-back'])
  })

  test('nobody to report is said, not guessed', async () => {
    await expect(submit('secondary', 'delayed')).rejects.toMatchObject(refused('nothing-to-submit'))
    await expect(submit('sister-secondary', 'roster', { zero: true })).rejects.toMatchObject(refused('already-submitted'))
    expect(await submit('secondary', 'delayed', { zero: true })).toMatchObject({ rowCount: 0, state: 'submitted' })
    await expect(submit('secondary', 'delayed', { zero: true })).rejects.toMatchObject(refused('already-submitted'))
  })
})

describe('the matrix and the lists', () => {
  test('组织部 sees the units, a 总支 itself and its branches, a branch itself', async () => {
    const seen = async (login: string) => {
      const { units, own } = await (await api(login)).matrix({ cohortId })
      return { names: units.map(({ unitName, people }) => `${unitName} ${people}`), own }
    }
    expect(await seen('office')).toEqual({ names: ['外国语学院党总支 5', '管理学院党总支 3', '研究生院直属党支部 1'], own: null })
    expect(await seen('secondary')).toEqual({
      names: ['外国语学院党总支 5', '英语第一党支部 3', '英语第二党支部 1', '日语党支部 1'],
      own: unit('外国语学院党总支'),
    })
    expect(await seen('teacher')).toEqual({ names: ['英语第一党支部 3'], own: unit('英语第一党支部') })
    expect(await cell('office', '研究生院直属党支部', 'roster')).toMatchObject({ state: 'none', overdue: true, dueOn: '2023-05-20' })
    expect(await cell('secondary', '英语第二党支部', 'delayed')).toMatchObject({ state: 'none', overdue: false, dueOn: null })
    await expect((await api('publicity')).matrix({ cohortId })).rejects.toMatchObject({ status: 403 })
  })

  test('are paged, filtered, and end at the scope', async () => {
    const office = await api('office')
    const one = await office.list({ cohortId, task: 'roster', unitId: unit('外国语学院党总支'), limit: 1 })
    expect(one).toMatchObject({ total: 2, rows: [{ ordinal: 2 }] })
    const two = await office.list({ cohortId, task: 'roster', unitId: unit('外国语学院党总支'), limit: 1, after: one.next! })
    expect(two.rows).toMatchObject([{ ordinal: 1 }])
    await expect((await api('teacher')).list({ cohortId, unitId: unit('英语第二党支部') })).rejects.toMatchObject({ status: 404 })
    const strange = crypto.randomUUID()
    await expect(office.list({ cohortId: strange })).rejects.toMatchObject({ status: 404 })
    await expect(office.matrix({ cohortId: strange })).rejects.toMatchObject({ status: 404 })
    await expect((await api('teacher')).preview({ cohortId: strange, task: 'roster' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a return as its form', () => {
  const cells = async (file: File) => (await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)).sheets[0]!.rows
  const accepted = async () => (await (await api('office')).list({ cohortId, task: 'roster', state: 'accepted', limit: 50 })).rows.at(-1)!

  test('is masked, unless there are the right and a reason', async () => {
    const { id } = await accepted()
    const masked = await (await api('office')).download({ id })
    expect(masked.name).toMatch(/^附件1-.+-第\d次\.xlsx$/)
    const rows = await cells(masked as File)
    expect(rows[0]![0]).toBe('2023届毕业生党员名册登记表')
    expect(rows[1]![0]).toMatch(/^填报单位：岭南示范大学.+填报日期：2023 年 \d+ 月 \d+ 日$/)
    expect(rows[3]!.slice(0, 5)).toEqual(['序号', '党总支', '党支部', '学号*', '姓名*'])
    expect(rows.at(-1)![0]).toMatch(/^填表人：\s+审核人：\s+党[总支部委]+书记签字（盖章）：$/)
    expect(JSON.stringify(rows)).not.toContain(first[0]!.idNumber)

    const full = await cells((await (await api('office')).download({ id, reason: '与纸质名册核对' })) as File)
    expect(full.find(row => row.includes('安宁'))!.slice(3, 9)).toEqual([
      first[0]!.studentNumber,
      '安宁',
      '女',
      '汉族',
      '2000-03-02',
      first[0]!.idNumber,
    ])
    expect((await audited(id)).slice(0, 2)).toMatchObject([
      {
        verb: 'submission.exported',
        after: { full: true, reason: '与纸质名册核对', memberIds: expect.arrayContaining([first[0]!.memberId]) },
      },
      { verb: 'submission.exported', after: { full: false } },
    ])
  })

  test('is out of reach outside the scope', async () => {
    const { id } = await accepted()
    await expect((await api('sister-secondary')).download({ id })).rejects.toMatchObject({ status: 404 })
    await expect((await api('auditor')).download({ id })).rejects.toMatchObject({ status: 403 })
  })

  test('is known to be changed when somebody changes a stored row', async () => {
    const { id } = await accepted()
    await inSystem(journey.server.services.database.system, async trx => {
      await sql`set local role none`.execute(trx)
      await sql`update submission_rows set cells = jsonb_set(cells, '{name}', '"安静"') where submission_id = ${id} and ordinal = 1`.execute(
        trx,
      )
    })
    expect((await (await api('office')).get({ id })).intact).toBe(false)
  })
})
