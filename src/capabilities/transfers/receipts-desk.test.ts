/** The receipts desk: pictures of stamped receipts, calls to the dictionary's number, whom to call. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { letterOut } from '../../../tests/university/receipts.ts'
import { day } from '../../kernel/day.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
}, 60_000)
afterAll(() => journey.server.close())

const RECEIVER = '中共杭州市滨江区委员会组织部'
const scan = (bytes: readonly number[] = [0x25, 0x50, 0x44, 0x46, 0x2d]) => new File([Uint8Array.from(bytes)], 'IMG_0001.pdf')
const refused = (reason: string) => ({ status: 409, data: { reason } })
const person = async (name: string, branch = '英语第一党支部') => (await journey.enrol(branch, name))[0]!
const out = async (name: string) => {
  const who = await person(name)
  const { transferId, attemptId } = await letterOut(journey, who)
  return { who, id: transferId, attemptId }
}
const deskOf = async (login: string, who: Enrolled) => (await journey.case(login, who)).receipt
const entries = async (verb: string) => (await (await journey.server.as('auditor')).audit.list({ verb, limit: 20 })).rows
const accept = (who: Enrolled, given: Record<string, unknown>) => journey.step('office', who, 'handle', 'accept', given)

type Said = { outcome: string; answeredBy?: string; said?: string; on?: string }
const call = async (login: string, { who, id }: { who: Enrolled; id: string }, said: Said) => {
  const { receiver } = await deskOf(login, who)
  const { calls } = await journey.transfers(login)
  const seen = { id: receiver!.id, version: receiver!.version }
  return (calls.log as (input: unknown) => ReturnType<typeof calls.log>)({ id, receiver: seen, ...said })
}
const entry = async () => (await (await journey.server.as('office')).addressees.list({ search: RECEIVER, limit: 5 })).rows[0]
const saveNumber = async (login: string, phone: string | null) => {
  const { addressees } = await journey.server.as(login)
  const held = await entry()
  const fields = { name: RECEIVER, kind: 'organisation-department', divisionCode: '330108', phone } as const
  return held ? addressees.save({ ...fields, id: held.id, version: held.version }) : addressees.create(fields)
}

describe('a picture of the stamped receipt', () => {
  test('is brought by the branch, waits for 组织部, and proves acceptance once it is checked', async () => {
    const { who, id } = await out('安照')
    await expect(accept(who, { proof: { kind: 'stamped-receipt', shown: 'picture' } })).rejects.toMatchObject(refused('no-picture'))
    const kept = await (await journey.transfers('teacher')).pictures.add({ id, file: scan() })
    expect(kept).toMatchObject({ pictures: [{ mime: 'application/pdf', can: ['open', 'remove'] }], mayAdd: true })
    const office = await journey.transfers('office')
    const asked = { cohortId: journey.cohort.cohortId, picture: 'waiting' as const, limit: 50 }
    expect((await office.list(asked)).rows.map(({ name }) => name)).toEqual(['安照'])
    expect(await office.counts({ cohortId: journey.cohort.cohortId })).toMatchObject({ pictures: 1 })
    const file = await office.pictures.open({ id: kept.pictures[0]!.id })
    expect([file.name, new Uint8Array(await file.arrayBuffer())[0]]).toEqual(['盖章回执.pdf', 0x25])
    const done = await accept(who, {
      on: '2023-06-08',
      proof: { kind: 'stamped-receipt', shown: 'picture', handler: '俞某', phone: '0571-88000000' },
    })
    expect(done).toMatchObject({
      state: 'received',
      attempts: [{ acceptanceShown: 'picture', acceptanceHandler: '俞某', acceptedOn: '2023-06-08' }],
    })
    expect(done.attempts[0]!.acceptancePhone).toMatch(/^\*+0000$/)
    expect((await office.list(asked)).rows).toEqual([])
    expect((await entries('receipt-picture.added'))[0]).toMatchObject({ subjectKind: 'receipt-picture' })
    expect((await entries('receipt-picture.opened'))[0]).toMatchObject({ after: { transferId: id } })
    const taken = office.pictures.remove({ id: kept.pictures[0]!.id, reason: '已经核过了' })
    await expect(taken).rejects.toMatchObject(refused('settled'))
    expect(done.events.map(({ step }) => step).slice(0, 2)).toEqual(['accept', 'add-picture'])
  })

  test('that is unreadable goes back with the reason to whoever brought it', async () => {
    const { who, id } = await out('白照')
    const { pictures } = await (await journey.transfers('teacher')).pictures.add({ id, file: scan([0xff, 0xd8, 0xff]) })
    const office = await journey.transfers('office')
    const left = await office.pictures.remove({ id: pictures[0]!.id, reason: '印章看不清' })
    expect(left.pictures).toEqual([])
    await expect(office.pictures.open({ id: pictures[0]!.id })).rejects.toMatchObject(refused('removed'))
    await expect(office.pictures.remove({ id: pictures[0]!.id, reason: '再撤一次' })).rejects.toMatchObject(refused('removed'))
    const { rows } = await (await journey.server.as('teacher')).inbox.list({ limit: 5 })
    expect(rows[0]).toMatchObject({ title: '回执照片没有通过核对', link: `/transfers/${id}` })
    await expect(accept(who, { proof: { kind: 'stamped-receipt', shown: 'picture' } })).rejects.toMatchObject(refused('no-picture'))
    expect((await journey.case('teacher', who)).events[0]).toMatchObject({ step: 'remove-picture', reason: '印章看不清' })
  })

  test('is taken of a letter that is out, in a kind that offices open, by whoever looks after the member', async () => {
    const { who, id } = await out('曹照')
    const teacher = await journey.transfers('teacher')
    await expect(teacher.pictures.add({ id, file: scan([0x50, 0x4b]) })).rejects.toMatchObject(refused('not-that-kind'))
    await expect(teacher.pictures.add({ id, file: scan([]) })).rejects.toMatchObject(refused('empty'))
    for (const login of ['sister-teacher', 'sister-secondary'])
      await expect((await journey.transfers(login)).pictures.add({ id, file: scan() })).rejects.toMatchObject({ status: 404 })
    for (const login of ['counselor', who.studentNumber])
      await expect((await journey.transfers(login)).pictures.add({ id, file: scan() })).rejects.toMatchObject({ status: 403 })
    const { pictures } = await teacher.pictures.add({ id, file: scan() })
    await expect((await journey.transfers('sister-secondary')).pictures.open({ id: pictures[0]!.id })).rejects.toMatchObject({
      status: 404,
    })
    expect((await (await journey.transfers(who.studentNumber)).mine.get()).receipt).toMatchObject({ pictures: [], calls: [] })
    const inside = await person('代照')
    await journey.pass(inside, outsideOnPaper)
    const waiting = (await journey.case('office', inside)).id!
    await expect(teacher.pictures.add({ id: waiting, file: scan() })).rejects.toMatchObject(refused('no-letter-out'))
  })
})

describe('a call', () => {
  test('needs a number in the dictionary', async () => {
    const { who, id } = await out('邓话')
    if (await entry()) await saveNumber('office', null)
    const bare = await deskOf('office', who)
    expect(['not-in-dictionary', 'no-phone']).toContain(bare.mayCall)
    await saveNumber('secondary', null)
    const known = await deskOf('office', who)
    expect(known.mayCall).toBe('no-phone')
    await expect(call('office', { who, id }, { outcome: 'received', answeredBy: '俞某' })).rejects.toMatchObject(refused('no-phone'))
    await saveNumber('secondary', '0571-88000001')
    expect(await deskOf('office', who)).toMatchObject({ mayCall: 'yes', receiver: { phone: '0571-88000001', doubt: null } })
    expect(await deskOf('teacher', who)).toMatchObject({ mayCall: 'not-your-side' })
    const { calls } = await journey.transfers('office')
    const old = { id: known.receiver!.id, version: known.receiver!.version }
    await expect(calls.log({ id, receiver: old, outcome: 'no-answer' })).rejects.toMatchObject(refused('number-changed'))
  })

  test('is kept with the dictionary’s number, fruitless or not; only 已接收 proves anything', async () => {
    const one = await out('范话')
    expect(await call('office', one, { outcome: 'no-answer' })).toMatchObject({ calls: [{ proves: false, phone: '0571-88000001' }] })
    await expect(call('office', one, { outcome: 'received' })).rejects.toMatchObject(refused('needs-answerer'))
    const [fruitless] = (await deskOf('office', one.who)).calls
    const proofOf = (callId: string) => ({ proof: { kind: 'callback', callId } })
    await expect(accept(one.who, proofOf(fruitless!.id))).rejects.toMatchObject(refused('no-such-call'))
    const { calls } = await call('office', one, { outcome: 'received', answeredBy: '俞某', said: '6 月 8 日已收到' })
    expect(calls.map(({ outcome, proves }) => [outcome, proves])).toEqual([
      ['received', true],
      ['no-answer', false],
    ])
    const other = await out('高话')
    await expect(accept(other.who, proofOf(calls[0]!.id))).rejects.toMatchObject(refused('no-such-call'))
    // Nobody vouches for a proof of the office’s but the office.
    await expect(journey.step('secondary', one.who, 'handle', 'accept', proofOf(calls[0]!.id))).rejects.toMatchObject({ status: 409 })
    const done = await accept(one.who, proofOf(calls[0]!.id))
    expect(done).toMatchObject({ state: 'received', attempts: [{ acceptanceProof: 'callback', acceptanceCallId: calls[0]!.id }] })
    expect(done.events.filter(({ step }) => step === 'call').map(({ note }) => note)).toEqual([
      '0571-88000001 已接收；接电话的是 俞某；6 月 8 日已收到',
      '0571-88000001 无人接听',
    ])
    expect((await entries('receipt-call.logged')).filter(({ subjectKind }) => subjectKind === 'receipt-call')).toHaveLength(2)
    await expect(call('office', one, { outcome: 'no-answer' })).rejects.toMatchObject(refused('not-out'))
  })

  test('to a number of one’s own proves nothing until the entry is 核实', async () => {
    const one = await out('何话')
    await saveNumber('secondary', '0571-88000002')
    expect((await deskOf('secondary', one.who)).receiver).toMatchObject({ doubt: 'own-number' })
    const { calls } = await call('secondary', one, { outcome: 'received', answeredBy: '俞某' })
    expect(calls[0]).toMatchObject({ proves: false, doubt: 'own-number' })
    await expect(accept(one.who, { proof: { kind: 'callback', callId: calls[0]!.id } })).rejects.toMatchObject(refused('no-such-call'))
    // To whoever did not write it, it is the dictionary’s.
    expect((await deskOf('office', one.who)).receiver).toMatchObject({ doubt: null })
    const held = (await entry())!
    await (await journey.server.as('secondary')).addressees.verify({ id: held.id, version: held.version })
    expect(await call('secondary', one, { outcome: 'received', answeredBy: '俞某' })).toMatchObject({ calls: [{ proves: true }, {}] })
  })

  test('that came to somebody else makes the entry one to verify', async () => {
    const one = await out('贾话')
    await call('office', one, { outcome: 'wrong-number', said: '是一家快递站' })
    expect(await entry()).toMatchObject({ verifiedOn: null, phoneDoubtedOn: '2023-06-08' })
    expect((await deskOf('office', one.who)).receiver).toMatchObject({ doubt: 'doubted' })
    const { calls } = await call('office', one, { outcome: 'received', answeredBy: '俞某' })
    expect(calls[0]).toMatchObject({ proves: false, doubt: 'doubted' })
    await saveNumber('secondary', '0571-88000003')
    expect(await entry()).toMatchObject({ phoneDoubtedOn: null })
    expect((await deskOf('office', one.who)).receiver).toMatchObject({ doubt: null })
    const log = await entries('receipt-call.logged')
    expect(log.filter(({ subjectKind }) => subjectKind === 'addressee')).toMatchObject([{ after: { phoneDoubtedOn: '2023-06-08' } }])
  })
})

describe('whom to call', () => {
  test('is listed by receiver from the plan’s day on, with the number and the last call; exported alike', async () => {
    const one = await out('孔单')
    await call('office', one, { outcome: 'no-answer' })
    const asked = { cohortId: journey.cohort.cohortId, limit: 100 }
    const office = await journey.transfers('office')
    // 30 days after the expected arrival: not the day before.
    journey.server.services.clock.setToday(day('2023-07-07'))
    expect(await (await journey.transfers('office')).calls.list(asked)).toMatchObject({ rows: [], total: 0 })
    journey.server.services.clock.setToday(day('2023-07-08'))
    const { rows, total } = await office.calls.list(asked)
    expect(total).toBe(rows.length)
    expect((await office.counts(asked)).calls).toBe(total)
    expect(rows.find(({ name }) => name === '孔单')).toMatchObject({
      addressee: RECEIVER,
      receiver: { phone: '0571-88000003' },
      since: '2023-06-08',
      days: 30,
      calls: 1,
      lastCall: { outcome: 'no-answer' },
      can: ['call', 'accept'],
    })
    expect(rows.map(({ name }) => name)).not.toContain('范话')
    expect(rows.map(({ addressee }) => addressee)).toEqual(rows.map(({ addressee }) => addressee).toSorted())
    const own = await (await journey.transfers('secondary')).calls.list(asked)
    expect(own.rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name))
    expect((await (await journey.transfers('sister-secondary')).calls.list(asked)).rows).toEqual([])
    const first = await office.calls.list({ ...asked, limit: 2 })
    const next = await office.calls.list({ ...asked, limit: 100, after: first.next! })
    expect([...first.rows, ...next.rows].map(({ name }) => name)).toEqual(rows.map(({ name }) => name))
    const file = await office.calls.export({ cohortId: journey.cohort.cohortId })
    expect(file.name).toMatch(/待回拨清单.*\.xlsx$/)
    expect((await entries('receipt-calls.exported'))[0]).toMatchObject({ after: { list: 'receipt-calls', count: total } })
    const path = journey.university.unit['英语第二党支部']!.path
    expect((await office.calls.list({ ...asked, path })).rows).toEqual([])
    await expect((await journey.transfers('sister-secondary')).calls.list({ ...asked, path })).rejects.toMatchObject({ status: 404 })
    await expect((await journey.transfers(one.who.studentNumber)).calls.list(asked)).rejects.toMatchObject({ status: 403 })
    journey.server.services.clock.setToday(day('2023-06-08'))
  })
})
