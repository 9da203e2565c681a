import { none, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import { returnItem } from './versions.ts'
import type { Subject } from './world.ts'

/** 组织部 decides what a unit hands in, a 总支 what its branches do. */
const toDecide = ({ place: { returns }, role }: Subject) => (role === 'committee-office' ? returns.unit : returns.branch)

const theOffices = {
  'general-branch': 'An archive is the committee’s: a unit below has none.',
  'direct-branch': 'An archive is the committee’s: a unit below has none.',
}
const cohort = ({ place: { cohortId } }: Subject) => ({ cohortId })

export const returnRows: Rows<'submissions' | 'closing' | 'archive' | 'insights'> = {
  'closing.units': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: units => units.flatMap(({ branches }) => branches.map(({ unitId }) => unitId)),
    of: ({ place }) => [place.unit.id],
  },
  'closing.open': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...cohort(subject), limit: 200 }), subject => ({ ...cohort(subject), path: subject.place.unit.path, limit: 200 })],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => [place.people.checking.graduateId],
  },
  'closing.export': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: textsIn,
    of: ({ place }) => [place.people.checking.studentNumber],
  },
  'closing.dissolving': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: branches => branches.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
    lacking: {
      'branch-teacher': 'A branch does not see who comes after it: the 总支 names that.',
      'direct-branch': 'A 直属党支部 has no branch below it.',
      'branch-secretary': 'A branch does not see who comes after it: the 总支 names that.',
    },
  },
  'closing.name': none('A 总支 names who follows up its own dissolving branches; dissolving.test asks for one of a sister unit.'),
  'closing.sign': none('A unit signs its own account, and only when nobody is open: closing.test says who may not.'),
  'closing.download': none('It takes an account that a unit signed at zero; closing.test asks for one from a sister unit.'),
  'submissions.matrix': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: ({ units }) => units.map(({ unitId }) => unitId),
    of: ({ place, role }) => [role === 'committee-office' ? place.above.id : place.unit.id],
  },
  'submissions.export': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: textsIn,
    of: ({ place, role }) => [role === 'committee-office' ? place.above.name : place.unit.name],
  },
  'submissions.list': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...cohort(subject), limit: 200 }), subject => ({ ...cohort(subject), unitId: subject.place.unit.id, limit: 200 })],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }) => [place.returns.branch.roster],
  },
  'submissions.get': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.returns.branch.roster })] },
  'submissions.preview': { subject: 'one', reach: 'school', asks: [subject => ({ ...cohort(subject), task: 'roster' })] },
  'submissions.submit': {
    subject: 'one',
    reach: 'school',
    asks: [
      async ({ place: { cohortId }, desk }) => {
        const wanted = { cohortId, task: 'roster', supplement: '名册有改动' } as const
        const { fingerprint } = await (await desk.client()).submissions.preview(wanted)
        return { ...wanted, fingerprint }
      },
    ],
  },
  'submissions.accept': { subject: 'one', reach: 'unit', asks: [subject => returnItem(subject.place, toDecide(subject).roster)] },
  'submissions.sendBack': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await returnItem(subject.place, toDecide(subject).delayed)), reason: '第 2 行学号有误' })],
  },
  'submissions.download': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ id: place.returns.branch.roster }), ({ place }) => ({ id: place.returns.branch.roster, reason: '核对号码' })],
  },

  'archive.checklist': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: ({ items }) => items.flatMap(({ materials }) => materials.map(({ id }) => id)),
    of: ({ place }) => [place.materials.kept],
  },
  'archive.list': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: rows => rows.map(({ id }) => id),
    of: ({ place }) => [place.archiveId],
    lacking: theOffices,
  },
  'archive.make': { subject: 'one', reach: 'school', asks: [cohort] },
  'archive.download': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.archiveId })], lacking: theOffices },
  'archive.addMaterial': {
    subject: 'one',
    reach: 'school',
    asks: [({ place: { cohortId } }) => ({ cohortId, item: 'summary', file: new File(['%PDF-1.7 总结'], '总结.pdf') })],
  },
  'archive.removeMaterial': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.materials.spare })] },
  'archive.openMaterial': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.materials.kept })] },

  'insights.today': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: ({ equation: { whole, beside } }) => [whole + beside],
    of: async ({ desk }) => [await desk.headcount()],
  },
  'insights.timeline': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ graduateId: place.people.checking.graduateId })] },
}
