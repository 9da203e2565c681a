/** Letters on the day of pick-up: names that print, the order of the roster, the register, what took whose place. */
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { has } from '../../../tests/tools.ts'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { newId } from '../../kernel/ids.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const office = async () => (await journey.transfers('office')).letters
const item = async (who: Enrolled) => {
  const { id, version } = await journey.case('office', who)
  return { id: id!, version }
}
const items = (people: readonly Enrolled[]) => Promise.all(people.map(item))
const passed = async (branch: string, ...names: string[]) => {
  const people = await journey.enrol(branch, ...names)
  for (const who of people) {
    await journey.submit(who, outsideOnPaper)
    await journey.step(branch === '英语第一党支部' ? 'teacher' : 'sister-teacher', who, 'check', 'branch-verify')
    await journey.step('secondary', who, 'check', 'secondary-verify')
    await journey.report('secondary', who)
    await journey.step('office', who, 'feedback', 'pass')
  }
  return people
}
const issued = async (people: readonly Enrolled[]) => {
  expect(await (await office()).issue({ items: await items(people) })).toMatchObject({ applied: true })
  return people
}
const letterOf = async (who: Enrolled) => {
  const { attempts } = await journey.case('office', who)
  return (await journey.server.as('office')).letters.get({ id: attempts.find(({ living }) => living)!.letterId! })
}
const refusal = (reason: string) => ({ status: 409, data: { reason } })
const waiting = async (login = 'office') => (await journey.transfers(login)).letters.toHandOut({ cohortId: journey.cohort.cohortId })
const names = async (login?: string) => (await waiting(login)).map(({ name }) => name)
const log = async (verb: string) => (await (await journey.server.as('auditor')).audit.list({ verb, limit: 50 })).rows

const today = '2023-06-08'
const SIGNATURE = '10,20 200,90 420,40;430,60 600,150'
const photograph = () => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], '委托书.jpg', { type: 'image/jpeg' })
const readable = async (file: File) => {
  const pdf = Buffer.from(await file.arrayBuffer())
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString()
}

describe('names', () => {
  // 𦒍 is of Extension B and in the shipped serif; 𬎆 is of Extension E and in no font at hand.
  test('of rare characters are issued, printed and listed where a font has them', async () => {
    const [rare] = await issued(await passed('英语第一党支部', '林𦒍'))
    const letter = await letterOf(rare!)
    expect(letter.memberName).toBe('林𦒍')
    const file = await (await journey.server.as('office')).letters.print({ ids: [letter.id] })
    if (has('pdftotext')) expect((await readable(file)).replace(/\s/g, '').split('林𦒍')).toHaveLength(4)
    await (await office()).handOut({ items: await items([rare!]), on: today, how: 'self' })
  })

  test('that nothing can print are listed before any number is given', async () => {
    const [rare, plain] = await passed('英语第一党支部', '丁𬎆', '丁一')
    const { letters } = await journey.server.as('office')
    const before = await letters.series()
    const tried = await (await office()).issue({ items: await items([rare!, plain!]), dryRun: true })
    expect(tried.rows.map(({ name, allowed, reason, characters }) => [name, allowed, reason, characters])).toEqual([
      ['丁𬎆', false, 'missing-glyphs', ['𬎆']],
      ['丁一', true, undefined, undefined],
    ])
    expect(await (await office()).issue({ items: await items([rare!, plain!]) })).toMatchObject({ applied: false })
    expect(await letters.series()).toEqual(before)
    expect(await names()).toEqual([])
  })
})

describe('the order of the roster', () => {
  let people: Enrolled[]
  const inOrder = () => people.toSorted((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1)).map(({ name }) => name)

  beforeAll(async () => {
    const first = await passed('英语第一党支部', '钟离', '艾青', '马良')
    const second = await passed('英语第二党支部', '阿炳')
    people = [...first, ...second]
  })

  test('numbers them: branch by branch, and by student number, however they were picked', async () => {
    await issued(people.toReversed())
    const rows = await waiting()
    expect(rows.map(({ name }) => name)).toEqual(['钟离', '艾青', '马良', '阿炳'])
    expect(rows.map(({ serial }) => Number(serial))).toEqual([0, 1, 2, 3].map(at => Number(rows[0]!.serial) + at))
    expect(rows.slice(0, 3).map(({ name }) => name)).toEqual(inOrder().slice(0, 3))
  })

  test.skipIf(!has('pdftotext'))('prints them, as one job, whatever the order of the choice', async () => {
    const { letters } = await journey.server.as('office')
    const rows = await waiting()
    const printer = await letters.printers.add({ name: '组织部激光' })
    const file = await letters.print({ ids: rows.map(({ letterId }) => letterId).toReversed(), kind: 'overprint', printerId: printer.id })
    const pages = (await readable(file)).split('\f').slice(0, -1)
    expect(pages.map(page => rows.findIndex(({ number }) => page.includes(number)))).toEqual([0, 1, 2, 3])
    expect(pages[0]).not.toContain('第一联')
    for (const { letterId } of rows)
      expect((await letters.get({ id: letterId })).prints).toMatchObject([{ kind: 'overprint', printerName: '组织部激光', jobSize: 4 }])
  })

  test.skipIf(!has('pdftotext'))('lists them to be signed by hand, a page of its own for each branch', async () => {
    const { cohortId } = journey.cohort
    const pages = (await readable(await (await office()).signList({ cohortId }))).split('\f').slice(0, -1)
    expect(pages).toHaveLength(2)
    for (const header of ['序号', '信号', '姓名', '学号', '支部', '签名', '日期']) expect(pages[0]).toContain(header)
    const places = ['钟离', '艾青', '马良'].map(name => pages[0]!.indexOf(name))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(pages[0]).not.toContain('阿炳')
    expect(pages[1]).toContain('阿炳')
    expect((await log('sign-list.printed'))[0]).toMatchObject({ after: { count: 4 } })
  })

  test.skipIf(!has('pdftotext'))('shows a branch its own, and nothing of a sister unit', async () => {
    const { cohortId } = journey.cohort
    expect(await names('teacher')).toEqual(['钟离', '艾青', '马良'])
    expect(await names('sister-secondary')).toEqual([])
    const sister = await journey.transfers('sister-teacher')
    expect(await readable(await sister.letters.signList({ cohortId }))).not.toContain('钟离')
    const path = journey.university.unit['英语第一党支部']!.path
    await expect(sister.letters.signList({ cohortId, path })).rejects.toMatchObject({ status: 404 })
    await expect(sister.letters.handOut({ items: await items(people), on: today, how: 'self' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the register', () => {
  test('takes a member who signs on the screen: the case is under way, the signature is kept', async () => {
    const [who] = await issued(await passed('英语第一党支部', '安然'))
    const { applied, rows } = await (await office()).handOut({
      items: await items([who!]),
      on: today,
      how: 'self',
      signed: 'screen',
      signature: SIGNATURE,
    })
    expect([applied, rows[0]]).toEqual([true, expect.objectContaining({ allowed: true, to: 'in-transit' })])
    const letter = await letterOf(who!)
    expect(letter).toMatchObject({
      standing: 'handed-over',
      pickedUpBy: '安然',
      pickedUpHow: 'self',
      handover: { signed: 'screen', hasSignature: true, hasScan: false, together: 1, relation: null },
      can: ['print', 'open-handover'],
    })
    const { events } = await journey.case('office', who!)
    expect(events[0]).toMatchObject({ step: 'hand-out', note: '本人：安然' })

    const { letters } = await journey.server.as('office')
    const drawing = await (await letters.handoverFile({ id: letter.id, which: 'signature' })).text()
    expect(drawing).toContain('<path fill="none"')
    expect(drawing).toContain('M430 60L600 150')
    await expect(letters.handoverFile({ id: letter.id, which: 'scan' })).rejects.toMatchObject({ status: 404 })
    expect((await log('handover.opened'))[0]).toMatchObject({
      subjectId: letter.id,
      after: { which: 'signature', members: [who!.memberId] },
    })
    const own = JSON.parse(await (await (await journey.server.as(who!.studentNumber)).roster.own.download({ form: 'json' })).text())
    expect(own.parts.find(({ key }: { key: string }) => key === 'accesses').rows).toMatchObject([
      { by: expect.any(String), role: '党委组织部', what: '打开介绍信的领取凭据' },
    ])
    const branch = await journey.server.as('teacher')
    expect((await branch.letters.get({ id: letter.id })).can).toEqual([])
    await expect(branch.letters.handoverFile({ id: letter.id, which: 'signature' })).rejects.toMatchObject({ status: 403 })
  })

  test('takes a class representative for several at once, with one signature and one paper', async () => {
    const people = await issued(await passed('英语第一党支部', '白露', '陈星'))
    await (await office()).handOut({
      items: await items(people),
      on: today,
      how: 'proxy',
      by: '高远',
      relation: '班长',
      signed: 'screen',
      signature: SIGNATURE,
      authority: 'scan',
      scan: photograph(),
    })
    for (const who of people) {
      const letter = await letterOf(who)
      expect(letter).toMatchObject({
        pickedUpBy: '高远',
        handover: { relation: '班长', authority: 'scan', hasScan: true, hasSignature: true, together: 2 },
      })
      const { events } = await journey.case('office', who)
      expect(events[0]!.note).toBe('代领：高远（班长），委托书已拍照上传')
    }
    const { letters } = await journey.server.as('office')
    const scan = await letters.handoverFile({ id: (await letterOf(people[1]!)).id, which: 'scan' })
    expect([scan.name, scan.type]).toEqual(['委托书.jpg', 'image/jpeg'])
  })

  test('takes the whole signed list of one day, each in the own name', async () => {
    const people = await issued(await passed('英语第二党支部', '冬青', '方圆', '古今'))
    await (await office()).handOut({ items: await items(people), on: today, how: 'self', signed: 'paper', scan: photograph() })
    for (const who of people)
      expect(await letterOf(who)).toMatchObject({
        pickedUpBy: who.name,
        pickedUpOn: today,
        handover: { signed: 'paper', hasScan: true, together: 3 },
      })
    expect(await names('office')).not.toContain('方圆')
  })

  type Given = Omit<Parameters<Awaited<ReturnType<typeof office>>['handOut']>[0], 'items'>
  const proxy: Given = { on: today, how: 'proxy', by: '高远', relation: '班长', authority: 'paper' }
  const courier: Given = { on: today, how: 'courier', by: 'EMS 1098', approvedBy: '陈部长', reason: '本人在外地' }

  describe('refuses, and keeps nothing', () => {
    let people: readonly Enrolled[]
    beforeAll(async () => {
      people = await issued(await passed('英语第一党支部', '何夕', '江月'))
    })
    test.each<[string, Given, string]>([
      ['two members under one signature', { on: today, how: 'self', signed: 'screen', signature: SIGNATURE }, 'one-signature-many-people'],
      ['a signature that is a slip', { ...proxy, signed: 'screen', signature: '10,10 12,12' }, 'no-signature'],
      ['a signature that is not there', { ...proxy, signed: 'screen' }, 'no-signature'],
      ['a proxy without a name', { ...proxy, by: '' }, 'nobody-named'],
      ['a proxy of no relation', { ...proxy, relation: '' }, 'no-relation'],
      ['a proxy without authority', { on: today, how: 'proxy', by: '高远', relation: '班长' }, 'no-authority'],
      ['an authority that was not photographed', { ...proxy, authority: 'scan' }, 'no-authority'],
      ['a paper that is no paper', { ...proxy, authority: 'scan', scan: new File(['x'], 'a.jpg') }, 'not-that-kind'],
      ['机要 without its number', { on: today, how: 'confidential-mail' }, 'no-mail-number'],
      ['a courier that nobody allowed', { on: today, how: 'courier', by: 'EMS 1098', reason: '本人在外地' }, 'no-approval'],
      ['a courier without a reason', { ...courier, reason: '' }, 'no-approval'],
      ['a day before the issue', { ...proxy, on: '2023-06-07' }, 'before-issue'],
    ])('%s', async (_, given, reason) => {
      await expect((await office()).handOut({ items: await items(people), ...given })).rejects.toMatchObject(refusal(reason))
      expect(await names()).toEqual(expect.arrayContaining(['何夕', '江月']))
    })

    test('a day to come, row by row', async () => {
      const { applied, rows } = await (await office()).handOut({ items: await items(people), ...proxy, on: '2023-06-09' })
      expect([applied, ...rows.map(row => row.reason)]).toEqual([false, 'day-in-future', 'day-in-future'])
    })

    test('drawings that are no strokes', async () => {
      const signature = '1,1"/><script>'
      const sent = (await office()).handOut({ items: await items(people), ...proxy, signed: 'screen', signature })
      await expect(sent).rejects.toMatchObject({ status: 400 })
    })

    test('one that was changed meanwhile, and names it; one that is gone', async () => {
      const [first] = await items(people)
      const late = (await office()).handOut({ items: [{ ...first!, version: first!.version - 1 }], ...proxy })
      await expect(late).rejects.toMatchObject({ status: 409, data: { rows: [{ name: '何夕' }] } })
      await expect((await office()).handOut({ items: [{ id: newId(), version: 1 }], ...proxy })).rejects.toMatchObject({ status: 404 })
    })

    test('and then takes 机要 and an approved courier', async () => {
      const [one, other] = await items(people)
      await (await office()).handOut({ items: [one!], on: today, how: 'confidential-mail', by: '机要 0231' })
      await (await office()).handOut({ items: [other!], ...courier })
      expect(await letterOf(people[0]!)).toMatchObject({ pickedUpBy: '机要 0231', handover: { signed: null, approvedBy: null } })
      expect(await letterOf(people[1]!)).toMatchObject({ pickedUpBy: 'EMS 1098', handover: { approvedBy: '陈部长', reason: '本人在外地' } })
      const again = await (await office()).handOut({ items: await items([people[0]!]), ...proxy })
      expect(again).toMatchObject({ applied: false, rows: [{ allowed: false }] })
    })
  })
})

test('a voided letter and the one that took its place know each other, in the drawer and in the ledger', async () => {
  const [who] = await issued(await passed('英语第一党支部', '柳絮'))
  const old = await letterOf(who!)
  expect(old).toMatchObject({ replaces: null, replacedBy: null })
  await (await office()).void({ ...(await item(who!)), reason: '抬头写错', sheet: 'kept' })
  await issued([who!])
  const fresh = await letterOf(who!)
  const { letters } = await journey.server.as('office')
  expect(fresh).toMatchObject({ standing: 'issued', replaces: { id: old.id, number: old.number }, replacedBy: null })
  expect(await letters.get({ id: old.id })).toMatchObject({
    standing: 'voided',
    replaces: null,
    replacedBy: { id: fresh.id, number: fresh.number },
  })
  const { rows } = await letters.list({ cohortId: journey.cohort.cohortId, search: '柳絮', limit: 50 })
  expect(rows.map(({ id, replaces, replacedBy }) => [id, replaces?.number ?? null, replacedBy?.number ?? null])).toEqual([
    [fresh.id, old.number, null],
    [old.id, null, fresh.number],
  ])
})
