import { day } from '../../src/kernel/day.ts'
import { correctionRows } from './corrections.ts'
import { juniorRows } from './juniors.ts'
import { outcomePaperRows } from './outcome-papers.ts'
import { none, type Rows } from './row.ts'
import { comparisonSheet, rosterSheet } from './sheet.ts'
import { textsIn } from './texts.ts'
import { committedItem, graduateItem, importItem, noteItem, pairItem, tagOf } from './versions.ts'
import { wizardRows } from './wizard.ts'
import type { Subject } from './world.ts'

const whole = ({ place: { cohortId } }: Subject) => ({ cohortId })
const part = ({ place: { cohortId, unit } }: Subject) => ({ cohortId, path: unit.path })

export const rosterRows: Rows<'roster'> = {
  'roster.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      subject => ({ ...whole(subject), limit: 200 }),
      subject => ({ ...part(subject), limit: 200 }),
      subject => ({ ...whole(subject), search: subject.place.people.fresh.studentNumber }),
    ],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }, { search }) => (search ? [place.people.fresh] : place.all).map(({ graduateId }) => graduateId),
  },
  'roster.lookup': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...whole(subject), search: subject.place.people.fresh.idNumber })],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }) => [place.people.fresh.graduateId],
    lacking: { counselor: 'Sees no numbers, and finds nobody by one.', 'branch-secretary': 'Sees no numbers, and finds nobody by one.' },
  },
  'roster.counts': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part],
    seen: ({ total, branches }) => [total, ...branches.map(({ id }) => id)],
    of: async ({ place, desk }, { path }) => [await (path ? place : desk).headcount(), place.unit.id],
  },
  'roster.get': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.people.fresh.graduateId })] },
  'roster.correct': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place, role }) => ({ ...(await graduateItem(place, 'fresh')), changes: { className: `19英语${role.length}班` } })],
  },
  'roster.setOutcome': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async ({ place }) => ({
        ...(await graduateItem(place, 'ending')),
        outcome: 'completed',
        facts: { reason: '学分未修满', handling: '按结业办理' },
      }),
    ],
  },
  'roster.setReduction': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async ({ place }) => ({
        ...(await graduateItem(place, 'ending')),
        reduction: 'resigned',
        on: day('2023-06-01'),
        document: '示范组〔2023〕1号',
      }),
    ],
  },
  'roster.reveal': {
    subject: 'one',
    reach: 'unit',
    asks: [
      ({ place }) => ({ memberIds: [place.people.fresh.memberId], reason: '核对号码' }),
      ({ place }, own) => ({ memberIds: [own.place.people.fresh.memberId, place.people.fresh.memberId], reason: '核对号码' }),
    ],
  },
  'roster.changes': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place }) => ({ memberId: place.people.fresh.memberId }), () => ({ limit: 200 })],
    seen: ({ rows }) => rows.map(({ memberId }) => memberId),
    of: ({ place }) => [place.people.fresh.memberId],
  },
  'roster.export': {
    subject: 'list',
    reach: 'unit',
    asks: [whole, part],
    seen: textsIn,
    of: ({ place }) => place.all.flatMap(({ name, studentNumber }) => [name, studentNumber]),
  },
  'roster.template': { subject: 'one', reach: 'school', asks: [whole] },

  'roster.batch.preview': {
    subject: 'one',
    reach: 'unit',
    asks: [
      ({ place }) => ({ cohortId: place.cohortId, who: { ids: [place.people.fresh.graduateId] }, change: { addTags: ['重点'] } }),
      ({ place }, own) => ({
        cohortId: own.place.cohortId,
        who: { ids: [own.place.people.fresh.graduateId, place.people.fresh.graduateId] },
        change: { fields: { className: '19英语9班' } },
      }),
    ],
  },
  'roster.batch.apply': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async ({ place, role }) => ({
        cohortId: place.cohortId,
        people: [await graduateItem(place, 'fresh')],
        change: { addTags: [`标${role.length}`], fields: { className: `19英语${role.length}班` } },
      }),
      async ({ place, role }, own) => ({
        cohortId: own.place.cohortId,
        people: [await graduateItem(own.place, 'ending'), await graduateItem(place, 'fresh')],
        change: { removeTags: [`标${role.length}`] },
      }),
    ],
  },
  'roster.batch.tags': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async subject => {
        await tagOf(subject.place)
        return whole(subject)
      },
      async subject => {
        await tagOf(subject.place)
        return part(subject)
      },
    ],
    seen: rows => rows.map(({ tag }) => tag),
    of: async ({ place }) => [await tagOf(place)],
  },
  'roster.batch.staff': {
    subject: 'list',
    reach: 'unit',
    asks: [whole],
    seen: rows => rows.map(({ id }) => id),
    of: ({ place }) => [place.staffId],
  },
  'roster.duplicates.list': none('It lists pairs, and a school of invented people has none: duplicates.test.ts holds it to the scope.'),
  'roster.duplicates.merge': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ cohortId: place.cohortId, ...(await pairItem(place)), take: [], reason: '同一人登记了两次' })],
  },
  'roster.duplicates.apart': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ cohortId: place.cohortId, one: place.people.fresh.memberId, other: place.people.judged.memberId })],
  },
  'roster.notes.list': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ graduateId: place.people.fresh.graduateId })] },
  'roster.notes.add': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ graduateId: place.people.fresh.graduateId, text: '已电话确认去向材料' })],
  },
  'roster.notes.remove': { subject: 'one', reach: 'account', asks: [({ desk, place }) => noteItem(desk, place)] },

  ...outcomePaperRows,
  ...correctionRows,
  ...juniorRows,
  ...wizardRows('roster.comparisons', ({ place }) => comparisonSheet(place.people.judged), { yearly: true }),

  'roster.imports.upload': {
    subject: 'one',
    reach: 'school',
    asks: [async ({ place }) => ({ cohortId: place.cohortId, file: await rosterSheet(place.unit.name) })],
  },
  'roster.imports.preview': { subject: 'one', reach: 'account', asks: [({ desk }) => ({ id: desk.imports!.first })] },
  'roster.imports.mend': {
    subject: 'one',
    reach: 'account',
    asks: [async ({ desk }) => ({ ...(await importItem(desk, 'first')), unskip: [2] })],
  },
  'roster.imports.commit': { subject: 'one', reach: 'account', asks: [({ desk }) => importItem(desk, 'first')] },
  'roster.imports.commitTold': {
    subject: 'one',
    reach: 'account',
    asks: [({ desk }) => importItem(desk, 'first')],
  },
  'roster.imports.marked': { subject: 'one', reach: 'account', asks: [({ desk }) => ({ id: desk.imports!.first })] },
  'roster.imports.cancel': { subject: 'one', reach: 'account', asks: [({ desk }) => importItem(desk, 'spare')] },
  'roster.imports.undo': { subject: 'one', reach: 'account', asks: [({ desk }) => committedItem(desk)] },
  'roster.imports.list': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...whole(subject), limit: 100 })],
    seen: rows => rows.map(({ id }) => id),
    of: ({ desk }) => [desk.imports!.first],
  },
}
