import { describe, expect, test } from 'vitest'
import { type ArchiveFacts, type Entry, mayBring, mayRemove, mimeOf, owed, standingOfItems, type UnitFacts } from './rules.ts'

const checklist: Entry[] = [
  { key: 'summary', name: '工作总结', required: true, clause: 'C17' },
  { key: 'notice', name: '通知及签收记录', required: true, clause: 'C18' },
  { key: 'roster', name: '名册（附件1）', required: true, clause: 'C12' },
  { key: 'stubs', name: '介绍信存根和回执', required: true, clause: 'C10' },
  { key: 'education', name: '主题教育与“五个一”记录', required: true, clause: 'C2' },
  { key: 'dossiers', name: '装档清单与移交记录', required: true, clause: 'C15' },
  { key: 'news', name: '宣传稿件', required: false, clause: 'C16' },
]

const unit = (unitName: string, over: Partial<UnitFacts> = {}): UnitFacts => ({
  unitId: unitName,
  unitName,
  returns: { roster: 'accepted', register: 'accepted', delayed: 'accepted' },
  activities: 2,
  unacknowledged: 0,
  dossiersOpen: 0,
  news: 0,
  files: { summary: 1, news: 1 },
  ...over,
})
const facts = (over: Partial<ArchiveFacts> = {}): ArchiveFacts => ({
  units: [unit('外国语学院党总支'), unit('管理学院党总支')],
  office: { unitId: '党委', unitName: '党委', files: {} },
  letters: { issued: 3, open: 0 },
  notices: 1,
  ...over,
})
const missing = (over: Partial<ArchiveFacts>) =>
  standingOfItems(checklist, facts(over)).flatMap(item =>
    item.missing.map(({ unitName, lack, count }) => [item.key, unitName, lack, count]),
  )

describe('completeness', () => {
  test('nothing is missing when everybody has brought everything', () => {
    const items = standingOfItems(checklist, facts())
    expect(owed(items)).toEqual([])
    expect(items.map(({ have }) => have)).toEqual([2, 1, 2, 3, 2, 2, 2])
  })

  test.each([
    ['none', 'not-submitted'],
    ['submitted', 'not-accepted'],
    ['returned', 'sent-back'],
  ] as const)('a return that is %s is missing as %s', (state, lack) =>
    expect(missing({ units: [unit('外国语学院党总支', { returns: { roster: state, register: 'none', delayed: 'none' } })] })).toEqual([
      ['roster', '外国语学院党总支', lack, null],
    ]),
  )

  test.each<[string, Partial<ArchiveFacts>, unknown[]]>([
    ['a unit without a summary', { units: [unit('甲', { files: { news: 1 } })] }, ['summary', '甲', 'no-file', null]],
    ['a unit where nothing took place', { units: [unit('甲', { activities: 0 })] }, ['education', '甲', 'no-activity', null]],
    ['an office that issued nothing', { notices: 0 }, ['notice', '党委', 'no-notice', null]],
    ['a unit that has not signed for a notice', { units: [unit('甲', { unacknowledged: 2 })] }, ['notice', '甲', 'not-acknowledged', 2]],
    ['files that the archive office has not', { units: [unit('甲', { dossiersOpen: 7 })] }, ['dossiers', '甲', 'not-received', 7]],
    ['receipts that are still out', { letters: { issued: 3, open: 2 } }, ['stubs', '党委', 'receipts-open', 2]],
  ])('names %s', (_, over, expected) => expect(missing(over)).toEqual([expected]))

  test('a unit that looks at its own part is not shown what is the office’s', () =>
    expect(missing({ office: null, letters: { issued: 3, open: 2 } })).toEqual([]))

  test('what is not required is shown and not owed', () => {
    const items = standingOfItems(checklist, facts({ units: [unit('甲', { files: { summary: 1 } })] }))
    expect(items.find(({ key }) => key === 'news')?.complete).toBe(false)
    expect(owed(items)).toEqual([])
  })
})

describe('bringing a file', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 …')
  const bring = (over: object) => mayBring(checklist, { item: 'summary', office: false, name: '总结.pdf', bytes: pdf, ...over })
  test.each<[string, object, object]>([
    ['a unit’s summary', {}, { allowed: true, value: 'application/pdf' }],
    ['the office’s notice by the office', { item: 'notice', office: true }, { allowed: true, value: 'application/pdf' }],
    ['the office’s notice by a unit', { item: 'notice' }, { allowed: false, reason: 'not-yours' }],
    ['what the plan does not ask for', { item: 'other' }, { allowed: false, reason: 'unknown-item' }],
    ['a roster, which is kept here', { item: 'roster' }, { allowed: false, reason: 'kept-here' }],
    ['nothing', { bytes: new Uint8Array() }, { allowed: false, reason: 'empty' }],
    ['a programme named as a PDF', { bytes: Uint8Array.of(0x4d, 0x5a, 0x90, 0) }, { allowed: false, reason: 'not-that-kind' }],
    ['a kind that is not taken', { name: '总结.exe' }, { allowed: false, reason: 'not-that-kind' }],
  ])('%s', (_, over, decision) => expect(bring(over)).toEqual(decision))

  test('text has no zero byte', () => {
    expect(mimeOf('说明.txt', new TextEncoder().encode('说明'))).toBe('text/plain')
    expect(mimeOf('说明.txt', Uint8Array.of(65, 0, 66))).toBeNull()
  })

  test('it is taken out by whoever brought it, or by the office, once', () => {
    expect(mayRemove({ own: true, office: false, removed: false }).allowed).toBe(true)
    expect(mayRemove({ own: false, office: true, removed: false }).allowed).toBe(true)
    expect(mayRemove({ own: false, office: false, removed: false })).toEqual({ allowed: false, reason: 'not-yours' })
    expect(mayRemove({ own: true, office: false, removed: true })).toEqual({ allowed: false, reason: 'already-removed' })
  })
})
