/** The public page's two questions: what it tells, what it hides, and what becomes of an answer. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../tests/university/graduates.ts'
import { type Journey, openJourney } from '../../tests/university/journey.ts'
import { answering, letterOut, type Paper, type Sent } from '../../tests/university/receipts.ts'
import { voidLetters } from '../capabilities/letters/index.ts'
import { addPlan, parsePlan } from '../capabilities/plans/index.ts'
import { day } from '../kernel/day.ts'
import { inSystem } from '../platform/database/index.ts'
import { takeAnswers } from './receipts.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
}, 60_000)
afterAll(() => journey.server.close())

const people = ['安宁', '白杨', '陈可', '邓清', '方圆', '高远', '何晓', '江月', '康宁', '林一', '马原', '宁静', '欧阳静', '潘安', '秦月']
let next = 0
const person = async (): Promise<Enrolled> => (await journey.enrol('英语第一党支部', people[next++]!))[0]!
const sent = async (who?: Enrolled) => letterOut(journey, who ?? (await person()))

const system = <T>(work: Parameters<typeof inSystem<T>>[1]) => inSystem(journey.server.services.database.system, work)
const forgetTries = () => system(trx => trx.deleteFrom('receipt_tries').execute())
beforeEach(forgetTries)

const door = () => journey.server.anonymous.receipts
const proofOf = ({ code, number, last4 }: Paper): Paper => ({ code, number, last4 })
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const today = (text: string) => journey.server.services.clock.setToday(day(text))

/** The answer byte for byte, and how long it took. */
async function raw(paper: Paper) {
  const began = performance.now()
  const { statusCode, body, headers } = await journey.server.app.inject({ method: 'POST', url: '/api/v1/receipts/opening', payload: paper })
  return { answer: { statusCode, body, type: headers['content-type'] }, ms: performance.now() - began }
}

async function publicPage(on: boolean) {
  await system(async trx => {
    const held = await trx.selectFrom('plans').select(['body', 'version']).orderBy('version', 'desc').executeTakeFirstOrThrow()
    const parsed = parsePlan({ ...held.body, publicPage: on })
    if (!parsed.allowed) throw new Error('no plan')
    const { school } = journey.university
    await addPlan(trx, {
      school_id: school,
      cohort_id: journey.cohort.cohortId,
      version: held.version + 1,
      body: parsed.value,
      saved_by: null,
    })
  })
}

describe('a letter is opened', () => {
  test('by its number and the last four alone, and shows what the paper says, no number of a person', async () => {
    const who = await person()
    const paper = await sent(who)
    const shown = await door().open(proofOf(paper))
    expect(shown).toEqual({
      standing: 'open',
      number: paper.number,
      name: who.name,
      addressee: '中共杭州市滨江区委员会组织部',
      from: '中共岭南示范大学委员会外国语学院党总支英语第一党支部',
      to: '研发一支部',
      issuedOn: '2023-06-08',
      validUntil: '2023-09-06',
      committee: '中共岭南示范大学委员会',
      today: '2023-06-08',
    })
    expect(JSON.stringify(shown)).not.toContain(paper.last4)
    const digits = paper.number.replace(/\D/g, '')
    expect(await door().open({ ...proofOf(paper), number: digits })).toEqual(shown)
  })

  test('and whatever else is wrong is refused alike, at the same time', async () => {
    const paper = await sent()
    const other = await sent()
    const late = await sent()
    const known = proofOf(paper)
    const asked: Record<string, Paper> = {
      'an unknown code': { ...known, code: `lnsf-${'0'.repeat(26)}` },
      'a code of no school': { ...known, code: 'x' },
      'no code': { ...known, code: '' },
      'another’s code': { ...known, code: other.code },
      'a wrong number': { ...known, number: '2023-9999' },
      'no number': { ...known, number: '' },
      'wrong last four': { ...known, last4: '0000' },
      'words in SQL': { ...known, code: "' or 1=1 --" },
    }
    const answers: Record<string, Awaited<ReturnType<typeof raw>>> = {}
    for (const [name, paper] of Object.entries(asked)) answers[name] = await raw(paper)
    await publicPage(false)
    answers['switched off'] = await raw(known)
    await publicPage(true)
    today('2023-10-07') // valid until 6 September, to be returned within a month
    answers['run out'] = await raw(proofOf(late))
    today('2023-10-06')
    expect((await raw(proofOf(late))).answer.statusCode).toBe(200)
    today('2023-06-08')
    const first = answers['an unknown code']!
    expect(first.answer).toMatchObject({ statusCode: 409, body: expect.stringContaining('"refused"') })
    for (const [name, { answer, ms }] of Object.entries(answers)) {
      expect(answer, name).toEqual(first.answer)
      expect(ms, name).toBeGreaterThan(195)
    }
  })

  test('a voided one says so, and only to whoever proves that they hold it', async () => {
    const paper = await sent()
    await journey.as('office', context => voidLetters(context, [{ letterId: paper.letterId, ground: 'declared-lost', note: null }]))
    await expect(door().open({ ...proofOf(paper), last4: '0000' })).rejects.toMatchObject(refused('refused'))
    expect(await door().open(proofOf(paper))).toEqual({ standing: 'voided', on: '2023-06-08', reissued: false })
    expect(await door().answer(answering(paper))).toEqual({ standing: 'voided', on: '2023-06-08', reissued: false })
  })

  test('one that was accepted by its stamped receipt asks for nothing more', async () => {
    const who = await person()
    const paper = await sent(who)
    await journey.step('office', who, 'handle', 'accept', { proof: { kind: 'stamped-receipt' } })
    expect(await door().open(proofOf(paper))).toEqual({ standing: 'received', on: '2023-06-08' })
  })
})

describe('an answer', () => {
  test.each<[string, object, string]>([
    ['no handler', { handler: ' ' }, 'no-handler'],
    ['a phone that is none', { phone: '88000000' }, 'phone-form'],
    ['passed on to nobody', { answer: 'relayed' }, 'no-organisation'],
    ['refused without a word', { answer: 'not-ours' }, 'no-reason'],
  ])('is refused: %s', async (_, said, reason) => {
    const paper = { code: 'x', number: '1', last4: '0000' }
    await expect(door().answer(answering(paper, said))).rejects.toMatchObject(refused(reason))
  })

  test('without the proof is refused as the opening is', async () => {
    const paper = await sent()
    await expect(door().answer(answering({ ...paper, last4: '0000' }))).rejects.toMatchObject(refused('refused'))
    await expect(door().answer(answering({ ...paper, code: 'x' }))).rejects.toMatchObject(refused('refused'))
  })

  test.each<['received' | 'relayed' | 'not-ours', object, string, string]>([
    ['received', {}, '已接收', '接收方在网上回应：已接收，待核'],
    [
      'relayed',
      { relayedTo: '中共某街道工作委员会' },
      '已转往下级党组织：中共某街道工作委员会',
      '接收方在网上回应：已转往下级党组织，待核',
    ],
    ['not-ours', { reason: '抬头不是我处' }, '非我处接收：抬头不是我处', '接收方在网上回应：非我处接收，待核实'],
  ])('%s makes the case wait for the office, who is told, and the log says who', async (answer, said, words, title) => {
    const who = await person()
    const paper = await sent(who)
    expect(await door().answer(answering(paper, { answer, ...said, remark: '周一可来电' }))).toEqual({
      standing: 'kept',
      on: '2023-06-08',
      answer,
    })
    const seen = await journey.case('office', who)
    expect(seen).toMatchObject({
      state: 'answered',
      owner: 'office',
      answers: [{ answer, handler: '俞某', phone: '0571-88000000', remark: '周一可来电', on: '2023-06-08', reopened: false }],
      events: [{ step: 'answer', actorName: '接收方', role: 'receiver', note: words }, ...seen.events.slice(1).map(() => ({}))],
    })
    const { rows } = await (await journey.server.as('office')).inbox.list({ limit: 5 })
    expect(rows[0]).toMatchObject({ title, link: `/transfers/${paper.transferId}`, body: expect.stringContaining(words) })
    const log = (await (await journey.server.as('auditor')).audit.list({ verb: 'receipt.answered', subjectId: paper.letterId })).rows
    expect(log).toMatchObject([{ actorName: '接收方', role: 'receiver', after: { answer, on: '2023-06-08' } }])
    expect(JSON.stringify(log)).not.toContain('88000000')
  })

  test('stands in the queue of the office with the handler’s last four, and its phone in full only where it is checked', async () => {
    const who = await person()
    await door().answer(answering(await sent(who)))
    const queue = await (await journey.transfers('office')).list({ cohortId: journey.cohort.cohortId, state: 'answered', limit: 50 })
    expect(queue.rows.find(({ name }) => name === who.name)).toMatchObject({
      answer: { answer: 'received', handler: '俞某', phone: '*********0000' },
    })
    expect((await journey.case('teacher', who)).answers).toMatchObject([{ handler: '俞某', phone: '*********0000' }])
    expect(await (await journey.transfers(who.studentNumber)).mine.get()).toMatchObject({ state: 'answered', answers: [] })
  })

  test('given twice is refused with the day of the first, and tells nothing else', async () => {
    const paper = await sent()
    await door().answer(answering(paper))
    today('2023-06-12')
    const standing = { standing: 'answered', on: '2023-06-08', answer: 'received' }
    expect(await door().answer(answering(paper, { answer: 'not-ours', reason: '写错' }))).toEqual(standing)
    expect(await door().open(proofOf(paper))).toEqual(standing)
    today('2023-06-08')
  })

  test('at the same moment from two: one is kept', async () => {
    const who = await person()
    const paper = await sent(who)
    const both = await Promise.all([
      door().answer(answering(paper)),
      door().answer(answering(paper, { answer: 'not-ours', reason: '不是我处' })),
    ])
    expect(both.map(({ standing }) => standing).sort()).toEqual(['answered', 'kept'])
    const { answers, events } = await journey.case('office', who)
    expect(answers).toHaveLength(1)
    expect(events.filter(({ step }) => step === 'answer')).toHaveLength(1)
  })

  test('set aside by the office can be given again; a name below that is registered too', async () => {
    const who = await person()
    const paper = await sent(who)
    await door().answer(answering(paper))
    await journey.step('office', who, 'handle', 'set-answer-aside', { reason: '电话核实，对方没有接收' })
    expect(await door().open(proofOf(paper))).toMatchObject({ standing: 'open' })
    await door().answer(answering(paper, { answer: 'relayed', relayedTo: '中共某街道工作委员会' }))
    const relayed = await journey.step('office', who, 'handle', 'relay', { reason: '中共某街道工作委员会' })
    expect(relayed).toMatchObject({ state: 'in-transit', attempts: [{ relayedTo: '中共某街道工作委员会' }] })
    expect(await door().answer(answering(paper))).toMatchObject({ standing: 'kept' })
    expect((await journey.case('office', who)).answers.map(({ answer, reopened }) => [answer, reopened])).toEqual([
      ['received', false],
      ['relayed', true],
      ['received', true],
    ])
  })
})

describe('an answer that no case can take', () => {
  test('of a letter not yet entered as handed out: kept and told, the state stays', async () => {
    const who = (await journey.enrol('英语第一党支部', '陶然'))[0]!
    const paper = await letterOut(journey, who, { handOut: false })
    await door().answer(answering(paper))
    expect(await journey.case('office', who)).toMatchObject({ state: 'to-issue', answers: [{ answer: 'received' }] })
    const { rows } = await (await journey.server.as('office')).inbox.list({ limit: 1 })
    expect(rows[0]!.body).toContain('状态没有变动')
  })

  test('kept by another process: taken up once, by whoever looks first', async () => {
    const who = (await journey.enrol('英语第一党支部', '陶醉'))[0]!
    const paper = await letterOut(journey, who)
    await door().answer(answering(paper))
    await system(async trx => {
      await sql`update receipt_answers set taken_at = null where letter_id = ${paper.letterId}`.execute(trx)
    })
    const { services } = journey.server
    await Promise.all([takeAnswers(services), takeAnswers(services)])
    const log = await (await journey.server.as('auditor')).audit.list({ verb: 'receipt.answered', subjectId: paper.letterId })
    expect(log.rows).toHaveLength(2) // when it came, and once more
  })
})

describe('tries', () => {
  const wrong = (paper: Paper) => door().open({ ...proofOf(paper), last4: '0000' })
  const hourAgo = () => system(trx => sql`update receipt_tries set since = since - interval '61 minutes'`.execute(trx))

  test('20 an hour for a code, known or not; then it is locked for its holder too, until the hour is over', async () => {
    const paper = await letterOut(journey, (await journey.enrol('英语第一党支部', '文静'))[0]!)
    for (const asked of [paper, { ...paper, code: 'no-such-code' }]) {
      await forgetTries()
      const outcomes = await Promise.allSettled(Array.from({ length: 22 }, () => wrong(asked)))
      const reasons = outcomes.map(outcome => (outcome as PromiseRejectedResult).reason.data.reason)
      expect(reasons.filter(reason => reason === 'refused')).toHaveLength(20)
      expect(reasons.filter(reason => reason === 'locked')).toHaveLength(2)
    }
    await forgetTries()
    await Promise.allSettled(Array.from({ length: 20 }, () => wrong(paper)))
    await expect(door().open(proofOf(paper))).rejects.toMatchObject(refused('locked'))
    await hourAgo()
    expect(await door().open(proofOf(paper))).toMatchObject({ standing: 'open' })
  }, 60_000)

  test('60 an hour for an address, over any number of codes', async () => {
    const guesses = Array.from({ length: 62 }, (_, at) => wrong({ code: `guess-${at}`, number: '20230001', last4: '' } as Sent))
    const reasons = (await Promise.allSettled(guesses)).map(outcome => (outcome as PromiseRejectedResult).reason.data.reason)
    expect(reasons.filter(reason => reason === 'locked')).toHaveLength(2)
  }, 60_000)

  test('that prove themselves are not counted', async () => {
    const paper = await letterOut(journey, (await journey.enrol('英语第一党支部', '夏凉'))[0]!)
    for (let time = 0; time < 3; time++) await door().open(proofOf(paper))
    expect(await system(trx => trx.selectFrom('receipt_tries').select('tries').execute())).toEqual([{ tries: 0 }, { tries: 0 }])
    await hourAgo()
    await journey.server.services.daily.run('drop-receipt-tries')
    expect(await system(trx => trx.selectFrom('receipt_tries').select('tries').execute())).toEqual([])
  })
})
