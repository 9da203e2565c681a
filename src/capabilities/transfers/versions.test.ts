/** What is changed after it was handed in: shown before it is decided, kept with who, when and why; and two tracks with an end each. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { letterOut } from '../../../tests/university/receipts.ts'
import { day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import type { ApplicationKind } from './rules.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const person = async (name: string) => (await journey.enrol('英语第一党支部', name))[0]!
const on = (text: string) => journey.server.services.clock.setToday(day(text))
const refused = (reason: string, clause: string) => ({ code: 'REFUSED', status: 409, data: { reason, clause } })
const ledgerOf = async (name: string) => {
  const { letters } = await journey.server.as('office')
  return (await letters.list({ cohortId: journey.cohort.cohortId, search: name, limit: 5 })).rows
}

async function apply(who: Enrolled, application: ApplicationKind, form?: typeof inProvince) {
  const { mine } = await journey.transfers(who.studentNumber)
  const { version } = await mine.get()
  const applied = await mine.step({ version, step: 'apply', given: { application, reason: '见说明' } })
  return form ? mine.save({ ...form, version: applied.version }) : applied
}
const approve = (who: Enrolled, given: Record<string, unknown> = {}) => journey.step('office', who, 'feedback', 'approve', given)
const addressed = (form: typeof inProvince, name: string) => ({ ...form, answers: { ...form.answers, addressee: { name } } })

describe('versions', () => {
  test('what is mended after it was sent back stands with its step, before and after; of a phone only that it changed', async () => {
    const who = await person('安宁')
    await journey.submit(who, inProvince)
    await journey.step('teacher', who, 'check', 'branch-send-back', { reason: '抬头不对' })
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    const other = addressed(inProvince, '中共深圳市福田区委员会组织部')
    const saved = await mine.save({
      ...other,
      answers: { ...other.answers, receiverContact: { name: '俞老师', phone: '0755-00000001' } },
      version,
    })
    await mine.submit({ version: saved.version })
    const { events } = await journey.case('teacher', who)
    expect(events[0]).toMatchObject({
      step: 'mend',
      actorName: '安宁',
      changes: [
        {
          field: 'addressee',
          before: '中共南粤示范科技有限公司委员会',
          after: '中共深圳市福田区委员会组织部',
        },
        { field: 'receiverContact', before: 'sealed', after: 'sealed' },
      ],
    })
    expect(events.slice(1).map(({ changes }) => changes)).toEqual([[], [], []])
    const stored = await inSystem(journey.server.services.database.system, trx =>
      trx.selectFrom('transfer_events').select('changes').where('member_id', '=', who.memberId).execute(),
    )
    expect(JSON.stringify(stored)).not.toContain('00000001')
  })

  test('改派: the office sees what would change beside its decision, phones masked; approved, both attempts tell of each other', async () => {
    const who = await person('白杨')
    await letterOut(journey, who)
    await apply(who, 'change', inProvince)
    const waiting = await journey.case('office', who)
    expect(waiting).toMatchObject({ application: 'change', applied: { paper: { outcome: 'none', clause: 'C10' } } })
    const changed = new Map(waiting.applied!.changes.map(change => [change.field, change]))
    expect(changed.get('unitName')).toMatchObject({ before: '之江远航科技股份有限公司', after: '南粤示范科技有限公司' })
    expect(changed.get('geography')).toMatchObject({ before: 'outside', after: 'province' })
    expect(changed.get('method')).toMatchObject({ before: 'paper', after: 'system' })
    expect(changed.get('receiverPlace')).toMatchObject({ before: expect.stringContaining('滨江'), after: expect.any(String) })
    const approved = await approve(who, { oldLetter: 'loss-stated' })
    expect(approved).toMatchObject({
      applied: null,
      attempts: [
        { ordinal: 2, kind: 'change', kindReason: '见说明' },
        { ordinal: 1, living: false, oldLetter: 'loss-stated', addressee: '中共杭州市滨江区委员会组织部' },
      ],
    })
    expect(approved.events[0]).toMatchObject({ step: 'approve', attemptId: approved.attempts[0]!.id })
    expect(approved.events[0]!.changes.map(({ field }) => field)).toContain('unitName')
  })

  test('the office’s own word on paper or place is a version too', async () => {
    const who = await person('陈可')
    await journey.submit(who, inProvince)
    const { id, version } = await journey.case('office', who)
    const { feedback } = await journey.transfers('office')
    const view = await feedback.decidePaper({ id: id!, version, exception: '对方来函要求纸质' })
    expect(view.events[0]).toMatchObject({
      step: 'decide-paper',
      reason: '对方来函要求纸质',
      changes: [
        { field: 'paper', before: 'none', after: 'paper' },
        { field: 'method', before: 'system', after: 'paper' },
      ],
    })
  })
})

describe('an application that reaches further than it says', () => {
  test('another employer under 抬头有误 is refused with its clause, another receiver is not', async () => {
    const who = await person('邓清')
    await letterOut(journey, who)
    await apply(who, 'wrong-addressee', inProvince)
    await expect(approve(who, { oldLetter: 'handed-back' })).rejects.toMatchObject(refused('another-destination', 'C7'))
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    await mine.save({ ...addressed(outsideOnPaper, '中共杭州市委组织部'), version })
    expect(await approve(who, { oldLetter: 'handed-back' })).toMatchObject({
      state: 'to-issue',
      attempts: [{ ordinal: 2, addressee: '中共杭州市委组织部', method: 'paper' }, { ordinal: 1 }],
    })
  })

  test('half a destination is not approved', async () => {
    const who = await person('方圆')
    await letterOut(journey, who)
    const { addressee: _, ...rest } = inProvince.answers
    await apply(who, 'change', { ...inProvince, answers: rest })
    await expect(approve(who, { oldLetter: 'handed-back' })).rejects.toMatchObject(refused('destination-incomplete', 'C6'))
  })
})

describe('another way', () => {
  test('系统改纸质 in the province: never, unless the office says why; then a letter is issued', async () => {
    const who = await person('高远')
    await journey.pass(who, inProvince)
    await journey.step('secondary', who, 'handle', 'start', { serial: '440001' })
    await apply(who, 'to-paper')
    await expect(approve(who)).rejects.toMatchObject(refused('paper-not-called-for', 'C10'))
    const approved = await approve(who, { exception: '对方系统停用' })
    expect(approved).toMatchObject({
      state: 'to-issue',
      attempts: [
        { ordinal: 2, kind: 'to-paper', method: 'paper', paper: { outcome: 'paper', reason: 'exception', exception: '对方系统停用' } },
        { ordinal: 1, method: 'system', serial: '440001' },
      ],
    })
    const { letters } = await journey.transfers('office')
    expect(await letters.issue({ items: [{ id: approved.id!, version: approved.version }] })).toMatchObject({ applied: true })
  })

  test('系统改纸质 outside the province: the application is the record that paper was asked for', async () => {
    const who = await person('洪亮')
    await journey.pass(who, { ...outsideOnPaper, answers: { ...outsideOnPaper.answers, paperAsked: false } })
    await apply(who, 'to-paper')
    const { applied } = await journey.case('office', who)
    expect(applied).toMatchObject({ paper: { outcome: 'paper', reason: 'asked-outside', clause: 'C10' } })
    expect(applied!.changes.map(({ field, after }) => [field, after])).toEqual([
      ['paperAsked', 'receiver'],
      ['paper', 'paper'],
      ['method', 'paper'],
    ])
    expect(await approve(who)).toMatchObject({ state: 'to-issue', attempts: [{ paper: { outcome: 'paper' } }, { method: 'system' }] })
  })

  test('纸质改系统: the letter is void with the approval, not with the application', async () => {
    const who = await person('何晓')
    await letterOut(journey, who)
    await apply(who, 'to-system')
    expect((await ledgerOf('何晓'))[0]!.voidGround).toBeNull()
    await expect(approve(who)).rejects.toMatchObject(refused('old-letter-open', 'C11'))
    expect(await approve(who, { oldLetter: 'returned-by-receiver' })).toMatchObject({
      state: 'to-start',
      attempts: [{ kind: 'to-system', method: 'system', paper: { outcome: 'none' } }, { oldLetter: 'returned-by-receiver' }],
    })
    expect((await ledgerOf('何晓'))[0]!.voidGround).toBe('sent-back')
  })
})

/** Sent both ways on 20 June, accepted by the system on 1 July. */
async function acceptedBySystem(who: Enrolled) {
  await journey.pass(who, outsideOnPaper, { method: 'both' })
  await journey.step('secondary', who, 'handle', 'start', { serial: '330001' })
  const { letters } = await journey.transfers('office')
  const item = async () => {
    const { id, version } = await journey.case('office', who)
    return { id: id!, version }
  }
  await letters.issue({ items: [await item()] })
  await letters.handOut({ items: [await item()], on: '2023-06-08', how: 'self' })
  on('2023-07-20')
  return journey.step('secondary', who, 'handle', 'accept', { proof: { kind: 'external-system' }, on: '2023-07-01' })
}

describe('two tracks', () => {
  test('each has its own day and proof; the case stays 已接收 on the first', async () => {
    const who = await person('江月')
    expect(await acceptedBySystem(who)).toMatchObject({
      state: 'received',
      attempts: [{ acceptedOn: '2023-07-01', system: { at: 'accepted', resultOn: '2023-07-01' }, letter: { at: 'out', resultOn: null } }],
    })
    const proof = { kind: 'stamped-receipt', handler: '俞某' }
    await expect(journey.step('secondary', who, 'handle', 'accept-other', { proof })).rejects.toMatchObject({
      data: { reason: 'track-not-ready' },
    })
    const both = await journey.step('office', who, 'handle', 'accept-other', { proof, on: '2023-07-20' })
    expect(both).toMatchObject({
      state: 'received',
      term: 'received',
      attempts: [
        {
          acceptedOn: '2023-07-01',
          acceptanceProof: 'external-system',
          acceptanceHandler: '俞某',
          system: { at: 'accepted', resultOn: '2023-07-01', proof: 'external-system' },
          letter: { at: 'accepted', resultOn: '2023-07-20', proof: 'stamped-receipt' },
        },
      ],
    })
    expect(both.can).not.toContain('accept-other')
    const { list } = await journey.transfers('office')
    const { rows } = await list({ cohortId: journey.cohort.cohortId, search: '江月', limit: 5 })
    expect(rows[0]!.tracks).toEqual([
      { track: 'system', at: 'accepted', resultOn: '2023-07-01' },
      { track: 'paper', at: 'accepted', resultOn: '2023-07-20' },
    ])
    on('2023-06-08')
  })

  test('a letter that comes back after the system has accepted is void, and the case stays closed', async () => {
    const who = await person('康乐')
    await acceptedBySystem(who)
    await journey.step('office', who, 'handle', 'close')
    const after = await journey.step('office', who, 'handle', 'reject-other', { track: 'paper', reason: '已在系统接收' })
    expect(after).toMatchObject({ state: 'closed', attempts: [{ letter: { at: 'rejected', resultOn: '2023-07-20' } }] })
    expect((await ledgerOf('康乐'))[0]!.voidGround).toBe('sent-back')
    on('2023-06-08')
  })

  test('C11: a letter that nobody took before the system accepted is voided from 已接收, once', async () => {
    const who = await person('雷鸣')
    await journey.pass(who, outsideOnPaper, { method: 'both' })
    await journey.step('secondary', who, 'handle', 'start', { serial: '330002' })
    const { letters } = await journey.transfers('office')
    const item = async () => {
      const { id, version } = await journey.case('office', who)
      return { id: id!, version }
    }
    await letters.issue({ items: [await item()] })
    const { cohortId } = journey.cohort
    const waiting = async () => (await letters.toHandOut({ cohortId })).map(({ name }) => name)
    expect(await waiting()).toContain('雷鸣')
    const received = await journey.step('secondary', who, 'handle', 'accept', { proof: { kind: 'external-system' }, on: '2023-06-08' })
    expect(received).toMatchObject({ state: 'received', attempts: [{ letter: { at: 'issued' } }] })
    expect(await waiting()).not.toContain('雷鸣')
    const voiding = async () => letters.void({ ...(await item()), reason: '对方已在系统接收', sheet: 'kept' })
    expect(await voiding()).toMatchObject({ state: 'received' })
    expect(await journey.case('office', who)).toMatchObject({ attempts: [{ letter: { at: 'none' }, system: { at: 'accepted' } }] })
    expect((await ledgerOf('雷鸣'))[0]).toMatchObject({ standing: 'voided', voidGround: 'not-needed' })
    expect((await letters.toIssue({ cohortId })).map(({ name }) => name)).not.toContain('雷鸣')
    await expect(voiding()).rejects.toMatchObject({ data: { reason: 'track-not-ready' } })
  })

  test('C9: accepted, no new attempt, and the refusal says so', async () => {
    const who = await person('李想')
    await acceptedBySystem(who)
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    const again = { version, step: 'apply', given: { application: 'change', reason: '换了单位' } } as const
    await expect(mine.step(again)).rejects.toMatchObject(refused('already-received', 'C9'))
    on('2023-06-08')
  })

  test('passed on to a lower organisation: named, and still open', async () => {
    const who = await person('孟夏')
    await letterOut(journey, who)
    const relayed = await journey.step('office', who, 'handle', 'relay', { reason: '中共杭州市滨江区某街道工作委员会' })
    expect(relayed).toMatchObject({
      state: 'in-transit',
      term: 'in-transit',
      attempts: [{ relayedTo: '中共杭州市滨江区某街道工作委员会' }],
    })
    expect(relayed.can).toContain('accept')
  })
})
