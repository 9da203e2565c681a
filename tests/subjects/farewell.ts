import { none, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import type { Subject } from './world.ts'

const cohort = ({ place: { cohortId } }: Subject) => ({ cohortId })
const inUnit = ({ place: { cohortId, unit } }: Subject) => ({ cohortId, unitId: unit.id })
const talk = ({ place }: Subject) => ({
  graduateIds: [place.people.checking.graduateId],
  kind: 'talk' as const,
  onDay: '2023-06-08',
  how: 'in-person' as const,
  by: '谈话人',
})

/** A talk held and recorded by the branch itself, for each who asks another one. */
async function recorded({ place }: Subject) {
  const { farewell } = await place.clientOf(place.logins.branch)
  const graduateId = place.people.checking.graduateId
  const { rows } = await farewell.list({ cohortId: place.cohortId, limit: 200 })
  const held = rows.find(row => row.graduateId === graduateId)?.talk
  if (held) return { id: held.id }
  await farewell.record({ graduateIds: [graduateId], kind: 'talk', onDay: '2023-06-08', how: 'in-person', by: '谈话人' })
  const again = await farewell.list({ cohortId: place.cohortId, limit: 200 })
  return { id: again.rows.find(row => row.graduateId === graduateId)!.talk!.id }
}

export const farewellRows: Rows<'farewell'> = {
  'farewell.list': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...cohort(subject), limit: 200 }), subject => ({ ...inUnit(subject), limit: 200 })],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => [place.people.checking.graduateId],
  },
  'farewell.units': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: units => units.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
  'farewell.export': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort, inUnit],
    seen: textsIn,
    of: ({ place }) => [place.people.checking.studentNumber],
  },
  'farewell.sheet': none('A PDF of the people whom farewell.list shows; farewell.test asks for that of a sister unit.'),
  'farewell.record': { subject: 'one', reach: 'unit', asks: [talk] },
  'farewell.revoke': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await recorded(subject)), reason: '登记错了人' })] },
  'farewell.mine': none('It names nobody: the member is the caller.'),
  'farewell.sign': none('It names nobody: the member is the caller.'),
}
