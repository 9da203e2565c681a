/** An import of addressees is not taken back from under a transfer that names one of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../tests/university/graduates.ts'
import { type Filled, inProvince, type Journey, openJourney } from '../../tests/university/journey.ts'
import { workbookOf } from '../../tests/university/sheets.ts'

let journey: Journey
let people: Enrolled[]
beforeAll(async () => {
  journey = await openJourney()
  people = await journey.enrol('英语第一党支部', '安宁', '白露', '常青', '杜若')
}, 60_000)
afterAll(() => journey.server.close())

const addressees = async () => (await journey.server.as('office')).addressees

async function brought(name: string) {
  const { imports, list } = await addressees()
  const file = await workbookOf('抬头', ['党组织全称', '类别'], [name, '组织部'])
  const { id, version } = await imports.upload({ file })
  const done = await imports.commit({ id, version })
  const [entry] = (await list({ search: name })).rows
  return { import: { id, version: done.version }, entry: { id: entry!.id, name } }
}

const naming = (addressee: { id?: string; name: string }): Filled => ({ ...inProvince, answers: { ...inProvince.answers, addressee } })
const draft = async ({ studentNumber }: Enrolled, form: Filled) => {
  const { mine } = await journey.transfers(studentNumber)
  const { version } = await mine.get()
  await mine.save({ ...form, version })
}

describe('an imported addressee', () => {
  test('that a destination in the making has picked stays, and the preview says so', async () => {
    const { import: held, entry } = await brought('中共示范市甲区委组织部')
    await draft(people[0]!, naming(entry))
    const { imports, list } = await addressees()
    expect((await imports.preview({ id: held.id })).undo).toMatchObject({ removes: 1, refusal: { reason: 'in-use', people: entry.name } })
    await expect(imports.undo(held)).rejects.toMatchObject({ data: { reason: 'in-use', detail: entry.name } })
    expect((await list({ search: entry.name })).rows).toHaveLength(1)
  })

  test('that somebody typed as it stands there stays, too', async () => {
    const { import: held, entry } = await brought('中共示范市乙区委组织部')
    await draft(people[1]!, naming({ name: entry.name }))
    await expect((await addressees()).imports.undo(held)).rejects.toMatchObject({ data: { reason: 'in-use' } })
  })

  test('that a case was handed in with stays', async () => {
    const { import: held, entry } = await brought('中共示范市丙区委组织部')
    await journey.submit(people[2]!, naming(entry))
    await expect((await addressees()).imports.undo(held)).rejects.toMatchObject({ data: { reason: 'in-use' } })
  })

  test('that nobody names any more goes', async () => {
    const { import: held, entry } = await brought('中共示范市丁区委组织部')
    await draft(people[3]!, naming(entry))
    await draft(people[3]!, inProvince)
    const { imports, list } = await addressees()
    expect((await imports.undo(held)).state).toBe('undone')
    expect((await list({ search: entry.name })).rows).toEqual([])
  })
})
