/** 与党务系统不一致: found when a list is imported, kept, decided. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney } from '../../../tests/university/journey.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
}, 60_000)
afterAll(() => journey.server.close())

const RECEIVER = '中共南粤示范科技有限公司委员会'
const columns = ['学号', '姓名', '流水号', '发起时间', '转接状态', '办理时间', '退回原因', '转入党组织']
type Says = { serial?: string; started?: string; on?: string; reason?: string; receiver?: string }
const says = (who: { studentNumber: string; name: string }, status: string, more: Says = {}) => [
  who.studentNumber,
  who.name,
  more.serial ?? 'L-1',
  more.started ?? '2023-06-07',
  status,
  more.on ?? '',
  more.reason ?? '',
  more.receiver ?? '',
]
const uploaded = async (rows: readonly string[][], login = 'office') => {
  const { results } = await journey.transfers(login)
  return results.upload({ cohortId: journey.cohort.cohortId, file: await workbookOf('表', columns, ...rows) })
}
const imported = async (rows: readonly string[][], login = 'office') => {
  const { id, version, counts } = await uploaded(rows, login)
  if (counts.changed > 0) await (await journey.transfers(login)).results.commit({ id, version })
  return counts
}
const listed = async (login = 'office', decided = false) =>
  (await (await journey.transfers(login)).differences.list({ cohortId: journey.cohort.cohortId, decided, limit: 200 })).rows
const about = async (who: { name: string }, decided = false) => (await listed('office', decided)).filter(({ name }) => name === who.name)
const decide = async (login: string, rows: readonly { id: string; version: number }[], decision: 'take' | 'keep' | 'ask', reason = '') =>
  (await journey.transfers(login)).differences.decide({ items: rows.map(({ id, version }) => ({ id, version })), decision, reason })

const toStart = async (name: string): Promise<Enrolled> => {
  const [who] = await journey.enrol('英语第一党支部', name)
  await journey.pass(who!, inProvince)
  return who!
}
const started = async (name: string) => {
  const who = await toStart(name)
  await journey.step('office', who, 'handle', 'start', { serial: 'L-1', on: '2023-06-07' })
  return who
}

describe('what the system says otherwise', () => {
  test('is kept by kind, once; the same file again brings nothing', async () => {
    const other = await started('甲异')
    const back = await started('乙异')
    await journey.step('office', back, 'handle', 'accept', { proof: { kind: 'external-system' }, on: '2023-06-08' })
    const gone = await toStart('丙异')
    await journey.step('office', gone, 'feedback', 'void', { reason: '去向有变' })
    const [fresh] = await journey.enrol('英语第一党支部', '丁异')
    const rows = [
      says(other, '办理中', { serial: 'L-9', started: '2023-06-01', receiver: '中共杭州市委员会组织部' }),
      says(back, '退回', { on: '2023-06-08', reason: '查无此人' }),
      says(gone, '已接收', { on: '2023-06-08' }),
      says(fresh!, '办理中'),
      says({ studentNumber: '2010000000', name: '外人' }, '已接收', { on: '2023-06-08' }),
    ]
    expect(await imported(rows)).toMatchObject({ changed: 5, wrong: 0 })
    const kinds = (await listed()).map(({ name, kind, ours, theirs, state }) => [name, kind, ours, theirs, state])
    expect(kinds.toSorted()).toEqual(
      [
        ['甲异', 'receiver', RECEIVER, '中共杭州市委员会组织部', 'open'],
        ['甲异', 'serial', 'L-1', 'L-9', 'open'],
        ['甲异', 'started-on', '2023-06-07', '2023-06-01', 'open'],
        ['乙异', 'rejected-there', '已接收', '退回 2023-06-08；查无此人', 'open'],
        ['丙异', 'accepted-there', '作废', '已接收 2023-06-08', 'open'],
        ['丁异', 'under-way-there', '还没有开始', '办理中', 'open'],
        ['外人 2010000000', 'not-ours', '名册里没有', '已接收 2023-06-08', 'open'],
      ].toSorted(),
    )
    expect(await imported(rows)).toMatchObject({ changed: 0 })
    expect((await uploaded(rows)).counts).toMatchObject({ changed: 0 })
    expect(await listed()).toHaveLength(7)
    const counts = async (login: string) =>
      (await (await journey.transfers(login)).counts({ cohortId: journey.cohort.cohortId })).differences
    // Of somebody whom nobody knows the units hear nothing.
    expect([await counts('office'), await counts('secondary'), await counts('sister-secondary')]).toEqual([7, 6, 0])
    expect(await listed('sister-secondary')).toEqual([])
  })

  test('counts whom a whole list leaves out, and not whom an extract does', async () => {
    const [here, away] = [await started('戊漏'), await started('己漏')]
    await imported([says(here, '办理中')])
    expect((await listed()).filter(({ kind }) => kind === 'missing-there')).toEqual([])
    // With the first one of above three are out: two of them named is more than half.
    const first = (await about({ name: '甲异' }))[0]!
    const studentNumber = (await journey.transfers('office')).get({ id: first.graduateId! }).then(({ person }) => person.studentNumber)
    await imported([says(here, '办理中', { serial: 'L-2' }), says({ studentNumber: await studentNumber, name: '甲异' }, '办理中')])
    expect((await about(away)).map(({ kind, ours }) => [kind, ours])).toEqual([['missing-there', '2023-06-07 已发起，L-1']])
    await journey.step('office', away, 'handle', 'accept', { proof: { kind: 'external-system' }, on: '2023-06-08' })
    expect(await about(away)).toEqual([])
    expect(await about(away, true)).toMatchObject([{ state: 'agreed', decidedName: null }])
  })

  test('is decided by whoever answers for the case: kept with a reason, asked about, never twice', async () => {
    const [serial] = (await about({ name: '甲异' })).filter(({ kind }) => kind === 'serial')
    expect(serial!.can).toEqual(['keep', 'ask'])
    const reasons = async (...asked: Parameters<typeof decide>) => (await decide(...asked)).rows.map(({ reason }) => reason)
    expect(await reasons('office', [serial!], 'keep')).toEqual(['needs-why'])
    expect(await reasons('office', [serial!], 'take')).toEqual(['no-step'])
    expect(await reasons('teacher', [serial!], 'keep', '以登记为准')).toEqual(['no-deciding-side'])
    await expect(decide('sister-secondary', [serial!], 'keep', '以登记为准')).rejects.toMatchObject({ status: 404 })
    await expect(decide('counselor', [serial!], 'keep', '以登记为准')).rejects.toMatchObject({ status: 403 })
    expect(await decide('office', [serial!], 'ask', '请问本人')).toMatchObject({ applied: true })
    const { rows } = await (await journey.server.as('teacher')).inbox.list({ limit: 5 })
    expect(rows[0]).toMatchObject({ title: '请核实与党务系统不一致的接转', link: '/transfers/differences' })
    await expect(decide('office', [serial!], 'keep', '以登记为准')).rejects.toMatchObject({ code: 'CONFLICT' })
    const [asked] = (await about({ name: '甲异' })).filter(({ kind }) => kind === 'serial')
    expect(asked).toMatchObject({ state: 'asked', reason: '请问本人' })
    expect(await decide('secondary', [asked!], 'keep', '以登记为准')).toMatchObject({ applied: true })
    const [kept] = (await about({ name: '甲异' }, true)).filter(({ kind }) => kind === 'serial')
    expect(kept).toMatchObject({ state: 'kept', reason: '以登记为准', can: [] })
    expect(await reasons('office', [kept!], 'keep', '再定一次')).toEqual(['decided'])
    const { rows: log } = await (await journey.server.as('auditor')).audit.list({ verb: 'result-difference.decided', limit: 5 })
    expect(log[0]).toMatchObject({ subjectKind: 'result-difference', before: { state: 'asked' }, after: { state: 'kept' } })
  })

  test('is taken through the steps of the case alone: refused as they are, all of a batch or none', async () => {
    const stranger = (await listed()).find(({ kind }) => kind === 'not-ours')!
    expect(stranger.can).toEqual(['keep'])
    const [voided] = await about({ name: '丙异' })
    expect(voided!.can).toEqual(['keep', 'ask'])
    const [receiver] = (await about({ name: '甲异' })).filter(({ kind }) => kind === 'receiver')
    expect(receiver!.can).toContain('take')
    const both = await decide('office', [receiver!, voided!], 'take')
    expect([both.applied, both.rows.filter(({ allowed }) => !allowed)]).toEqual([
      false,
      [{ id: voided!.id, name: '丙异', allowed: false, reason: 'wrong-state' }],
    ])
    expect(await decide('office', [receiver!], 'take')).toMatchObject({ applied: true })
    const view = await (await journey.transfers('office')).get({ id: receiver!.graduateId! })
    expect(view).toMatchObject({ state: 'in-transit', attempts: [{ relayedTo: '中共杭州市委员会组织部' }] })
    expect(view.events[0]).toMatchObject({ step: 'relay' })
    expect((await about({ name: '甲异' }, true)).find(({ kind }) => kind === 'receiver')).toMatchObject({ state: 'taken' })
  })

  test('accepted there while an application waits here: once it is declined, theirs is taken as the ordinary step', async () => {
    const who = await toStart('庚异')
    await journey.step('teacher', who, 'fill', 'apply', { application: 'change', reason: '换了单位' })
    await imported([says(who, '已接收', { on: '2023-06-08' })])
    const [open] = await about(who)
    expect(open).toMatchObject({ kind: 'accepted-there', ours: '待发起', can: ['keep', 'ask'] })
    await journey.step('office', who, 'feedback', 'decline', { reason: '原单位已接收' })
    const [now] = await about(who)
    expect(now!.can).toContain('take')
    expect(await decide('office', [now!], 'take')).toMatchObject({ applied: true })
    expect(await journey.case('office', who)).toMatchObject({
      state: 'received',
      attempts: [{ acceptanceProof: 'external-system', acceptedOn: '2023-06-08', serial: 'L-1' }],
    })
    expect(await about(who, true)).toMatchObject([{ state: 'taken', decidedName: expect.any(String) }])
  })
})
