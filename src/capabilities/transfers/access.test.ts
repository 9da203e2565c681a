import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { inSystem } from '../../platform/database/index.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'
import { registerRows, submitRegister } from './index.ts'

let journey: Journey
let people: Enrolled[]

beforeAll(async () => {
  journey = await openJourney()
  people = await journey.enrol('英语第一党支部', '安宁', '白杨', '陈可', '邓清', '方圆', '高远')
  for (const who of people.slice(0, 4)) await journey.submit(who, inProvince)
})
afterAll(() => journey.server.close())

const items = (...who: Enrolled[]) =>
  Promise.all(
    who.map(async one => {
      const { id, version } = await journey.case('office', one)
      return { id: id!, version }
    }),
  )
const states = async (...who: Enrolled[]) => Promise.all(who.map(async one => (await journey.case('office', one)).state))
const system = <T>(work: Parameters<typeof inSystem<T>>[1]) => inSystem(journey.server.services.database.system, work)

describe('who may', () => {
  test('a sister unit finds nothing, in its list or by id', async () => {
    const [item] = await items(people[0]!)
    const sister = await journey.transfers('sister-teacher')
    expect((await sister.list({ cohortId: journey.cohort.cohortId })).rows).toEqual([])
    await expect(sister.get({ id: item!.id })).rejects.toMatchObject({ status: 404 })
    await expect(sister.get({ id: people[0]!.graduateId })).rejects.toMatchObject({ status: 404 })
    await expect(sister.check.step({ ...item!, step: 'branch-verify' })).rejects.toMatchObject({ status: 404 })
    const above = journey.university.unit['管理学院党总支']!.path
    await expect(sister.list({ cohortId: journey.cohort.cohortId, path: above })).rejects.toMatchObject({ status: 404 })
  })

  test('a graduate reads their own case and no other, and takes no step of an office', async () => {
    const [first, second] = [people[0]!, people[1]!]
    const own = await journey.transfers(first.studentNumber)
    expect((await own.mine.get()).person.name).toBe('安宁')
    await expect(own.get({ id: second.graduateId })).rejects.toMatchObject({ status: 403 })
    const [item] = await items(first)
    await expect(own.check.step({ ...item!, step: 'branch-verify' })).rejects.toMatchObject({ status: 403 })
  })

  test.each(['secretary', 'publicity', 'sys-admin'])('%s can’t read a case', async login => {
    await expect((await journey.transfers(login)).get({ id: people[0]!.graduateId })).rejects.toMatchObject({ status: 403 })
  })

  test('a counselor sees how it goes, and has no button', async () => {
    const { rows } = await (await journey.transfers('counselor')).list({ cohortId: journey.cohort.cohortId })
    expect(rows).toHaveLength(people.length)
    expect(rows.flatMap(({ can }) => can)).toEqual([])
  })

  test('each side takes its own steps only, and is told why', async () => {
    const [item] = await items(people[0]!)
    const teacher = await journey.transfers('teacher')
    await expect(teacher.check.step({ ...item!, step: 'secondary-verify' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'not-your-side', state: 'branch-check' },
    })
    await expect(teacher.feedback.step({ ...item!, step: 'pass' })).rejects.toMatchObject({ status: 403 })
    const secondary = await journey.transfers('secondary')
    await expect(secondary.check.step({ ...item!, step: 'secondary-verify' })).rejects.toMatchObject({
      data: { reason: 'wrong-state', state: 'branch-check' },
    })
  })

  test('nobody verifies their own case, in a batch or alone', async () => {
    const own = people[5]!
    await journey.submit(own, inProvince)
    const [item] = await items(own)
    const speakFor = (login: string, memberId: string | null) =>
      system(trx => trx.updateTable('accounts').set({ member_id: memberId }).where('login', '=', login).execute())
    // The teacher of the branch graduates from it as well.
    await speakFor(own.studentNumber, null)
    await speakFor('teacher', own.memberId)
    const { check } = await journey.transfers('teacher')
    await expect(check.step({ ...item!, step: 'branch-verify' })).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'own-case' } })
    const batch = { items: [item!, ...(await items(people[0]!))], step: 'branch-verify' as const }
    const { applied, rows } = await check.stepMany(batch)
    expect([applied, rows.find(({ name }) => name === own.name)]).toMatchObject([false, { allowed: false, reason: 'own-case' }])
    expect(await journey.case('teacher', own)).toMatchObject({ own: true, can: [], mayEdit: false })
    await speakFor('teacher', null)
    await speakFor(own.studentNumber, own.memberId)
  })
})

describe('two at once', () => {
  test('a writer with an old version is told what the version is now', async () => {
    const who = people[4]!
    const { mine } = await journey.transfers(who.studentNumber)
    const first = await mine.save({ ...inProvince, version: 0 })
    await expect(mine.save({ ...inProvince, version: 0 })).rejects.toMatchObject({ code: 'CONFLICT', data: { version: first.version } })
    const second = await mine.save({ ...inProvince, version: first.version })
    await expect(mine.submit({ version: first.version })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { version: second.version, rows: [{ name: '方圆', state: 'to-fill' }] },
    })
  })

  test('of two steps on one case at the same moment one wins, and the other is told', async () => {
    const who = people[3]!
    const [item] = await items(who)
    const { check } = await journey.transfers('teacher')
    const results = await Promise.allSettled([
      check.step({ ...item!, step: 'branch-verify' }),
      check.step({ ...item!, step: 'branch-send-back', given: { reason: '请补充' } }),
      check.step({ ...item!, step: 'branch-verify' }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT', data: { version: item!.version + 1 } })
    expect((await journey.case('office', who)).events.filter(({ step }) => step.startsWith('branch'))).toHaveLength(1)
  })

  test('of two first saves at the same moment one begins the case', async () => {
    const [who] = await journey.enrol('英语第一党支部', '韩冰')
    const teacher = await journey.transfers('teacher')
    const { mine } = await journey.transfers(who!.studentNumber)
    const results = await Promise.allSettled([
      mine.save({ ...inProvince, version: 0 }),
      teacher.fill.save({ ...outsideOnPaper, graduateId: who!.graduateId, version: 0 }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
  })
})

describe('a batch', () => {
  test('is previewed, then done as a whole, with one audit entry a case', async () => {
    const three = people.slice(0, 3)
    const { check } = await journey.transfers('teacher')
    const batch = { items: await items(...three), step: 'branch-verify' as const }
    expect(await check.stepMany({ ...batch, dryRun: true })).toMatchObject({
      applied: false,
      rows: three.map(() => ({ allowed: true, to: 'secondary-check' })),
    })
    expect(await states(...three)).toEqual(['branch-check', 'branch-check', 'branch-check'])
    const done = await check.stepMany(batch)
    expect(done.applied).toBe(true)
    expect(await states(...three)).toEqual(['secondary-check', 'secondary-check', 'secondary-check'])
    const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'transfer.checked', limit: 50 })
    expect(rows.filter(({ subjectId }) => batch.items.some(({ id }) => id === subjectId))).toHaveLength(3)
  })

  test('writes nothing when one of it is refused, and says which and why', async () => {
    const { check } = await journey.transfers('secondary')
    const batch = [people[0]!, people[1]!, people[4]!]
    const before = await states(...batch)
    const { applied, rows } = await check.stepMany({ items: await items(...batch), step: 'secondary-verify' })
    expect(applied).toBe(false)
    expect(rows.filter(({ allowed }) => !allowed)).toMatchObject([{ name: '方圆', reason: 'wrong-state', state: 'to-fill' }])
    expect(await states(...batch)).toEqual(before)
  })

  test('a case that was changed since it was seen refuses all, and is named', async () => {
    const { check } = await journey.transfers('secondary')
    const seen = await items(people[0]!, people[1]!)
    await journey.step('secondary', people[1]!, 'check', 'secondary-send-back', { reason: '请再核', backTo: 'branch' })
    await expect(check.stepMany({ items: seen, step: 'secondary-verify' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { rows: [{ name: '白杨', state: 'sent-back' }] },
    })
    expect(await states(people[0]!)).toEqual(['secondary-check'])
  })
})

describe('附件2', () => {
  test('submitting it moves what is verified, all or nothing; who is under review is named', async () => {
    const [first, third] = [people[0]!, people[2]!]
    await (await journey.transfers('secondary')).check.stepMany({ items: await items(first, third), step: 'secondary-verify' })
    const ids = [first, third].map(({ graduateId }) => graduateId)
    const review = (membership: 'full' | 'under-review') =>
      system(trx => trx.updateTable('members').set({ membership }).where('id', '=', third.memberId).execute())
    const submit = () => journey.as('secondary', context => submitRegister(context, journey.cohort.cohortId, ids))
    await review('under-review')
    await expect(submit()).rejects.toMatchObject({ data: { reason: 'under-review', detail: '陈可' } })
    expect(await states(first, third)).toEqual(['verified', 'verified'])
    await review('full')
    expect((await submit()).map(({ name }) => name)).toEqual(['安宁', '陈可'])
    expect(await states(first, third)).toEqual(['office-check', 'office-check'])
    expect(await submit()).toEqual([])
  })

  test('its rows carry the columns of the plan, with full numbers', async () => {
    const rows = await journey.as('secondary', context => registerRows(context, journey.cohort.cohortId))
    const row = rows.find(({ name }) => name === '安宁')!
    expect(row).toMatchObject({ branchName: '英语第一党支部', state: 'office-check', held: null })
    expect(row.cells).toEqual({
      studentNo: people[0]!.studentNumber,
      name: '安宁',
      sex: '女',
      idNumber: people[0]!.idNumber,
      membership: '正式',
      phone: people[0]!.phone,
      destination: '就业（单位有党组织）',
      unitName: '南粤示范科技有限公司',
      receiverPlace: '广东省深圳市福田区',
      geography: '省内',
      addressee: '中共南粤示范科技有限公司委员会',
      receivingBranch: '研发一支部',
      orgCode: '',
      receiverContact: '俞老师 0571-00000000',
      confirmed: '',
      method: '系统',
      paper: '否',
      duesPaidTo: '2023-06',
      validity: '',
      serial: '',
      startedOn: '',
      result: '待组织部核',
      receipt: '',
      remark: '',
    })
  })
})

describe('the worklist of the external system', () => {
  test('shows full numbers for a reason, one entry a person', async () => {
    const [first] = people
    await journey.step('office', first!, 'feedback', 'pass')
    const { handle } = await journey.transfers('secondary')
    const cohortId = journey.cohort.cohortId
    await expect(handle.worklist({ cohortId, reason: '' })).rejects.toMatchObject({ status: 400 })
    const rows = await handle.worklist({ cohortId, reason: '在党务系统录入转出' })
    expect(rows.map(({ fields }) => fields.slice(0, 2))).toEqual([
      [
        { key: 'name', label: '姓名', value: '安宁' },
        { key: 'idNumber', label: '公民身份号码', value: first!.idNumber },
      ],
    ])
    const auditor = await journey.server.as('auditor')
    const { rows: entries } = await auditor.audit.list({ verb: 'transfer.revealed', limit: 10 })
    expect(entries).toMatchObject([{ subjectId: rows[0]!.id, after: { reason: '在党务系统录入转出' } }])
    expect(JSON.stringify(entries)).not.toContain(first!.idNumber)
    expect(await (await journey.transfers('teacher')).handle.worklist({ cohortId, reason: '在党务系统录入转出' })).toEqual([])
  })

  test('comes as a workbook in the same order, says its use, and is put on record', async () => {
    const [first] = people
    const { handle } = await journey.transfers('secondary')
    const file = await handle.worklistFile({ cohortId: journey.cohort.cohortId, reason: '在另一台电脑录入转出' })
    const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)
    const rows = sheets[0]!.rows.map(row => row.map(cell => String(cell ?? '')))
    const head = rows.findIndex(row => row.includes('公民身份号码'))
    expect(rows[head]!.slice(0, 4)).toEqual(['编号', '姓名', '公民身份号码', '手机'])
    expect(rows[head + 1]!.slice(1, 3)).toEqual(['安宁', first!.idNumber])
    expect(rows.slice(0, head).flat().join('')).toContain('含完整号码，用途：在另一台电脑录入转出')
    const auditor = await journey.server.as('auditor')
    const { rows: entries } = await auditor.audit.list({ verb: 'transfer.revealed', limit: 10 })
    expect(entries.map(({ after }) => (after as { reason: string }).reason)).toContain('在另一台电脑录入转出')
  })
})
