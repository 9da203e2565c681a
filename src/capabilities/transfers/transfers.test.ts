import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { abroad, inProvince, type Journey, openJourney, outsideOnPaper, sameSchool } from '../../../tests/university/journey.ts'
import { inSystem } from '../../platform/database/index.ts'

let journey: Journey
let enrolled = 0

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const person = async (name: string, branch = '英语第一党支部'): Promise<Enrolled> => {
  enrolled += 1
  return (await journey.enrol(branch, name))[0]!
}
const at = async (who: Enrolled) => (await journey.case('office', who)).state
const refused = (reason: string, state?: string) => ({ code: 'REFUSED', status: 409, data: { reason, ...(state && { state }) } })
const entries = async (subjectId: string) => (await (await journey.server.as('auditor')).audit.list({ subjectId, limit: 200 })).rows
const inbox = async (login: string) => (await (await journey.server.as(login)).inbox.list({ limit: 50 })).rows.map(({ title }) => title)

afterEach(async () => {
  const { all, terms } = await (await journey.transfers('office')).counts({ cohortId: journey.cohort.cohortId })
  expect(all).toBe(enrolled)
  expect(Object.values(terms).reduce((sum, count) => sum + count, 0)).toBe(enrolled)
})

describe('employed in the province, by the system', () => {
  test('goes from the phone to 办结, each step by the role that may take it', async () => {
    const who = await person('安宁')
    const { mine } = await journey.transfers(who.studentNumber)
    expect(await mine.get()).toMatchObject({
      state: 'to-fill',
      version: 0,
      term: 'unreported',
      owner: 'member',
      dueOn: '2023-06-10',
      mayEdit: true,
    })

    const draft = await mine.save({ type: 'D01', answers: { unitName: '南粤示范科技有限公司' }, version: 0 })
    expect(draft.number).toMatch(/^转〔2023〕\d{4}$/)
    expect(draft.form).toMatchObject({ draft: true, missing: ['system', 'receiverPlace', 'addressee', 'receivingBranch', 'duesPaidTo'] })
    await expect(mine.submit({ version: draft.version })).rejects.toMatchObject(refused('destination-incomplete', 'to-fill'))

    const saved = await mine.save({ ...inProvince, version: draft.version })
    expect(saved.form).toMatchObject({ geography: 'province', missing: [], placeNames: { receiverPlace: '广东省深圳市福田区' } })
    const submitted = await mine.submit({ version: saved.version })
    expect(submitted).toMatchObject({ state: 'branch-check', owner: 'branch', can: ['withdraw'], form: { draft: false } })

    expect((await journey.case('teacher', who)).can).toEqual(['branch-verify', 'branch-send-back'])
    await journey.step('teacher', who, 'check', 'branch-verify')
    await journey.step('secondary', who, 'check', 'secondary-verify')
    await journey.report('secondary', who)
    expect(await journey.case('office', who)).toMatchObject({
      state: 'office-check',
      paper: { outcome: 'none', reason: 'in-province', clause: 'C10' },
    })

    const passed = await journey.step('office', who, 'feedback', 'pass')
    expect(passed).toMatchObject({ state: 'to-start', owner: 'secondary', dueOn: '2023-06-25' })
    const started = await journey.step('secondary', who, 'handle', 'start', { serial: 'ZZ-0001', on: '2023-06-07' })
    expect(started).toMatchObject({
      state: 'in-transit',
      term: 'in-transit',
      attempts: [{ serial: 'ZZ-0001', system: { validUntil: '2023-09-05' } }],
    })
    await journey.step('secondary', who, 'handle', 'accept', { proof: { kind: 'external-system' }, note: '系统显示已接收' })
    const closed = await journey.step('office', who, 'handle', 'close')
    expect(closed).toMatchObject({ state: 'closed', term: 'received', owner: null, can: [], lamps: [] })
    expect(closed.events.map(({ step }) => step).reverse()).toEqual([
      'begin',
      'fill',
      'branch-verify',
      'secondary-verify',
      'submit-register',
      'pass',
      'start',
      'accept',
      'close',
    ])
    expect((await entries(closed.id!)).map(({ verb }) => verb).reverse()).toEqual([
      'transfer.saved',
      'transfer.saved',
      'transfer.filled',
      'transfer.checked',
      'transfer.checked',
      'submission.submitted',
      'transfer.decided',
      'transfer.handled',
      'transfer.handled',
      'transfer.handled',
    ])
    expect(await inbox(who.studentNumber)).toEqual(['组织部已通过你的组织关系转出'])
  })

  test('phones are kept sealed: staff see the last four, the member the whole', async () => {
    const who = await person('白杨')
    await journey.submit(who, inProvince)
    expect((await journey.case('teacher', who)).form.answers.receiverContact).toEqual({ name: '俞老师', phone: '*********0000' })
    const { mine } = await journey.transfers(who.studentNumber)
    expect((await mine.get()).form.answers.receiverContact).toEqual({ name: '俞老师', phone: '0571-00000000' })
    const rows = await inSystem(journey.server.services.database.system, trx =>
      trx.selectFrom('attempts').select('destination').where('member_id', '=', who.memberId).execute(),
    )
    expect(JSON.stringify(rows)).not.toContain('0571')
  })

  test('paper is not to be had in province, unless the office makes an exception with its reason', async () => {
    const who = await person('岑溪')
    await journey.submit(who, inProvince)
    await journey.step('teacher', who, 'check', 'branch-verify')
    await journey.step('secondary', who, 'check', 'secondary-verify')
    await journey.report('secondary', who)
    await expect(journey.step('office', who, 'feedback', 'pass', { method: 'paper' })).rejects.toMatchObject(
      refused('paper-not-called-for', 'office-check'),
    )
    const { feedback } = await journey.transfers('office')
    const { id, version } = await journey.case('office', who)
    const decided = await feedback.decidePaper({ id: id!, version, exception: '对方来函要求纸质介绍信' })
    expect(decided).toMatchObject({ paper: { outcome: 'paper', reason: 'exception', clause: 'C10' }, attempts: [{ method: 'paper' }] })
    expect(await journey.step('office', who, 'feedback', 'pass')).toMatchObject({ state: 'to-issue' })
  })
})

describe('out of the province, paper asked for', () => {
  test('the letter is issued, handed out, and accepted by its stamped receipt only', async () => {
    const who = await person('陈可')
    await journey.pass(who, outsideOnPaper)
    const { letters } = await journey.transfers('office')
    const waiting = (await letters.toIssue({ cohortId: journey.cohort.cohortId })).find(({ name }) => name === '陈可')!
    const items = [{ id: waiting.transferId, version: waiting.version }]
    expect(await letters.issue({ items, dryRun: true })).toMatchObject({ applied: false, rows: [{ allowed: true, to: 'to-issue' }] })
    expect(await letters.issue({ items })).toMatchObject({ applied: true })
    expect(await journey.case('office', who)).toMatchObject({
      paper: { outcome: 'paper', reason: 'asked-outside', clause: 'C10' },
      attempts: [{ letterNumber: '岭示组介〔2023〕0001号', letter: { at: 'issued', validUntil: '2023-09-06' } }],
    })
    expect(await inbox(who.studentNumber)).toContain('介绍信已开好')

    const { version } = await journey.case('office', who)
    await letters.handOut({ items: [{ id: waiting.transferId, version }], on: '2023-06-08', by: '陈可', how: 'self' })
    expect(await journey.case('office', who)).toMatchObject({ state: 'in-transit', attempts: [{ handedOutOn: '2023-06-08' }] })
    await expect(journey.step('office', who, 'handle', 'accept', { proof: { kind: 'online-reply' } })).rejects.toMatchObject(
      refused('reply-is-no-proof', 'in-transit'),
    )
    await expect(journey.step('secondary', who, 'handle', 'accept', { proof: { kind: 'stamped-receipt' } })).rejects.toMatchObject(
      refused('track-not-ready', 'in-transit'),
    )
    expect(await journey.step('office', who, 'handle', 'accept', { proof: { kind: 'stamped-receipt' } })).toMatchObject({
      state: 'received',
    })
  })

  test('a letter written wrongly is voided in the office, and the next number is given', async () => {
    const who = await person('戴琳')
    await journey.pass(who, outsideOnPaper)
    const { letters } = await journey.transfers('office')
    const item = async () => {
      const { id, version } = await journey.case('office', who)
      return { id: id!, version }
    }
    await letters.issue({ items: [await item()] })
    await letters.void({ ...(await item()), reason: '抬头写错一字', sheet: 'kept' })
    expect(await journey.case('office', who)).toMatchObject({ attempts: [{ letterNumber: null, letter: { at: 'waiting' } }] })
    await letters.issue({ items: [await item()] })
    const { attempts } = await journey.case('office', who)
    expect(attempts).toMatchObject([{ letterNumber: '岭示组介〔2023〕0003号' }])
  })

  test('a letter returned by the receiver leads to a second attempt, by application and approval; the first is kept', async () => {
    const who = await person('樊星')
    await journey.pass(who, outsideOnPaper)
    const { letters } = await journey.transfers('office')
    const item = async () => {
      const { id, version } = await journey.case('office', who)
      return { id: id!, version }
    }
    await letters.issue({ items: [await item()] })
    await letters.handOut({ items: [await item()], on: '2023-06-08', by: '樊星', how: 'self' })
    await journey.step('office', who, 'handle', 'reject', { track: 'paper', reason: '该企业党委不由区委管理' })

    const { mine } = await journey.transfers(who.studentNumber)
    const rejected = await mine.get()
    expect(rejected).toMatchObject({ state: 'rejected', mayEdit: true, can: ['apply'] })
    const addressee = { name: '中共杭州市委两新工作委员会' }
    const drafted = await mine.save({ ...outsideOnPaper, answers: { ...outsideOnPaper.answers, addressee }, version: rejected.version })
    const given = { application: 'returned' as const, reason: '改抬头后重开' }
    expect(await mine.step({ version: drafted.version, step: 'apply', given })).toMatchObject({ application: 'returned', owner: 'office' })
    const approved = await journey.step('office', who, 'feedback', 'approve', { oldLetter: 'returned-by-receiver' })
    expect(approved).toMatchObject({
      state: 'to-issue',
      attempts: [
        { ordinal: 2, living: true, kind: 'returned', kindReason: '改抬头后重开', addressee: addressee.name },
        { ordinal: 1, living: false, state: 'rejected', rejectedReason: '该企业党委不由区委管理', oldLetter: 'returned-by-receiver' },
      ],
    })
    const { rows } = await (await journey.server.as('office')).letters.list({
      cohortId: journey.cohort.cohortId,
      search: '樊星',
      limit: 10,
    })
    expect(rows).toMatchObject([{ voidGround: 'sent-back' }])
  })
})

describe('other ways', () => {
  test('going abroad to study stays at the school, with two domestic contacts', async () => {
    const who = await person('高远')
    const { mine } = await journey.transfers(who.studentNumber)
    const one = await mine.save({
      ...abroad,
      answers: { ...abroad.answers, domesticContacts: abroad.answers.domesticContacts!.slice(0, 1) },
      version: 0,
    })
    expect(one.form.missing).toEqual(['domesticContacts'])
    await journey.pass(who, abroad)
    expect(await journey.case('office', who)).toMatchObject({ state: 'retained', term: 'retained', owner: 'branch' })
    expect((await journey.case('teacher', who)).form.answers.domesticContacts).toMatchObject([{ name: '甲某', phone: '190****9001' }, {}])
  })

  test('a sealed answer that is left out stays as it was', async () => {
    const who = await person('郝梦')
    const { mine } = await journey.transfers(who.studentNumber)
    const saved = await mine.save({ ...inProvince, version: 0 })
    const { receiverContact: _, ...rest } = inProvince.answers
    const again = await mine.save({ ...inProvince, answers: rest, version: saved.version })
    expect(again.form.answers.receiverContact).toEqual({ name: '俞老师', phone: '0571-00000000' })
  })

  test('staying on for a higher degree is an internal move, confirmed over the new branch', async () => {
    const who = await person('何晓')
    await journey.pass(who, sameSchool)
    expect(await journey.case('office', who)).toMatchObject({ state: 'internal', term: 'internal', attempts: [{ geography: 'campus' }] })
    await expect(journey.step('teacher', who, 'handle', 'confirm-internal')).rejects.toMatchObject(refused('not-your-side', 'internal'))
    expect(await journey.step('secondary', who, 'handle', 'confirm-internal')).toMatchObject({ state: 'received', term: 'received' })
  })

  test('a 直属 branch does both checks in one', async () => {
    const who = await person('康乐', '研究生院直属党支部')
    await journey.submit(who, inProvince)
    expect(await journey.step('direct', who, 'check', 'branch-verify')).toMatchObject({ state: 'verified' })
    await journey.report('direct', who)
    await journey.step('office', who, 'feedback', 'pass')
    expect(await journey.step('direct', who, 'handle', 'start', { serial: 'ZZ-9' })).toMatchObject({ state: 'in-transit' })
  })

  test('sent back to the member, mended, and checked again; what was filled is kept', async () => {
    const who = await person('黎明')
    await journey.submit(who, inProvince)
    await expect(journey.step('teacher', who, 'check', 'branch-send-back')).rejects.toMatchObject(refused('needs-reason', 'branch-check'))
    await journey.step('teacher', who, 'check', 'branch-send-back', { reason: '具体支部不对' })
    expect(await inbox(who.studentNumber)).toEqual(['你填写的去向被退回修改'])
    const { mine } = await journey.transfers(who.studentNumber)
    const back = await mine.get()
    expect(back).toMatchObject({
      state: 'sent-back',
      term: 'unreported',
      mayEdit: true,
      form: { answers: { receivingBranch: '研发一支部' } },
    })
    const mended = await mine.save({
      ...inProvince,
      answers: { ...inProvince.answers, receivingBranch: '研发二支部' },
      version: back.version,
    })
    expect(await mine.submit({ version: mended.version })).toMatchObject({
      state: 'branch-check',
      form: { answers: { receivingBranch: '研发二支部' } },
    })
  })

  test('the office sends back to the 总支, which mends it itself', async () => {
    const who = await person('柳青')
    await journey.submit(who, inProvince)
    await journey.step('teacher', who, 'check', 'branch-verify')
    await journey.step('secondary', who, 'check', 'secondary-verify')
    await journey.report('secondary', who)
    await journey.step('office', who, 'feedback', 'office-send-back', { reason: '抬头不是党组织', backTo: 'secondary' })
    expect(await inbox('secondary')).toContain('转出登记被退回修改')
    const { fill } = await journey.transfers('secondary')
    const { version } = await journey.case('secondary', who)
    await fill.save({ ...inProvince, graduateId: who.graduateId, version })
    expect(await journey.step('secondary', who, 'fill', 'mend')).toMatchObject({ state: 'verified' })
  })

  test('the branch fills in for somebody who can’t', async () => {
    const who = await person('莫愁')
    const { fill } = await journey.transfers('teacher')
    await fill.save({ ...inProvince, graduateId: who.graduateId, version: 0 })
    await journey.step('teacher', who, 'fill', 'fill')
    expect(await at(who)).toBe('branch-check')
  })
})
