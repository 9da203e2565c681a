/** What is done with each kind of row when an import is committed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../tests/university/client.ts'
import { type Cohort, type Enrolled, enrolSix, openCohort } from '../../../tests/university/graduates.ts'
import { sheetOf } from '../../../tests/university/offices.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { telling } from '../imports/telling.ts'

let server: Running
let university: University
let cohort: Cohort
let english: Enrolled[]
let teacher: Client

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  ;({ english } = await enrolSix(server.services, university, cohort))
  teacher = await server.as('teacher')
}, 60_000)
afterAll(() => server.close())

const BRANCH = '英语第一党支部'
const header = ['学号', '姓名', '党支部', '党员类别', '班级', '专业']
let newcomers = 0
const newcomer = () => [String(2019_880_000 + ++newcomers), '新来', BRANCH, '正式', '19英语1班', '英语']
const held = ({ studentNumber, name }: Enrolled, className: string, major: string) => [
  studentNumber,
  name,
  BRANCH,
  name === '白露' ? '预备' : '正式',
  className,
  major,
]

const uploaded = async (...rows: string[][]) => {
  const { id, version } = await teacher.roster.imports.upload({ cohortId: cohort.cohortId, file: await sheetOf(header, ...rows) })
  return { id, version }
}
const page = async ({ graduateId }: Enrolled) => teacher.roster.get({ id: graduateId })
const choice = { new: true, changed: 'all', missing: 'keep' } as const

describe('what is chosen is written, and nothing else', () => {
  test('new people may be left out', async () => {
    const asked = await uploaded(newcomer(), held(english[0]!, '19英语1班', '翻译'))
    const { counts } = await teacher.roster.imports.commit({ ...asked, choice: { ...choice, new: false } })
    expect(counts).toMatchObject({ new: 0, changed: 1, left: 1 })
    expect(await page(english[0]!)).toMatchObject({ className: '19英语1班', major: '翻译' })
    expect((await teacher.roster.list({ cohortId: cohort.cohortId, search: '新来' })).total).toBe(0)
  })

  test('of changes only what fills an empty field', async () => {
    const before = await page(english[1]!)
    const asked = await uploaded(held(english[1]!, '19英语2班', '翻译'), newcomer())
    const { counts } = await teacher.roster.imports.commit({ ...asked, choice: { ...choice, changed: 'empty' } })
    expect(counts).toMatchObject({ new: 1, changed: 1, left: 0 })
    expect(await page(english[1]!)).toMatchObject({ className: '19英语2班', major: before.major })
    expect(before.major).not.toBe('翻译')
  })

  test('changes may be left out', async () => {
    const asked = await uploaded(held(english[2]!, '19英语3班', '翻译'), newcomer())
    const { counts } = await teacher.roster.imports.commit({ ...asked, choice: { ...choice, changed: 'none' } })
    expect(counts).toMatchObject({ new: 1, changed: 0, left: 1 })
    expect((await page(english[2]!)).className).toBeNull()
  })

  test('whom the file does not name is marked once', async () => {
    const mark = async () => {
      const asked = await uploaded(held(english[0]!, '19英语1班', '翻译'))
      return (await teacher.roster.imports.commit({ ...asked, choice: { ...choice, missing: 'tag' } })).counts.tagged
    }
    const others = (await teacher.roster.list({ cohortId: cohort.cohortId })).total - 1
    expect(await mark()).toBe(others)
    expect((await page(english[3]!)).tags).toEqual(['名册文件中没有'])
    expect((await page(english[0]!)).tags).toEqual([])
    expect(await mark()).toBe(0)
  })
})

describe('a commit that tells how far it is', () => {
  test('ends with the import as it then stands', async () => {
    const asked = await uploaded(newcomer())
    const told = []
    for await (const word of await teacher.roster.imports.commitTold(asked)) told.push(word)
    expect(told.slice(0, -1)).toEqual([
      { done: 0, total: 1 },
      { done: 1, total: 1 },
    ])
    expect(told.at(-1)).toMatchObject({ import: { state: 'committed', counts: { new: 1 } } })
  })

  test('is refused as the silent one is', async () => {
    const asked = await uploaded(newcomer())
    const words = async () => {
      for await (const _ of await teacher.roster.imports.commitTold({ ...asked, version: 9 }));
    }
    await expect(words()).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('stops at its next word when nobody listens any more', async () => {
    let reached = 0
    let stopped = false
    const words = telling(async progress => {
      try {
        for (let at = 0; at < 100; at++) {
          await progress(at, 100)
          reached = at
          await new Promise(resolve => setTimeout(resolve, 1))
        }
      } catch (error) {
        stopped = true
        throw error
      }
      return undefined as never
    })
    await words.next()
    await words.return()
    await expect.poll(() => stopped).toBe(true)
    expect(reached).toBeLessThan(99)
  })
})
