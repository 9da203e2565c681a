import { none, type Rows } from './row.ts'
import { addresseeItem } from './versions.ts'

const addresseeFields = { kind: 'organisation-department', nameReason: null } as const

export const paperRows: Rows<'letters' | 'addressees' | 'education'> = {
  'letters.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      ({ place: { cohortId } }) => ({ cohortId, limit: 200 }),
      ({ place: { cohortId, people } }) => ({ cohortId, search: people.lettered.name }),
    ],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }) => [place.letterId],
  },
  'letters.series': none('It tells of the caller’s own school how far the numbers go, and nothing to whoever reads a part.'),
  'letters.get': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.letterId })] },
  'letters.mine': {
    subject: 'list',
    reach: 'self',
    as: 'lettered',
    seen: rows => rows.map(({ id }) => id),
    of: ({ place }) => [place.letterId],
  },
  'letters.print': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ ids: [place.letterId] }), ({ place }, own) => ({ ids: [own.place.letterId, place.letterId] })],
  },

  'addressees.search': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ search: place.addressee.name }), () => ({ limit: 50 })],
    seen: rows => rows.map(({ id }) => id),
    of: ({ place }) => [place.addressee.id],
  },
  'addressees.list': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ search: place.addressee.name }), () => ({ limit: 200 })],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }) => [place.addressee.id],
  },
  'addressees.create': none('It adds to the dictionary of the caller’s own school.'),
  'addressees.save': {
    subject: 'one',
    reach: 'school',
    asks: [async ({ place }) => ({ ...(await addresseeItem(place)), name: place.addressee.name, ...addresseeFields })],
  },
  'addressees.verify': { subject: 'one', reach: 'school', asks: [({ place }) => addresseeItem(place)] },

  'education.matrix': {
    subject: 'list',
    reach: 'unit',
    asks: [
      ({ place: { cohortId } }) => ({ cohortId, limit: 200 }),
      ({ place: { cohortId, unit } }) => ({ cohortId, unitId: unit.id, limit: 200 }),
    ],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    // Who has left the rolls is asked for nothing any more.
    of: ({ place }) => place.all.filter(person => person !== place.people.ending).map(({ graduateId }) => graduateId),
  },
  'education.confirm': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ graduateId: place.people.fresh.graduateId, item: 'oath', doneOn: '2023-06-01', evidence: '6月1日签到表' })],
  },
  'education.confirmMany': {
    subject: 'one',
    reach: 'unit',
    asks: [true, false].map(dryRun => ({ place }, own) => ({
      cells: [...new Set([own.place, place])].map(({ people }) => ({ graduateId: people.fresh.graduateId, item: 'volunteering' })),
      doneOn: '2023-06-02',
      evidence: '6月2日签到表',
      dryRun,
    })),
  },
  'education.revoke': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.confirmationId, reason: '签到表有误' })] },
  'education.person': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ graduateId: place.people.fresh.graduateId })] },
  'education.mine': { subject: 'list', reach: 'self', seen: ({ graduateId }) => [graduateId], of: ({ self }) => [self.graduateId] },
  'education.progress': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place: { cohortId } }) => ({ cohortId })],
    seen: rows => rows.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
}
