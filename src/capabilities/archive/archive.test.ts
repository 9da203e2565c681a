import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Journey, openJourney } from '../../../tests/university/journey.ts'
import { day } from '../../kernel/day.ts'
import { docOf } from '../../kernel/rich-text.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'

let journey: Journey
let cohortId: string
let person: Enrolled

beforeAll(async () => {
  journey = await openJourney()
  cohortId = journey.cohort.cohortId
  journey.server.services.clock.setToday(day('2023-05-20'))
  person = (await journey.enrol('英语第一党支部', '安宁'))[0]!
  await journey.enrol('会计学党支部', '方圆')
  const secondary = await journey.server.as('secondary')
  const { fingerprint } = await secondary.submissions.preview({ cohortId, task: 'roster' })
  const { id } = await secondary.submissions.submit({ cohortId, task: 'roster', fingerprint })
  await (await journey.server.as('office')).submissions.accept({ id, version: 1 })
  journey.server.services.clock.setToday(day('2023-06-30'))
})
afterAll(() => journey.server.close())

const api = async (login: string) => (await journey.server.as(login)).archive
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const summary = (name = '工作总结.pdf') => new File(['%PDF-1.7 第一季度'], name, { type: 'application/pdf' })
const audited = async (verb: string) => (await (await journey.server.as('auditor')).audit.list({ verb, limit: 50 })).rows
const item = async (login: string, key: string) => (await (await api(login)).checklist({ cohortId })).items.find(one => one.key === key)!

describe('the checklist', () => {
  test('says what is missing and whose', async () => {
    const { dueOn, items } = await (await api('office')).checklist({ cohortId })
    expect(dueOn).toBe('2023-06-30')
    expect(items.find(({ key }) => key === 'roster')).toMatchObject({
      have: 1,
      complete: false,
      mayBring: false,
      missing: [{ unitName: '管理学院党总支', lack: 'not-submitted' }],
    })
    expect((await item('office', 'summary')).missing.map(({ unitName }) => unitName)).toEqual(['外国语学院党总支', '管理学院党总支'])
    expect(await item('office', 'notice')).toMatchObject({ mayBring: true, missing: [{ lack: 'no-notice' }] })
  })

  test('shows a 总支 its own part, and a branch nothing', async () => {
    expect((await item('secondary', 'roster')).complete).toBe(true)
    expect((await item('secondary', 'summary')).missing.map(({ unitName }) => unitName)).toEqual(['外国语学院党总支'])
    expect(await item('secondary', 'notice')).toMatchObject({ mayBring: false, missing: [] })
    await expect(item('teacher', 'roster')).rejects.toMatchObject({ status: 403 })
    await expect((await api('office')).checklist({ cohortId: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a file that a unit brings', () => {
  let id: string
  test('completes its item, and is read by its unit and the office', async () => {
    const secondary = await api('secondary')
    const brought = await secondary.addMaterial({ cohortId, item: 'summary', file: summary() })
    id = brought.id
    expect(brought).toMatchObject({ name: '工作总结.pdf', unitName: '外国语学院党总支', mayRemove: true })
    expect((await item('secondary', 'summary')).complete).toBe(true)
    const opened = await (await api('office')).openMaterial({ id })
    expect(await opened.text()).toBe('%PDF-1.7 第一季度')
    await expect((await api('sister-secondary')).openMaterial({ id })).rejects.toMatchObject({ status: 404 })
    expect(await audited('archive-material.added')).toMatchObject([{ subjectId: id, after: { item: 'summary', name: '工作总结.pdf' } }])
  })

  test.each([
    ['for what is kept here', 'roster', 'kept-here'],
    ['for what is the office’s', 'notice', 'not-yours'],
    ['for what the plan does not ask', 'nothing', 'unknown-item'],
  ])('%s is refused', async (_, key, reason) =>
    expect((await api('secondary')).addMaterial({ cohortId, item: key, file: summary() })).rejects.toMatchObject(refused(reason)),
  )

  test('that is not what its name says is refused', async () => {
    const file = new File([Uint8Array.of(0x4d, 0x5a, 0)], '工作总结.pdf')
    await expect((await api('secondary')).addMaterial({ cohortId, item: 'summary', file })).rejects.toMatchObject(refused('not-that-kind'))
    await expect((await api('teacher')).addMaterial({ cohortId, item: 'summary', file: summary() })).rejects.toMatchObject({ status: 403 })
  })

  test('is taken out by its own unit or the office, once', async () => {
    const mistaken = await (await api('secondary')).addMaterial({ cohortId, item: 'summary', file: summary('草稿.pdf') })
    await expect((await api('sister-secondary')).removeMaterial({ id: mistaken.id })).rejects.toMatchObject({ status: 404 })
    await (await api('office')).removeMaterial({ id: mistaken.id })
    await expect((await api('secondary')).removeMaterial({ id: mistaken.id })).rejects.toMatchObject(refused('already-removed'))
    expect((await item('office', 'summary')).materials.map(({ name }) => name)).toEqual(['工作总结.pdf'])
  })
})

describe('the archive', () => {
  const make = async (reason?: string) => {
    const office = await journey.server.as('office')
    const { taskId } = await office.archive.make({ cohortId, ...(reason && { reason }) })
    await journey.server.services.tasks.run(taskId)
    return { task: await office.inbox.task({ id: taskId }), archive: (await office.archive.list({ cohortId }))[0]! }
  }
  const opened = async (id: string) => unzipSync(new Uint8Array(await (await (await api('office')).download({ id })).arrayBuffer()))
  const sheet = async (bytes: Uint8Array) => JSON.stringify((await readWorkbook(bytes, '附件.xlsx')).sheets[0]!.rows)
  const FOLDER = '岭南示范大学-2023届-归档-2023-06-30'
  const ROSTER = 'data/附件1名册/附件1-外国语学院党总支-第1次.xlsx'

  test('is made in the background, and its progress is seen', async () => {
    const { task, archive } = await make()
    expect(task).toMatchObject({
      state: 'done',
      title: '制作2023届归档包',
      done: task.total,
      problem: null,
      result: { archiveId: archive.id },
    })
    expect(archive).toMatchObject({ name: FOLDER, madeOn: '2023-06-30', full: false, files: 11 })
    expect(archive.lacking).toContain('转出登记表（附件2）')
    expect(archive.lacking).not.toContain('宣传稿件')
    expect(await audited('archive.made')).toMatchObject([{ subjectId: archive.id, after: { files: 11, full: false } }])
  })

  test('holds every accepted form, ledger, list and file, each with its SHA-512', async () => {
    const { archive } = await make()
    const files = await opened(archive.id)
    const text = (name: string) => new TextDecoder().decode(files[`${FOLDER}/${name}`])
    const listed = text('manifest-sha512.txt').trimEnd().split('\n')
    expect(listed.map(line => line.slice(130)).map(name => name.replace(/-[0-9a-f]{4}-工作总结/, '-…-工作总结'))).toEqual([
      ROSTER,
      'data/介绍信/介绍信台账.xlsx',
      'data/介绍信/介绍信台账.csv',
      'data/主题教育与五个一/活动清单.xlsx',
      'data/通知/通知签收记录.xlsx',
      'data/装档/装档与移交记录.xlsx',
      'data/宣传/宣传稿件.xlsx',
      'data/材料/工作总结/外国语学院党总支/2023-06-30-…-工作总结.pdf',
      'data/工作方案/plan.json',
      'data/审计/审计摘录.jsonl',
      'data/目录.xlsx',
    ])
    for (const line of listed)
      expect(
        createHash('sha512')
          .update(files[`${FOLDER}/${line.slice(130)}`]!)
          .digest('hex'),
      ).toBe(line.slice(0, 128))
    expect(text('bag-info.txt')).toMatch(/^Source-Organization: 中共岭南示范大学委员会\n/)
    expect(text('bag-info.txt')).toContain('Bagging-Date: 2023-06-30\n')
    expect(JSON.parse(text('data/工作方案/plan.json'))).toMatchObject({ year: 2023 })
    const audit = text('data/审计/审计摘录.jsonl').trimEnd().split('\n')
    expect(audit.map(line => JSON.parse(line).verb)).toContain('submission.accepted')
    expect(await sheet(files[`${FOLDER}/data/目录.xlsx`]!)).toContain(ROSTER)
  })

  test('tells of each activity who held it, who came and what was written down', async () => {
    const { activities, accounts } = await journey.server.as('secondary')
    const plan = { kind: 'symposium', title: '毕业生党员座谈会', onDay: '2023-06-08', begins: '14:00', host: '周敏', place: '报告厅' }
    const [id] = (await activities.add({ ...plan, cohortId, audience: [(await accounts.session()).unitId] })).ids
    await activities.open({ id: id!, version: 1 })
    await activities.writeMinutes({ id: id!, version: 1, text: docOf('书记讲话\n=1+1') })
    await activities.addAttachment({ id: id!, file: summary('议程.pdf') })
    const [there] = await activities.people({ id: id! })
    await activities.mark({ id: id!, graduateIds: [there!.graduateId], marking: 'present' })
    await (await journey.server.as('teacher')).activities.close({ id: id!, unitId: there!.unitId })
    expect((await item('office', 'education')).missing.map(({ unitName }) => unitName)).toEqual(['管理学院党总支'])
    const files = await opened((await make()).archive.id)
    const { sheets } = await readWorkbook(files[`${FOLDER}/data/主题教育与五个一/活动清单.xlsx`]!, '活动清单.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual(['活动清单', '活动记录', '五个一'])
    const [list, minutes] = sheets.map(({ rows }) => rows.map(row => row.map(String)))
    const held = ['1', '2023-06-08', '座谈会', '毕业生党员座谈会', '报告厅', '外国语学院党总支', '周敏', '', '1', '1', '1', '有', '0', '1']
    expect(list).toContainEqual(held)
    expect(minutes!.flat().find(cell => cell.includes('书记讲话'))).toBe('书记讲话\n=1+1')
  })

  test('masks numbers, unless the office says what they are needed for', async () => {
    const masked = await sheet((await opened((await make()).archive.id))[`${FOLDER}/${ROSTER}`]!)
    expect(masked).toContain('安宁')
    expect(masked).not.toContain(person.idNumber)
    const { archive } = await make('按规定移交学校档案馆')
    expect(archive.full).toBe(true)
    expect(await sheet((await opened(archive.id))[`${FOLDER}/${ROSTER}`]!)).toContain(person.idNumber)
    expect((await audited('archive.made'))[0]).toMatchObject({ after: { full: true, reason: '按规定移交学校档案馆' } })
    expect((await audited('archive.downloaded'))[0]).toMatchObject({ subjectId: archive.id, after: { full: true } })
  })

  test('is 组织部’s: a 总支 sees none, and makes none', async () => {
    const { archive } = await make()
    const secondary = await api('secondary')
    expect(await secondary.list({ cohortId })).toEqual([])
    await expect(secondary.download({ id: archive.id })).rejects.toMatchObject({ status: 404 })
    await expect(secondary.make({ cohortId })).rejects.toMatchObject({ status: 403 })
    await expect((await api('auditor')).list({ cohortId })).rejects.toMatchObject({ status: 403 })
    await expect((await api('office')).make({ cohortId: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 })
  })
})
