/** More than one attempt: asked for anew, expired, recalled; and a member who moves to another branch meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'
import { answerCase, casesFollow, eventsOf, traceOf } from './index.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const person = async (name: string) => (await journey.enrol('英语第一党支部', name))[0]!
const on = (text: string) => journey.server.services.clock.setToday(day(text))
const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } })
const item = async (who: Enrolled) => {
  const { id, version } = await journey.case('office', who)
  return { id: id!, version }
}

async function letterOut(who: Enrolled) {
  await journey.pass(who, outsideOnPaper)
  const { letters } = await journey.transfers('office')
  await letters.issue({ items: [await item(who)] })
  await letters.handOut({ items: [await item(who)], on: '2023-06-08', by: who.name, how: 'self' })
}

async function apply(who: Enrolled, application: 'change' | 'expired' | 'lost') {
  const { mine } = await journey.transfers(who.studentNumber)
  const { version } = await mine.get()
  return mine.step({ version, step: 'apply', given: { application, reason: '见说明' } })
}

describe('a new attempt', () => {
  test('改派 takes the new destination along and is checked from the start; the old letter is voided only then', async () => {
    const who = await person('安宁')
    await letterOut(who)
    await apply(who, 'change')
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    await mine.save({ ...inProvince, version })
    const cohortId = journey.cohort.cohortId
    const ledger = async () => (await (await journey.server.as('office')).letters.list({ cohortId, search: '安宁', limit: 5 })).rows[0]!
    expect((await ledger()).voidGround).toBeNull()
    await expect(journey.step('office', who, 'feedback', 'approve')).rejects.toMatchObject(refused('old-letter-open'))
    const approved = await journey.step('office', who, 'feedback', 'approve', { oldLetter: 'handed-back' })
    expect(approved).toMatchObject({
      state: 'branch-check',
      attempts: [
        { ordinal: 2, kind: 'change', geography: 'province', method: 'system', paper: { outcome: 'none' } },
        { ordinal: 1, state: 'void', living: false, geography: 'outside', oldLetter: 'handed-back' },
      ],
    })
    expect((await ledger()).voidGround).toBe('original-returned')
  })

  test('the office may decline, and everything stays as it was', async () => {
    const who = await person('白杨')
    await letterOut(who)
    expect(await apply(who, 'lost')).toMatchObject({ term: 'in-school-process', owner: 'office' })
    const declined = await journey.step('office', who, 'feedback', 'decline', { reason: '信已找到' })
    expect(declined).toMatchObject({ state: 'in-transit', application: null, attempts: [{ ordinal: 1, letter: { at: 'out' } }] })
  })

  test('a letter past its last day shows as 过期, and is changed for another for six months', async () => {
    const who = await person('陈可')
    await letterOut(who)
    await expect(apply(who, 'expired')).rejects.toMatchObject(refused('not-expired'))
    on('2023-09-06')
    expect(await journey.case('office', who)).toMatchObject({ state: 'in-transit', term: 'in-transit' })
    on('2023-09-07')
    const expired = await journey.case('office', who)
    expect(expired).toMatchObject({ state: 'expired', term: 'in-school-process' })
    expect(expired.lamps).toContain('letter-expired')
    on('2023-12-09')
    await expect(apply(who, 'expired')).rejects.toMatchObject(refused('reissue-period-over'))
    on('2023-12-08')
    await apply(who, 'expired')
    const renewed = await journey.step('office', who, 'feedback', 'approve', { oldLetter: 'handed-back' })
    expect(renewed).toMatchObject({ state: 'to-issue', attempts: [{ ordinal: 2, kind: 'expired', letterNumber: null }, { ordinal: 1 }] })
    on('2023-06-08')
  })

  test('withdrawn and filled again is a second attempt; the first is kept as it was', async () => {
    const who = await person('邓清')
    await journey.submit(who, inProvince)
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    const withdrawn = await mine.step({ version, step: 'withdraw' })
    expect(withdrawn).toMatchObject({ state: 'withdrawn', term: 'unreported', form: { answers: { unitName: '南粤示范科技有限公司' } } })
    await journey.submit(who, outsideOnPaper)
    expect((await mine.get()).attempts).toMatchObject([
      { ordinal: 2, kind: 'refilled', state: 'branch-check', geography: 'outside' },
      { ordinal: 1, kind: 'first', state: 'withdrawn', geography: 'province' },
    ])
  })

  test('an answer from the public page is noted, and proves nothing', async () => {
    const who = await person('方圆')
    await letterOut(who)
    const { attempts } = await journey.case('office', who)
    await journey.as('office', context => answerCase(context, attempts[0]!.id, '已接收'))
    expect(await journey.case('office', who)).toMatchObject({ state: 'answered', term: 'in-transit', owner: 'office' })
    await journey.step('office', who, 'handle', 'set-answer-aside', { reason: '回拨后对方否认' })
    expect((await journey.case('office', who)).events.map(({ step }) => step).slice(0, 2)).toEqual(['set-answer-aside', 'answer'])
  })
})

describe('meanwhile', () => {
  test('a case follows its member to another branch, with its story', async () => {
    const who = await person('高远')
    await journey.submit(who, inProvince)
    const { unit } = journey.university
    const to = unit['英语第二党支部']!
    await journey.as('secondary', async context => {
      await casesFollow(context.trx, context.scope, [{ memberId: who.memberId, from: unit['英语第一党支部']!.path, to: to.path }])
    })
    await inSystem(journey.server.services.database.system, async trx => {
      await trx.updateTable('members').set({ path: to.path, unit_id: to.id }).where('id', '=', who.memberId).execute()
      await trx.updateTable('graduates').set({ path: to.path }).where('id', '=', who.graduateId).execute()
    })
    await expect(journey.case('teacher', who)).rejects.toMatchObject({ status: 404 })
    const found = await journey.case('sister-teacher', who)
    expect(found.events.map(({ step }) => step)).toEqual(['fill', 'begin'])
    expect(found.can).toEqual(['branch-verify', 'branch-send-back'])
  })

  test('a trace elsewhere puts off the lamp of silence', async () => {
    const who = await person('何晓')
    await journey.submit(who, inProvince)
    on('2023-09-25')
    expect((await journey.case('teacher', who)).lamps).toContain('silent')
    await journey.as('teacher', context => traceOf(context, [who.graduateId], day('2023-09-20')))
    expect((await journey.case('teacher', who)).lamps).not.toContain('silent')
    on('2023-06-08')
  })

  test('the events of a member are a story for the timeline', async () => {
    const who = await person('江月')
    await journey.submit(who, inProvince)
    const scope = scopeOf({ school: journey.university.school, reach: 'unit', path: '/1/', member: '', account: '' })
    const events = await inSystem(journey.server.services.database.system, trx => eventsOf(trx, scope, who.memberId))
    expect(events.map(({ step, to_state }) => [step, to_state])).toEqual([
      ['begin', 'to-fill'],
      ['fill', 'branch-check'],
    ])
  })
})
