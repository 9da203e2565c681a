/** What is asked at the wrong time, twice, or by the wrong hand: refused with its reason, and nothing has changed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { answering, letterOut } from '../../../tests/university/receipts.ts'
import { newId } from '../../kernel/ids.ts'
import { inSystem } from '../../platform/database/index.ts'
import { proofKinds } from './rules.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const person = async (name: string): Promise<Enrolled> => (await journey.enrol('英语第一党支部', name))[0]!
const item = async (who: Enrolled) => {
  const { id, version } = await journey.case('office', who)
  return { id: id!, version }
}
const refused = (reason: string, state?: string) => ({ code: 'REFUSED', status: 409, data: { reason, ...(state && { state }) } })
const ledger = async () =>
  (await (await journey.server.as('office')).letters.list({ cohortId: journey.cohort.cohortId, limit: 200 })).counts.all
const issue = async (...who: Enrolled[]) => (await journey.transfers('office')).letters.issue({ items: await Promise.all(who.map(item)) })

/** Filled and submitted, and then as far as the row says. */
const carried: Record<string, (who: Enrolled) => Promise<unknown>> = {
  submitted: async () => undefined,
  'checked by the branch': who => journey.step('teacher', who, 'check', 'branch-verify'),
  'checked by the 总支': async who => {
    await carried['checked by the branch']!(who)
    await journey.step('secondary', who, 'check', 'secondary-verify')
  },
  reported: async who => {
    await carried['checked by the 总支']!(who)
    await journey.report('secondary', who)
  },
  'sent back by the office': async who => {
    await carried.reported!(who)
    await journey.step('office', who, 'feedback', 'office-send-back', { reason: '抬头不对', backTo: 'branch' })
  },
}

describe('a letter', () => {
  test.each([
    ['submitted', 'branch-check'],
    ['checked by the branch', 'secondary-check'],
    ['checked by the 总支', 'verified'],
    ['reported', 'office-check'],
    ['sent back by the office', 'sent-back'],
  ])('for a case that is only %s is refused: not approved', async (far, state) => {
    const who = await person('安宁')
    await journey.submit(who, outsideOnPaper)
    await carried[far]!(who)
    const before = await ledger()
    expect(await issue(who)).toMatchObject({
      applied: false,
      rows: [{ allowed: false, reason: 'letter-not-approved', clause: 'C8', state }],
    })
    expect([await ledger(), (await journey.case('office', who)).state]).toEqual([before, state])
  })

  test('for a case inside the province is refused, and the case says by which clause; the office can’t ask for paper there', async () => {
    const who = await person('白杨')
    await journey.submit(who, inProvince)
    await carried.reported!(who)
    await expect(journey.step('office', who, 'feedback', 'pass', { method: 'paper' })).rejects.toMatchObject({
      ...refused('paper-not-called-for', 'office-check'),
      data: { reason: 'paper-not-called-for', clause: 'C10' },
    })
    const passed = await journey.step('office', who, 'feedback', 'pass')
    expect(passed).toMatchObject({ state: 'to-start', paper: { outcome: 'none', reason: expect.any(String), clause: 'C10' } })
    const before = await ledger()
    expect(await issue(who)).toMatchObject({
      applied: false,
      rows: [{ allowed: false, reason: 'letter-not-called-for', clause: 'C10', state: 'to-start' }],
    })
    expect(await ledger()).toBe(before)
  })

  test('for a case that has one is refused, in the office’s hands or out; in a batch it stops the others and is named', async () => {
    const [inOffice, out, other] = [await person('陈可'), await person('邓清'), await person('方圆')]
    await letterOut(journey, inOffice, { handOut: false })
    await letterOut(journey, out)
    await journey.pass(other, outsideOnPaper)
    const before = await ledger()
    expect(await issue(inOffice)).toMatchObject({ applied: false, rows: [{ allowed: false, reason: 'letter-exists', clause: 'C10' }] })
    expect(await issue(out)).toMatchObject({
      applied: false,
      rows: [{ allowed: false, reason: 'letter-exists', clause: 'C10', state: 'in-transit' }],
    })
    const batch = await issue(inOffice, other)
    expect(batch.applied).toBe(false)
    expect(batch.rows.filter(({ allowed }) => !allowed)).toMatchObject([{ name: '陈可', reason: 'letter-exists' }])
    expect([await ledger(), (await journey.case('office', other)).state]).toEqual([before, 'to-issue'])
    expect((await issue(other)).applied).toBe(true)
  })
})

describe('a step twice', () => {
  test('of the version that was seen is a conflict; seen anew it is refused, because the case has moved on', async () => {
    const who = await person('高远')
    await journey.submit(who, inProvince)
    const seen = await item(who)
    const { check } = await journey.transfers('teacher')
    const first = await check.step({ ...seen, step: 'branch-verify' })
    const conflict = { code: 'CONFLICT', data: { version: first.version, rows: [{ id: seen.id, state: 'secondary-check' }] } }
    await expect(check.step({ ...seen, step: 'branch-verify' })).rejects.toMatchObject(conflict)
    await expect(check.step({ ...(await item(who)), step: 'branch-verify' })).rejects.toMatchObject(
      refused('wrong-state', 'secondary-check'),
    )
    expect((await journey.case('office', who)).events.filter(({ step }) => step === 'branch-verify')).toHaveLength(1)
  })

  test('named twice in one batch is taken once', async () => {
    const who = await person('何晓')
    await journey.submit(who, inProvince)
    const seen = await item(who)
    const { check } = await journey.transfers('teacher')
    await check.stepMany({ items: [seen, seen], step: 'branch-verify' })
    const { version, events } = await journey.case('office', who)
    expect([version, events.filter(({ step }) => step === 'branch-verify').length]).toEqual([seen.version + 1, 1])
  })

  test('one acceptance, registered twice, is one', async () => {
    const who = await person('江月')
    await letterOut(journey, who)
    const given = { proof: { kind: 'stamped-receipt' } } as const
    await journey.step('office', who, 'handle', 'accept', given)
    await expect(journey.step('office', who, 'handle', 'accept', given)).rejects.toMatchObject(refused('wrong-state', 'received'))
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    const again = { version, step: 'apply', given: { application: 'change', reason: '换了单位' } } as const
    await expect(mine.step(again)).rejects.toMatchObject(refused('already-received', 'received'))
  })
})

describe('a member', () => {
  const proofs = proofKinds.map(kind => (kind === 'callback' ? { kind, callId: newId() } : { kind }))

  test('proves nothing of their own acceptance, through no door', async () => {
    const who = await person('康乐')
    await letterOut(journey, who)
    const own = await journey.transfers(who.studentNumber)
    for (const proof of [...proofs, { kind: 'online-reply' } as const]) {
      const forged = { ...(await item(who)), step: 'accept', given: { proof } } as const
      await expect(own.handle.step(forged)).rejects.toMatchObject({ status: 403 })
      await expect(own.handle.stepMany({ items: [forged], step: 'accept', given: { proof } })).rejects.toMatchObject({ status: 403 })
      // The own page knows two steps, and no other by name.
      await expect(own.mine.step({ version: forged.version, step: 'accept', given: { proof } } as never)).rejects.toMatchObject({
        status: 400,
      })
    }
    expect(await journey.case('office', who)).toMatchObject({
      state: 'in-transit',
      attempts: [{ acceptedOn: null, acceptanceProof: null }],
    })
  })

  test('who answers the public page with their own paper has said something, and proven nothing', async () => {
    const who = await person('黎明')
    const paper = await letterOut(journey, who)
    await journey.server.anonymous.receipts.answer(answering(paper))
    expect(['in-transit', 'answered']).toContain((await journey.case('office', who)).state)
    await expect(journey.step('office', who, 'handle', 'accept', { proof: { kind: 'online-reply' } })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'reply-is-no-proof' },
    })
    expect((await journey.case('office', who)).attempts[0]).toMatchObject({ acceptedOn: null, letter: { at: 'out' } })
  })

  test('who holds a post over the case registers no acceptance of their own', async () => {
    const who = await person('孟川')
    await letterOut(journey, who)
    const speakFor = (login: string, memberId: string | null) =>
      inSystem(journey.server.services.database.system, trx =>
        trx.updateTable('accounts').set({ member_id: memberId }).where('login', '=', login).execute(),
      )
    await speakFor(who.studentNumber, null)
    await speakFor('office', who.memberId)
    for (const proof of proofs)
      await expect(journey.step('office', who, 'handle', 'accept', { proof })).rejects.toMatchObject(refused('own-case', 'in-transit'))
    await speakFor('office', null)
    await speakFor(who.studentNumber, who.memberId)
    expect(await journey.step('office', who, 'handle', 'accept', { proof: proofs[0] })).toMatchObject({ state: 'received' })
  })
})
