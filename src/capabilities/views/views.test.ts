import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { MAX_VIEWS, viewParameters, viewScreens } from './rules.ts'

let server: Running

beforeAll(async () => {
  server = await openServer()
  await foundUniversity(server.services)
}, 60_000)
afterAll(() => server.close())

const screen = 'roster' as const
const namesFor = async (login: string) => (await (await server.as(login)).views.list({ screen })).map(({ name }) => name)

describe('a view', () => {
  test('is its owner’s, until it is shared with the unit and those below', async () => {
    const { views } = await server.as('secondary')
    const asked = { screen, name: '延期毕业', search: { outcome: 'delayed', columns: 'name,branch' } }
    const { id, version } = await views.save({ ...asked, shared: false })
    expect(await namesFor('secondary')).toEqual(['延期毕业'])
    expect(await namesFor('teacher')).toEqual([])

    await views.save({ ...asked, shared: true, replaces: { id, version } })
    expect(await (await server.as('teacher')).views.list({ screen })).toMatchObject([{ id, mine: false, search: asked.search, version: 2 }])
    expect(await namesFor('sister-secondary')).toEqual([])
    expect(await namesFor('office')).toEqual([])

    await expect((await server.as('teacher')).views.remove({ screen, id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(views.save({ ...asked, shared: true, replaces: { id, version } })).rejects.toMatchObject({ code: 'CONFLICT' })
    await views.remove({ screen, id })
    expect(await namesFor('teacher')).toEqual([])
  })

  test('has a name of its own, and there are not endlessly many', async () => {
    const { views } = await server.as('teacher')
    const save = (name: string) => views.save({ screen, name, search: { membership: 'probationary' }, shared: false })
    await save('视图 1')
    await expect(save('视图 1')).rejects.toMatchObject({ data: { reason: 'name-taken' } })
    for (let at = 2; at <= MAX_VIEWS; at++) await save(`视图 ${at}`)
    await expect(save('再多一个')).rejects.toMatchObject({ data: { reason: 'too-many-views' } })
  })

  test('is of its screen: every list has its own, and promises nothing that it would not keep', async () => {
    const { views } = await server.as('direct')
    for (const other of viewScreens) {
      const search = Object.fromEntries(viewParameters[other].map(name => [name, 'a']))
      await views.save({ screen: other, name: '全写上', search, shared: false })
      expect(await views.list({ screen: other })).toMatchObject([{ name: '全写上', search }])
    }
    for (const search of [{ outcome: 'delayed' }, { import: 'a' }, { after: 'a' }])
      await expect(views.save({ screen: 'transfers', name: '别处的', search, shared: false })).rejects.toMatchObject({
        data: { reason: 'not-of-this-list' },
      })
  })

  test('may name a unit or somebody by id', async () => {
    const { views } = await server.as('sister-secondary')
    // Read without its hyphens, there is a phone number in it.
    const unit = '0a90138a-0138-4000-8138-13800138000a'
    await views.save({ screen: 'education', name: '一个支部', search: { unit }, shared: false })
    expect(await views.list({ screen: 'education' })).toMatchObject([{ search: { unit } }])
  })

  test('holds no whole number', async () => {
    const { views } = await server.as('sister-teacher')
    for (const search of ['449901200003181003', '19000000001'])
      await expect(views.save({ screen, name: '某人', search: { search }, shared: false })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
