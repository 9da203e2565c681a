/** The dictionary and the cases that name its entries: what is learnt, what is offered, and what follows when two become one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../tests/university/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const dictionary = async (login = 'office') => (await journey.server.as(login)).addressees
const entry = async (name: string) => (await (await dictionary()).list({ search: name, limit: 200 })).rows.find(row => row.name === name)
const add = async (name: string, more: { divisionCode?: string; orgCode?: string; contact?: string } = {}) =>
  (await dictionary()).create({ name, kind: 'state-enterprise', ...more })
const person = async (name: string): Promise<Enrolled> => (await journey.enrol('英语第一党支部', name))[0]!
const going = (addressee: string, unitName: string) => ({
  ...inProvince,
  answers: { ...inProvince.answers, unitName, addressee: { name: addressee } },
})
const started = async (who: Enrolled) => journey.step('office', who, 'handle', 'start')
const accepted = (who: Enrolled) => journey.step('office', who, 'handle', 'accept', { track: 'system', proof: { kind: 'external-system' } })

describe('what is learnt', () => {
  const name = '中共岭南示范电力有限公司委员会'

  test('a start in the system counts a use, an acceptance a lesson; a name in order that was unknown becomes an entry', async () => {
    const who = await person('学一')
    await journey.pass(who, going(name, '岭南示范电力有限公司'), { method: 'system' })
    expect(await entry(name)).toBeUndefined()
    await started(who)
    await accepted(who)
    expect(await entry(name)).toMatchObject({
      accepted: 1,
      acceptedOn: '2023-06-08',
      verifiedOn: null,
      divisionCode: '440304',
      kind: 'state-enterprise',
    })

    const next = await person('学二')
    await journey.pass(next, going(name, '岭南示范电力有限公司'), { method: 'system' })
    await started(next)
    expect(await entry(name)).toMatchObject({ used: 1, accepted: 1 })
    await accepted(next)
    expect(await entry(name)).toMatchObject({ used: 1, accepted: 2 })
  })

  test('what is doubtful is not learnt', async () => {
    const who = await person('学三')
    const doubtful = '高新区管理委员会'
    await journey.pass(who, going(doubtful, '某管委会'), { method: 'system' })
    await started(who)
    await accepted(who)
    expect(await entry(doubtful)).toBeUndefined()
  })

  test('whoever took people of the same employer is offered first, then who is in the place, then the most used', async () => {
    const search = '示范电力'
    await add('中共北方示范电力有限公司委员会')
    await add('中共东部示范电力有限公司委员会', { divisionCode: '440106' })
    const client = await dictionary('teacher')
    const offered = async (near: { employer?: string; divisionCode?: string }) =>
      (await client.search({ search, ...near })).map(({ name: found, sameEmployer, samePlace }) => [
        found.slice(2, 4),
        sameEmployer,
        samePlace,
      ])
    expect(await offered({})).toEqual([
      ['岭南', 0, false],
      ['东部', 0, false],
      ['北方', 0, false],
    ])
    expect(await offered({ divisionCode: '440106' })).toEqual([
      ['东部', 0, true],
      ['岭南', 0, false],
      ['北方', 0, false],
    ])
    expect((await offered({ employer: '岭南示范 电力有限公司', divisionCode: '440106' }))[0]).toEqual(['岭南', 2, false])
  })
})

describe('two that are one', () => {
  const kept = '中共东海示范港务有限公司委员会'
  const gone = '东海示范港务有限公司党委'

  test('are found, and become one: uses, lessons, what was lacking, former names', async () => {
    await add(kept)
    await add(gone, { orgCode: '044000099999', contact: '港老师' })
    const out = await person('港一')
    await journey.pass(out, going(gone, '东海示范港务有限公司'), { method: 'system' })
    await started(out)
    const waiting = await person('港二')
    await journey.pass(waiting, going(gone, '东海示范港务有限公司'), { method: 'system' })
    const writing = await person('港三')
    const { mine } = await journey.transfers(writing.studentNumber)
    await mine.save({ ...going(gone, '东海示范港务有限公司'), version: (await mine.get()).version })

    const { groups } = await (await dictionary()).alike()
    const group = groups.find(({ entries }) => entries.some(({ name }) => name === kept))!
    expect([group.reason, group.entries.map(({ name }) => name)]).toEqual(['name', [gone, kept]])
    const [other, stays] = group.entries as [(typeof group.entries)[0], (typeof group.entries)[0]]
    const merged = await (await dictionary()).merge({ id: stays.id, version: stays.version, others: [other] })
    expect(merged).toMatchObject({
      name: kept,
      orgCode: '044000099999',
      contact: '港老师',
      used: 1,
      formerNames: [gone],
      version: stays.version + 1,
    })
    expect(await entry(gone)).toBeUndefined()

    expect((await journey.case('office', out)).attempts[0], 'out already: as it went').toMatchObject({ addressee: gone })
    expect((await journey.case('office', waiting)).attempts[0]).toMatchObject({ addressee: kept })
    expect((await mine.get()).form.answers.addressee).toEqual({ id: stays.id, name: kept })
  })

  test('the one is found by the former name, which nobody can enter anew', async () => {
    const found = await (await dictionary('teacher')).search({ search: '东海示范港务有限公司党委' })
    expect(found.map(({ name }) => name)).toEqual([kept])
    await expect(add(gone)).rejects.toMatchObject({ status: 409, data: { reason: 'name-taken' } })
  })

  test('what was merged enters the log, for each', async () => {
    const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'addressee.merged', limit: 50 })
    expect(rows.filter(({ subjectKind }) => subjectKind === 'addressee')).toHaveLength(2)
    expect(rows.filter(({ subjectKind }) => subjectKind === 'transfer')).toHaveLength(2)
  })

  test('somebody who saw an older version is told, and nothing is merged', async () => {
    const [one, other] = [await add('中共甲示范有限公司委员会'), await add('甲示范有限公司党委')]
    const client = await dictionary()
    await client.verify({ id: other.id, version: other.version })
    await expect(client.merge({ id: one.id, version: one.version, others: [other] })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await entry('甲示范有限公司党委')).toBeDefined()
  })

  test('only 组织部 merges', async () => {
    const one = (await entry(kept))!
    await expect((await dictionary('secondary')).merge({ id: one.id, version: one.version, others: [one] })).rejects.toMatchObject({
      status: 403,
    })
  })
})

test('a letter counts its addressee as before', async () => {
  const who = await person('信一')
  await journey.pass(who, outsideOnPaper)
  const { name } = outsideOnPaper.answers.addressee as { name: string }
  await (await dictionary()).create({ name, kind: 'organisation-department' })
  const { id, version } = await journey.case('office', who)
  await (await journey.transfers('office')).letters.issue({ items: [{ id: id!, version }] })
  expect(await entry(name)).toMatchObject({ used: 1, accepted: 0 })
})
