import { describe, expect, test } from 'vitest'
import { national, notice2023 } from '../../../../tests/university/policies.ts'
import { type DestinationCode, destinationCodes, usualPapers } from '../../plans/rules.ts'
import { decidePaperKept, destinationPaperName, MAX_PAPERS, mayRemovePaper, papersAsked, papersLacking, type ShownState } from '../rules.ts'

describe('what the plan asks for', () => {
  test.each<[DestinationCode, leaving: string, staying: string]>([
    ['D01', 'contract', 'contract'],
    ['D03', 'acceptance-letter', 'acceptance-letter'],
    ['D05', 'acceptance-letter', 'acceptance-letter written-application'],
    ['D07', 'enlistment-notice', 'enlistment-notice'],
    ['D10', '', 'written-application'],
    ['D12', '', ''],
  ])('%s: who leaves %s, who stays %s', (code, leaving, staying) => {
    for (const policy of [notice2023, national])
      expect([papersAsked(policy[code], false).join(' '), papersAsked(policy[code], true).join(' ')]).toEqual([leaving, staying])
  })

  test('is the usual where a plan of before says nothing', () => {
    expect(destinationCodes.map(code => notice2023[code].papers)).toEqual(destinationCodes.map(code => usualPapers[code]))
  })

  test('is lacking until it is there; another paper is no substitute', () => {
    const asked = papersAsked(notice2023.D05, true)
    expect(papersLacking(asked, [])).toEqual(['acceptance-letter', 'written-application'])
    expect(papersLacking(asked, [{ kind: 'acceptance-letter' }, { kind: 'acceptance-letter' }, { kind: 'other' }])).toEqual([
      'written-application',
    ])
  })
})

describe('what may be kept', () => {
  test.each<[what: string, ShownState | null, held: number, kind: 'contract' | 'other', title: string, string]>([
    ['while it is typed', 'to-fill', 0, 'contract', '', 'kept'],
    ['while it is checked', 'office-check', 3, 'contract', '第二页', 'kept'],
    ['before anything was typed', null, 0, 'contract', '', 'not-begun'],
    ['once it was received', 'received', 0, 'contract', '', 'settled'],
    ['the last one', 'to-fill', MAX_PAPERS - 1, 'contract', '', 'kept'],
    ['one too many', 'to-fill', MAX_PAPERS, 'contract', '', 'too-many'],
    ['其他 without a name', 'to-fill', 0, 'other', '', 'title-missing'],
    ['a number for a name', 'to-fill', 0, 'other', '合同 19000000009', 'number-in-title'],
  ])('%s', (_what, state, held, kind, title, expected) => {
    const decision = decidePaperKept({ state, held }, { kind, title })
    expect(decision.allowed ? 'kept' : decision.reason).toBe(expected)
  })

  test.each([
    ['合同（第二页）', 'other', '合同（第二页）'],
    ['第二页', 'acceptance-letter', '录取通知书（第二页）'],
    ['', 'contract', '就业协议或劳动合同'],
  ] as const)('%s %s is called %s', (title, kind, name) => expect(destinationPaperName({ kind, title })).toBe(name))
})

describe('who takes it away again', () => {
  const paper = { state: 'branch-check', own: true, addedByMe: true, mayEdit: true, gone: false } as const
  test.each([
    ['the member, the own, while the form is theirs', { state: 'sent-back' }, 'gone'],
    ['the member, what is with the checkers', { mayEdit: false }, 'with-the-checkers'],
    ['the member, what the branch brought', { addedByMe: false }, 'not-yours'],
    ['staff, whoever brought it', { own: false, addedByMe: false, mayEdit: false }, 'gone'],
    ['staff, once it was received', { own: false, state: 'received' }, 'settled'],
    ['anybody, twice', { own: false, gone: true }, 'removed'],
  ] as const)('%s', (_what, more, expected) => {
    const decision = mayRemovePaper({ ...paper, ...more })
    expect(decision.allowed ? 'gone' : decision.reason).toBe(expected)
  })
})
