import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsIn } from '../../../tests/subjects/texts.ts'
import { type Cohort, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { day } from '../../kernel/day.ts'
import { docOf, emptyText } from '../../kernel/rich-text.ts'
import { inScope } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'
import { noticeStanding, receiptsOf } from './index.ts'

let server: Running
let university: University
let cohort: Cohort
let graduate: string

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  graduate = (await enrol(server.services, university, cohort, '英语第一党支部', [{ name: '叶一' }]))[0]!.studentNumber
})
afterAll(() => server.close())

const desk = async (login: string) => (await server.as(login)).notices
const unitId = (name: string) => university.unit[name]!.id
const [languages, management, direct] = ['外国语学院党总支', '管理学院党总支', '研究生院直属党支部']
const [first, second, japanese] = ['英语第一党支部', '英语第二党支部', '日语党支部']
const refused = (reason: string, detail?: string) => ({ code: 'REFUSED', status: 409, data: { reason, ...(detail && { detail }) } })
const notFound = { code: 'NOT_FOUND', status: 404 }
const forbidden = { code: 'FORBIDDEN', status: 403 }
const messages = async (login: string) => (await (await server.as(login)).inbox.list({ limit: 20 })).rows.map(({ title }) => title)
const entries = async (id: string) => {
  const { rows } = await (await server.as('auditor')).audit.list({ subjectId: id, limit: 100 })
  return rows.map(({ verb }) => verb)
}

const words = {
  title: '关于做好组织关系接转工作的通知',
  issuer: '党委组织部',
  contactName: '组织部办公室',
  contactPhone: '020-00000000',
  text: docOf('请按时办理。'),
}
const due = (text: string, dueOn: string, task: 'register' | null = null) => ({ text, dueOn, task })

let drawn = 0
async function drafted(more: object = {}) {
  const number = `岭大组通〔2023〕${++drawn}号`
  const { id, version } = await (await desk('office')).add({ cohortId: cohort.cohortId, ...words, number, ...more })
  return { id, version }
}
const issued = async (more: object = {}) => (await desk('office')).issue(await drafted(more))
async function forwarded(more: object = {}, units = [first!, second!]) {
  const { id } = await issued(more)
  const secondary = await desk('secondary')
  await secondary.acknowledge({ id })
  const duties = [due('开支部大会部署', '2023-06-09'), due('逐人核对去向', '2023-06-10', 'register')]
  await secondary.forward({ id, unitIds: units.map(unitId), remarks: '请各支部抓紧。', duties })
  return { id, secondary }
}

describe('writing and issuing', () => {
  test('a draft is the office’s alone, and says whom it would reach', async () => {
    const { id } = await drafted()
    const office = await desk('office')
    expect(await office.get({ id })).toMatchObject({
      state: 'draft',
      may: ['change', 'drop', 'issue'],
      reach: { units: 3, people: 3 },
      mayHang: true,
    })
    for (const login of ['secondary', 'teacher', 'publicity', 'counselor'])
      await expect((await desk(login)).get({ id })).rejects.toMatchObject(notFound)
    for (const login of ['secondary', 'direct', 'teacher', 'publicity'])
      await expect((await desk(login)).issue({ id, version: 1 })).rejects.toMatchObject(forbidden)
    for (const login of [graduate, 'junior', 'auditor', 'sys-admin'])
      await expect((await desk(login)).get({ id })).rejects.toMatchObject(forbidden)
  })

  test('goes out whole or not at all', async () => {
    const office = await desk('office')
    const blank = await office.add({ cohortId: cohort.cohortId, text: emptyText, issuer: '党委组织部' })
    await expect(office.issue({ id: blank.id, version: 1 })).rejects.toMatchObject(
      refused('incomplete', 'title,contactName,contactPhone,text'),
    )
    await expect(office.issue(await drafted({ duties: [due('部署', '2023-06-07')] }))).rejects.toMatchObject(
      refused('day-passed', '2023-06-07'),
    )
    await expect(office.issue(await drafted({ duties: [due('汇总附件2', '2023-06-16', 'register')] }))).rejects.toMatchObject(
      refused('after-plan', '2023-06-15'),
    )
    await expect(office.add({ cohortId: cohort.cohortId, ...words, unitIds: [unitId(first!)] })).rejects.toMatchObject(notFound)
  })

  test('a document number is given once, and free again when its notice was taken back', async () => {
    const office = await desk('office')
    const number = '岭大组通〔2023〕900号'
    const first = await issued({ number })
    const second = await drafted({ number })
    await expect(office.issue(second)).rejects.toMatchObject(refused('number-taken'))
    await office.withdraw({ id: first.id, version: first.version, reason: '附件有误' })
    expect(await office.issue(second)).toMatchObject({ state: 'issued', number })
    for (const _ of [1, 2]) expect(await issued({ number: '' })).toMatchObject({ state: 'issued' })
  })

  test('two who write the same draft: the second is told', async () => {
    const office = await desk('office')
    const { id } = await drafted()
    expect(await office.change({ id, version: 1, ...words, title: '改了题目' })).toMatchObject({ title: '改了题目', version: 2 })
    const late = [
      () => office.change({ id, version: 1, ...words }),
      () => office.issue({ id, version: 1 }),
      () => office.drop({ id, version: 1 }),
    ]
    for (const step of late) await expect(step()).rejects.toMatchObject({ code: 'CONFLICT', data: { version: 2 } })
  })

  test('a draft that nobody wants goes with its attachments', async () => {
    const office = await desk('office')
    const { id } = await drafted()
    const { files } = await office.addFile({ id, file: new File(['%PDF-1.7'], '附件1.pdf') })
    await office.drop({ id, version: 1 })
    await expect(office.get({ id })).rejects.toMatchObject(notFound)
    await expect(office.file({ id: files[0]!.id })).rejects.toMatchObject(notFound)
  })

  test('is issued with its words and attachments frozen; every unit gets it', async () => {
    const office = await desk('office')
    const { id } = await drafted()
    const { files } = await office.addFile({ id, file: new File(['%PDF-1.7'], '附件1 名册.pdf') })
    await expect(office.addFile({ id, file: new File(['不是'], '附件2.pdf') })).rejects.toMatchObject(refused('not-that-kind'))
    const done = await office.issue({ id, version: 1 })
    expect(done).toMatchObject({
      state: 'issued',
      may: ['withdraw'],
      issued: { on: '2023-06-08', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(done.units.map(({ name }) => name)).toEqual([languages, management, direct])
    await expect(office.change({ id, version: 2, ...words })).rejects.toMatchObject(refused('wrong-state'))
    await expect(office.addFile({ id, file: new File(['%PDF-1.7'], '附件3.pdf') })).rejects.toMatchObject(refused('wrong-state'))
    await expect(office.removeFile({ id: files[0]!.id })).rejects.toMatchObject(refused('wrong-state'))
    for (const login of ['secondary', 'sister-secondary', 'direct']) {
      const unit = await desk(login)
      expect((await unit.list({ cohortId: cohort.cohortId })).rows.find(row => row.id === id)).toMatchObject({
        read: false,
        mine: { acknowledged: false, open: 0 },
      })
      expect((await unit.file({ id: files[0]!.id })).body).toMatchObject({ name: '附件1 名册.pdf' })
      expect(await messages(login)).toContain(`新通知：${words.title}`)
    }
    expect(await (await desk('publicity')).get({ id })).toMatchObject({ state: 'issued', receipt: null, follows: false, registers: false })
    await expect((await desk('teacher')).get({ id })).rejects.toMatchObject(notFound)
    await expect((await desk('teacher')).file({ id: files[0]!.id })).rejects.toMatchObject(notFound)
    expect(await entries(id)).toEqual(expect.arrayContaining(['notice.drafted', 'notice.issued']))
  })

  test('what the database itself refuses to change', async () => {
    const { id } = await issued()
    const office = scopeOf({ school: university.school, reach: 'unit', path: '/1/', member: '', account: '' })
    const change = inScope(server.services.database.app, office, trx =>
      trx.updateTable('notices').set({ title: '另一个题目' }).where('id', '=', id).execute(),
    )
    await expect(change).rejects.toThrow('never changed')
  })

  test('only to chosen units, corrected by a new one, taken back with a word', async () => {
    const office = await desk('office')
    const old = await issued({ unitIds: [unitId(management!)] })
    await expect((await desk('secondary')).get({ id: old.id })).rejects.toMatchObject(notFound)
    const manager = await desk('sister-secondary')
    const draft = await drafted({ title: '更正', unitIds: [unitId(management!)], amends: old.id })
    expect((await manager.get({ id: old.id })).amendedBy).toEqual([])
    await office.issue(draft)
    expect((await manager.get({ id: old.id })).amendedBy).toMatchObject([{ id: draft.id, title: '更正' }])
    expect((await manager.get({ id: draft.id })).amends).toMatchObject({ id: old.id, number: old.number })
    await expect(office.add({ cohortId: cohort.cohortId, ...words, amends: (await drafted()).id })).rejects.toMatchObject(
      refused('wrong-state'),
    )
    await expect(office.withdraw({ id: old.id, version: old.version, reason: ' ' })).rejects.toMatchObject({ code: expect.any(String) })
    await office.withdraw({ id: old.id, version: old.version, reason: '附件有误' })
    expect(await manager.get({ id: old.id })).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '附件有误' } })
    await expect(manager.acknowledge({ id: old.id })).rejects.toMatchObject(refused('withdrawn'))
    expect(await messages('sister-secondary')).toContain(`通知已撤回：${words.title}`)
  })
})

describe('receiving', () => {
  test('who opens it is registered once; the unit acknowledges once', async () => {
    const { id } = await issued()
    const secondary = await desk('secondary')
    expect(await secondary.get({ id })).toMatchObject({ registers: true, receipt: { acknowledged: null, mayAcknowledge: true } })
    expect([await secondary.open({ id }), await secondary.open({ id })]).toEqual([{ registered: true }, { registered: false }])
    expect(await (await desk('counselor')).open({ id })).toEqual({ registered: true })
    expect(await (await desk('office')).open({ id })).toEqual({ registered: false })
    await expect((await desk('counselor')).acknowledge({ id })).rejects.toMatchObject(forbidden)
    expect(await secondary.acknowledge({ id })).toMatchObject({
      receipt: { acknowledged: { by: `${languages}的secondary` }, mayAcknowledge: false },
    })
    await expect(secondary.acknowledge({ id })).rejects.toMatchObject(refused('already'))
    const { counts, rows, level } = await (await desk('office')).receipts({ id })
    expect([level, counts]).toMatchObject(['secondary', { units: 3, acknowledged: 1 }])
    expect(rows.map(row => [row.name, row.readers.length, row.acknowledged !== null, row.mayChase])).toEqual([
      [languages, 2, true, false],
      [management, 0, false, true],
      [direct, 0, false, true],
    ])
    expect((await entries(id)).filter(verb => verb === 'notice.read')).toHaveLength(2)
  })

  test('is handed on after it was acknowledged, to branches of one’s own, within the plan’s days', async () => {
    const { id } = await issued()
    const secondary = await desk('secondary')
    const forward = (unitIds: string[], duties: ReturnType<typeof due>[] = []) => secondary.forward({ id, unitIds, duties })
    await expect(forward([unitId(first!)])).rejects.toMatchObject(refused('not-acknowledged'))
    expect((await secondary.acknowledge({ id })).forward?.branches.map(({ name, people, received }) => [name, people, received])).toEqual([
      [first, 2, false],
      [second, 1, false],
      [japanese, 0, false],
    ])
    await expect(forward([])).rejects.toMatchObject(refused('nobody'))
    await expect(forward([unitId('会计学党支部')])).rejects.toMatchObject(notFound)
    await expect(forward([unitId(first!)], [due('核对', '2023-06-07')])).rejects.toMatchObject(refused('day-passed', '2023-06-07'))
    await expect(forward([unitId(first!)], [due('核对', '2023-06-11', 'register')])).rejects.toMatchObject(
      refused('after-plan', '2023-06-10'),
    )
    await forward([unitId(first!)], [due('核对', '2023-06-10', 'register'), due('部署', '2023-06-20')])
    await expect(forward([unitId(first!)])).rejects.toMatchObject(refused('already-there'))
    await expect(forward([])).rejects.toMatchObject(refused('nothing-new'))
    await expect((await desk('direct')).forward({ id, unitIds: [] })).rejects.toMatchObject(forbidden)
    await expect((await desk('sister-teacher')).get({ id })).rejects.toMatchObject(notFound)
    await expect((await desk('teacher')).get({ id })).resolves.toMatchObject({ duties: [{ words: '核对' }, { words: '部署' }] })
    expect(await messages('teacher')).toContain(`${languages}转发通知：${words.title}`)
    expect(await messages('secretary')).toContain(`${languages}转发通知：${words.title}`)
  })

  test('more branches and more duties come later, and nothing goes away', async () => {
    const { id, secondary } = await forwarded({}, [first!])
    await secondary.forward({ id, unitIds: [unitId(second!)], remarks: '补充：附照片。', duties: [due('报照片', '2023-06-12')] })
    for (const login of ['teacher', 'sister-teacher']) {
      const { duties, forwardings } = await (await desk(login)).get({ id })
      expect(duties.map(duty => [duty.words, duty.dueOn, duty.by])).toEqual([
        ['开支部大会部署', '2023-06-09', languages],
        ['逐人核对去向', '2023-06-10', languages],
        ['报照片', '2023-06-12', languages],
      ])
      expect(forwardings.map(({ remarks }) => remarks)).toEqual(['请各支部抓紧。', '补充：附照片。'])
    }
    expect(await messages('teacher')).toContain(`${languages}补充了通知要求：${words.title}`)
  })
})

describe('duties', () => {
  test('a branch reports, takes back, and is noted or given back', async () => {
    const { id, secondary } = await forwarded()
    const [teacher, secretary] = [await desk('teacher'), await desk('secretary')]
    await expect(secretary.acknowledge({ id })).rejects.toMatchObject(forbidden)
    await teacher.acknowledge({ id })
    const [one, two] = (await secretary.get({ id })).duties
    const work = async (dutyId: string) => (await teacher.get({ id })).duties.find(duty => duty.id === dutyId)!.work
    await secretary.report({ id: one!.id, version: 1, remark: '已开会' })
    expect(await work(one!.id)).toMatchObject({
      state: 'reported',
      standing: 'done',
      doneOn: '2023-06-08',
      remark: '已开会',
      may: ['undo'],
    })
    await expect(teacher.report({ id: one!.id, version: 2 })).rejects.toMatchObject(refused('wrong-state'))
    await expect(teacher.report({ id: two!.id, version: 9 })).rejects.toMatchObject({ code: 'CONFLICT', data: { version: 1 } })
    await teacher.undo({ id: one!.id, version: 2, reason: '还有一人没到' })
    expect(await work(one!.id)).toMatchObject({ state: 'open', doneOn: null, backReason: '还有一人没到', version: 3 })
    await teacher.report({ id: one!.id, version: 3 })
    const table = await secondary.receipts({ id })
    expect([table.level, table.counts]).toEqual(['branch', { units: 2, acknowledged: 1, works: 4, done: 1, late: 0, reported: 1 }])
    const mine = { dutyId: one!.id, unitId: unitId(first!), version: 4 }
    await expect(teacher.note({ id, works: [mine] })).rejects.toMatchObject(forbidden)
    await expect((await desk('sister-secondary')).note({ id, works: [mine] })).rejects.toMatchObject(notFound)
    await expect((await desk('office')).note({ id, works: [mine] })).rejects.toMatchObject(refused('not-yours'))
    const all = [mine, { ...mine, dutyId: two!.id, version: 1 }]
    await expect(secondary.note({ id, works: all })).rejects.toMatchObject(refused('wrong-state'))
    expect((await work(one!.id)).state).toBe('reported')
    await secondary.note({ id, works: [mine] })
    await expect(teacher.undo({ id: one!.id, version: 5, reason: '再补' })).rejects.toMatchObject(refused('noted'))
    await secondary.giveBack({ id: one!.id, unitId: unitId(first!), version: 5, reason: '缺会议记录' })
    expect(await work(one!.id)).toMatchObject({ state: 'open', backReason: '缺会议记录', may: ['report'] })
    expect(await messages('teacher')).toContain('任务退回：开支部大会部署')
    expect(await entries(one!.id)).toEqual(
      expect.arrayContaining(['duty.reported', 'duty.reopened', 'duty.reported', 'duty.noted', 'duty.returned']),
    )
  })

  test('one that is no longer asked for stays readable', async () => {
    const { id, secondary } = await forwarded()
    const [one] = (await secondary.receipts({ id })).duties
    await expect((await desk('office')).withdrawDuty({ id: one!.id, version: 1, reason: '不用办' })).rejects.toMatchObject(
      refused('not-yours'),
    )
    await expect(secondary.withdrawDuty({ id: one!.id, version: 2, reason: '不用办' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await secondary.withdrawDuty({ id: one!.id, version: 1, reason: '改由总支统一办' })
    const teacher = await desk('teacher')
    expect((await teacher.get({ id })).duties[0]).toMatchObject({ withdrawn: { reason: '改由总支统一办' }, work: { may: [] } })
    await expect(teacher.report({ id: one!.id, version: 1 })).rejects.toMatchObject(refused('duty-withdrawn'))
    expect(await messages('teacher')).toContain('任务已撤销：开支部大会部署')
    expect((await secondary.receipts({ id })).counts.works).toBe(2)
  })

  test('a direct branch does what the office asks of units', async () => {
    const { id } = await issued({ duties: [due('部署到人', '2023-06-09')] })
    const unit = await desk('direct')
    await unit.acknowledge({ id })
    const [duty] = (await unit.get({ id })).duties
    expect(await unit.report({ id: duty!.id, version: 1, remark: '已部署' })).toMatchObject({
      forward: null,
      duties: [{ work: { state: 'reported' } }],
    })
    const office = await desk('office')
    await office.note({ id, works: [{ dutyId: duty!.id, unitId: unitId(direct!), version: 2 }] })
    expect((await office.receipts({ id })).counts).toMatchObject({ works: 3, done: 1, reported: 0 })
  })
})

describe('following up', () => {
  test('whoever owes something is chased, once a day', async () => {
    const { id } = await issued()
    await (await desk('secondary')).acknowledge({ id })
    const office = await desk('office')
    const preview = await office.chase({ id, dryRun: true })
    expect(preview).toMatchObject({ units: 2, people: 2, left: [{ name: languages, reason: 'nothing-owed' }] })
    expect(preview.text.split('\n').slice(1)).toEqual([`1. ${management}：还没有签收`, `2. ${direct}：还没有签收`])
    expect(await office.chase({ id, unitIds: [unitId(management!)] })).toMatchObject({ units: 1, people: 1 })
    expect(await messages('sister-secondary')).toContain(`催办：${words.title}`)
    expect(await office.chase({ id })).toMatchObject({
      units: 1,
      left: expect.arrayContaining([{ unitId: unitId(management!), name: management, reason: 'chased-today' }]),
    })
    await expect(office.chase({ id, unitIds: [unitId(first!)] })).rejects.toMatchObject(notFound)
    await expect((await desk('teacher')).chase({ id })).rejects.toMatchObject(forbidden)
    expect((await entries(id)).filter(verb => verb === 'notice.chased')).toHaveLength(2)
  })

  test('the register of receipts goes into a workbook, of one’s own side alone', async () => {
    const { id, secondary } = await forwarded()
    const texts = await textsIn(await (await desk('office')).sheet({ id }))
    expect(texts).toEqual(expect.arrayContaining([languages, management, direct, '未签收', '0/2', '2023-06-08']))
    const below = await textsIn(await secondary.sheet({ id }))
    expect(below).toEqual(expect.arrayContaining([first, second, '逐人核对去向（2023-06-10）', '未办']))
    expect(below).not.toContain(management)
    await expect(
      (await desk('sister-secondary')).sheet({ id: (await issued({ unitIds: [unitId(languages!)] })).id }),
    ).rejects.toMatchObject(notFound)
  })

  test('other rooms ask what is still to be done, and who has received what', async () => {
    const { id } = await forwarded({ title: '给别的房间看的通知' })
    const at = (name: string) => {
      const { path } = university.unit[name]!
      return scopeOf({ school: university.school, reach: 'unit', path, member: '', account: '' })
    }
    const { app } = server.services.database
    const today = day('2023-06-10')
    const branch = await inScope(app, at(first!), trx => noticeStanding(trx, at(first!), cohort.cohortId, today))
    expect(branch.toAcknowledge.map(({ id }) => id)).toContain(id)
    expect(branch.duties.filter(duty => duty.noticeId === id).map(({ words, late }) => [words, late])).toEqual([
      ['开支部大会部署', true],
      ['逐人核对去向', false],
    ])
    const above = await inScope(app, at(languages!), trx => noticeStanding(trx, at(languages!), cohort.cohortId, today))
    expect(above.following.late).toBeGreaterThanOrEqual(2)
    const lines = await inScope(app, at('中共岭南示范大学委员会'), trx => receiptsOf(trx, at('中共岭南示范大学委员会'), cohort.cohortId))
    expect(
      lines.filter(line => line.noticeId === id).map(line => [line.unitName, line.acknowledged !== null, line.forwardedOn, line.below]),
    ).toEqual(
      expect.arrayContaining([
        [languages, true, '2023-06-08', { units: 2, acknowledged: 0, works: 4, done: 0 }],
        [first, false, null, null],
      ]),
    )
  })

  test('the list says what is still to be done, and pages', async () => {
    const teacher = await desk('teacher')
    const { rows, total } = await teacher.list({ cohortId: cohort.cohortId, todo: true, limit: 200 })
    expect(rows.every(({ mine }) => mine && (!mine.acknowledged || mine.open > 0))).toBe(true)
    expect(total).toBe(rows.length)
    const page = await (await desk('office')).list({ cohortId: cohort.cohortId, limit: 2 })
    expect(page.rows.map(({ state }) => state)).toEqual(['draft', 'draft'])
    const next = await (await desk('office')).list({ cohortId: cohort.cohortId, limit: 200, after: page.next! })
    expect(next.rows.length).toBe(page.total - 2)
    expect(next.rows.map(({ id }) => id)).not.toContain(page.rows[1]!.id)
  })
})
