import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'

let server: Running
beforeAll(async () => {
  server = await openServer()
  await foundUniversity(server.services)
})
afterAll(() => server.close())

const printers = async (login = 'office') => (await server.as(login)).letters.printers
const refusal = (reason: string) => ({ status: 409, data: { reason } })
const entries = async (verb: string) => (await (await server.as('auditor')).audit.list({ verb, limit: 50 })).rows

describe('a printer', () => {
  test('is added straight and untested, by a name of its own', async () => {
    const { add, list } = await printers()
    const added = await add({ name: ' 206 室激光 ' })
    expect(added).toMatchObject({ name: '206 室激光', offset: { right: 0, down: 0 }, testedOn: null, testedName: null, version: 1 })
    expect(await list()).toEqual([added])
    await expect(add({ name: '206 室激光' })).rejects.toMatchObject(refusal('name-taken'))
    expect(await entries('printer.added')).toHaveLength(1)
  })

  test('is corrected after its test sheet, and that day is kept', async () => {
    const { save, list } = await printers()
    const [printer] = await list()
    const saved = await save({ ...printer!, offset: { right: -2, down: 0.5 }, tested: true })
    expect(saved).toMatchObject({
      offset: { right: -2, down: 0.5 },
      testedOn: '2023-06-08',
      testedName: expect.stringContaining('office'),
      version: 2,
    })
    const [entry] = await entries('printer.changed')
    expect(entry).toMatchObject({ before: { right: 0, down: 0, testedOn: null }, after: { right: -2, down: 0.5, testedOn: '2023-06-08' } })
  })

  test('keeps its day under another name, and loses it when moved by hand', async () => {
    const { save, list } = await printers()
    const [printer] = await list()
    const { clock } = server.services
    clock.setToday(day('2023-06-09'))
    const renamed = await save({ ...printer!, name: '206 室打印机' })
    expect(renamed).toMatchObject({ name: '206 室打印机', testedOn: '2023-06-08' })
    expect(await save({ ...renamed, offset: { right: 0, down: 0.5 } })).toMatchObject({ testedOn: null, testedName: null })
    clock.setToday(day('2023-06-08'))
  })

  test('is not changed on what was seen before somebody else changed it', async () => {
    const { save, remove, list } = await printers()
    const [printer] = await list()
    const { version } = await save({ ...printer!, offset: { right: 1, down: 1 } })
    for (const late of [save({ ...printer!, offset: { right: 5, down: 5 } }), remove({ id: printer!.id, version: printer!.version })])
      await expect(late).rejects.toMatchObject({ status: 409, data: { version } })
  })

  test.each([
    ['off the paper', { right: 30.5, down: 0 }],
    ['between the steps', { right: 0.3, down: 0 }],
  ])('is not moved %s', async (_, offset) => {
    const { save, list } = await printers()
    const [printer] = await list()
    await expect(save({ ...printer!, offset })).rejects.toMatchObject({ status: 400 })
  })

  test('is removed, and is then not there', async () => {
    const { add, remove, list, testSheet } = await printers()
    const { id, version } = await add({ name: '借来的一台' })
    await remove({ id, version })
    expect((await list()).map(printer => printer.id)).not.toContain(id)
    await expect(remove({ id, version })).rejects.toMatchObject({ status: 404 })
    await expect(testSheet({ id })).rejects.toMatchObject({ status: 404 })
  })

  test('is the office’s own matter', async () => {
    for (const login of ['secondary', 'teacher', 'publicity', 'auditor'])
      await expect((await printers(login)).list()).rejects.toMatchObject({ status: 403 })
  })
})

describe('a test sheet', () => {
  test('is a PDF of one page, named as what it is; no number is given and nothing is written down', async () => {
    const office = await server.as('office')
    const before = await office.letters.series()
    const [printer] = await office.letters.printers.list()
    const sheet = await office.letters.printers.testSheet({ id: printer!.id })
    expect(sheet.name).toBe('样张 206 室打印机.pdf')
    const bytes = Buffer.from(await sheet.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(await office.letters.series()).toEqual(before)
    expect(await entries('letter.printed')).toEqual([])
    await expect(office.letters.printers.testSheet({ id: newId() })).rejects.toMatchObject({ status: 404 })
  })

  test('and the form for the print shop is one too', async () => {
    const form = await (await printers()).form()
    expect(form.name).toBe('介绍信预印纸底稿.pdf')
    expect(
      Buffer.from(await form.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})
