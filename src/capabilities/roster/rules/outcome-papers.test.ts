import { describe, expect, test } from 'vitest'
import { readScan, SCAN_BYTES } from '../../attachments/rules.ts'
import {
  decidePaper,
  kindsFor,
  lackingPapers,
  MAX_PAPERS,
  mayKeepPaper,
  openPaperSteps,
  type PaperKind,
  paperName,
} from './outcome-papers.ts'
import { outcomes } from './outcomes.ts'

const starting = (...head: number[]) => Uint8Array.from([...head, ...Array<number>(20).fill(1)])
const pdf = starting(0x25, 0x50, 0x44, 0x46)

describe('which papers', () => {
  test.each([
    ['on-time', []],
    ['delayed', ['delay-approval']],
    ['completed', ['completion-document']],
    ['incomplete', ['incomplete-document']],
    ['withdrawn', ['withdrawal-document']],
    ['suspended', ['suspension-document']],
    ['enlisted', ['enlistment-notice']],
    ['deceased', ['death-certificate']],
  ] as const)('%s lacks %j', (outcome, lacking) => expect(lackingPapers(outcome, [])).toEqual(lacking))

  test('what is there is lacking no more, but for a paper of another outcome', () => {
    const held = { kind: 'delay-approval', outcome: 'delayed' } as const
    expect(lackingPapers('delayed', [held])).toEqual([])
    expect(lackingPapers('delayed', [{ ...held, outcome: 'suspended' }])).toEqual(['delay-approval'])
  })

  test('what is expected can be kept, and 其他 of all but who ends on time', () => {
    for (const outcome of outcomes) {
      expect(kindsFor(outcome)).toEqual(expect.arrayContaining(lackingPapers(outcome, [])))
      expect(kindsFor(outcome).includes('other')).toBe(outcome !== 'on-time')
    }
  })
})

describe('a paper is kept', () => {
  const paper = { outcome: 'delayed', kind: 'delay-approval', title: '' } as const
  test.each([
    [paper, null],
    [{ ...paper, title: '第二页' }, null],
    [{ ...paper, kind: 'other', title: '导师情况说明' }, null],
    [{ ...paper, kind: 'other' }, 'title-missing'],
    [{ ...paper, kind: 'death-certificate' }, 'kind-elsewhere'],
    [{ ...paper, outcome: 'completed' }, 'outcome-changed'],
    [{ ...paper, title: '449901200003020279' }, 'number-in-title'],
    [{ ...paper, title: '电话 13800000000' }, 'number-in-title'],
  ] as const)('%j: %s', (asked, reason) => {
    const decision = decidePaper('delayed', 0, asked)
    expect(decision.allowed ? null : decision.reason).toBe(reason)
  })

  test('of somebody whose study does not end on time, and not endlessly many', () => {
    expect(decidePaper('on-time', 0, { ...paper, outcome: 'on-time' })).toEqual({ allowed: false, reason: 'nothing-to-prove' })
    expect(decidePaper('delayed', MAX_PAPERS - 1, paper).allowed).toBe(true)
    expect(decidePaper('delayed', MAX_PAPERS, paper)).toEqual({ allowed: false, reason: 'too-many' })
  })

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a photograph that offices cannot open', new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['a workbook', starting(0x50, 0x4b, 0x03, 0x04), 'not-that-kind'],
    ['one byte too many', new Uint8Array(SCAN_BYTES + 1), 'too-large'],
  ])('by what its bytes are: not %s', (_, bytes, reason) => expect(readScan(bytes)).toEqual({ allowed: false, reason }))

  test('with its kind as the answer, and the form’s refusal first', () => {
    expect(mayKeepPaper('delayed', 0, paper, pdf)).toEqual({ allowed: true, value: 'application/pdf' })
    expect(mayKeepPaper('completed', 0, paper, new Uint8Array())).toEqual({ allowed: false, reason: 'outcome-changed' })
  })
})

test.each<[PaperKind, string, string]>([
  ['delay-approval', '', '延期毕业审批表'],
  ['delay-approval', '第二页', '延期毕业审批表（第二页）'],
  ['other', '导师情况说明', '导师情况说明'],
])('%s, %s is called %s', (kind, title, name) => expect(paperName({ kind, title })).toBe(name))

test('who records an outcome keeps its papers; opening one takes the right to see numbers', () => {
  const steps = (outcome: 'delayed' | 'on-time', ...held: string[]) => openPaperSteps(outcome, each => held.includes(each))
  expect(steps('delayed', 'roster:edit', 'roster:reveal')).toEqual(['add', 'open', 'remove'])
  expect(steps('delayed', 'roster:reveal')).toEqual(['open'])
  expect(steps('delayed')).toEqual([])
  expect(steps('on-time', 'roster:edit')).toEqual(['remove'])
})
