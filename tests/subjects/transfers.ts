import { inProvince } from '../university/journey.ts'
import { workbookOf } from '../university/sheets.ts'
import { destinationPaperRows } from './destination-papers.ts'
import { followingRows } from './following.ts'
import { receiptsDeskRows } from './receipts-desk.ts'
import { none, type One, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import { caseItem } from './versions.ts'
import { listRows } from './wizard.ts'
import type { PersonName, Subject } from './world.ts'

const whole = ({ place: { cohortId } }: Subject) => ({ cohortId })
const part = ({ place: { cohortId, unit } }: Subject) => ({ cohortId, path: unit.path })

/** One step of a case in the right state for it. */
const one = <Step extends string>(step: Step, who: PersonName) => [
  async ({ place }: Subject) => ({ ...(await caseItem(place, who)), step, given: {} }),
]

/** The case alone, and among the caller's own: one that is foreign refuses the batch as not found. */
const several = (who: PersonName) => async (subject: Subject, own: Subject) => {
  const items = [await caseItem(subject.place, who)]
  return subject.place === own.place ? items : [await caseItem(own.place, who), ...items]
}
const many = <Step extends string>(step: Step, who: PersonName) => [
  async ({ place }: Subject) => ({ items: [await caseItem(place, who)], step, given: {}, dryRun: false }),
  async (subject: Subject, own: Subject) => ({ items: await several(who)(subject, own), step, given: {}, dryRun: false }),
  async (subject: Subject, own: Subject) => ({ items: await several(who)(subject, own), step, given: {}, dryRun: true }),
]

const ownCase = {
  subject: 'list',
  reach: 'self',
  seen: ({ graduateId }: { graduateId: string }) => [graduateId],
  of: ({ self }: Subject) => [self.graduateId],
} as const
const unit = { subject: 'one', reach: 'unit' } as const satisfies Pick<One<never>, 'subject' | 'reach'>

export const transferRows: Rows<'transfers'> = {
  'transfers.list': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...whole(subject), limit: 200 }), subject => ({ ...part(subject), limit: 200 })],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => place.all.map(({ graduateId }) => graduateId),
  },
  'transfers.export': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part],
    seen: textsIn,
    of: ({ place }) => place.all.flatMap(({ name, studentNumber }) => [name, studentNumber]),
  },
  'transfers.counts': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part],
    seen: ({ all, beside }) => [all + beside],
    of: async ({ place, desk }, { path }) => [await (path ? place : desk).headcount()],
  },
  'transfers.equation': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part],
    seen: rows => rows.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
  'transfers.get': {
    ...unit,
    asks: [async ({ place }) => ({ id: (await caseItem(place, 'checking')).id }), ({ place }) => ({ id: place.people.fresh.graduateId })],
  },

  'transfers.mine.get': ownCase,
  'transfers.mine.save': { ...ownCase, asks: [async ({ place }) => ({ ...inProvince, version: (await caseItem(place, 'self')).version })] },
  'transfers.mine.submit': { ...ownCase, asks: [async ({ place }) => ({ version: (await caseItem(place, 'self')).version })] },
  'transfers.mine.step': {
    ...ownCase,
    asks: [async ({ place }) => ({ version: (await caseItem(place, 'self')).version, step: 'withdraw', given: {} })],
  },

  'transfers.fill.save': {
    ...unit,
    asks: [
      async ({ place }) => ({
        ...inProvince,
        graduateId: place.people.fresh.graduateId,
        version: (await caseItem(place, 'fresh')).version,
      }),
    ],
  },
  'transfers.fill.step': { ...unit, asks: one('fill', 'draft') },
  'transfers.fill.stepMany': { ...unit, asks: many('fill', 'draft') },
  'transfers.check.step': { ...unit, asks: one('branch-verify', 'checking') },
  'transfers.check.stepMany': { ...unit, asks: many('secondary-verify', 'checking') },
  'transfers.feedback.decidePaper': {
    ...unit,
    asks: [async ({ place }) => ({ ...(await caseItem(place, 'judged')), exception: '接收方来函要求纸质介绍信' })],
  },
  'transfers.feedback.step': { ...unit, asks: one('pass', 'reported') },
  'transfers.feedback.stepMany': { ...unit, asks: many('pass', 'reported') },
  'transfers.handle.step': { ...unit, asks: one('start', 'starting') },
  'transfers.handle.stepMany': { ...unit, asks: many('start', 'starting') },
  'transfers.handle.worklist': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part].map(of => (subject: Subject) => ({ ...of(subject), reason: '在党务系统录入转出' })),
    seen: rows => rows.map(({ id }) => id),
    of: async ({ place }) => [(await caseItem(place, 'waiting')).id],
    lacking: { 'branch-teacher': 'A branch starts no transfer in the Party-affairs system: its list is empty.' },
  },
  'transfers.handle.worklistFile': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part].map(of => (subject: Subject) => ({ ...of(subject), reason: '在党务系统录入转出' })),
    seen: textsIn,
    of: ({ place }) => [place.people.waiting.name],
    lacking: { 'branch-teacher': 'A branch starts no transfer in the Party-affairs system: its list is empty.' },
  },

  ...destinationPaperRows,
  ...receiptsDeskRows,
  ...followingRows,

  'transfers.letters.toIssue': {
    subject: 'list',
    reach: 'unit',
    asks: [whole],
    seen: rows => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => [place.people.unlettered.graduateId],
  },
  'transfers.letters.issue': {
    ...unit,
    asks: [
      async (subject, own) => ({ items: await several('issuing')(subject, own), dryRun: true }),
      async ({ place }) => ({ items: [await caseItem(place, 'issuing')], dryRun: false }),
    ],
  },
  'transfers.letters.void': {
    ...unit,
    asks: [async ({ place }) => ({ ...(await caseItem(place, 'misprinted')), reason: '抬头写错', sheet: 'not-printed' })],
  },
  'transfers.letters.toHandOut': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part],
    seen: rows => rows.map(({ studentNumber }) => studentNumber),
    of: ({ place }) => [place.people.held.studentNumber],
  },
  'transfers.letters.signList': none('A PDF of the letters that toHandOut shows; pickup.test asks for that of a sister unit.'),
  'transfers.letters.handOut': {
    ...unit,
    asks: [
      async (subject, own) => ({
        items: await several('lettered')(subject, own),
        on: '2023-06-08',
        by: '俞老师',
        how: 'self',
      }),
    ],
  },

  ...listRows('transfers.results', ({ place }) => workbookOf('结果', ['学号', '状态'], [place.people.starting.studentNumber, '办理中']), {
    yearly: true,
    stays: 'Each row took a step of a case, and a step is answered by another, never unsaid.',
  }),
  ...listRows(
    'transfers.receipts',
    ({ place }) => workbookOf('回执', ['学号', '回执日期'], [place.people.lettered.studentNumber, '2023-06-08']),
    { yearly: true, stays: 'A receipt proves acceptance, and what is proven is not taken back.' },
  ),
}
