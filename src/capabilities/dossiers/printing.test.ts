/** Reads the paper back with poppler-utils, as a printer and a scanner would see it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCode128, runsOf } from '../../../tests/paper/code128.ts'
import { has } from '../../../tests/tools.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'

const onPaper = describe.skipIf(!has('pdftotext', 'pdfinfo', 'pdftoppm'))
const folder = mkdtempSync(join(tmpdir(), 'dossiers-'))
const COUNT = 12

let server: Running
let university: University
let cohort: Cohort
let people: Enrolled[]

const dossiers = async (login: string) => (await server.as(login)).dossiers
const ids = () => people.map(({ graduateId }) => graduateId)

beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  cohort = await openCohort(server.services, university)
  const names = Array.from({ length: COUNT }, (_, at) => ({ name: `欧阳${'甲乙丙丁戊己庚辛壬癸子丑'[at]}` }))
  people = await enrol(server.services, university, cohort, '英语第一党支部', names)
  const teacher = await dossiers('teacher')
  await teacher.enter({
    cells: ids().flatMap(graduateId => [
      {
        graduateId,
        paper: 'admission',
        version: 0,
        value: { held: 'original', pages: 12, signed: true, stamped: true, dated: true, remark: '' },
      },
      {
        graduateId,
        paper: 'talks',
        version: 0,
        value: { held: 'copy', pages: 3, signed: false, stamped: false, dated: false, remark: '存原件于支部' },
      },
    ]),
  })
  const rows = await teacher.preview({ graduateIds: ids(), step: 'pack' })
  const explained = Object.fromEntries(rows[0]!.troubles.map(({ paper, problem }) => [`${paper}.${problem}`, '入党时已入高中档案']))
  await teacher.pack({ people: rows.map(({ graduateId, version }) => ({ graduateId, version, explained })) })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function kept(file: File): Promise<string> {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, Buffer.from(await file.arrayBuffer()))
  return path
}
const words = (path: string) => execFileSync('pdftotext', ['-layout', path, '-']).toString().replace(/\s/g, '')
const pages = (path: string) => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path]).toString())![1])

/** Every code that a scanner would find on the first page: each line of the picture is read, in pieces parted by wide white. */
function codesOn(path: string): string[] {
  execFileSync('pdftoppm', ['-gray', '-r', '300', '-l', '1', path, join(folder, 'page')])
  const image = readFileSync(join(folder, `page-${String(1).padStart(String(pages(path)).length, '0')}.pgm`))
  const [, across, down] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))!.map(Number) as [
    number,
    number,
    number,
  ]
  const pixels = image.subarray(image.length - across * down)
  const found = new Set<string>()
  for (let y = 0; y < down; y += 10)
    for (const piece of piecesOf(pixels.subarray(y * across, (y + 1) * across))) {
      const text = readCode128(runsOf(piece))
      if (text) found.add(text)
    }
  return [...found].sort()
}

/** Parted where it is white for 4 mm. */
function piecesOf(line: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let from = 0
  let white = 0
  for (let at = 0; at < line.length; at++) {
    white = line[at]! < 128 ? 0 : white + 1
    if (white !== 47) continue
    pieces.push(line.subarray(from, at))
    from = at
  }
  return [...pieces, line.subarray(from)]
}

test('labels are for bags that have a number', async () => {
  await expect((await dossiers('teacher')).labels({ graduateIds: ids() })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'no-bag', detail: '欧阳丁' },
  })
  const secondary = await dossiers('secondary')
  const rows = await secondary.preview({ graduateIds: ids(), step: 'check' })
  await secondary.check({ people: rows.map(({ graduateId, version }) => ({ graduateId, version })) })
})

onPaper('on paper', () => {
  test('labels stand two by five, each with its own code', async () => {
    const path = await kept(await (await dossiers('secondary')).labels({ graduateIds: ids() }))
    expect(pages(path)).toBe(2)
    const text = words(path)
    for (const { name, studentNumber } of people) expect([text.includes(name), text.includes(studentNumber)]).toEqual([true, true])
    expect(text).toContain('外国语学院党总支英语第一党支部')
    expect(codesOn(path)).toEqual(Array.from({ length: 10 }, (_, at) => `01-${String(at + 1).padStart(4, '0')}`))
  })

  test('附件4 is a page for each, as it was entered', async () => {
    const path = await kept(await (await dossiers('teacher')).sheets({ graduateIds: ids() }))
    expect(pages(path)).toBe(COUNT)
    const text = words(path)
    for (const part of [
      '附件4',
      '2023届毕业生党员材料装档清单',
      '入党志愿书*',
      '原件',
      '存原件于支部',
      '入党时已入高中档案',
      '材料2份，共15页',
      '装档人：英语第一党支部的teacher',
      '01-0001',
    ])
      expect(text).toContain(part)
  })

  test('the list has its columns, its codes, its sums and room to sign', async () => {
    const secondary = await dossiers('secondary')
    const unitId = university.unit['外国语学院党总支']!.id
    const rows = await secondary.lists.candidates({ cohortId: cohort.cohortId, unitId })
    const { list } = await secondary.lists.make({
      cohortId: cohort.cohortId,
      unitId,
      people: rows.map(({ graduateId, version }) => ({ graduateId, version })),
    })
    const path = await kept(await secondary.lists.paper({ id: list!.id }))
    const text = words(path)
    const parts = [
      '2023届毕业生党员材料移交清单',
      '移交单位：外国语学院党总支',
      '清单号：移01-01',
      '序号',
      '袋号',
      '学号',
      '姓名',
      '类别',
      '页数',
      '备注',
    ]
    for (const part of [...parts, `合计12袋，材料24份，180页。`, '移交人：', '接收人：', '日期：', list!.sha256.slice(0, 16)])
      expect(text).toContain(part)
    for (const { studentNumber } of people) expect(text).toContain(studentNumber)
    const codes = codesOn(path)
    expect(codes.length).toBeGreaterThan(5)
    expect(codes).toEqual(Array.from({ length: codes.length }, (_, at) => `01-${String(at + 1).padStart(4, '0')}`))
  })
})
